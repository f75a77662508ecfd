import { listWords } from "../../text/list.js";
import { toStringLiteral } from "../../text/literal.js";
import type { KindView } from "../../view/view.js";
import { code, type Code } from "../../text/code.js";
import { use } from "./names.js";

/** What a value has to be, in the words of a problem: `a string or null`. */
export const describeKinds = (kinds: readonly KindView[]): string =>
  listWords(kinds.map(nameKind).map(withArticle), "or");

const withArticle = (name: string): string =>
  name === "null" ? name : `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;

/** The name of a kind in JSON Schema. */
function nameKind(kind: KindView): string {
  if (kind.kind === "text" || kind.kind === "enum") return "string";
  if (kind.kind !== "number") return kind.kind;
  if (kind.held !== undefined) return kind.held === "bigint" ? "bigint" : "string of digits";
  return kind.level === "number" ? "number" : "integer";
}

/** Tests whether a value is of a kind, and so not of the other kinds of its union. */
export const isKind = (kind: KindView, value: Code): Code => findTest(kind).is(value);

/** Tests whether a value is not of a kind. */
export const isNotKind = (kind: KindView, value: Code): Code => findTest(kind).isNot(value);

interface Test {
  readonly is: (value: Code) => Code;
  readonly isNot: (value: Code) => Code;
}

const typeTest = (name: "bigint" | "boolean" | "string"): Test => ({
  is: (value) => code`typeof ${value} === ${toStringLiteral(name)}`,
  isNot: (value) => code`typeof ${value} !== ${toStringLiteral(name)}`,
});

const callTest = (callee: Code): Test => ({
  is: (value) => code`${callee}(${value})`,
  isNot: (value) => code`!${callee}(${value})`,
});

const tests: Readonly<Record<Exclude<KindView["kind"], "number">, Test>> = {
  null: { is: (value) => code`${value} === null`, isNot: (value) => code`${value} !== null` },
  boolean: typeTest("boolean"),
  text: typeTest("string"),
  enum: typeTest("string"),
  array: callTest(code`Array.isArray`),
  object: callTest(use("isObject")),
};

function findTest(kind: KindView): Test {
  if (kind.kind !== "number") return tests[kind.kind];
  if (kind.held !== undefined) return typeTest(kind.held);
  return callTest(kind.level === "number" ? code`Number.isFinite` : code`Number.isInteger`);
}
