import { isArray, isObject, type Json, type JsonObject } from "../../json.js";
import { joinPointer } from "../../spec/pointer.js";

/** The keywords of JSON Schema that the schema of scenarios is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema | true;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly properties?: Readonly<Record<string, Schema | true>>;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  /** What a pattern means, in words. */
  readonly $comment?: string;
  /** At the root alone. */
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** A keyword that a part of a scenario does not fit. */
export interface Misfit {
  readonly keyword: keyof Schema;
  /** Of the part: of an object, where a key is missing or is one too many. */
  readonly pointer: string;
  /** The schema that the keyword is in. */
  readonly schema: Schema;
  readonly value: Json;
  /** The key that is missing, or one too many. */
  readonly key?: string;
}

/**
 * Lists all that does not fit the schema, in the words of ajv. Ajv itself compiles a schema before it looks at a value, which
 * took longer than all else that `simulate` does.
 */
export function listMisfits(value: Json, root: Schema): readonly Misfit[] {
  return walk(value, root, "");

  function walk(value: Json, schema: Schema | true, pointer: string): Misfit[] {
    if (schema === true) return [];
    if (schema.$ref !== undefined) return walk(value, findDefinition(schema.$ref, root), pointer);
    const branches = (schema.anyOf ?? []).map((branch) => walk(value, branch, pointer));
    const isNone = branches.length > 0 && branches.every((each) => each.length > 0);
    const keywords = [...listFaults(value, schema), ...(isNone ? (["anyOf"] as const) : [])];
    return [
      ...(isNone ? branches.flat() : []),
      ...keywords.map((keyword) => ({ keyword, pointer, schema, value })),
      ...(isArray(value) ? walkItems(value, schema, pointer) : []),
      ...(isObject(value) ? walkObject(value, schema, pointer) : []),
    ];
  }

  function walkItems(items: readonly Json[], schema: Schema, pointer: string): Misfit[] {
    return items.flatMap((item, index) => walk(item, schema.items ?? true, joinPointer(pointer, index)));
  }

  function walkObject(value: JsonObject, schema: Schema, pointer: string): Misfit[] {
    const { required = [], properties = {}, propertyNames = true, additionalProperties = true } = schema;
    const missing = required.filter((key) => !Object.hasOwn(value, key));
    const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
    return [
      ...missing.map((key) => ({ keyword: "required" as const, pointer, schema, value, key })),
      ...Object.keys(value).flatMap((key) => walk(key, propertyNames, joinPointer(pointer, key))),
      ...others.flatMap((key) =>
        additionalProperties === false
          ? [{ keyword: "additionalProperties" as const, pointer, schema, value, key }]
          : walk(value[key] ?? null, additionalProperties, joinPointer(pointer, key)),
      ),
      ...Object.entries(properties).flatMap(([key, each]) =>
        Object.hasOwn(value, key) ? walk(value[key] ?? null, each, joinPointer(pointer, key)) : [],
      ),
    ];
  }
}

/** The keywords that a value itself does not fit, whatever is in it. */
function listFaults(value: Json, schema: Schema): (keyof Schema)[] {
  const { type, enum: values, pattern, minimum = -Infinity, maximum = Infinity, minItems = 0 } = schema;
  const faults = {
    type: type !== undefined && ![type].flat().some((each) => isOfType(value, each)),
    enum: values !== undefined && !values.includes(value),
    pattern: pattern !== undefined && typeof value === "string" && !new RegExp(pattern, "u").test(value),
    minimum: typeof value === "number" && value < minimum,
    maximum: typeof value === "number" && value > maximum,
    minItems: isArray(value) && value.length < minItems,
  };
  return (Object.keys(faults) as (keyof typeof faults)[]).filter((keyword) => faults[keyword]);
}

function isOfType(value: Json, type: string): boolean {
  if (type === "null") return value === null;
  if (type === "array") return isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return type === "number" ? Number.isFinite(value) : typeof value === type;
}

const findDefinition = (reference: string, { definitions = {} }: Schema): Schema =>
  definitions[reference.replace("#/definitions/", "")] ?? {};
