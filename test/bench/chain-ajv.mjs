// The second half of the chain: compiles a bundled schema with ajv, as a user would.
import { readFileSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import standalone from "ajv/dist/standalone/index.js";

const [schemaPath, outPath, roots] = process.argv.slice(2);
const ajv = new Ajv({ code: { source: true, esm: true }, strictTypes: false });
formats.default(ajv);
ajv.addSchema(JSON.parse(readFileSync(schemaPath, "utf8")), "webhooks");
const names = roots.split(",");
const refs = Object.fromEntries(names.map((name) => [`validate${name}`, `webhooks#/definitions/${name}`]));
writeFileSync(outPath, standalone.default(ajv, refs));
