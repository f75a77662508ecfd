import { copiedTargets } from "../../generator/targets/copied-targets.js";

export const adapters = copiedTargets.filter(({ isAdapter }) => isAdapter === true).map(({ name }) => name);
