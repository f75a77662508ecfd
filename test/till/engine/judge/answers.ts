import type { Model } from "../../../../generator/contract/model/model.js";
import { cases } from "../../../conformance/cases/all.js";
import { edits } from "../../../emitted/validators/edits.js";
import { listPaths } from "../../../workbench/json-paths.js";

/** An answer to an event, as text: good or not. */
export interface Answer {
  readonly name: string;
  readonly event: string;
  readonly body: string;
}

/** The answers of the spec's examples. */
export const listExampleAnswers = ({ examples }: Pick<Model, "examples">): readonly Answer[] =>
  examples
    .filter(({ response }) => response !== undefined)
    .map(({ path, event, response }) => ({ name: path, event, body: JSON.stringify(response) }));

/** What the conformance suite has its receivers answer, and what the handlers of its cases would have them answer. */
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

/** What a handler answers at once, if JSON can hold it. */
function toText(handle: () => unknown): string | undefined {
  try {
    const value = handle();
    return value instanceof Promise ? void value.catch(() => undefined) : JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** One answer with each of the mistakes that a hurried programmer makes, at each of its parts. */
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
