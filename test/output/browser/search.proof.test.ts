import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ownSpec } from "../../../generator/package/package-files.js";
import { searches } from "../../contract/searches.js";
import { siteOf } from "../../targets/site/sites.js";
import { loadModel, loadRealView } from "../../workbench/real-spec.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium !== undefined) return;
  const model = loadModel(ownSpec);
  folder = writeSite(await siteOf(loadRealView({ minVersion: "48" }, model), model));
});

/** Types into the search of a page, and waits for what it shows. */
async function search(page: Page, query: string): Promise<void> {
  await page.getByRole("combobox", { name: "Search" }).fill(query);
  await page.getByRole("listbox", { name: "Found" }).waitFor();
}

const firstFind = (page: Page) => page.getByRole("option").first();

describe.skipIf(noChromium !== undefined)(`the search, in a browser${reason}`, () => {
  it("shows first what a partner looks for", async () => {
    const page = await open(folder, "objects/Session.html");
    const shown: string[] = [];
    for (const { query } of searches) {
      await search(page, query);
      const href = (await firstFind(page).getAttribute("href")) ?? "";
      shown.push(`${query}: ${href.replace(/^\.\.\/|#.*$/g, "")}`);
    }
    expect(shown).toEqual(searches.map(({ query, page }) => `${query}: ${page}`));
  });

  it("says what was found, where, and in which words", async () => {
    const page = await open(folder, "index.html");
    await search(page, "ondertekening");
    const first = firstFind(page);
    const textOf = (name: string) => first.locator(`.${name}`).textContent();
    expect(await textOf("name")).toBe("The signature");
    expect(await textOf("kind")).toBe("section");
    expect(await textOf("place")).toBe("Subscribe · Guide");
    expect(await textOf("about")).toMatch(/signature is made in three steps/);
    expect(new Set(await first.locator("mark").allTextContents())).toEqual(new Set(["signature"]));
  });

  it("says where else the same stands, and goes to the page that was named", async () => {
    const page = await open(folder, "index.html");
    await search(page, "dialog completeSession");
    expect(await firstFind(page).locator(".place").textContent()).toMatch(
      /^completeSession · Events, and \d+ more pages$/,
    );
    await page.keyboard.press("Enter");
    await page.waitForURL(/events\/completeSession\.html#property-dialog/);
  });

  it("loads nothing before it is used", async () => {
    const page = await open(folder, "index.html");
    const scripts = () =>
      page.evaluate<string[]>("[...document.scripts].map(({ src }) => src.replace(/.*\\//, ''))");
    expect(await scripts()).not.toContain("search-index.js");
    await search(page, "bon");
    expect((await scripts()).slice(-2)).toEqual(["search-library.js", "search-index.js"]);
  });
});
