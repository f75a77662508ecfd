import { Ajv, type ErrorObject, type Options, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

/** The one door to ajv, which holds the spec against its dialect, and the examples against the spec. */
export type { Ajv, ErrorObject, ValidateFunction };

export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

/** uuid without the `urn:uuid:` that ajv-formats would let through: the POS reads the bare form. */
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** An ajv that knows the formats of the spec and is strict about what it does not know. */
export function createAjv(options: Options = {}): Ajv {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    ownProperties: true,
    ...options,
  });
  const addFormats = formats as unknown as (ajv: Ajv, names: string[]) => void;
  addFormats(ajv, ["date", "date-time", "uri"]);
  ajv.addFormat("uuid", uuid);
  ajv.addFormat("int64", { type: "number", validate: () => true });
  return ajv;
}
