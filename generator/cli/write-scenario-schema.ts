import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package/package-root.js";
import { createScenarioReader } from "../scenario/read/read-scenarios.js";
import { readTillContract } from "../till/running/contract.js";

/** A step of the build: publishes the JSON Schema of scenarios with the package, for editors to complete by. */
function writeScenarioSchema(): void {
  const { schema } = createScenarioReader(readTillContract());
  writeFileSync(join(packageRoot, "dist/scenario.schema.json"), `${JSON.stringify(schema, null, 2)}\n`);
}

writeScenarioSchema();
