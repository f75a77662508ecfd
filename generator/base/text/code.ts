import { toStringLiteral, type StringLiteral } from "./escape.js";

/**
 * Code to emit, and the names in it that the file has to import or the function has to declare. It is made by the
 * template `code` and the functions beside it only, none of which takes a raw string: no text of the spec becomes
 * code by accident, and nobody has to search emitted text for what it uses.
 */
export interface Code {
  readonly text: string;
  readonly uses: readonly string[];
}

/** Code of our own around values that are code, or are fit to stand in code. It is called a hundred thousand times. */
export function code(
  texts: TemplateStringsArray,
  ...parts: readonly (Code | StringLiteral | number)[]
): Code {
  let text = texts[0] ?? "";
  let uses: readonly string[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === "object") {
      text += part.text;
      if (part.uses.length > 0) uses = uses.length > 0 ? [...uses, ...part.uses] : part.uses;
    } else text += String(part);
    text += texts[index + 1] ?? "";
  }
  return { text, uses };
}

/** Several expressions as one. */
export const joinCode = (parts: readonly Code[], separator: ", " | " && " | " || " | " | "): Code => ({
  text: parts.map(({ text }) => text).join(separator),
  uses: parts.flatMap(({ uses }) => uses),
});

const identifier = /^[A-Za-z_$][\w$]*$/;

/** A name of the spec as a name in code; the spec is linted, so that one that cannot be one is our bug. */
export function toIdentifier(name: string): Code {
  if (!identifier.test(name)) throw new Error(`${JSON.stringify(name)} is not an identifier`);
  return { text: name, uses: [] };
}

/** Reads a property: `value.name`, or `value["a name"]`. */
export const accessProperty = (value: Code, name: string): Code =>
  identifier.test(name) ? code`${value}.${toIdentifier(name)}` : code`${value}[${toStringLiteral(name)}]`;

/** A name as the key of an object literal; without brackets `__proto__` would set the prototype. */
export function toPropertyKey(name: string): Code {
  if (name === "__proto__") return code`["__proto__"]`;
  return identifier.test(name) ? toIdentifier(name) : code`${toStringLiteral(name)}`;
}

/** An object literal of these keys and expressions. */
export const toObjectLiteral = (entries: readonly (readonly [string, Code])[]): Code =>
  entries.length === 0
    ? code`{}`
    : code`{ ${joinCode(
        entries.map(([key, value]) => code`${toPropertyKey(key)}: ${value}`),
        ", ",
      )} }`;

/** Plain data, as it is written in JSON. */
export type PlainData = string | number | boolean | null | readonly PlainData[] | object;

/** An expression that reads back as exactly this data. */
export function toLiteral(data: PlainData): Code {
  if (data === null) return code`null`;
  if (typeof data === "boolean") return data ? code`true` : code`false`;
  if (typeof data === "string") return code`${toStringLiteral(data)}`;
  if (typeof data === "number") return code`${data}`;
  if (Array.isArray(data)) return code`[${joinCode((data as readonly PlainData[]).map(toLiteral), ", ")}]`;
  return toObjectLiteral(toCodeEntries(data));
}

/** The properties of some data as code. */
export const toCodeEntries = (data: object): [string, Code][] =>
  Object.entries(data as Readonly<Record<string, PlainData>>).map(([key, value]) => [key, toLiteral(value)]);
