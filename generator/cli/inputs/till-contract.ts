import { once } from "../../base/once.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { readTillContract, startTill } from "../../till/engine/start-till.js";
import type { TillOptions } from "../../till/engine/till.js";
import { createScenarioReader, getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { requireSuccess } from "../call-error.js";

/** What a till needs: this package's contract, with the user's additions from a folder. */
export async function loadTill(additions: string | undefined) {
  const spec = additions === undefined ? undefined : requireSuccess(loadSpec(undefined, additions)).value;
  // The build made the validators of this package's contract.
  const own = spec?.additions.size ? await import("./own-contract.js") : undefined;
  const made = spec && (await own?.createOwnContract(spec));
  const contract = made ?? readTillContract();
  return {
    contract,
    startTill: (options: TillOptions) => startTill(contract, options),
    getReader: once(() => (made ? createScenarioReader(contract) : getScenarioReader())),
  };
}
