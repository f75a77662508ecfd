import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createScenarioReader } from "../scenario/read/read-scenarios.js";
import { readTillContract } from "../till/running/contract.js";
import { createConfigSchema } from "./config/config-schema.js";
import { createResultSchema, resultNames } from "./json/schema.js";
import { formatJson } from "./report/ending.js";

/**
 * A step of the build: writes JSON Schemas into the folder of what was built, to be published with the package. Editors complete scenarios and configs by theirs, and programs rely
 * on the others: what each command prints with `--json`.
 */
function writeSchemas(): void {
  const { schema } = createScenarioReader(readTillContract());
  const dist = join(import.meta.dirname, "../..");
  writeFileSync(join(dist, "scenario.schema.json"), formatJson(schema));
  const folder = join(dist, "schemas");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.schema.json"), formatJson(createConfigSchema()));
  for (const name of resultNames) {
    writeFileSync(join(folder, `${name}.schema.json`), formatJson(createResultSchema(name)));
  }
}

writeSchemas();
