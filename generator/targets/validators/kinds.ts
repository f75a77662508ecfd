import type { KindView } from "../../view/view.js";
import type { Code } from "./statements.js";

/** What a value has to be, in the words of a problem: `a string or null`. */
export const kindNames = (kinds: readonly KindView[]): string =>
  kinds.map(kindName).map(withArticle).join(" or ");

const withArticle = (name: string): string =>
  name === "null" ? name : `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;

/** As JSON Schema calls it. */
function kindName(kind: KindView): string {
  if (kind.kind === "text" || kind.kind === "enum") return "string";
  if (kind.kind !== "number") return kind.kind;
  if (kind.held !== undefined) return kind.held === "bigint" ? "bigint" : "string of digits";
  return kind.level === "number" ? "number" : "integer";
}

/** Whether a value is of a kind: what tells it from the others of a union. */
export const isKind = (kind: KindView, value: Code): Code => testOf(kind).is(value);

export const isNotKind = (kind: KindView, value: Code): Code => testOf(kind).isNot(value);

interface Test {
  readonly is: (value: Code) => Code;
  readonly isNot: (value: Code) => Code;
}

const typeTest = (name: string): Test => ({
  is: (value) => `typeof ${value} === "${name}"`,
  isNot: (value) => `typeof ${value} !== "${name}"`,
});

const callTest = (name: string): Test => ({
  is: (value) => `${name}(${value})`,
  isNot: (value) => `!${name}(${value})`,
});

const tests: Readonly<Record<Exclude<KindView["kind"], "number">, Test>> = {
  null: { is: (value) => `${value} === null`, isNot: (value) => `${value} !== null` },
  boolean: typeTest("boolean"),
  text: typeTest("string"),
  enum: typeTest("string"),
  array: callTest("Array.isArray"),
  object: callTest("isObject"),
};

function testOf(kind: KindView): Test {
  if (kind.kind !== "number") return tests[kind.kind];
  if (kind.held !== undefined) return typeTest(kind.held === "bigint" ? "bigint" : "string");
  return callTest(kind.level === "number" ? "Number.isFinite" : "Number.isInteger");
}
