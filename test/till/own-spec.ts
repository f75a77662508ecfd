import { readTillContract, type TillContract } from "../../generator/till/engine/start-till.js";

let known: TillContract | undefined;

export const ownContract = (): TillContract => (known ??= readTillContract());
