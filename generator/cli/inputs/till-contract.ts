import { once } from "../../base/once.js";
import { loadSpec } from "../../contract/package/package-files.js";
import {
  createTillContract,
  readTillContract,
  startTill,
  type TillContract,
} from "../../till/engine/start-till.js";
import type { TillOptions } from "../../till/engine/till.js";
import { createScenarioReader, getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { requireSuccess } from "../call-error.js";

/** What a till needs: this package's contract, with the user's additions from a folder. */
export function loadTill(additions: string | undefined) {
  const own = readOwnContract(undefined, additions);
  const contract = own ?? readTillContract();
  return {
    contract,
    startTill: (options: TillOptions) => startTill(contract, options),
    getReader: once(() => (own ? createScenarioReader(own) : getScenarioReader())),
  };
}

/** The contract of a spec folder, with additions. Default: this package's contract. */
export const loadContract = (spec: string | undefined, additions: string | undefined): TillContract =>
  readOwnContract(spec, additions) ?? readTillContract();

/** Undefined for this package's contract, whose table the build has made. */
function readOwnContract(
  folder: string | undefined,
  additions: string | undefined,
): TillContract | undefined {
  if (folder === undefined && additions === undefined) return undefined;
  const spec = requireSuccess(loadSpec(folder, additions)).value;
  return folder !== undefined || spec.additions.size > 0 ? createTillContract(spec) : undefined;
}
