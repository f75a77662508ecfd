import * as fc from "fast-check";

/**
 * What every random choice of a test follows. The suite makes the same choices each time, so that what fails is the
 * change and not the day; `npm run proof` has choices of its own each time. `MPLUS_SEED` sets it, to repeat a run.
 */
export const seed = Number(process.env["MPLUS_SEED"] ?? (isFuzzing() ? drawSeed() : 20261120));

/** Properties that are given no seed follow this one too. */
fc.configureGlobal({ seed });

/** `npm run proof` sets `MPLUS_FUZZ`. */
function isFuzzing(): boolean {
  return Number(process.env["MPLUS_FUZZ"] ?? 0) > 0;
}

function drawSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
