import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import { quote } from "../text/quote.js";

/** What is wrong with a seed, if one is given. */
export const checkSeed = (seed: string | undefined): readonly Problem[] =>
  seed === undefined || /^\d{1,9}$/.test(seed)
    ? []
    : [
        report("usage", {
          message: `--seed ${quote(seed)} is not a whole number of up to nine digits.`,
          hint: undefined,
        }),
      ];
