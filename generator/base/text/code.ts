import { toStringLiteral, type StringLiteral } from "./escape.js";

/**
 * Code to emit, with the names that it needs: the file imports them or the function declares them. Only the template
 * `code` and the functions beside it create such code, and none of them accepts a raw string. Text from the spec
 * therefore never becomes code by accident, and emitted text is never searched for names.
 */
export interface Code {
  readonly text: string;
  readonly uses: readonly string[];
}

/**
 * Combines our own code with values that are code or safe in code. Each run calls it about a hundred thousand
 * times.
 */
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

export const joinCode = (parts: readonly Code[], separator: ", " | " && " | " || " | " | " = ", "): Code => ({
  text: parts.map(({ text }) => text).join(separator),
  uses: parts.flatMap(({ uses }) => uses),
});

const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * Converts a name of the spec to a name in code.
 * @throws Error if the name is not an identifier, which is our bug because the spec is linted
 */
export function toIdentifier(name: string): Code {
  if (!identifier.test(name)) throw new Error(`${JSON.stringify(name)} is not an identifier`);
  return { text: name, uses: [] };
}

/** A property access: `value.name` or `value["a name"]`. */
export const accessProperty = (value: Code, name: string): Code =>
  identifier.test(name) ? code`${value}.${toIdentifier(name)}` : code`${value}[${toStringLiteral(name)}]`;

/** The key of an object literal. Without brackets, `__proto__` would set the prototype. */
export function toPropertyKey(name: string): Code {
  if (name === "__proto__") return code`["__proto__"]`;
  return identifier.test(name) ? toIdentifier(name) : code`${toStringLiteral(name)}`;
}

export const toObjectLiteral = (entries: readonly (readonly [string, Code])[]): Code =>
  entries.length === 0
    ? code`{}`
    : code`{ ${joinCode(entries.map(([key, value]) => code`${toPropertyKey(key)}: ${value}`))} }`;

export type PlainData = string | number | boolean | null | readonly PlainData[] | object;

export function toLiteral(data: PlainData): Code {
  if (data === null) return code`null`;
  if (typeof data === "boolean") return data ? code`true` : code`false`;
  if (typeof data === "string") return code`${toStringLiteral(data)}`;
  if (typeof data === "number") return code`${data}`;
  if (Array.isArray(data)) return code`[${joinCode((data as readonly PlainData[]).map(toLiteral))}]`;
  return toObjectLiteral(toCodeEntries(data));
}

const toCodeEntries = (data: object): [string, Code][] =>
  Object.entries(data as Readonly<Record<string, PlainData>>).map(([key, value]) => [key, toLiteral(value)]);
