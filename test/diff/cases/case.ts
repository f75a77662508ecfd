import type { Verdict } from "../../../generator/diff/verdict.js";
import type { SmallSpec } from "../../view/spec-of.js";

/** A shape of the property `x` before and after. */
export interface Shapes {
  readonly name: string;
  /** Left out: the property is not there. */
  readonly from?: Readonly<Record<string, unknown>>;
  readonly to?: Readonly<Record<string, unknown>>;
  /** Whether it is required: `"from"`, `"to"`, or on both sides. */
  readonly required?: "from" | "to" | "both";
  /** What the object holds besides, before and after. */
  readonly besides?: readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
}

/** Two shapes, and the one change that each direction has. */
export interface ShapeCase extends Shapes {
  readonly code: string;
  readonly request: Verdict;
  readonly response: Verdict;
  /** Where below the property it is found; left out: at the property itself. */
  readonly below?: string;
  /** A word that the advice must hold. */
  readonly advice?: string;
}

/** Two shapes, and all that is said of them: `verdict place code`, with the value or the bound that it is about. */
export interface ListCase extends Shapes {
  readonly request: readonly string[];
  readonly response: readonly string[];
}

/** Two small specs, or two fleets of one, and the one change that counts. */
export interface SpecCase {
  readonly name: string;
  readonly code: string;
  readonly from: SmallSpec;
  readonly to: SmallSpec;
  /** Two fleets of `to`, instead of two specs. */
  readonly fleets?: readonly [string, string];
  readonly direction: "request" | "response";
  readonly verdict: Verdict;
  readonly pointer: string;
  readonly events?: readonly string[];
  readonly advice?: string;
}
