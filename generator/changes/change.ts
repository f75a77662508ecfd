import type { Direction } from "../contract/model/model.js";
import { additionSentence } from "../contract/read/additions.js";
import { defined, groupBy } from "../contract/read/values.js";
import { toVisibleLine } from "../base/text/quote.js";
import { baseline, byRelease, formatRelease, type Release } from "../base/time/release.js";
import { type ChangeCode, getMeaning, changeVerdicts, type ChangeVerdict } from "./kinds.js";

/** A difference between two trees. Its pointer is relative to them. */
export interface ChangeFinding {
  readonly code: ChangeCode;
  readonly pointer: string;
  /** Distinguishes findings with the same code and pointer: a value, or an old and a new bound. */
  readonly detail: string;
  /** True if it is about a value that the user added to an enum. */
  readonly isAddition?: boolean | undefined;
}

export type Findings = readonly ChangeFinding[];

export interface EventFinding extends ChangeFinding {
  readonly direction: Direction;
  readonly event: string;
}

export const toFinding = (code: ChangeCode, detail = ""): ChangeFinding => ({ code, pointer: "", detail });

export const toFindings = (code: ChangeCode, details: readonly string[]): Findings =>
  details.map((detail) => toFinding(code, detail));

export const compareFlags = (
  old: boolean | undefined,
  now: boolean | undefined,
  [on, off]: readonly [on: ChangeCode, off: ChangeCode],
): Findings => (old === now ? [] : [toFinding(now ? on : off)]);

export const nestFindings = (token: string, findings: Findings): Findings =>
  findings.map((finding) => ({ ...finding, pointer: `/${token}${finding.pointer}` }));

export const listMissing = <T>(values: readonly T[], others: readonly T[]): readonly T[] =>
  values.filter((value) => !others.includes(value));

export interface Change {
  readonly code: ChangeCode;
  readonly verdict: ChangeVerdict;
  readonly direction: Direction;
  /** A JSON Pointer into the body; `*` is any array item; empty for the event itself. */
  readonly pointer: string;
  /** The release that made the change; undefined if the sides already differ in the first release. */
  readonly release: Release | undefined;
  readonly advice: string;
  readonly events: readonly string[];
}

/** A change as JSON; `release` is null if the sides already differ in the first release. */
export type ChangeJson = ReturnType<typeof changeToJson>;

export const changeToJson = (change: Change) => ({
  ...change,
  release: change.release === undefined ? null : formatRelease(change.release),
});

export interface DatedFinding extends EventFinding {
  readonly release: Release | undefined;
}

/** Includes the events of both sides, because a change in all of them affects every handler. */
export interface Diff {
  readonly changes: readonly Change[];
  readonly events: readonly string[];
}

export const isShared = (change: Change, { events }: Pick<Diff, "events">): boolean =>
  events.length > 1 && events.every((name) => change.events.includes(name));

/** Merges equal findings of several events into one change. The gravest changes come first, then by pointer. */
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
  const mark = findings.some(({ isAddition }) => isAddition) ? ` ${additionSentence}` : "";
  const advice = text.replaceAll("{}", () => toVisibleLine(detail)) + mark;
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
