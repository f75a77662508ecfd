import { once } from "../../base/once.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { createTillContract, readTillContract, startTill } from "../../till/engine/start-till.js";
import type { TillOptions } from "../../till/engine/till.js";
import { createScenarioReader, getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { requireSuccess } from "../call-error.js";

/** What a till needs: this package's contract, with the user's additions from a folder. */
export function loadTill(additions: string | undefined) {
  const spec = additions === undefined ? undefined : requireSuccess(loadSpec(undefined, additions)).value;
  const own = spec?.additions.size ? createTillContract(spec) : undefined;
  const contract = own ?? readTillContract();
  return {
    contract,
    startTill: (options: TillOptions) => startTill(contract, options),
    getReader: once(() => (own ? createScenarioReader(own) : getScenarioReader())),
  };
}
