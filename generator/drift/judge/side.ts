import type { Subject } from "../claim.js";
import type { Known } from "./known.js";

const sides = ["response", "request"] as const;

/**
 * What a subject without a side can be: the part of that side which has it, or has more of the way to it. Where both sides have
 * it, it is either; where they have as much of the way, the subject stays without a side.
 */
export function settleSide(subject: Subject, known: Known): readonly [Subject, ...Subject[]] {
  if (subject.side !== "body") return [subject];
  const ways = sides.map((side) => ({ side, length: measureWay({ ...subject, side }, known) }));
  const longest = Math.max(...ways.map(({ length }) => length));
  const [first, ...rest] = ways.filter(({ length }) => length === longest);
  const isThere = longest === subject.path.split(".").length;
  if (!first || (rest.length > 0 && !isThere)) return [subject];
  return [{ ...subject, side: first.side }, ...rest.map(({ side }) => ({ ...subject, side }))];
}

/** How many steps of a path a side has. */
function measureWay(subject: Subject, known: Known): number {
  const steps = subject.path.split(".");
  return (
    steps.findLastIndex((_, i) => known.findPart({ ...subject, path: steps.slice(0, i + 1).join(".") })) + 1
  );
}
