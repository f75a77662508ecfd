import type { Standing } from "../spec/dialect.js";
import { listWords } from "../text/words.js";
import type { EventView } from "../view/view.js";
import { findProperty } from "../view/walk.js";

const groups: readonly (readonly [words: string, ...standings: Standing[]])[] = [
  ["Documented here", "documented"],
  ["Documented for webhooks in general", "general"],
  ["Not known here", "seen", "unknown"],
];

/** How well it is known which answers work with an event, in sentences. The last one names no answers if others came before. */
export function describeStandings({ takes, response }: EventView, toCode: (name: string) => string): string {
  const shown = groups.flatMap(([words, ...standings]) => {
    const group = takes.filter(
      ({ standing, name }) => standings.includes(standing) && findProperty(response, name),
    );
    return group.length === 0
      ? []
      : [
          {
            words,
            names: listWords(
              group.map(({ name }) => toCode(name)),
              "and",
            ),
          },
        ];
  });
  const isRest = (i: number) => i > 0 && i === shown.length - 1;
  return shown.map(({ words, names }, i) => `${words}: ${isRest(i) ? "all others" : names}.`).join(" ");
}
