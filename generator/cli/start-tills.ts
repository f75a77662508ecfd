import { readTillContract } from "../till/running/contract.js";
import type { TillContract } from "../till/running/contract.js";
import type { Till, TillOptions } from "../till/api/till.js";
import { startTill } from "../till/running/start.js";

/** Starts tills that share what is known of the contract, which is read once. */
export function createStarter(): {
  readonly contract: TillContract;
  readonly startTill: (options: TillOptions) => Till;
} {
  const contract = readTillContract();
  return { contract, startTill: (options) => startTill(contract, options) };
}
