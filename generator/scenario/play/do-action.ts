import type { Exchange, Till } from "../../till/api/till.js";
import type { Action } from "../scenario.js";

/** What a step had the till send. */
export interface Done {
  /** What the step is about; of a time that passes, the last. */
  readonly exchange: Exchange | undefined;
  /** Everything that was sent meanwhile. */
  readonly all: readonly Exchange[];
}

/** Has the till do what a step says. */
export async function doAction(action: Action, till: Till): Promise<Done> {
  const before = till.transcript.length;
  const exchange = await act(action, till);
  return { exchange, all: till.transcript.slice(before) };
}

async function act(action: Action, till: Till): Promise<Exchange | undefined> {
  switch (action.kind) {
    case "event":
      return till.send(action.event, action.parts, action.fault);
    case "choose":
      return till.choose(...([action.options].flat() as readonly (string | number)[]));
    case "fill":
      return till.fill(action.values as Readonly<Record<string, string | readonly string[]>>);
    case "scan":
      return till.scan(action.code, action.codeType);
    case "cancel":
      return till.cancel();
    case "wait":
      return (await till.wait(action.duration)).at(-1);
  }
}
