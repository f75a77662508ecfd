import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";
import type { Changes } from "../../read/small-spec.js";

export interface LintCase {
  readonly name: string;
  readonly given: Changes;
  readonly want: readonly Finding[];
}

export interface Finding {
  readonly code: ProblemCode;
  /** `file#/pointer`, or empty if no file has the fault. */
  readonly at: string;
  /** The message and the hint. */
  readonly said?: string;
  readonly message?: string;
  readonly hint?: string;
  /** `line:column`. */
  readonly line?: string;
  /** The text of that line. */
  readonly text?: string;
}

/** A finding, or as text: `code file#/pointer`, or `code file#/pointer: Message. Hint.` */
export type Said = Finding | readonly [code: ProblemCode, at: string] | string;

const toFinding = (said: Said): Finding => {
  if (typeof said !== "string") return "code" in said ? said : { code: said[0], at: said[1] };
  const [, code = "", at = "", text] = /^(\S+) ?(.*?)(?:: (.*))?$/s.exec(said) ?? [];
  return { code: code as ProblemCode, at, ...(text !== undefined && { said: text }) };
};

export const fault = (name: string, given: Changes, ...want: readonly Said[]): LintCase => ({
  name,
  given,
  want: want.map(toFinding),
});

/** Only code and place are tested. Default place: the change. */
export const plain = (given: Changes, code: ProblemCode, at = Object.keys(given)[0] ?? ""): LintCase =>
  fault(`${code} at ${at}, by ${Object.keys(given).join(" and ")}`, given, { code, at });

const guess = (name?: string): object => (name === undefined ? {} : { hint: `Did you mean "${name}"?` });

/** Includes lint's suggestion, if it has one. */
export const unknown = (at: string, what: string, meant?: string): Finding => ({
  code: "unknown-reference",
  at,
  message: `The spec has no ${what}.`,
  ...guess(meant),
});
export const unknownKeyword = (at: string, keyword: string, meant?: string): Finding => ({
  code: "unknown-keyword",
  at,
  message: `Unknown keyword "${keyword}"; the dialect does not allow it here.`,
  ...guess(meant),
});
export const unfit = (at: string, detail: string): Finding => ({
  code: "invalid-value",
  at,
  message: `This value is invalid: it ${detail}.`,
});
export const missing = (at: string, keyword: string): Finding => ({
  code: "missing-keyword",
  at,
  message: `"${keyword}" is missing.`,
});
export const contradicting = (at: string, detail: string): Finding => ({
  code: "contradicting-keywords",
  at,
  message: `These keywords contradict each other: ${detail}.`,
});
export const misplaced = (at: string, keyword: string, kinds: string): Finding => ({
  code: "misplaced-keyword",
  at: `${at}/${keyword}`,
  message: `"${keyword}" is allowed only on ${kinds}.`,
});
export const duplicate = (at: string, name: string, by: string): Finding => ({
  code: "duplicate-name",
  at,
  message: `The name "${name}" is already taken by ${by}.`,
});
