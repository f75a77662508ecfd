import type { SchemaObject } from "../../schema/dialects.js";
import type { References } from "./model-schema.js";
import { isPhpClass, toPhpName } from "./php-name.js";

/** What a value is in PHP, null apart. */
export interface PhpValue {
  /** As a declaration of PHP has it: `Footer|array`. */
  readonly type: string;
  /** As a comment has it, for checkers: `Footer|list<Footer>`. */
  readonly documented: string;
  readonly isNullable: boolean;
  /** The expression that makes it of what `json_decode` gives, which is in this expression. */
  readonly read: (json: string) => string;
  /** The expression that `json_encode` takes, made of the one that holds the value, which is not null. */
  readonly write: (value: string) => string;
}

/** What a value of a schema is in PHP. */
export function describeValue(schema: SchemaObject, references: References): PhpValue {
  const [name, target] = references.get(schema["$ref"]) ?? [undefined, schema];
  if (name !== undefined && isPhpClass(target)) {
    const type = toPhpName(name);
    return plain(type, target, { read: (json) => `${type}::from(${json})` });
  }
  if (Array.isArray(target["anyOf"]))
    return describeUnion(target["anyOf"] as readonly SchemaObject[], references);
  if (listTypes(target).includes("array"))
    return describeList(target, describeValue((target["items"] ?? {}) as SchemaObject, references));
  const [only, ...others] = listTypes(target)
    .filter((type) => type !== "null")
    .map((type) => scalars[type] ?? "mixed");
  const type = only === undefined || others.length > 0 ? "mixed" : only;
  return plain(type, target, type === "int" ? { read: (json) => `toInt(${json})` } : {});
}

const scalars: Readonly<Record<string, string>> = {
  string: "string",
  boolean: "bool",
  integer: "int",
  number: "float",
  // Whatever is in it stays as it came.
  object: "stdClass",
};

const listTypes = ({ type }: SchemaObject): readonly string[] =>
  type === undefined ? [] : ((Array.isArray(type) ? type : [type]) as readonly string[]);

const plain = (type: string, schema: SchemaObject, more: Partial<PhpValue> = {}): PhpValue => ({
  type,
  documented: type,
  isNullable: type === "mixed" || listTypes(schema).includes("null"),
  read: (json) => json,
  write: (value) => value,
  ...more,
});

function describeList(schema: SchemaObject, item: PhpValue): PhpValue {
  const read = item.isNullable && item.type !== "mixed" ? readNullable(item) : item.read;
  const isAsItCame = read("$item") === "$item";
  return plain("array", schema, {
    documented: `list<${item.documented}${item.isNullable && item.type !== "mixed" ? "|null" : ""}>`,
    // With a gap in its keys it would be an object in JSON.
    write: (value) => `array_values(${value})`,
    read: (json) => (isAsItCame ? json : `array_map(static fn ($item) => ${read("$item")}, ${json})`),
  });
}

const readNullable =
  ({ read }: PhpValue) =>
  (json: string): string =>
    `${json} === null ? null : ${read(json)}`;

/** Null or something else, or a list or something else: nothing else is told apart, as the contract has no other union. */
function describeUnion(schemas: readonly SchemaObject[], references: References): PhpValue {
  const values = schemas.filter(({ type }) => type !== "null").map((each) => describeValue(each, references));
  const isNullable = values.length < schemas.length || values.some((value) => value.isNullable);
  const [only, ...others] = values;
  if (only && others.length === 0) return { ...only, isNullable };
  const list = values.find(({ type }) => type === "array");
  const other = values.find((value) => value !== list);
  if (!list || !other || values.length > 2) return plain("mixed", {});
  return {
    type: `${other.type}|${list.type}`,
    documented: `${other.documented}|${list.documented}`,
    isNullable,
    read: (json) => `is_array(${json}) ? ${list.read(json)} : ${other.read(json)}`,
    write: (value) => `is_array(${value}) ? ${list.write(value)} : ${other.write(value)}`,
  };
}
