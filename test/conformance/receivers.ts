import type { Case } from "./case.js";
import type { WireAnswer } from "./wire-message.js";
import { setups, type SetupName } from "./setups.js";
import { createStage, type LogLine, type Stage } from "./stage.js";
import type { Opened, Target } from "./targets/target.js";

/** The receivers of one target, one for each set-up. */
export interface Receivers {
  /** Sends the request of a case; one at a time, because all cases of a receiver share its handler. */
  readonly send: (each: Case) => Promise<WireAnswer>;
  /** What all of them have logged. */
  readonly lines: () => LogLine[];
  readonly end: () => Promise<void>;
}

interface OpenReceiver extends Opened {
  readonly stage: Stage;
}

/** Opens a receiver for every set-up. */
export async function openReceivers(target: Target): Promise<Receivers> {
  const receivers = new Map<SetupName, OpenReceiver>();
  for (const [name, createOptions] of Object.entries(setups) as [SetupName, (typeof setups)[SetupName]][]) {
    const stage = createStage();
    const opened = await target.open(createOptions(stage));
    if (name === "closed") await opened.retire();
    receivers.set(name, { ...opened, stage });
  }
  const all = () => [...receivers.values()];
  return {
    send({ setup = "standard", handler, request }) {
      const receiver = receivers.get(setup);
      if (receiver === undefined) throw new Error(`there is no set-up ${setup}`);
      receiver.stage.handler = handler;
      return receiver.send(request);
    },
    lines: () => all().flatMap(({ stage }) => stage.lines),
    end: async () => {
      for (const { end } of all()) await end();
    },
  };
}
