import type { JSONSchema } from "json-schema-to-typescript";
import { toStringLiteral, type StringLiteral } from "../../text/escape.js";

export type { JSONSchema };

/** A named type to declare. All names and all text in it are already fit for TypeScript. */
export interface Declaration {
  readonly name: string;
  /** The text of its doc comment; empty for none. */
  readonly comment: string;
  readonly schema: JSONSchema;
  /** The interfaces that it extends. */
  readonly bases?: readonly Base[];
}

/** An interface that another extends, maybe without some of its properties. */
export interface Base {
  readonly name: string;
  readonly without?: readonly string[];
}

/**
 * Declares types, unformatted. This is the one door to json-schema-to-typescript, which loads when it is first needed, and is
 * called once; it gets names of ours and comments that are already escaped, never the spec. The comments before them and what an
 * interface extends are written here: the library cannot extend a part of an interface.
 */
export async function declareTypes(declarations: readonly Declaration[]): Promise<readonly string[]> {
  const { compile } = await import("json-schema-to-typescript");
  const properties = declarations.map(
    ({ name, schema }) => [`is${name}`, { title: name, ...schema }] as const,
  );
  const whole: JSONSchema = { type: "object", properties: Object.fromEntries(properties) };
  const code = await compile(whole, "All of them", { bannerComment: "", format: false });
  const found = new Map(
    code.split(/^(?=export )/m).map((text) => [/^export \w+ (\w+)/.exec(text)?.[1], text]),
  );
  return declarations.map(({ name, comment, bases = [] }) => {
    const text = found.get(name);
    if (text === undefined) throw new Error(`json-schema-to-typescript did not declare ${name}`);
    return toComment(comment) + (bases.length === 0 ? text : extendBases(name, bases, text)).trim();
  });
}

function extendBases(name: string, bases: readonly Base[], code: string): string {
  const head = `export interface ${name} `;
  if (!code.startsWith(head))
    throw new Error(`json-schema-to-typescript did not declare ${name} as an interface`);
  return `${head}extends ${bases.map(toBaseText).join(", ")} ${code.slice(head.length)}`;
}

const toBaseText = ({ name, without = [] }: Base): string =>
  without.length === 0
    ? name
    : `Omit<${name}, ${without.map((property) => toStringLiteral(property)).join(" | ")}>`;

const toComment = (text: string): string => (text === "" ? "" : `/**\n${text.replace(/^/gm, " * ")}\n */\n`);

/** Refers to a type that is declared under this name. */
export const toReference = (name: string): JSONSchema => ({ tsType: name });

/** A type that json-schema-to-typescript has no schema for, written by us. */
export const toVerbatim = (type: "never" | "unknown" | "bigint" | StringLiteral): JSONSchema => ({
  tsType: type,
});
