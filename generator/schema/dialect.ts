import { toMarkdownText } from "../text/markdown.js";
import type { Fleet } from "../time/fleet.js";

/** A schema as an object; `true` and `false` are written as `{}` and `{ not: {} }`, which every tool knows. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** Where schemas are written down, and what that place says in words of its own. */
export interface Dialect {
  /** The reference to a definition, as a URI. */
  readonly refer: (name: string) => string;
  /** A schema with a `type`, for the same values and null. */
  readonly withNull: (schema: SchemaObject) => SchemaObject;
  /** A schema of null and nothing else. */
  readonly onlyNull: SchemaObject;
  /** Whether keywords may stand beside `$ref`. */
  readonly allowsBesideReference: boolean;
  /** Whether there is a keyword `examples`. */
  readonly hasExamples: boolean;
  /** Whether descriptions say what not every shop takes, what values mean, and what is usual. */
  readonly explains: boolean;
  /** Makes a text fit for a description. */
  readonly describe: (text: string) => string;
}

/** What a schema is written for. */
export interface Writing {
  readonly dialect: Dialect;
  /** The definitions that take null themselves: see `listNullable`. */
  readonly nullable: ReadonlySet<string>;
  /** Whether nothing but what is described may be there: in answers. */
  readonly closed: boolean;
  readonly fleet: Fleet;
}

const allowNull = (mark: (type: unknown) => SchemaObject): Dialect["withNull"] =>
  function withNull({ type, enum: values, anyOf, ...schema }): SchemaObject {
    // An enum without null would refuse it.
    const all: readonly unknown[] | undefined = Array.isArray(values)
      ? [...(values as unknown[]), null]
      : undefined;
    // So would alternatives of which none takes it.
    const alternatives = Array.isArray(anyOf) ? (anyOf as SchemaObject[]).map(withNull) : undefined;
    return {
      ...mark(type),
      ...(all && { enum: all }),
      ...(alternatives && { anyOf: alternatives }),
      ...schema,
    };
  };

/** What JSON Schema has had since draft-07, which ignores what stands beside a reference. */
const jsonSchema = {
  withNull: allowNull((type) => ({ type: [type, "null"] })),
  onlyNull: { type: "null" },
  allowsBesideReference: true,
  hasExamples: true,
  explains: true,
};

/** OpenAPI 3.0.3, "Schema Object": a reference stands alone, and `nullable` needs a `type` beside it. */
const openapi30 = {
  withNull: allowNull((type) => ({ type, nullable: true })),
  // It has no type "null".
  onlyNull: { type: "string", nullable: true, enum: [null] },
  allowsBesideReference: false,
  hasExamples: false,
  explains: true,
};

/** Plain text, as nothing says that it is anything else. */
const inPlainText = { describe: (text: string) => text };

/** OpenAPI and AsyncAPI say that descriptions are CommonMark. */
const inMarkdown = { describe: (text: string) => toMarkdownText(text) as string };

const toComponent = (name: string): string => `#/components/schemas/${name}`;

/** The places that the exports write to. */
export const dialects = {
  /** JSON Schema 2020-12, all in one file. */
  bundled: { ...jsonSchema, ...inPlainText, refer: (name) => `#/$defs/${name}` },
  draft07: { ...jsonSchema, ...inPlainText, refer: (name) => `#/definitions/${name}` },
  /** What models of other languages are made of. */
  models: { ...jsonSchema, ...inPlainText, explains: false, refer: (name) => `#/definitions/${name}` },
  /** OpenAPI 3.1 and AsyncAPI 3.0. */
  components: { ...jsonSchema, ...inMarkdown, refer: toComponent },
  openapi30: { ...openapi30, ...inMarkdown, refer: toComponent },
} as const satisfies Record<string, Dialect>;
