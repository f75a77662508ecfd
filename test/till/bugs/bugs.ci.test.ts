import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import type { Bug } from "./bug.js";
import { bugs } from "./bugs.js";
import { startFaultyServer } from "./faulty-server.js";
import { listFailures, playBuiltIn } from "../proof/built-in.js";
import { loadExample, type Example } from "../proof/example-folder.js";
import { openShop } from "../proof/open-shop.js";
import { newestRelease } from "../engine/newest-release.js";

const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

async function find(bug: Bug): Promise<string[]> {
  const { scenario, settings } = bug;
  const [target] = example.targets;
  if (!target) throw new Error("There is no way to run a receiver");
  const shop = await openShop(target, example.createShop(), newestRelease);
  const server = await startFaultyServer(bug, shop);
  try {
    return listFailures(
      await playBuiltIn(scenario, { url: server.url, release: newestRelease, ...(settings && { settings }) }),
    );
  } finally {
    await server.end();
    await shop.end();
  }
}

describe("a bug in the example", () => {
  it.each(bugs.map((bug) => [bug.name, bug] as const))("%s", async (_name, bug) => {
    const [found] = await find(bug);
    expect(found).toContain(bug.says);
  });

  it("is what is found: without one, nothing is", async () => {
    for (const scenario of new Set(bugs.map((bug) => bug.scenario)))
      expect(await find({ name: "none", scenario, says: "" })).toEqual([]);
  });
});
