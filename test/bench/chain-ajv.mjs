// The second half of the chain by hand: `node chain-ajv.mjs SCHEMA OUT TITLE…` compiles definitions of a schema with ajv.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import standalone from "ajv/dist/standalone/index.js";

/** The code of validators, from the names of their functions to the ids of their schemas. */
export function compileStandalone(schema, ids) {
  const ajv = new Ajv({ code: { source: true, esm: true }, strictTypes: false });
  formats.default(ajv);
  ajv.addSchema(schema, "mplus");
  // ajv-formats is loaded by `require`, even in a module.
  const header =
    'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\n';
  return header + standalone.default(ajv, ids);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, out, ...titles] = process.argv.slice(2);
  const ids = Object.fromEntries(titles.map((title) => [`validate${title}`, `mplus#/definitions/${title}`]));
  writeFileSync(out, compileStandalone(JSON.parse(readFileSync(path, "utf8")), ids));
}
