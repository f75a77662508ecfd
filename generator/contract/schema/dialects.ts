import { toMarkdownText } from "../../base/text/escape.js";
import type { Fleet } from "../../base/time/fleet.js";
import type { KindView } from "../view/view.js";

/** A schema as an object. `true` and `false` are written as `{}` and `{ not: {} }`, which every tool supports. */
export type SchemaObject = Readonly<Record<string, unknown>>;

export interface SchemaDialect {
  readonly refer: (name: string) => SchemaObject;
  readonly describe: (text: string) => string;
  /** True if a schema may constrain a value beyond its type: bounds, formats, spellings. */
  readonly isExact: boolean;
  /** True if integers beyond 2^53 - 1 are rejected: JSON.parse has already rounded them. */
  readonly isParsed?: boolean;
  readonly hasExamples: boolean;
  readonly allowsBesideReference: boolean;
  /**
   * The place that allows a documented null: the definition itself (for all references to it) or each reference.
   * Code generators for other languages fail on a union of a reference and null. With "all places", null means
   * that a property is absent.
   */
  readonly nullsIn: "definitions" | "places" | "required places" | "all places";
  readonly withNull: (schema: SchemaObject) => SchemaObject;
  readonly onlyNull: SchemaObject;
  readonly anything: SchemaObject;
  readonly nothing: SchemaObject;
  /** Schemas of other values that may replace these kinds. */
  readonly substitutes?: (kinds: readonly KindView[]) => readonly SchemaObject[];
  readonly requiredFirst?: boolean;
}

/**
 * How strictly a document is checked. `asked`: a request as documented. `response`: closed, and formats are checked.
 * `closed`: only what one release knows. `part`: part of a request or an answer; all properties are optional and have
 * their current names.
 */
export const strictnesses = {
  asked: { isClosed: false, knowsAll: false, isWhole: true },
  response: { isClosed: true, knowsAll: false, isWhole: true },
  closed: { isClosed: true, knowsAll: true, isWhole: true },
  part: { isClosed: true, knowsAll: false, isWhole: false },
} as const;
export type Strictness = keyof typeof strictnesses;

export interface SchemaContext {
  readonly dialect: SchemaDialect;
  readonly strictness: Strictness;
  /** The fleet that descriptions are written for; undefined to omit descriptions. */
  readonly fleet: Fleet | undefined;
  /** The definitions that allow null themselves. */
  readonly nullable: ReadonlySet<string> | undefined;
}

const allowNull =
  (mark: (type: unknown) => SchemaObject): SchemaDialect["withNull"] =>
  ({ type, enum: values, ...schema }) => ({
    ...mark(type),
    // An enum without null would reject it.
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
    ...schema,
  });

const referInto = (folder: string) => (name: string) => ({ $ref: `#/${folder}/${name}` });

/** JSON Schema, draft-07 and later. Descriptions are plain text, because no draft defines them as anything else. */
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

/** OpenAPI and AsyncAPI define descriptions as CommonMark. */
const componentSchema: SchemaDialect = {
  ...jsonSchema,
  refer: referInto("components/schemas"),
  describe: toMarkdownText,
};

export const dialects = {
  "2020-12": jsonSchema,
  /** draft-07 ignores keywords beside a reference. */
  "draft-07": { ...jsonSchema, refer: referInto("definitions"), allowsBesideReference: false },
  "openapi-3.1": componentSchema,
  /**
   * OpenAPI 3.0.3, "Schema Object": a reference stands alone, and `nullable` needs a `type` beside it. There is no
   * type "null".
   */
  "openapi-3.0": {
    ...componentSchema,
    hasExamples: false,
    allowsBesideReference: false,
    withNull: allowNull((type) => ({ type, nullable: true })),
    onlyNull: { type: "string", nullable: true, enum: [null] },
  },
  /** AsyncAPI 3.0 uses the schemas of draft-07. */
  asyncapi: { ...componentSchema, allowsBesideReference: false },
  /** draft-07 for ajv's checks of documents. Null is allowed only where the spec documents it. */
  referee: {
    ...jsonSchema,
    refer: referInto("definitions"),
    isParsed: true,
    hasExamples: false,
    nullsIn: "places",
  },
} as const satisfies Record<string, SchemaDialect>;
