import { afterAll, beforeAll, expect, it } from "vitest";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { playAllBuiltIn } from "./built-in.js";
import { loadExample, type Example } from "./example-folder.js";

const folder = makeRunFolder();
let example: Example;
beforeAll(async () => {
  example = await loadExample(folder);
});
afterAll(() => removeFolder(folder));

it("each built-in scenario passes at the example, or says which release it needs", async () => {
  const outcomes = await playAllBuiltIn(async (release, use) => {
    const { fetch, lines } = example.openShop(release);
    await use({
      url: "http://shop.example/mplus",
      fetch,
      log: () => lines.map((line) => JSON.stringify(line)),
    });
  });
  expect(outcomes.filter((line) => line.endsWith(": failed"))).toEqual([]);
  await expect(outcomes.join("\n")).toMatchFileSnapshot("built-in.txt");
});
