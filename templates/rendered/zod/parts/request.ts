import * as z from "zod";
import { $constructor } from "zod/v4/core";

/** Reads requests leniently, like the validators. */

export interface Reading {
  /** By older spelling. */
  readonly older?: Readonly<Record<string, string>>;
  readonly inlined?: Inlined;
}

/** An object whose properties may also be sent directly in its parent. */
export interface Inlined {
  readonly property: string;
  readonly inner: z.ZodObject;
  /**
   * True if the property may be null. If its properties in the parent are all null, they then count as a null object.
   */
  readonly nullable?: true;
}

/**
 * An object. Keeps unknown properties, even though its type lacks them, so that newer releases break nothing. The
 * shape is a function so that bundlers can drop unused objects.
 */
export const object = <Shape extends z.ZodRawShape>(shape: () => Shape, reading: Reading = {}) =>
  createObject(shape(), reading) as unknown as z.ZodObject<Shape>;

/** An object with undocumented properties, whose type is `unknown`. */
export const openObject = <Shape extends z.ZodRawShape>(shape: () => Shape, reading: Reading = {}) =>
  createObject(shape(), reading) as unknown as z.ZodObject<Shape, z.core.$loose>;

/** An object without known properties. Zod would infer an object without any properties. */
export const emptyObject = () => createObject({}, {}) as unknown as z.ZodType<object, object>;

/** A property that may be absent. A null counts as absent and is left out. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .optional(z.nullable(schema))
    .overwrite((value) => value ?? undefined) as unknown as z.ZodExactOptional<Schema>;

/** A property that may be absent or null. */
export const nullish = <Schema extends z.ZodType>(schema: Schema) =>
  z.optional(z.nullable(schema)) as unknown as z.ZodExactOptional<z.ZodNullable<Schema>>;

/** A property with undocumented contents: a value that does not fit is left out. */
export const lenient = <Schema extends z.ZodType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined) as unknown as z.ZodExactOptional<Schema>;

interface RequestObjectDef extends z.core.$ZodObjectDef {
  readonly reading: Reading;
}

/** A regular zod object, so that `pick`, `extend` and the like keep its reading rules. */
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

/** TypeScript requires an explicit type on assertion functions. */
const beZodObject: $constructor<z.ZodObject, RequestObjectDef> = z.ZodObject;

const createObject = (shape: z.ZodRawShape, reading: Reading): z.ZodObject =>
  new RequestObject({ type: "object", shape, catchall: z.unknown(), reading });

function arrange(value: unknown, { reading: { older, inlined }, shape }: RequestObjectDef): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const renamed = older ? rename(value, older) : value;
  return inlined ? takeIn(renamed, inlined, Object.keys(shape)) : renamed;
}

/** If both names are present, both stay: the older one is just an unknown property. */
const rename = (value: object, older: Readonly<Record<string, string>>): object =>
  Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const canonical = Object.hasOwn(older, name) ? older[name] : undefined;
      return [canonical === undefined || Object.hasOwn(value, canonical) ? name : canonical, part as unknown];
    }),
  );

/** If the object is absent, creates it from the parent's properties. */
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

/** Zod keeps the keys of undefined values. */
function leaveOut(payload: z.core.ParsePayload): z.core.ParsePayload {
  const { value, issues } = payload;
  if (issues.length > 0 || typeof value !== "object" || value === null) return payload;
  for (const [name, part] of Object.entries(value))
    if (part === undefined) Reflect.deleteProperty(value, name);
  return payload;
}
