import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatRelease, type Release } from "../../../generator/base/time/release.js";
import { targetNames, type TargetName } from "../../conformance/targets/target.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { buildSnapshotView } from "../../laws/judges/interpreted.js";
import { builtIn, listFailures, playBuiltIn } from "./built-in.js";
import { loadExample, type Example } from "./example-folder.js";
import { foresee } from "./foresee.js";
import { openShop } from "./open-shop.js";
import { ownContract } from "../own-spec.js";

/**
 * Plays each scenario in a shop of each release, against the example on each target. The outcome must follow from
 * the contract. `npm run proof` plays all combinations, and other runs a sample.
 */
const { model } = ownContract();
const releases = model.releases.map(({ release }) => release);
const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

const newest = releases.at(-1);

/** One target gets an old, a middle and the newest release. The others get only the newest. */
function listReleases(name: TargetName): readonly Release[] {
  if (isFuzzing) return releases;
  const sampled = name === "express 5" ? [0, Math.floor(releases.length / 2)] : [];
  return [...sampled.map((index) => releases[index]), newest].filter((release) => release !== undefined);
}

/** One target gets all scenarios. The others get three: with a question, with polling and with a wait. */
const listScenarios = (name: TargetName) =>
  [...builtIn()].filter(
    ([title]) => isFuzzing || name === "express 5" || ["cafe-discount", "loyalty", "payment"].includes(title),
  );

it("every way to run a receiver is tried", () => {
  expect(example.targets.map(({ name }) => name).sort()).toEqual([...targetNames].sort());
});

describe.each(targetNames)("%s", (name) => {
  const shops = listReleases(name).flatMap((release) =>
    listScenarios(name).map(
      ([title, scenario]) => [title, formatRelease(release), { scenario, release }] as const,
    ),
  );

  it.each(shops)(`${name}: %s in a shop of v%s`, async (title, version, { scenario, release }) => {
    const target = example.targets.find((each) => each.name === name);
    if (!target) throw new Error(`There is no ${name}`);
    const foreseen = foresee(scenario, release, model, buildSnapshotView(model, release));
    const shop = await openShop(target, example.createShop(), version);
    const { fetch, url, lines } = shop;
    const result = await playBuiltIn(title, { url, release: version, ...(fetch && { fetch }) });
    await shop.end();
    const failures = listFailures(result);
    expect(result.outcome, failures.join("\n")).toBe(foreseen.outcome);
    if (foreseen.outcome === "passed") return;
    // The till or the receiver's log says why a scenario failed. The reason must follow from the contract.
    const notes = result.steps.flatMap((step) => step.notes);
    const said = [result.reason, ...failures, ...notes, ...lines.map((line) => JSON.stringify(line))].join(
      "\n",
    );
    expect(said).toContain(foreseen.what);
    expect(said).toContain(`v${foreseen.since}`);
  });
});
