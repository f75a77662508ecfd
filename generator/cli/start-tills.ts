import type { Memo } from "../memo.js";
import { readTillContract } from "../till/running/contract.js";
import type { TillContract } from "../till/running/contract.js";
import type { Till, TillOptions } from "../till/api/till.js";
import { startTill } from "../till/running/start.js";

/** Starts tills that share what is known of the contract, which is read once. */
export function createStarter(memo: Memo): {
  readonly contract: TillContract;
  readonly startTill: (options: TillOptions) => Till;
} {
  const contract = readTillContract(memo);
  return { contract, startTill: (options) => startTill(contract, options) };
}
