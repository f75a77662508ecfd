import type { Standing } from "../contract/read/dialect.js";
import { listWords, uncapitalize } from "../base/text/words.js";
import type { EventView } from "../contract/view/view.js";
import { findProperty } from "../contract/view/walk.js";

const standingGroups: readonly (readonly [words: string, ...standings: Standing[]])[] = [
  ["Documented for this event", "documented"],
  ["Documented for webhooks in general", "general"],
  ["Not known for this event", "seen", "unknown"],
];

/**
 * Describes the evidence that answers work with an event. The last sentence begins with "All others" if other
 * sentences precede it.
 */
export function describeStandings({ takes, response }: EventView, toCode: (name: string) => string): string {
  const listNames = (standings: readonly Standing[]): string[] =>
    takes.flatMap(({ standing, name }) =>
      standings.includes(standing) && findProperty(response, name) ? [toCode(name)] : [],
    );
  const shown = standingGroups
    .map(([words, ...standings]) => ({ words, names: listNames(standings) }))
    .filter(({ names }) => names.length > 0);
  const isRest = (i: number) => i > 0 && i === shown.length - 1;
  return shown
    .map(({ words, names }, i) =>
      isRest(i) ? `All others: ${uncapitalize(words)}.` : `${words}: ${listWords(names, "and")}.`,
    )
    .join(" ");
}
