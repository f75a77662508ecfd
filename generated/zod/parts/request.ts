// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import * as z from "zod";
import { $constructor } from "zod/v4/core";

/** How what a shop sends is read: leniently, as the validators of this output do. */

/** What else the schema of an object in a request knows, if there is more to know. */
export interface Reading {
  /** Older spellings of properties, and what each is read as. */
  readonly older?: Readonly<Record<string, string>>;
  readonly inlined?: Inlined;
}

/** A property whose object's properties may stand directly in its holder. */
export interface Inlined {
  readonly property: string;
  /** The object that the property holds. */
  readonly inner: z.ZodObject;
  /** Set where the property may be null: then nulls in its place are that null. */
  readonly nullable?: true;
}

/**
 * An object. Unknown properties are kept, though the type does not have them: a newer release must break nothing. The
 * shape comes as a function, so that a bundler can leave out an object that nobody uses.
 */
export const object = <Shape extends z.ZodRawShape>(shape: () => Shape, reading: Reading = {}) =>
  createObject(shape(), reading) as unknown as z.ZodObject<Shape>;

/** An object of which not every property is documented: its type has the others as `unknown`. */
export const openObject = <Shape extends z.ZodRawShape>(shape: () => Shape, reading: Reading = {}) =>
  createObject(shape(), reading) as unknown as z.ZodObject<Shape, z.core.$loose>;

/** An object of which no property is known: zod would infer that it has none. */
export const emptyObject = () => createObject({}, {}) as unknown as z.ZodType<object, object>;

/** A property that may be absent. A null counts as absent, and is left out. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .optional(z.nullable(schema))
    .overwrite((value) => value ?? undefined) as unknown as z.ZodExactOptional<Schema>;

/** A property that may be absent, and may be null. */
export const nullish = <Schema extends z.ZodType>(schema: Schema) =>
  z.optional(z.nullable(schema)) as unknown as z.ZodExactOptional<z.ZodNullable<Schema>>;

/** A property of which nobody documents what it holds: a value that does not fit is left out. */
export const lenient = <Schema extends z.ZodType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined) as unknown as z.ZodExactOptional<Schema>;

interface RequestObjectDef extends z.core.$ZodObjectDef {
  readonly reading: Reading;
}

/** An object of zod in every respect, so that `pick`, `extend` and the like keep how it is read. */
const RequestObject: $constructor<z.ZodObject, RequestObjectDef> = /* @__PURE__ */ $constructor(
  "RequestObject",
  (schema, def) => {
    beZodObject.init(schema, def);
    const parse = schema._zod.parse.bind(schema._zod);
    schema._zod.parse = (payload, context) => {
      payload.value = arrange(payload.value, def);
      const parsed = parse(payload, context);
      return parsed instanceof Promise ? parsed.then(leaveOut) : leaveOut(parsed);
    };
  },
);

/** TypeScript wants the type of what asserts a type to be written out. */
const beZodObject: $constructor<z.ZodObject, RequestObjectDef> = z.ZodObject;

const createObject = (shape: z.ZodRawShape, reading: Reading): z.ZodObject =>
  new RequestObject({ type: "object", shape, catchall: z.unknown(), reading });

/** Brings everything to its canonical place. */
function arrange(value: unknown, { reading: { older, inlined }, shape }: RequestObjectDef): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const renamed = older ? rename(value, older) : value;
  return inlined ? takeIn(renamed, inlined, Object.keys(shape)) : renamed;
}

/** If both names are present, the older one is just an unknown property: both stay. */
const rename = (value: object, older: Readonly<Record<string, string>>): object =>
  Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const canonical = Object.hasOwn(older, name) ? older[name] : undefined;
      return [canonical === undefined || Object.hasOwn(value, canonical) ? name : canonical, part as unknown];
    }),
  );

/** Where the property is absent, moves those that stand in its place into it. */
function takeIn(value: object, { property, inner, nullable }: Inlined, own: readonly string[]): object {
  const current = Object.hasOwn(value, property) ? (value as Record<string, unknown>)[property] : undefined;
  if (current !== undefined && (current !== null || nullable)) return value;
  const isTaken = ([name, part]: [string, unknown]): boolean =>
    part !== undefined && !own.includes(name) && Object.hasOwn(inner.shape, name);
  const entries = Object.entries(value);
  const taken = entries.filter(isTaken);
  if (taken.length === 0) return value;
  const isNull = nullable && taken.every(([, part]) => part === null);
  const rest = Object.fromEntries(entries.filter((entry) => !isTaken(entry)));
  return { ...rest, [property]: isNull ? null : Object.fromEntries(taken) };
}

/** Zod keeps the name of what became undefined. */
function leaveOut(payload: z.core.ParsePayload): z.core.ParsePayload {
  const { value, issues } = payload;
  if (issues.length > 0 || typeof value !== "object" || value === null) return payload;
  for (const [name, part] of Object.entries(value))
    if (part === undefined) Reflect.deleteProperty(value, name);
  return payload;
}
