import { createRequire } from "node:module";
import type { Ajv, ErrorObject, Options, ValidateFunction } from "ajv";

/** Only this file imports ajv, which checks the spec against its dialect and the examples against the spec. */
export type { Ajv, ErrorObject, ValidateFunction };

/** A UUID without the `urn:uuid:` that ajv-formats would allow, because the POS uses the bare form. */
export const uuidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Loads ajv on demand: most runs check only what the build already checked. */
const loadPackage = createRequire(import.meta.url);

export function createAjv(options: Options = {}): Ajv {
  const ajv = new (loadPackage("ajv") as { Ajv: new (options: Options) => Ajv }).Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    // Most validators check few values, so compiling must be fast.
    code: { optimize: false },
    ...options,
  });
  const addFormats = loadPackage("ajv-formats") as (ajv: Ajv, names: string[]) => void;
  addFormats(ajv, ["date", "date-time", "uri"]);
  ajv.addFormat("uuid", uuidPattern);
  ajv.addFormat("int64", { type: "number", validate: () => true });
  return ajv;
}

/** The CommonJS code of a validator. Its ajv needs `code: { source: true }`. */
export const toStandaloneCode = (ajv: Ajv, validate: ValidateFunction): string =>
  (
    loadPackage("ajv/dist/standalone") as { default: (ajv: Ajv, validate: ValidateFunction) => string }
  ).default(ajv, validate);
