import type { JsonObject } from "../../base/json.js";
import { toVisibleLine, truncate } from "../../base/text/quote.js";

/** What a till does with an accepted answer. */
export interface Consequences {
  /** The parts of the sale that the answer changes, with their new values. */
  readonly changed: JsonObject;
  /** Requests that the till then sends by itself; `after` is in milliseconds. */
  readonly next: readonly { readonly event: string; readonly after: number }[];
}

export const noConsequences: Consequences = { changed: {}, next: [] };

export const listConsequences = (event: string, { changed, next }: Consequences): readonly string[] => [
  ...Object.entries(changed).map(
    ([name, value]) => `${name}: ${truncate(toVisibleLine(JSON.stringify(value)), maxShown)}`,
  ),
  ...next.map((each) => `then ${each.event}${each.event === event ? " again" : ""}, ${each.after} ms later`),
];

/** In characters. Longer values are cut. */
const maxShown = 2000;
