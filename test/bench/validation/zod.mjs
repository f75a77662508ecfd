import { z } from "zod";

/** An optional number of bounds, each a method of zod. */
const bounded = (schema, bounds) =>
  Object.entries(bounds).reduce(
    (all, [method, value]) => (value === undefined ? all : all[method](value)),
    schema,
  );

const formats = {
  date: () => z.iso.date(),
  "date-time": () => z.iso.datetime({ offset: true }),
  uri: () => z.url(),
  uuid: () => z.guid(),
};

/** The parts of zod 4. What is open strips what it does not know: its default, and the fastest that it has. */
export const zod = {
  unknown: () => z.unknown(),
  never: () => z.never(),
  null: () => z.null(),
  boolean: () => z.boolean(),
  number: ({ minimum, maximum }) => bounded(z.number(), { min: minimum, max: maximum }),
  integer: ({ minimum, maximum }) => bounded(z.int(), { min: minimum, max: maximum }),
  enum: (values) => z.enum(values),
  string: ({ formats: names, minLength, maxLength }) => {
    const bounds = { min: minLength, max: maxLength };
    if (names.length === 0) return bounded(z.string(), bounds);
    const choices = names.map((name) => bounded(formats[name](), bounds));
    return choices.length === 1 ? choices[0] : z.union(choices);
  },
  array: (items, { minItems, maxItems }) => bounded(z.array(items), { min: minItems, max: maxItems }),
  object: (parts, { closed }) => (closed ? z.strictObject(parts) : z.object(parts)),
  optional: (schema) => z.optional(schema),
  union: (schemas) => z.union(schemas),
  oneOf: (schema, names) => schema.refine((value) => names.some((name) => value[name] !== undefined)),
};

/** Whether a value fits a schema of zod. */
export const checkWithZod = (schema) => (value) => schema.safeParse(value).success;
