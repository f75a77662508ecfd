import type { ObjectTree } from "../../lattice/tree.js";
import type { Direction } from "../../model/model.js";
import type { Fleet } from "../../time/fleet.js";
import type { ChangeCode } from "../catalogue.js";

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

/** A finding, and the event and direction in which it was found. */
export interface Located extends Finding {
  readonly direction: Direction;
  readonly event: string;
}

/** The fleets of both sides: a note or a deprecation may hold from one release on. */
export interface Fleets {
  readonly old: Fleet;
  readonly new: Fleet;
}

/** What a comparison has to know besides the two trees. */
export interface Comparison {
  readonly direction: Direction;
  readonly fleets: Fleets;
  /** The title of the enum of the error codes. */
  readonly errorCodes: string | undefined;
}

/** A comparison that remembers the pairs of objects it has compared. */
export interface Comparer extends Comparison {
  readonly objects: (old: ObjectTree, now: ObjectTree) => readonly Finding[];
}
