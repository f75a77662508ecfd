import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exploreReceiver, type ExploreOptions } from "../../../generator/till/explore/explore.js";
import { playAtNewTill } from "../../../generator/till/scenario/play-at-new-till.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { secret } from "../../conformance/signature.js";
import { isFuzzing, report } from "../../fuzz/amount.js";
import { readOne, reader } from "../scenario/reader.js";
import { startFaultyServer } from "../bugs/faulty-server.js";
import { newestRelease } from "../engine/newest-release.js";
import { ownContract } from "../own-spec.js";
import { builtIn, listFailures, playBuiltIn } from "../proof/built-in.js";
import { loadExample, type Example } from "../proof/example-folder.js";
import { openShop } from "../proof/open-shop.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { seed } from "../../workbench/seed.js";
import { hiddenBugs, type HiddenBug } from "./bugs.js";

const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

const noBug: HiddenBug["begin"] = () => ({});

async function inShop<T>(begin: HiddenBug["begin"], use: (url: string) => Promise<T>): Promise<T> {
  const target = example.targets.find(({ name }) => name === "node");
  if (!target) throw new Error("There is no way to run a receiver");
  const shop = await openShop(target, example.createShop(), newestRelease);
  const server = await startFaultyServer(begin(), shop);
  try {
    return await use(server.url);
  } finally {
    await server.end();
    await shop.end();
  }
}

const sources = () => [...builtIn().values()].map((scenario) => ({ scenario, values: scenario.values }));

const exploreAt = (url: string, more: Pick<ExploreOptions, "seed" | "time" | "maxWalks" | "maxFound">) =>
  exploreReceiver({
    contract: ownContract(),
    startTill: (options) => startTill(ownContract(), options),
    reader: reader(),
    till: { url, subscription: "shop-12", secret },
    releases: [undefined],
    sources: sources(),
    ...more,
  });

/** A proof uses new seeds for one minute each. Other runs use a known seed, and only the walks that it needs. */
const minute = 60_000;
const listRuns = (bug: HiddenBug) =>
  isFuzzing
    ? [0, 1, 2, 3, 4].map((nth) => ({ seed: seed + nth, time: minute }))
    : [{ seed: bug.foundBy, time: 10 * minute, maxWalks: 1000 }];

describe.each(hiddenBugs.map((bug) => [bug.name, bug] as const))("the example that %s", (name, bug) => {
  it("passes all built-in scenarios", async () => {
    for (const title of builtIn().keys()) {
      const result = await inShop(bug.begin, (url) => playBuiltIn(title, { url, release: newestRelease }));
      expect([title, ...listFailures(result)]).toEqual([title]);
    }
  });

  it("is found by explore, and shown by a few steps that fail each time", async () => {
    for (const run of listRuns(bug)) {
      const started = performance.now();
      const { found, walks } = await inShop(bug.begin, (url) => exploreAt(url, { ...run, maxFound: 1 }));
      const [only] = found;
      if (!only) throw new Error(`${walks} walks with the seed ${run.seed} found nothing`);
      expect(only.flaw).toContain(bug.says);
      const scenario = readOne(only.yaml);
      if (isFuzzing)
        report(name, {
          seconds: ((performance.now() - started) / 1000).toFixed(1),
          walks,
          steps: scenario.steps.length,
        });
      else expect(scenario.steps.length, only.yaml).toBeLessThanOrEqual(5);
      const again = await inShop(bug.begin, (url) =>
        playAtNewTill(scenario, { url, subscription: "shop-12", secret, clock: "virtual" }, (options) =>
          startTill(ownContract(), options),
        ),
      );
      expect(again.outcome, only.yaml).toBe("failed");
    }
  });
});

it("the example without a bug has nothing to find", async () => {
  const runs = isFuzzing
    ? [0, 1, 2, 3, 4].map((nth) => ({ seed: seed + nth, time: minute }))
    : [1, 2, 3].map((nth) => ({ seed: nth, time: 10 * minute, maxWalks: 60 }));
  for (const run of runs) {
    const { found } = await inShop(noBug, (url) => exploreAt(url, run));
    expect(found.map(({ yaml }) => yaml)).toEqual([]);
  }
});
