import { createRequire } from "node:module";
import type { Ajv, ErrorObject, Options, ValidateFunction } from "ajv";

/** The one door to ajv, which holds the spec against its dialect, and the examples against the spec. */
export type { Ajv, ErrorObject, ValidateFunction };

/** uuid without the `urn:uuid:` that ajv-formats would let through: the POS reads the bare form. */
export const uuidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Loads ajv where it is needed: most runs check nothing that the build has not checked. */
const loadPackage = createRequire(import.meta.url);

/** An ajv that knows the formats of the spec and is strict about what it does not know. */
export function createAjv(options: Options = {}): Ajv {
  const ajv = new (loadPackage("ajv") as { Ajv: new (options: Options) => Ajv }).Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    ...options,
  });
  const addFormats = loadPackage("ajv-formats") as (ajv: Ajv, names: string[]) => void;
  addFormats(ajv, ["date", "date-time", "uri"]);
  ajv.addFormat("uuid", uuidPattern);
  ajv.addFormat("int64", { type: "number", validate: () => true });
  return ajv;
}

/** The code of a CommonJS module that exports a check; its ajv was made with `code: { source: true }`. */
export const toStandaloneCode = (ajv: Ajv, validate: ValidateFunction): string =>
  (
    loadPackage("ajv/dist/standalone") as { default: (ajv: Ajv, validate: ValidateFunction) => string }
  ).default(ajv, validate);
