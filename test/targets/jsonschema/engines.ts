import { dereference, validate, type Schema } from "@cfworker/json-schema";
import { Ajv, type AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect } from "vitest";
import { output } from "../../workbench/outputs.js";

export type Verdict = (value: unknown) => boolean;

/** Compiles the definition at a URI. */
export type Engine = (files: readonly AnySchemaObject[]) => (uri: string) => Verdict;

const addFormats = formats as unknown as <Kind extends Ajv | Ajv2020>(ajv: Kind) => Kind;

/** Strict mode rejects unknown and meaningless keywords. */
const withAjv =
  (Kind: typeof Ajv | typeof Ajv2020): Engine =>
  (files) => {
    const ajv = addFormats(new Kind({ strict: true, ownProperties: true }));
    files.forEach((file) => ajv.addSchema(file));
    return (uri) => {
      const validate = ajv.getSchema(uri);
      if (!validate) throw new Error(`there is no ${uri}`);
      return (value) => validate(value) as boolean;
    };
  };

type Draft = "7" | "2020-12";
type Lookup = Record<string, Schema>;

/** An interpreter that follows the standard independently of ajv. */
export const withCfworker =
  (draft: Draft): Engine =>
  (files) => {
    const lookup = files.reduce<Lookup>((all, file) => dereference(structuredClone(file), all) as Lookup, {});
    return (uri) => {
      const schema = lookup[new URL(uri, cfworkerBase).href];
      if (!schema) throw new Error(`there is no ${uri}`);
      return (value) => validate(value, schema, draft, lookup).valid;
    };
  };

const cfworkerBase = "https://github.com/cfworker";

export const ajvEngines = { "2020-12": withAjv(Ajv2020), "7": withAjv(Ajv) };

type Schemas = ReadonlyMap<string, AnySchemaObject>;

export async function readSchemas(): Promise<Schemas> {
  const files = await output("48..", { targets: ["jsonschema"] });
  const schemas = [...files].filter(([path]) => path.endsWith(".schema.json"));
  return new Map(schemas.map(([path, text]) => [path, JSON.parse(text) as AnySchemaObject]));
}

/** The exported drafts: their files, and the URI of each definition. */
export const forms: Readonly<
  Record<string, { draft: Draft; pick: RegExp; list: (file: AnySchemaObject) => readonly string[] }>
> = {
  "the one file": {
    draft: "2020-12",
    pick: /mplus\.schema/,
    list: (file) => Object.keys(file["$defs"] as object).map((name) => `${file.$id ?? ""}#/$defs/${name}`),
  },
  "the file for draft-07": {
    draft: "7",
    pick: /draft-07/,
    list: (file) =>
      Object.keys(file["definitions"] as object).map((name) => `${file.$id ?? ""}#/definitions/${name}`),
  },
};

/** Compiles each definition and validates a string, which is never a valid body. */
export function compileAll(engine: Engine, form: keyof typeof forms, schemas: Schemas): void {
  const { pick, list } = forms[form] ?? { pick: /^$/, list: () => [] };
  const files = [...schemas].filter(([path]) => pick.test(path)).map(([, file]) => file);
  const compile = engine(files);
  const uris = files.flatMap(list);
  const bodies = uris.filter((uri) => /(?:Request|Response)$/.test(uri));
  for (const uri of uris) compile(uri)({});
  expect(bodies.filter((uri) => compile(uri)("text"))).toEqual([]);
  expect(uris.length).toBeGreaterThan(90);
}
