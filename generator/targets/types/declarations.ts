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
 * Declares a type, unformatted. This is the one door to json-schema-to-typescript, which loads when it is first
 * needed; it gets names of ours and comments that are already escaped, never the spec, and one type at a time. The
 * comment and what an interface extends are written here: the library cannot extend a part of an interface.
 */
export async function declareType({ name, comment, schema, bases = [] }: Declaration): Promise<string> {
  const { compile } = await import("json-schema-to-typescript");
  const code = await compile({ title: name, ...schema }, name, { bannerComment: "", format: false });
  return toComment(comment) + (bases.length === 0 ? code : extendBases(name, bases, code)).trim();
}

function extendBases(name: string, bases: readonly Base[], code: string): string {
  const head = `export interface ${name} `;
  if (!code.startsWith(head)) throw new Error(`json-schema-to-typescript did not declare ${name} first`);
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
