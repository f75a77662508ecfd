import { copiedTargets } from "../../generator/targets/copied-targets.js";

/** The targets that put the receiver into a framework or a platform. */
export const adapters = copiedTargets.filter(({ isAdapter }) => isAdapter === true).map(({ name }) => name);
