import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";

/** A step of the build: writes the types of the spec's files, as the meta-schemas in `spec/dialect/` have them, into a file. */
export async function writeDialect(path) {
  const folder = join(import.meta.dirname, "../../spec/dialect/");
  const kinds = readdirSync(folder).map((name) => name.replace(".schema.json", ""));
  const schema = {
    type: "object",
    properties: Object.fromEntries(kinds.map((kind) => [kind, { $ref: `${kind}.schema.json` }])),
  };
  const options = {
    cwd: folder,
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
  };
  writeFileSync(path, await compile(schema, "Dialect", options));
}
