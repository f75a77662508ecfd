import { once } from "../../base/once.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { createTillContract, startTill, type TillContract } from "../../till/engine/start-till.js";
import type { TillOptions } from "../../till/engine/till-types.js";
import { readPackageTill } from "../../till/package-till.js";
import { createScenarioReader } from "../../till/scenario/read-scenarios.js";
import { requireSuccess } from "../call-error.js";

/** What a till needs: this package's contract, with the user's additions from a folder. */
export function loadTill(additions: string | undefined) {
  const contract = readOwnContract(undefined, additions);
  if (!contract) return readPackageTill();
  return {
    contract,
    startTill: (options: TillOptions) => startTill(contract, options),
    getReader: once(() => createScenarioReader(contract)),
  };
}

/** The contract of a spec folder, with additions. Default: this package's contract. */
export const loadContract = (spec: string | undefined, additions: string | undefined): TillContract =>
  readOwnContract(spec, additions) ?? readPackageTill().contract;

/** Undefined for this package's contract, whose table the build has made. */
function readOwnContract(
  folder: string | undefined,
  additions: string | undefined,
): TillContract | undefined {
  if (folder === undefined && additions === undefined) return undefined;
  const spec = requireSuccess(loadSpec(folder, additions)).value;
  return folder !== undefined || spec.additions.size > 0 ? createTillContract(spec) : undefined;
}
