import * as v from "valibot";

const piped = (schema, actions) => (actions.length === 0 ? schema : v.pipe(schema, ...actions));

const actions = (pairs) => pairs.flatMap(([action, value]) => (value === undefined ? [] : [action(value)]));

const formats = { date: v.isoDate, "date-time": v.isoTimestamp, uri: v.url, uuid: v.uuid };

const numberBounds = ({ minimum, maximum }) =>
  actions([
    [v.minValue, minimum],
    [v.maxValue, maximum],
  ]);

/** The parts of valibot. What is open strips what it does not know, its default. */
export const valibot = {
  unknown: () => v.unknown(),
  never: () => v.never(),
  null: () => v.null(),
  boolean: () => v.boolean(),
  number: (bounds) => piped(v.number(), numberBounds(bounds)),
  integer: (bounds) => piped(v.number(), [v.integer(), ...numberBounds(bounds)]),
  enum: (values) => v.picklist(values),
  string: ({ formats: names, minLength, maxLength }) => {
    const bounds = actions([
      [v.minLength, minLength],
      [v.maxLength, maxLength],
    ]);
    if (names.length === 0) return piped(v.string(), bounds);
    const choices = names.map((name) => piped(v.string(), [formats[name](), ...bounds]));
    return choices.length === 1 ? choices[0] : v.union(choices);
  },
  array: (items, { minItems, maxItems }) =>
    piped(
      v.array(items),
      actions([
        [v.minLength, minItems],
        [v.maxLength, maxItems],
      ]),
    ),
  object: (parts, { closed }) => (closed ? v.strictObject(parts) : v.object(parts)),
  optional: (schema) => v.optional(schema),
  union: (schemas) => v.union(schemas),
  oneOf: (schema, names) =>
    v.pipe(
      schema,
      v.check((value) => names.some((name) => value[name] !== undefined)),
    ),
};

/** Whether a value fits a schema of valibot. */
export const checkWithValibot = (schema) => (value) => v.safeParse(schema, value).success;
