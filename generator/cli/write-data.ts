import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { describeData } from "../package/build-id.js";
import { loadSpec, nameSnapshot } from "../package/load-spec.js";
import { createScenarioReader } from "../scenario/read/read-scenarios.js";
import { readTillContract } from "../till/running/contract.js";
import { createConfigSchema } from "./config/config-schema.js";
import { formatJson } from "./report/ending.js";

/**
 * The last step of the build: writes into `dist/` what a run need not make again, and the JSON Schemas by which editors
 * complete scenarios and configs.
 */
export default function writeData(dist: string, id: string): void {
  // What is edited from here on is not what was built.
  writeFileSync(join(dist, "data-state"), describeData(id));
  writeFileSync(join(dist, nameSnapshot(id)), serialize(loadSpec()));
  const { schema } = createScenarioReader(readTillContract());
  writeFileSync(join(dist, "scenario.schema.json"), formatJson(schema));
  writeFileSync(join(dist, "config.schema.json"), formatJson(createConfigSchema()));
}
