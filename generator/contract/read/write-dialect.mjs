import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "json-schema-to-typescript";

/**
 * A build step: generates the types of spec files from the meta-schemas in `spec/dialect/`, into a file in
 * `build/contract/`.
 */
export async function writeDialect(path) {
  const folder = join(import.meta.dirname, "../../../spec/dialect/");
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
  // The compiler adds an index signature for schemas that only list required keys.
  const written = (await compile(schema, "Dialect", options)).replaceAll("{\n[k: string]: unknown\n} & ", "");
  const read = [...written.matchAll(/^export (?:type|interface) (\w+)/gm)].map(
    ([, name]) => `export type ${name} = DeepReadonly<written.${name}>;\n`,
  );
  const start = 'import type { DeepReadonly } from "../../generator/contract/read/values.js";\n';
  // A new clone has no such folder.
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${start}declare namespace written {\n${written}}\n${read.join("")}`);
}
