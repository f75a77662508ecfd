import type { JSONSchema } from "json-schema-to-typescript";
import { toStringLiteral, type StringLiteral } from "../../text/literal.js";

export type { JSONSchema };

/** A named type to declare. All names and all text in it are already fit for TypeScript. */
export interface Declaration {
  readonly name: string;
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
 * Declares types through json-schema-to-typescript, and returns each by its name, unformatted. This is the one
 * door to that library, which loads when it is first needed: it is handed names of ours and comments that are already escaped, never the spec.
 */
export async function declareTypes(
  declarations: readonly Declaration[],
): Promise<ReadonlyMap<string, string>> {
  const root: JSONSchema = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(declarations.map(({ name }) => [name, toReference(name)])),
    definitions: Object.fromEntries(
      declarations.map(({ name, schema, bases = [] }) => [
        name,
        // The library's types say a name at `extends`; its code wants references.
        Object.assign({ title: name, ...schema }, { extends: bases.map((base) => toReference(base.name)) }),
      ]),
    ),
  };
  const { compile } = await import("json-schema-to-typescript");
  const code = await compile(root, rootName, { bannerComment: "", format: false });
  const split = splitDeclarations(code);
  return new Map(declarations.map((declaration) => [declaration.name, withoutOmitted(declaration, split)]));
}

/** The library can only extend whole interfaces: what a declaration leaves out of them is written in afterwards. */
function withoutOmitted({ name, bases = [] }: Declaration, split: ReadonlyMap<string, string>): string {
  const code = split.get(name);
  if (code === undefined) throw new Error(`json-schema-to-typescript did not declare ${name}`);
  if (!bases.some(({ without = [] }) => without.length > 0)) return code;
  return code.replace(
    /^(export interface \w+ extends ).*(?= \{$)/m,
    (_, start: string) => start + bases.map(baseText).join(", "),
  );
}

const baseText = ({ name, without = [] }: Base): string =>
  without.length === 0
    ? name
    : `Omit<${name}, ${without.map((property) => toStringLiteral(property)).join(" | ")}>`;

/** Only there so that every declaration is reached; no title of the spec has an underscore. */
const rootName = "Root__";

/** A type that is declared under this name. */
export const toReference = (name: string): JSONSchema => ({ $ref: `#/definitions/${name}` });

/** A type that json-schema-to-typescript has no schema for, written by us. */
export const toVerbatim = (type: "never" | "unknown" | "bigint" | StringLiteral): JSONSchema => ({
  tsType: type,
});

/** Each declaration with the comment before it. Only declarations begin a line with `export`. */
function splitDeclarations(code: string): ReadonlyMap<string, string> {
  const lines = code.split("\n");
  const starts = lines.flatMap((line, index) =>
    line.startsWith("export ") ? [commentStart(lines, index)] : [],
  );
  const parts = starts.map((start, i) =>
    lines
      .slice(start, starts[i + 1])
      .join("\n")
      .trim(),
  );
  const named = parts.map(
    (part) => [/^export (?:interface|type) (\w+)/m.exec(part)?.[1] ?? "", part] as const,
  );
  return new Map(named.filter(([name]) => name !== rootName));
}

function commentStart(lines: readonly string[], index: number): number {
  if (lines[index - 1]?.trim() !== "*/") return index;
  return lines.lastIndexOf("/**", index);
}
