import type { Model } from "../../../../generator/contract/model/model.js";
import { cases } from "../../../conformance/cases/all.js";
import { edits } from "../../../emitted/validators/edits.js";
import { listPaths } from "../../../workbench/json-paths.js";

/** An answer as text, which may be invalid. */
export interface Answer {
  readonly name: string;
  readonly event: string;
  readonly body: string;
}

export const listExampleAnswers = ({ examples }: Pick<Model, "examples">): readonly Answer[] =>
  examples
    .filter(({ response }) => response !== undefined)
    .map(({ path, event, response }) => ({ name: path, event, body: JSON.stringify(response) }));

export function listConformanceAnswers(model: Pick<Model, "events">): readonly Answer[] {
  const isEvent = (name: string) => model.events.some((event) => event.name === name);
  return cases.flatMap(({ name, request, answer, handler }) => {
    const event = request.path.split("/").at(-1) ?? "";
    if (!isEvent(event)) return [];
    const sent = answer.status === 200 ? [{ name, event, body: answer.body }] : [];
    const wanted = handler && toText(() => handler({ eventName: event } as never));
    return [...sent, ...(wanted === undefined ? [] : [{ name: `${name}, unchecked`, event, body: wanted }])];
  });
}

/** Undefined if the handler's answer is not immediate or not JSON. */
function toText(handle: () => unknown): string | undefined {
  try {
    const value = handle();
    return value instanceof Promise ? void value.catch(() => undefined) : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Variations of an answer, each with one common mistake in one place. */
export const spoil = ({ name, event, body }: Answer): readonly Answer[] => {
  const document: unknown = JSON.parse(body);
  return Object.entries(edits).flatMap(([edit, change]) =>
    listPaths(document).flatMap((path) => {
      const spoilt = JSON.stringify(change(document, path)) as string | undefined;
      return spoilt === undefined
        ? []
        : [{ name: `${name}, ${edit} at /${path.join("/")}`, event, body: spoilt }];
    }),
  );
};
