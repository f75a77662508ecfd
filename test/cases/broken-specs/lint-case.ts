import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { Changes } from "../../spec/small-spec.js";

/** A fault in a spec, and all that lint says of it; a single finding needs no list. */
export interface LintCase {
  readonly name: string;
  /** What to change in the small spec. */
  readonly given: Changes;
  readonly want: Finding | readonly Finding[];
}

export interface Finding {
  readonly code: ProblemCode;
  /** `file#/pointer`, or nothing where no file has the fault. */
  readonly at: string;
  /** `line:column`. */
  readonly line?: string;
  /** The text of that line. */
  readonly text?: string;
  readonly message?: string;
  readonly hint?: string;
}
