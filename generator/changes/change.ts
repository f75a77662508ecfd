import type { Direction } from "../contract/model/model.js";
import { defined, groupBy } from "../contract/read/values.js";
import { toVisibleLine } from "../base/text/quote.js";
import { baseline, byRelease, formatRelease, type Release } from "../base/time/release.js";
import { type ChangeCode, getMeaning, changeVerdicts, type ChangeVerdict } from "./kinds.js";

/** A difference between two trees; the pointer is relative to them. */
export interface ChangeFinding {
  readonly code: ChangeCode;
  readonly pointer: string;
  /** Distinguishes findings of one code at one pointer: a value, or an old and a new bound. */
  readonly detail: string;
}

export type Findings = readonly ChangeFinding[];

/** A finding, and the event and direction in which it was found. */
export interface EventFinding extends ChangeFinding {
  readonly direction: Direction;
  readonly event: string;
}

/** A finding about the two trees themselves. */
export const toFinding = (code: ChangeCode, detail = ""): ChangeFinding => ({ code, pointer: "", detail });

/** A finding for each of several details. */
export const toFindings = (code: ChangeCode, details: readonly string[]): Findings =>
  details.map((detail) => toFinding(code, detail));

/** A finding if a condition has become true or false. */
export const compareFlags = (
  old: boolean | undefined,
  now: boolean | undefined,
  [on, off]: readonly [on: ChangeCode, off: ChangeCode],
): Findings => (old === now ? [] : [toFinding(now ? on : off)]);

/** The same findings, one level further from the root. */
export const nestFindings = (token: string, findings: Findings): Findings =>
  findings.map((finding) => ({ ...finding, pointer: `/${token}${finding.pointer}` }));

/** The values that the others lack. */
export const listMissing = <T>(values: readonly T[], others: readonly T[]): readonly T[] =>
  values.filter((value) => !others.includes(value));

/** One change between two sides, with every event that it touches. */
export interface Change {
  readonly code: ChangeCode;
  readonly verdict: ChangeVerdict;
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
export const changeToJson = (change: Change) => ({
  ...change,
  release: change.release === undefined ? null : formatRelease(change.release),
});

/** A finding and the release that brought it. */
export interface DatedFinding extends EventFinding {
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
export function toChanges(dated: readonly DatedFinding[]): readonly Change[] {
  const groups = groupBy(dated, ({ code, direction, pointer, detail, release }) =>
    JSON.stringify([code, direction, pointer, detail, release]),
  );
  return [...groups.values()].map(toChange).sort(byGravity);
}

function toChange(findings: readonly [DatedFinding, ...DatedFinding[]]): Change {
  const [{ code, direction, pointer, detail, release }] = findings;
  const events = [...new Set(findings.map(({ event }) => event))].sort();
  const [verdict, text] = defined(getMeaning(code, direction), `${code} is found in no ${direction}`);
  const advice = text.replaceAll("{}", () => toVisibleLine(detail));
  return { code, verdict, direction, pointer, release, advice, events };
}

const byGravity = (a: Change, b: Change): number =>
  changeVerdicts.indexOf(a.verdict) - changeVerdicts.indexOf(b.verdict) ||
  byRelease(a.release ?? baseline, b.release ?? baseline) ||
  byText(a.direction, b.direction) ||
  byText(a.pointer, b.pointer) ||
  byText(a.code, b.code) ||
  byText(a.advice, b.advice) ||
  byText(a.events.join(), b.events.join());

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
