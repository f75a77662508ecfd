import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";
import type { Changes } from "../../read/small-spec.js";

/** A fault in a spec, and all that lint says of it. */
export interface LintCase {
  readonly name: string;
  /** What to change in the small spec. */
  readonly given: Changes;
  readonly want: readonly Finding[];
}

export interface Finding {
  readonly code: ProblemCode;
  /** `file#/pointer`, or nothing where no file has the fault. */
  readonly at: string;
  readonly message?: string;
  readonly hint?: string;
  /** `line:column`. */
  readonly line?: string;
  /** The text of that line. */
  readonly text?: string;
}

/** A finding, or no more than its code and place. */
export type Said = Finding | readonly [code: ProblemCode, at: string];

const isFinding = (said: Said): said is Finding => "code" in said;

export const fault = (name: string, given: Changes, ...want: readonly Said[]): LintCase => ({
  name,
  given,
  want: want.map((said) => (isFinding(said) ? said : { code: said[0], at: said[1] })),
});

/** A fault of which lint says no more than where it is: at what is changed, unless that is said. */
export const plain = (given: Changes, code: ProblemCode, at = Object.keys(given)[0] ?? ""): LintCase =>
  fault(`${code} at ${at}, by ${Object.keys(given).join(" and ")}`, given, { code, at });

const guess = (name?: string): object => (name === undefined ? {} : { hint: `Did you mean "${name}"?` });

/** What is named, and the spec has not; and what was meant, if lint has a guess. */
export const unknown = (at: string, what: string, meant?: string): Finding => ({
  code: "unknown-reference",
  at,
  message: `The spec has no ${what}.`,
  ...guess(meant),
});
export const unknownKeyword = (at: string, keyword: string, meant?: string): Finding => ({
  code: "unknown-keyword",
  at,
  message: `The dialect has no keyword "${keyword}" here.`,
  ...guess(meant),
});
export const unfit = (at: string, detail: string): Finding => ({
  code: "invalid-value",
  at,
  message: `This value does not fit: it ${detail}.`,
});
export const missing = (at: string, keyword: string): Finding => ({
  code: "missing-keyword",
  at,
  message: `"${keyword}" is missing here.`,
});
export const contradicting = (at: string, detail: string): Finding => ({
  code: "contradicting-keywords",
  at,
  message: `These keywords contradict each other: ${detail}.`,
});
export const misplaced = (at: string, keyword: string, kinds: string): Finding => ({
  code: "misplaced-keyword",
  at: `${at}/${keyword}`,
  message: `"${keyword}" only means something on ${kinds}.`,
});
export const duplicate = (at: string, name: string, by: string): Finding => ({
  code: "duplicate-name",
  at,
  message: `The name "${name}" is already taken by ${by}.`,
});
