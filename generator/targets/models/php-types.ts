import type { Definitions } from "../../schema/definitions.js";
import type { SchemaObject } from "../../schema/dialect.js";
import { hasInvisible } from "../../text/invisible.js";
import { wrapText } from "../../text/wrap.js";
import { isPhpClass, toPhpName } from "./php-name.js";
import { describeValue } from "./php-value.js";

/** A class or an enum, as the layout shows it. */
export interface PhpType {
  readonly name: string;
  /** Lines. */
  readonly comment: readonly string[];
  /** Of an enum; a class has none. */
  readonly cases: readonly { readonly name: string; readonly value: string }[];
  readonly properties: readonly PhpProperty[];
}

interface PhpProperty {
  readonly name: string;
  readonly comment: readonly string[];
  /** Its declaration among the parameters of the constructor. */
  readonly declaration: string;
  /** The expression that takes it out of `$json`. */
  readonly read: string;
  /** Whether it goes out without a value, too: as null. */
  readonly always: boolean;
}

/**
 * The contract as PHP 8.1. The library writes PHP as well, but megabytes of it, which warn about each property that is
 * left out, and write null for it.
 */
export const toPhpTypes = (definitions: Definitions): readonly PhpType[] =>
  [...definitions]
    .filter(([, schema]) => isPhpClass(schema))
    .map(([name, schema]) =>
      schema["enum"] === undefined ? toClass(name, schema, definitions) : toEnum(name, schema),
    );

function toClass(name: string, schema: SchemaObject, definitions: Definitions): PhpType {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, SchemaObject>>;
    readonly required?: readonly string[];
  };
  return {
    name: toPhpName(name),
    comment: toLines(schema["description"], 0),
    cases: [],
    properties: Object.entries(properties).map(([property, each]) =>
      toProperty(property, each, { holder: name, isRequired: required.includes(property), definitions }),
    ),
  };
}

interface Place {
  readonly holder: string;
  readonly isRequired: boolean;
  readonly definitions: Definitions;
}

function toProperty(
  name: string,
  schema: SchemaObject,
  { holder, isRequired, definitions }: Place,
): PhpProperty {
  const { type, documented, isNullable, read } = describeValue(schema, definitions);
  const json = `$json->${name}`;
  const mayBeNull = !isRequired || isNullable;
  const missing = `${json} ?? throw new UnexpectedValueException('${holder} has no ${name}.')`;
  return {
    name,
    comment: [
      ...toLines(schema["description"], 8),
      ...(documented === type ? [] : [`@var ${documented}${mayBeNull ? "|null" : ""}`]),
    ],
    declaration: `${mayBeNull ? toNullable(type) : type} $${name}${isRequired ? "" : " = null"}`,
    read: mayBeNull ? `isset(${json}) ? ${read(json)} : null` : read(missing),
    always: isRequired,
  };
}

function toNullable(type: string): string {
  if (type === "mixed") return type;
  return type.includes("|") ? `${type}|null` : `?${type}`;
}

const toEnum = (name: string, schema: SchemaObject): PhpType => ({
  name: toPhpName(name),
  comment: toLines(schema["description"], 0),
  cases: (schema["enum"] as readonly unknown[])
    .filter((value) => typeof value === "string")
    .map((value, index) => ({ name: toCaseName(value, index), value: toPhpText(value) })),
  properties: [],
});

/** The value itself where it is a name. */
const toCaseName = (value: string, index: number): string =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(value) ? toPhpName(value) : `Value${index}`;

/** A literal that reads back as exactly this, and hides no character. */
function toPhpText(text: string): string {
  if (!hasInvisible(text)) return `'${text.replace(/[\\']/g, "\\$&")}'`;
  const shown = Array.from(text.replace(/[\\"$]/g, "\\$&"), (character) =>
    hasInvisible(character) ? `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}` : character,
  );
  return `"${shown.join("")}"`;
}

const toLines = (description: unknown, indent: number): readonly string[] =>
  typeof description === "string" ? wrapText(description, 110 - indent) : [];
