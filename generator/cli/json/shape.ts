type Schema = Readonly<Record<string, unknown>>;

/** A JSON Schema that knows the TypeScript type of what it accepts: both are said once. */
export interface Shape<T> {
  readonly schema: Schema;
  /** What the schema refers to, by name. */
  readonly definitions: Readonly<Record<string, Schema>>;
  /** Never there. */
  readonly accepts?: T;
}

/** What a shape accepts, as a type. */
export type Accepted<S> = S extends Shape<infer T> ? T : never;

/** A property that may be missing. */
interface OptionalShape<T> extends Shape<T> {
  readonly isOptional: true;
}

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type OptionalNames<P extends Shapes> = {
  [K in keyof P]: P[K] extends OptionalShape<unknown> ? K : never;
}[keyof P];
type ObjectType<P extends Shapes> = {
  readonly [K in Exclude<keyof P, OptionalNames<P>>]: Accepted<P[K]>;
} & { readonly [K in OptionalNames<P>]?: Accepted<P[K]> | undefined };

/** A schema as it stands. */
export const plain = <T>(schema: Schema): Shape<T> => ({ schema, definitions: {} });

/** A schema that is made of others. */
const compose = <T>(schema: Schema, parts: readonly Shape<unknown>[]): Shape<T> => ({
  schema,
  definitions: Object.assign({}, ...parts.map(({ definitions }) => definitions)) as Shape<T>["definitions"],
});

export const text = (description: string): Shape<string> => plain({ description, type: "string" });

export const whole = (description: string): Shape<number> =>
  plain({ description, type: "integer", minimum: 0 });

export const number = (description: string): Shape<number> => plain({ description, type: "number" });

export const flag = (description: string): Shape<boolean> => plain({ description, type: "boolean" });

/** Any JSON, as far as this shape is concerned. */
export const anything = (description: string): Shape<unknown> => plain({ description });

/** An object whose properties are the contract's, or nobody's. */
export const openObject = (description: string): Shape<Readonly<Record<string, unknown>>> =>
  plain({ description, type: "object" });

/** This text. */
export const exactly = <const T extends string>(value: T): Shape<T> => plain({ const: value });

/** One of these texts. */
export const choice = <const T extends string>(description: string, values: readonly T[]): Shape<T> =>
  plain({ description, enum: values });

export const list = <T>(description: string, items: Shape<T>): Shape<readonly T[]> =>
  compose({ description, type: "array", items: items.schema }, [items]);

export const nullable = <T>(shape: Shape<T>): Shape<T | null> =>
  compose({ anyOf: [shape.schema, { type: "null" }] }, [shape]);

export const optional = <T>(shape: Shape<T>): OptionalShape<T> => ({ ...shape, isOptional: true });

/** An object with these properties and no other. */
export const object = <P extends Shapes>(description: string, properties: P): Shape<ObjectType<P>> => {
  const entries = Object.entries(properties);
  const schema = {
    description,
    type: "object",
    properties: Object.fromEntries(entries.map(([name, shape]) => [name, shape.schema])),
    required: entries.filter(([, shape]) => !("isOptional" in shape)).map(([name]) => name),
    additionalProperties: false,
  };
  return compose(schema, Object.values(properties));
};

/** What one of these accepts. */
export const either = <const S extends readonly Shape<unknown>[]>(...shapes: S): Shape<Accepted<S[number]>> =>
  compose({ anyOf: shapes.map(({ schema }) => schema) }, shapes);

/** A shape that stands under its name, wherever it is used. */
export const named = <T>(name: string, { schema, definitions }: Shape<T>): Shape<T> => ({
  schema: { $ref: `#/$defs/${name}` },
  definitions: { ...definitions, [name]: schema },
});
