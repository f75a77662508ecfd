import { z } from "zod";

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

/**
 * Validates with zod 4 by one of our JSON Schemas, as a user would write it by hand: each object once, without
 * unneeded options. Open objects strip unknown properties, which is zod's default and its fastest mode.
 */
export function checkWithZod({ $ref, definitions }) {
  const objects = new Map();
  const refer = (ref) => {
    const name = ref.replace("#/definitions/", "");
    if (!objects.has(name)) objects.set(name, part(definitions[name]));
    return objects.get(name);
  };
  const part = (schema) => {
    if (typeof schema === "boolean") return schema ? z.unknown() : z.never();
    if (Object.keys(schema).length === 0) return z.unknown();
    if (schema.$ref) return refer(schema.$ref);
    if (schema.anyOf && !schema.type) return z.union(schema.anyOf.map(part));
    if (!Array.isArray(schema.type)) return kinds[schema.type](schema);
    return z.union(schema.type.map((type) => kinds[type](schema)));
  };
  const kinds = {
    null: () => z.null(),
    boolean: () => z.boolean(),
    number: ({ minimum: min, maximum: max }) => bounded(z.number(), { min, max }),
    integer: ({ minimum: min, maximum: max }) => bounded(z.int(), { min, max }),
    string: ({ enum: values, anyOf, format, minLength: min, maxLength: max }) => {
      if (values) return z.enum(values);
      const names = anyOf?.map((each) => each.format) ?? (format ? [format] : []);
      const choices = names.map((name) => bounded(formats[name](), { min, max }));
      if (choices.length === 0) return bounded(z.string(), { min, max });
      return choices.length === 1 ? choices[0] : z.union(choices);
    },
    array: ({ items = false, minItems: min, maxItems: max }) => bounded(z.array(part(items)), { min, max }),
    object: ({ properties = {}, required = [], allOf = [], additionalProperties }) => {
      const parts = Object.entries(properties).map(([name, schema]) => [
        name,
        required.includes(name) ? part(schema) : z.optional(part(schema)),
      ]);
      const object = (additionalProperties === false ? z.strictObject : z.object)(Object.fromEntries(parts));
      const spellings = allOf.map(({ anyOf }) => anyOf.map((choice) => choice.required[0]));
      return spellings.reduce(
        (whole, names) => whole.refine((value) => names.some((name) => value[name] !== undefined)),
        object,
      );
    },
  };
  const schema = refer($ref);
  return (value) => schema.safeParse(value).success;
}
