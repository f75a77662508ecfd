import type { Definitions } from "../../schema/schemas.js";
import type { SchemaObject } from "../../schema/dialects.js";
import { hasInvisible } from "../../text/quote.js";
import { wrapText } from "../../text/words.js";
import { indexReferences, type References } from "./model-schema.js";
import { isPhpClass, toPhpName, toVariableName } from "./php-name.js";
import type { Lenient } from "./lenient.js";
import { describeValue, type PhpValue } from "./php-value.js";

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
  /** In JSON. */
  readonly name: string;
  /** In PHP. */
  readonly variable: string;
  readonly comment: readonly string[];
  /** Its declaration among the parameters of the constructor. */
  readonly declaration: string;
  /** The expression that takes it out of `$json`. */
  readonly read: string;
  /** The expression that goes into JSON. */
  readonly write: string;
  /** Whether it goes out without a value, too: as null. */
  readonly always: boolean;
}

/**
 * The contract as PHP 8.1. The library writes PHP as well, but megabytes of it, which warn about each property that is
 * left out, and write null for it.
 */
export function toPhpTypes(definitions: Definitions, lenient: Lenient): readonly PhpType[] {
  const contract = { references: indexReferences(definitions), lenient };
  return [...definitions]
    .filter(([, schema]) => isPhpClass(schema))
    .map(([name, schema]) =>
      schema["enum"] === undefined ? toClass(name, schema, contract) : toEnum(name, schema),
    );
}

interface Contract {
  readonly references: References;
  readonly lenient: Lenient;
}

function toClass(name: string, schema: SchemaObject, contract: Contract): PhpType {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, SchemaObject>>;
    readonly required?: readonly string[];
  };
  return {
    name: toPhpName(name),
    comment: toLines(schema["description"], 0),
    cases: [],
    properties: Object.entries(properties).map(([property, each]) =>
      toProperty(property, each, { ...contract, holder: name, isRequired: required.includes(property) }),
    ),
  };
}

interface Place extends Contract {
  readonly holder: string;
  readonly isRequired: boolean;
}

function toProperty(name: string, schema: SchemaObject, place: Place): PhpProperty {
  const { holder, isRequired, references, lenient } = place;
  const value = describeValue(schema, references);
  const mayBeNull = !isRequired || value.isNullable;
  const type = mayBeNull ? toNullable(value.type) : value.type;
  const isLenient = !isRequired && lenient.get(holder)?.has(name) === true;
  const read = readProperty(name, value, place);
  const variable = toVariableName(name);
  const write = value.write(`$this->${variable}`);
  return {
    name,
    variable,
    comment: [
      ...describe(schema),
      ...(value.documented === value.type ? [] : [`@var ${value.documented}${mayBeNull ? "|null" : ""}`]),
    ],
    declaration: `${type} $${variable}${isRequired ? "" : " = null"}`,
    read: isLenient ? `readIfFits(static fn (): ${type} => ${read})` : read,
    write:
      isRequired && mayBeNull && write !== `$this->${variable}`
        ? `$this->${variable} === null ? null : ${write}`
        : write,
    always: isRequired,
  };
}

/** Where null is a value, only what is not there is missing. */
function readProperty(name: string, { isNullable, read }: PhpValue, { holder, isRequired }: Place): string {
  const json = `$json->${name}`;
  const missing = `throw new UnexpectedValueException('${holder} has no ${name}.')`;
  if (!isRequired) return `isset(${json}) ? ${read(json)} : null`;
  return isNullable
    ? `isset(${json}) ? ${read(json)} : (property_exists($json, '${name}') ? null : ${missing})`
    : read(`(${json} ?? ${missing})`);
}

/** What is deprecated is said by a tag, which editors strike through, and by nothing else. */
function describe({ description, deprecated }: SchemaObject): readonly string[] {
  const text = typeof description === "string" ? description : "";
  const tagAt = deprecated === true ? text.lastIndexOf("Deprecated") : -1;
  if (tagAt < 0) return toLines(text, 8);
  const tag = toLines(`@deprecated ${text.slice(tagAt + "Deprecated".length).replace(/^[:\s]+/, "")}`, 8);
  return [...toLines(text.slice(0, tagAt).trim(), 8), ...tag];
}

function toNullable(type: string): string {
  if (type === "mixed") return type;
  return type.includes("|") ? `${type}|null` : `?${type}`;
}

const toEnum = (name: string, schema: SchemaObject): PhpType => ({
  name: toPhpName(name),
  comment: toLines(schema["description"], 0),
  cases: toCases((schema["enum"] as readonly unknown[]).filter((value) => typeof value === "string")),
  properties: [],
});

/** A value is its own name where it is one; the others are counted, past the names that are taken. */
function toCases(values: readonly string[]): PhpType["cases"] {
  const isName = (value: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(value);
  const taken = new Set(values.filter(isName).map(toPhpName));
  const toFreeName = (count: number): string => {
    const name = `Value${count}`;
    return taken.has(name) ? toFreeName(count + 1) : (taken.add(name), name);
  };
  return values.map((value, index) => ({
    name: isName(value) ? toPhpName(value) : toFreeName(index),
    value: toPhpText(value),
  }));
}

/** A literal that reads back as exactly this, and hides no character. */
function toPhpText(text: string): string {
  if (!hasInvisible(text)) return `'${text.replace(/[\\']/g, "\\$&")}'`;
  const shown = Array.from(text.replace(/[\\"$]/g, "\\$&"), (character) =>
    hasInvisible(character) ? `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}` : character,
  );
  return `"${shown.join("")}"`;
}

const toLines = (description: unknown, indent: number): readonly string[] =>
  typeof description === "string" && description !== "" ? wrapText(description, 110 - indent) : [];
