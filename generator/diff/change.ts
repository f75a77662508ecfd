import type { Release } from "../time/release.js";
import type { ChangeCode } from "./catalogue.js";
import type { Direction } from "../model/model.js";
import type { Verdict } from "./verdict.js";

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

/** A change as one comparison of two trees finds it; the pointer is relative to those. */
export interface Finding {
  readonly code: ChangeCode;
  readonly pointer: string;
  /** What tells this finding from others of its code at the same pointer: a value, an old and a new bound. */
  readonly detail: string;
}

/** The same findings, one level further from the root. */
export const under = (token: string, findings: readonly Finding[]): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, pointer: `/${token}${finding.pointer}` }));

/** A finding about the two trees themselves. */
export const found = (code: ChangeCode, detail = ""): Finding => ({ code, pointer: "", detail });
