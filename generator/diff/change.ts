import type { Direction } from "../model/model.js";
import { byRelease, formatRelease, type Release } from "../time/release.js";
import { formatAdvice, getMeaning, type ChangeCode } from "./catalogue.js";
import type { Located } from "./compare/comparison.js";
import { verdicts, type Verdict } from "./kinds/kind.js";

/** One change between two sides, with every event that it touches. */
export interface Change {
  readonly code: ChangeCode;
  readonly verdict: Verdict;
  readonly direction: Direction;
  /** JSON Pointer in the body; a star is any item of an array; empty for the event itself. */
  readonly pointer: string;
  /** The release that brought it; undefined where the sides differ from the first release on. */
  readonly release: Release | undefined;
  readonly advice: string;
  readonly events: readonly string[];
}

/** A change as JSON; `release` is null if the sides differ from the first release on. */
export type ChangeJson = ReturnType<typeof changeToJson>;

/** A change as JSON. */
export const changeToJson = ({ code, verdict, direction, pointer, release, advice, events }: Change) => ({
  code,
  verdict,
  direction,
  pointer,
  release: release === undefined ? null : formatRelease(release),
  advice,
  events,
});

/** A finding and the release that brought it. */
export interface Dated {
  readonly finding: Located;
  readonly release: Release | undefined;
}

/** The findings, and the events of both sides: a change in all of these concerns every handler. */
export interface Diff {
  readonly changes: readonly Change[];
  readonly events: readonly string[];
}

/** Whether a change is in all of several events, of which there is more than one. */
export const isShared = (change: Change, { events }: Pick<Diff, "events">): boolean =>
  events.length > 1 && events.every((name) => change.events.includes(name));

/** One change for all events in which the same was found, gravest first, then by pointer. */
export function toChanges(dated: readonly Dated[]): readonly Change[] {
  const groups = new Map<string, Dated[]>();
  for (const entry of dated) {
    const { code, direction, pointer, detail } = entry.finding;
    const key = JSON.stringify([code, direction, pointer, detail, entry.release]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap(toChange).sort(byGravity);
}

function toChange(group: readonly Dated[]): Change[] {
  const [first] = group;
  if (!first) return [];
  const { code, direction, pointer, detail } = first.finding;
  const meaning = getMeaning(code, direction);
  if (!meaning) throw new Error(`${code} cannot happen in a ${direction}.`);
  return [
    {
      code,
      verdict: meaning[0],
      direction,
      pointer,
      release: first.release,
      advice: formatAdvice(meaning, detail),
      events: [...new Set(group.map(({ finding }) => finding.event))].sort(),
    },
  ];
}

const byGravity = (a: Change, b: Change): number =>
  verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) ||
  byRelease(a.release ?? (0 as Release), b.release ?? (0 as Release)) ||
  inOrder(a.direction, b.direction) ||
  inOrder(a.pointer, b.pointer) ||
  inOrder(a.code, b.code) ||
  inOrder(a.advice, b.advice) ||
  inOrder(a.events.join(), b.events.join());

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
