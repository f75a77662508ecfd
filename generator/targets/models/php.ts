import type { SchemaObject } from "../../schema/dialects.js";
import { hasInvisible } from "../../text/quote.js";
import { wrapText } from "../../text/words.js";
import { indexReferences, type Contract, type References } from "./model-schema.js";

/** A class or an enum, as the layout shows it. */
export interface PhpType {
  readonly name: string;
  /** Lines. */
  readonly comment: readonly string[];
  /** Of an enum; a class has none. */
  readonly cases: readonly { readonly name: string; readonly value: string }[];
  readonly properties: readonly PhpProperty[];
}

/** A parameter of the constructor. */
interface PhpProperty {
  readonly comment: readonly string[];
  /** What the reader has to know besides the type. */
  readonly attributes: readonly string[];
  readonly declaration: string;
}

/** The contract as PHP 8.1, which `MplusJson.php` reads. The library writes PHP as well, but megabytes of it, and null for what is left out. */
export function toPhpTypes({ schemas, lenient }: Contract): readonly PhpType[] {
  const references = indexReferences(schemas);
  return [...schemas]
    .filter(([, schema]) => isPhpType(schema))
    .map(([name, { description, properties = {}, required = [], enum: values }]) => ({
      name: toPhpName(name),
      comment: toLines(description, 0),
      cases: toCases(((values ?? []) as readonly unknown[]).filter((value) => typeof value === "string")),
      properties: Object.entries(properties as Readonly<Record<string, SchemaObject>>).map(
        ([property, schema]) =>
          toProperty(property, schema, {
            references,
            isRequired: (required as readonly string[]).includes(property),
            isLenient: lenient.get(name)?.has(property) === true,
          }),
      ),
    }));
}

interface Place {
  readonly references: References;
  readonly isRequired: boolean;
  readonly isLenient: boolean;
}

function toProperty(
  name: string,
  schema: SchemaObject,
  { references, isRequired, isLenient }: Place,
): PhpProperty {
  const { types, items = "mixed" } = toPhpValue(schema, references);
  const some = [
    ...new Set(types.filter((type) => type !== "null")),
    ...(isRequired && !types.includes("null") ? [] : ["null"]),
  ];
  const type = types.includes("mixed") ? "mixed" : some.join("|").replace(/^(\w+)\|null$/, "?$1");
  const documented = some.map((each) => (each === "array" ? `list<${items}>` : each)).join("|");
  return {
    comment: [...describe(schema), ...(types.includes("array") ? [`@var ${documented}`] : [])],
    attributes: [
      ...(items === "mixed" ? [] : [formatItems(items)]),
      ...(isLenient && !isRequired ? ["Undocumented"] : []),
    ],
    // `$this` is the object itself. No property of the contract has an underscore in its name.
    declaration: `${type} $${name === "this" ? "this_" : name}${isRequired ? "" : " = null"}`,
  };
}

const formatItems = (type: string): string =>
  `ListOf(${Object.values(scalars).includes(type) ? `'${type}'` : `${type}::class`})`;

/** What a value is in PHP: one of these types. */
interface PhpValue {
  readonly types: readonly string[];
  /** The type of the items, if it may be a list. */
  readonly items?: string | undefined;
}

function toPhpValue(schema: SchemaObject, references: References): PhpValue {
  const [name, target] = references.get(schema["$ref"]) ?? [undefined, schema];
  if (name !== undefined && isPhpType(target)) return { types: [toPhpName(name)] };
  if (Array.isArray(target["anyOf"])) {
    const values = (target["anyOf"] as readonly SchemaObject[]).map((each) => toPhpValue(each, references));
    return { types: values.flatMap(({ types }) => types), items: values.find(({ items }) => items)?.items };
  }
  const types = ([target["type"] ?? "any"].flat() as string[]).map((type) => scalars[type] ?? "mixed");
  if (!types.includes("array")) return { types };
  const [item = "mixed", ...others] = toPhpValue((target["items"] ?? {}) as SchemaObject, references).types;
  return { types, items: others.length > 0 ? "mixed" : item };
}

const scalars: Readonly<Record<string, string>> = {
  string: "string",
  boolean: "bool",
  integer: "int",
  number: "float",
  array: "array",
  null: "null",
  // Whatever is in it stays as it came.
  object: "stdClass",
};

/** Whether a definition becomes a class or an enum: texts and objects that nothing is known of do not. */
const isPhpType = ({ properties, additionalProperties, enum: values }: SchemaObject): boolean =>
  values !== undefined ||
  (properties !== undefined &&
    (additionalProperties === false || Object.keys(properties as object).length > 0));

/** The name of a type as PHP takes it. */
const toPhpName = (name: string): string => (reserved.has(name.toLowerCase()) ? `${name}_` : name);

/** What may be no name of a class: https://www.php.net/manual/en/reserved.php, and what the file itself uses. */
const reserved: ReadonlySet<string> = new Set(
  (
    "abstract and array as bool break callable case catch class clone const continue declare default die do echo else " +
    "elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit extends false final finally float fn " +
    "for foreach from function global goto if implements include include_once instanceof insteadof int interface " +
    "isset iterable list match mixed namespace never new null object or parent print private protected public " +
    "readonly require require_once return self static string switch throw trait true try unset use var void while " +
    "xor yield jsonserializable stdclass json listof undocumented invalidbody"
  ).split(" "),
);

/** What is deprecated is said by a tag, which editors strike through, and by nothing else. */
function describe({ description, deprecated }: SchemaObject): readonly string[] {
  const text = typeof description === "string" ? description : "";
  const tagAt = deprecated === true ? text.lastIndexOf("Deprecated") : -1;
  if (tagAt < 0) return toLines(text, 8);
  const tag = toLines(`@deprecated ${text.slice(tagAt + "Deprecated".length).replace(/^[:\s]+/, "")}`, 8);
  return [...toLines(text.slice(0, tagAt).trim(), 8), ...tag];
}

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
