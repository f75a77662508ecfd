import type { ObjectTree } from "../../lattice/tree.js";
import type { Finding } from "../change.js";
import type { Fleets } from "./compare-prose.js";
import type { Direction } from "../../model/model.js";

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
