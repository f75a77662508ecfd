import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { serialize } from "node:v8";
import { brotliCompressSync } from "node:zlib";
import { stripStyles } from "../../base/text/style.js";
import { nameBuiltFolder } from "../../contract/package/built-data.js";
import { libraryFiles, loadSpec, packageRoot } from "../../contract/package/package-files.js";
import { createAjv, toStandaloneCode } from "../../contract/read/ajv.js";
import recordingSchema from "../../contract/traffic/recording.schema.json" with { type: "json" };
import { createTableOfAll } from "../../contract/table/every-release.js";
import { createScenarioSchema, scenarioChecks } from "../../till/scenario/scenario-schema.js";
import { createTillContract } from "../../till/engine/start-till.js";
import { createConfigSchema } from "../inputs/config.js";
import { formatProblems } from "../terminal/problem-text.js";

/**
 * A step of the build. Writes into `dist/` the linted spec, the check of scenarios, the JSON Schemas with which
 * editors complete scenarios and configs, and the library files that pages load. Returns the path of the check, or
 * the problems if the spec is invalid.
 */
export function writeData(dist: string): { readonly problems: string } | { readonly check: string } {
  const spec = loadSpec();
  if (!spec.ok) return { problems: stripStyles(formatProblems(spec.problems)) };
  const folder = join(dist, nameBuiltFolder());
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "linted"), brotliCompressSync(serialize(spec)));
  const contract = createTillContract(spec.value);
  writeFileSync(join(folder, "table.json"), JSON.stringify(createTableOfAll(contract)));
  const schema = createScenarioSchema(contract);
  const ajv = createAjv({ ...scenarioChecks, code: { source: true } });
  const validate = ajv.compile(withoutDescriptions(schema));
  const check = join(folder, "scenario.cjs");
  writeFileSync(check, toStandaloneCode(ajv, validate));
  writeFileSync(join(dist, "scenario.schema.json"), JSON.stringify(schema));
  writeFileSync(join(dist, "recording.schema.json"), JSON.stringify(recordingSchema));
  writeFileSync(join(dist, "config.schema.json"), JSON.stringify(createConfigSchema()));
  for (const path of libraryFiles) {
    const copy = join(dist, "libraries", path);
    mkdirSync(dirname(copy), { recursive: true });
    const text = readFileSync(join(packageRoot, "node_modules", path), "utf8");
    writeFileSync(copy, path.endsWith("package.json") ? keepVersion(text) : text);
  }
  return { check };
}

/** Of a package.json, only the version is read. Its other fields have no effect in a folder of ours. */
const keepVersion = (text: string): string =>
  JSON.stringify({ version: (JSON.parse(text) as { readonly version: string }).version });

/** Compiled checks contain their schema and never read its descriptions. */
const withoutDescriptions = (schema: object): object =>
  JSON.parse(
    JSON.stringify(schema, (name, value: unknown) =>
      name === "description" && typeof value === "string" ? undefined : value,
    ),
  ) as object;
