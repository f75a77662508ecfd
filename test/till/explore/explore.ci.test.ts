import { afterAll, beforeAll, expect, it } from "vitest";
import type { ExploreOptions } from "../../../generator/till/explore/explore.js";
import { isFuzzing, report } from "../../workbench/amount.js";
import { newestRelease, play, readOne } from "../desk.js";
import { loadExample, type Example } from "../proof/example-folder.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { hiddenBugs, spoil, type HiddenBug } from "./bugs.js";
import { explore } from "./exploring.js";

const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

const openShop = (bug: Pick<HiddenBug, "begin">): typeof fetch =>
  spoil(example.openShop(newestRelease).fetch, bug);

type Run = Pick<ExploreOptions, "seed" | "time" | "maxWalks">;

/** A proof uses new seeds for one minute each. Other runs use known seeds, and only the walks that they need. */
const minute = 60_000;
const listRuns = (seeds: readonly number[], maxWalks: number): readonly Run[] =>
  isFuzzing
    ? [0, 1, 2, 3, 4].map((nth) => ({ seed: seed + nth, time: minute, maxWalks: Infinity }))
    : seeds.map((each) => ({ seed: each, time: 10 * minute, maxWalks }));

it.each(hiddenBugs)("explore finds that the example $name, and shows it in a few steps", async (bug) => {
  for (const run of listRuns([bug.foundBy], 1000)) {
    const started = performance.now();
    const { found, walks } = await explore(openShop(bug), { ...run, maxFound: 1 });
    const [only] = found;
    if (!only) throw new Error(`${walks} walks with the seed ${run.seed} found nothing`);
    expect(only.flaw).toContain(bug.says);
    const steps = readOne(only.yaml).steps.length;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (isFuzzing) report(bug.name, { seconds, walks, steps });
    else expect(steps, only.yaml).toBeLessThanOrEqual(5);
    const again = await play(only.yaml, { fetch: openShop(bug) });
    expect(again.outcome, only.yaml).toBe("failed");
  }
});

it("explore finds nothing in the example without a bug", async () => {
  for (const run of listRuns([1, 2, 3], 60)) {
    const { found } = await explore(openShop({ begin: () => (reply) => reply }), run);
    expect(found.map(({ yaml }) => yaml)).toEqual([]);
  }
});
