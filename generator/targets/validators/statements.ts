import { toStringLiteral } from "../../text/escape.js";

/** An expression of the emitted code. */
export type Code = string;

/** Lines of emitted code, indented among each other. */
export type Lines = readonly string[];

export const literal = (text: string): Code => toStringLiteral(text);

export const listLiteral = (values: readonly string[]): Code => `[${values.map(literal).join(", ")}]`;

/** `value.name`, or `value["a name"]`. */
export const memberOf = (value: Code, name: string): Code =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? `${value}.${name}` : `${value}[${literal(name)}]`;

/** A name as the key of an object literal; `__proto__` would be no key without brackets. */
export function keyOf(name: string): Code {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

export const block = (head: Code, lines: Lines): Lines => [
  `${head} {`,
  ...lines.map((line) => `  ${line}`),
  "}",
];

/** What to do where a test holds; without one: where none before it did. */
export interface Branch {
  readonly test?: Code;
  readonly lines: Lines;
}

/** `if (…) { … } else if (…) { … } else { … }`, without what has nothing to do at the end. */
export function branches(all: readonly Branch[]): Lines {
  const last = all.findLastIndex(({ lines }) => lines.length > 0);
  const [first, ...others] = all.slice(0, last + 1);
  if (first === undefined) return [];
  if (first.test === undefined) return first.lines;
  if (others.length === 0 && first.lines.length === 1) return [`if (${first.test}) ${first.lines.join("")}`];
  const start = block(`if (${first.test})`, first.lines);
  return others.reduce<Lines>((sofar, branch) => [...sofar.slice(0, -1), ...otherwise(branch)], start);
}

/** What to do where a test holds, and nothing else. */
export const when = (test: Code, lines: Lines): Lines => branches([{ test, lines }]);

/** What follows the lines of another branch, instead of the brace that ends them. */
function otherwise({ test, lines }: Branch): Lines {
  const [only, ...more] = lines;
  if (test !== undefined) return block(`} else if (${test})`, lines);
  if (only?.startsWith("if (") === true && more.length === 0) return [`} else ${only}`];
  return block("} else", lines);
}
