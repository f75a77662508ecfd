import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { brotliCompressSync } from "node:zlib";
import { describeData } from "../../contract/package/build-id.js";
import { loadSpec, readMetaSchemas, readTemplates } from "../../contract/package/package-files.js";
import { createAjv, toStandaloneCode } from "../../contract/read/ajv.js";
import { compileDialect } from "../../contract/lint/check-dialect.js";
import { precompileTemplate } from "../../base/text/template.js";
import { createScenarioSchema, scenarioChecks } from "../../till/scenario/scenario-schema.js";
import { readTillContract } from "../../till/engine/start-till.js";
import { createConfigSchema } from "../inputs/config.js";

/**
 * The last step of the build: writes into `dist/` what a run need not make again, and the JSON Schemas by which editors
 * complete scenarios and configs.
 */
export default function writeData(dist: string, id: string): void {
  // What is edited from here on is not what was built.
  writeFileSync(join(dist, "data-state"), describeData(id));
  const schema = createScenarioSchema(readTillContract());
  const ajv = createAjv({ ...scenarioChecks, code: { source: true } });
  ajv.addSchema(withoutDescriptions(schema), "scenario");
  const modules = {
    spec: keepValue(loadSpec()),
    dialect: compileDialect(readMetaSchemas()),
    scenario: toStandaloneCode(ajv, { validate: "scenario" }),
    layouts: compileLayouts(),
  };
  for (const [name, code] of Object.entries(modules)) writeFileSync(join(dist, `${name}-${id}.cjs`), code);
  writeFileSync(join(dist, "scenario.schema.json"), JSON.stringify(schema));
  writeFileSync(join(dist, "config.schema.json"), JSON.stringify(createConfigSchema()));
}

/** No check reads a description, and the code of checks holds their schema. */
const withoutDescriptions = (schema: object): object =>
  JSON.parse(
    JSON.stringify(schema, (name, value: unknown) =>
      name === "description" && typeof value === "string" ? undefined : value,
    ),
  ) as object;

/** The code of a module that exports a value; nothing, where an older Node cannot read what a newer one has written. */
const keepValue = (value: unknown): string =>
  `const text = "${brotliCompressSync(serialize(value)).toString("base64")}";
try {
  const bytes = require("node:zlib").brotliDecompressSync(Buffer.from(text, "base64"));
  module.exports = require("node:v8").deserialize(bytes);
} catch {
  module.exports = undefined;
}
`;

/** The code of a module that exports the templates that lay data out, compiled, by their paths. */
function compileLayouts(): string {
  const layouts = [...readTemplates()].filter(([path]) => path.endsWith(".hbs"));
  return layouts
    .map(([path, text]) => `exports[${JSON.stringify(path)}] = ${precompileTemplate(text)};\n`)
    .join("");
}
