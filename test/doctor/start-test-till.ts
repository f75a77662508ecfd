import { readTillContract } from "../../generator/till/running/contract.js";
import type { Till, TillOptions } from "../../generator/till/api/till.js";
import { startTill } from "../../generator/till/running/start.js";

const contract = readTillContract();

/** Starts a till that shares the contract with the others. */
export const startTestTill = (options: TillOptions): Till => startTill(contract, options);
