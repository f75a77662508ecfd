import { once } from "../../generator/base/once.js";
import type { TillContract } from "../../generator/till/engine/till-set-up.js";
import { readPackageTill } from "../../generator/till/package-till.js";

export const getOwnTill = once(readPackageTill);

export const ownContract = (): TillContract => getOwnTill().contract;
