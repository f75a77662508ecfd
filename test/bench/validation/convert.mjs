/**
 * A JSON Schema of ours as a schema of a library for schemas in code, in the way that somebody would write it by hand:
 * each object once, and no option that is not needed. `library` makes the parts.
 */
export function convert({ $ref, definitions }, library) {
  const objects = new Map();
  const refer = (ref) => {
    const name = ref.replace("#/definitions/", "");
    if (!objects.has(name)) objects.set(name, part(definitions[name]));
    return objects.get(name);
  };
  const part = (schema) => {
    if (typeof schema === "boolean") return schema ? library.unknown() : library.never();
    if (schema.$ref) return refer(schema.$ref);
    if (schema.anyOf && !schema.type) return library.union(schema.anyOf.map(part));
    return kinds[schema.type](schema);
  };
  const kinds = {
    null: () => library.null(),
    boolean: () => library.boolean(),
    number: (schema) => library.number(schema),
    integer: (schema) => library.integer(schema),
    string: (schema) => {
      const formats = schema.anyOf?.map(({ format }) => format) ?? (schema.format ? [schema.format] : []);
      return schema.enum ? library.enum(schema.enum) : library.string({ ...schema, formats });
    },
    array: ({ items = false, ...bounds }) => library.array(part(items), bounds),
    object: ({ properties, required, allOf = [], additionalProperties }) => {
      const parts = Object.entries(properties).map(([name, schema]) => [
        name,
        required.includes(name) ? part(schema) : library.optional(part(schema)),
      ]);
      const object = library.object(Object.fromEntries(parts), { closed: additionalProperties === false });
      const spellings = allOf.map(({ anyOf }) => anyOf.map((choice) => choice.required[0]));
      return spellings.reduce((whole, names) => library.oneOf(whole, names), object);
    },
  };
  return refer($ref);
}
