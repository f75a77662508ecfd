import { afterAll, beforeAll, expect, it } from "vitest";
import { openShopsOf, playAtNewest, type Shop } from "./growth/grown-shop.js";
import { builtIn } from "../till/proof/built-in.js";
import { makeRunFolder, removeFolder } from "../workbench/folders.js";
import { loadOwnSpec } from "./own-spec.js";

const folder = makeRunFolder();
let shop: Shop;
beforeAll(async () => {
  shop = await openShopsOf(loadOwnSpec(), folder);
});
afterAll(() => removeFolder(folder));

it.each([...builtIn().keys()])(
  "the built-in scenario %s passes in a shop of the newest release",
  async (name) => {
    const [outcome, ...failures] = await playAtNewest(name, shop);
    const advice =
      "Has a release removed a part that is named here? Then change this line, or the answer of test/till/example/:";
    expect(outcome, [advice, ...failures].join("\n")).toBe("passed");
  },
);
