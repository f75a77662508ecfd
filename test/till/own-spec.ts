import { readTillContract, type TillContract } from "../../generator/till/engine/start-till.js";

let known: TillContract | undefined;

/** The contract that the package brings along: what its till knows. It is read once. */
export const ownContract = (): TillContract => (known ??= readTillContract());
