import { createRequire } from "node:module";
import { once } from "../base/once.js";
import { findBuilt } from "../contract/package/built-data.js";
import { loadSpec, readBuiltTable } from "../contract/package/package-files.js";
import type { ValidateFunction } from "../contract/read/ajv.js";
import { createTillContract, startTill } from "./engine/start-till.js";
import type { TillOptions } from "./engine/till-types.js";
import { createScenarioReader } from "./scenario/read-scenarios.js";

/**
 * Reads what a till needs from this package: its contract, and the check of scenarios that the build has compiled.
 * @throws Error if the spec is broken, which our releases rule out
 */
export function readPackageTill() {
  const spec = loadSpec();
  if (!spec.ok)
    throw new Error(`The spec is broken: ${spec.problems.map(({ message }) => message).join(" ")}`);
  const contract = createTillContract(spec.value, readBuiltTable());
  return {
    contract,
    startTill: (options: TillOptions) => startTill(contract, options),
    getReader: once(() => createScenarioReader(contract, readBuiltCheck())),
  };
}

function readBuiltCheck(): ValidateFunction | undefined {
  const built = findBuilt("scenario.cjs");
  return built === undefined ? undefined : (createRequire(built)(built) as ValidateFunction);
}
