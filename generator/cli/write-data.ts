import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { describeData } from "../package/build-id.js";
import { loadSpec, nameSnapshot } from "../package/load-spec.js";
import { createScenarioReader } from "../scenario/read/read-scenarios.js";
import { readTillContract } from "../till/running/contract.js";
import { createConfigSchema } from "./config/config-schema.js";
import { createResultSchema, resultNames } from "./json/schema.js";
import { formatJson } from "./report/ending.js";

/**
 * The last step of the build: writes into `dist/` what a run need not make again, and JSON Schemas, to be published with the package.
 * Editors complete scenarios and configs by theirs, and programs rely on the others: what each command prints with `--json`.
 */
export default function writeData(dist: string, id: string): void {
  // What is edited from here on is not what was built.
  writeFileSync(join(dist, "data-state"), describeData(id));
  writeFileSync(join(dist, nameSnapshot(id)), serialize(loadSpec()));
  const { schema } = createScenarioReader(readTillContract());
  writeFileSync(join(dist, "scenario.schema.json"), formatJson(schema));
  const folder = join(dist, "schemas");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config.schema.json"), formatJson(createConfigSchema()));
  for (const name of resultNames) {
    writeFileSync(join(folder, `${name}.schema.json`), formatJson(createResultSchema(name)));
  }
}
