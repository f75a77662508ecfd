import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package/package-root.js";
import { createScenarioReader } from "../scenario/read/read-scenarios.js";
import { readTillContract } from "../till/running/contract.js";
import { createConfigSchema } from "./config/config-schema.js";
import { createResultSchema, resultNames } from "./json/schema.js";
import { formatJson } from "./report/ending.js";

/**
 * A step of the build: publishes JSON Schemas with the package. Editors complete scenarios and configs by theirs, and programs rely
 * on the others: what each command prints with `--json`.
 */
function writeSchemas(): void {
  const { schema } = createScenarioReader(readTillContract());
  writeFileSync(join(packageRoot, "dist/scenario.schema.json"), formatJson(schema));
  const folder = join(packageRoot, "dist/schemas");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.schema.json"), formatJson(createConfigSchema()));
  for (const name of resultNames) {
    writeFileSync(join(folder, `${name}.schema.json`), formatJson(createResultSchema(name)));
  }
}

writeSchemas();
