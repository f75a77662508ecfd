import type { HardCase } from "./hard-case.js";
import { nameCases } from "./names.js";
import { specCases } from "./specs.js";
import { proseCases } from "./prose.js";
import { placeCases } from "./places.js";

/** What the generator must stand, G1 to G55. */
export const generatorCases: readonly HardCase[] = [...nameCases, ...specCases, ...proseCases, ...placeCases];
