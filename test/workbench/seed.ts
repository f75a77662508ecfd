import * as fc from "fast-check";

/**
 * The seed of every random choice in tests. Tests always make the same choices, so that a failure comes from the
 * change and not from chance. `npm run proof` makes new choices each time. To repeat a run, set `MPLUS_SEED`.
 */
export const seed = Number(process.env["MPLUS_SEED"] ?? (isFuzzing() ? drawSeed() : 20261120));

/** The default seed of fast-check's properties. */
fc.configureGlobal({ seed });

function isFuzzing(): boolean {
  return Number(process.env["MPLUS_FUZZ"] ?? 0) > 0;
}

function drawSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
