import { toMarkdownText } from "../../base/text/escape.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { KindView } from "../view/view.js";

/** A schema as an object; `true` and `false` are written as `{}` and `{ not: {} }`, which every tool knows. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** Where schemas are written down, and what that place takes. */
export interface SchemaDialect {
  /** The schema that refers to a definition. */
  readonly refer: (name: string) => SchemaObject;
  /** Makes a text fit for a description. */
  readonly describe: (text: string) => string;
  /** Whether a schema says more of a value than its type: bounds, formats, spellings. */
  readonly isExact: boolean;
  /** Whether integers beyond 2^53 - 1 are refused: JSON.parse has already rounded them. */
  readonly isParsed?: boolean;
  /** Whether there is a keyword `examples`. */
  readonly hasExamples: boolean;
  /** Whether keywords may stand beside a reference. */
  readonly allowsBesideReference: boolean;
  /**
   * Who says that a null is documented in place of a definition: the definition itself, for all its places, or the place.
   * Generators for other languages break on a union of a reference and null. In "all places", null says that a property is not there.
   */
  readonly nullsIn: "definitions" | "places" | "required places" | "all places";
  /** A schema with a `type`, for the same values and null. */
  readonly withNull: (schema: SchemaObject) => SchemaObject;
  /** A schema of null and nothing else. */
  readonly onlyNull: SchemaObject;
  /** A schema of all values, and one of none. */
  readonly anything: SchemaObject;
  readonly nothing: SchemaObject;
  /** Schemas of other values that may stand in the place of one of these kinds. */
  readonly substitutes?: (kinds: readonly KindView[]) => readonly SchemaObject[];
  /** Whether required properties come first. */
  readonly requiredFirst?: boolean;
  /** The schema of a kind that is written otherwise than in JSON Schema; undefined for any other. */
  readonly leaf?: (kind: KindView) => SchemaObject | undefined;
}

/**
 * How a document is held against a schema. `asked` is a request as it is documented. `response` is closed, and asks for
 * formats. `closed` takes only what one release knows. `part` is a part of a request or an answer: no property has to be in it,
 * and each has the name that it has today.
 */
export const strictnesses = {
  asked: { isClosed: false, knowsAll: false, isWhole: true },
  response: { isClosed: true, knowsAll: false, isWhole: true },
  closed: { isClosed: true, knowsAll: true, isWhole: true },
  part: { isClosed: true, knowsAll: false, isWhole: false },
} as const;
export type Strictness = keyof typeof strictnesses;

/** The dialect, the strictness and the fleet that a schema is written for. */
export interface SchemaContext {
  readonly dialect: SchemaDialect;
  readonly strictness: Strictness;
  /** Whose shops descriptions tell of; undefined for no descriptions. */
  readonly fleet: Fleet | undefined;
  /** The definitions that take null themselves. */
  readonly nullable: ReadonlySet<string> | undefined;
}

/** The same values and null, where `type` is said so. */
const allowNull =
  (mark: (type: unknown) => SchemaObject): SchemaDialect["withNull"] =>
  ({ type, enum: values, ...schema }) => ({
    ...mark(type),
    // An enum without null would refuse it.
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
    ...schema,
  });

const referInto = (folder: string) => (name: string) => ({ $ref: `#/${folder}/${name}` });

/** JSON Schema as it has been since draft-07. Nothing says that descriptions are anything but plain text. */
const jsonSchema: SchemaDialect = {
  refer: referInto("$defs"),
  describe: (text) => text,
  isExact: true,
  hasExamples: true,
  allowsBesideReference: true,
  nullsIn: "definitions",
  withNull: allowNull((type) => ({ type: [type, "null"] })),
  onlyNull: { type: "null" },
  anything: {},
  nothing: { not: {} },
};

/** OpenAPI and AsyncAPI say that descriptions are CommonMark. */
const componentSchema: SchemaDialect = {
  ...jsonSchema,
  refer: referInto("components/schemas"),
  describe: toMarkdownText,
};

/** The dialects that schemas are written in. */
export const dialects = {
  /** JSON Schema 2020-12. */
  "2020-12": jsonSchema,
  /** JSON Schema draft-07, which ignores what stands beside a reference. */
  "draft-07": { ...jsonSchema, refer: referInto("definitions"), allowsBesideReference: false },
  "openapi-3.1": componentSchema,
  /** OpenAPI 3.0.3, "Schema Object": a reference stands alone, and `nullable` needs a `type` beside it. There is no type "null". */
  "openapi-3.0": {
    ...componentSchema,
    hasExamples: false,
    allowsBesideReference: false,
    withNull: allowNull((type) => ({ type, nullable: true })),
    onlyNull: { type: "string", nullable: true, enum: [null] },
  },
  /** AsyncAPI 3.0, whose schemas are those of draft-07. */
  asyncapi: { ...componentSchema, allowsBesideReference: false },
  /** The dialect of the schemas that ajv checks documents with: draft-07, with nulls where they are documented and nowhere else. */
  referee: {
    ...jsonSchema,
    refer: referInto("definitions"),
    isParsed: true,
    hasExamples: false,
    nullsIn: "places",
  },
} as const satisfies Record<string, SchemaDialect>;
