import { dereference, validate, type Schema } from "@cfworker/json-schema";
import { Ajv, type AnySchemaObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

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

type Lookup = Record<string, Schema>;

/** An interpreter that follows the standard independently of ajv. */
export const withCfworker =
  (draft: "7" | "2020-12"): Engine =>
  (files) => {
    const lookup = files.reduce<Lookup>((all, file) => dereference(structuredClone(file), all) as Lookup, {});
    return (uri) => {
      const schema = lookup[new URL(uri, "https://github.com/cfworker").href];
      if (!schema) throw new Error(`there is no ${uri}`);
      return (value) => validate(value, schema, draft, lookup).valid;
    };
  };

export const ajvEngines = { "2020-12": withAjv(Ajv2020), "7": withAjv(Ajv) };
