import { dereference, validate, type Schema } from "@cfworker/json-schema";
import { Ajv, type AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** Tells whether a value fits a schema. */
export type Verdict = (value: unknown) => boolean;

/** Something that reads JSON Schema: what it makes of one definition of a file, which is named by its pointer. */
export type Engine = (files: readonly AnySchemaObject[]) => (uri: string) => Verdict;

const notes = [
  ...["x-added-in", "x-removed-in", "x-left-out", "x-extensible-enum", "x-enumDescriptions"],
  "x-usual-format",
];

const addFormats = formats as unknown as <Kind extends Ajv | Ajv2020>(ajv: Kind) => Kind;

/** Strict: what it does not know, or cannot mean what it says, is an error. */
const withAjv =
  (Kind: typeof Ajv | typeof Ajv2020): Engine =>
  (files) => {
    const ajv = addFormats(new Kind({ strict: true, ownProperties: true }));
    if (JSON.stringify(files).includes('"x-')) ajv.addVocabulary(notes);
    files.forEach((file) => ajv.addSchema(file));
    return (uri) => {
      const validate = ajv.getSchema(uri);
      if (!validate) throw new Error(`there is no ${uri}`);
      return (value) => validate(value) as boolean;
    };
  };

export type Draft = "7" | "2020-12";
type Lookup = Record<string, Schema>;

/** It interprets, and does as it reads the standard, not as ajv does. */
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

/** What it resolves names against. */
const cfworkerBase = "https://github.com/cfworker";

export const ajvEngines = { "2020-12": withAjv(Ajv2020), "7": withAjv(Ajv) };
