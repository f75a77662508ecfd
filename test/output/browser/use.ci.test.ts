import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBlocks } from "../../../generator/docs/blocks/write.js";
import type { Page as DocsPage } from "../../../generator/docs/page.js";
import { releaseOf, viewOf } from "../../docs/hand-made.js";
import { pageOf, siteOfPages } from "../../targets/site/sites.js";
import { noChromium, serveFiles, type Served } from "./chromium.js";
import { createSiteBrowser, isDark, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;
let served: Served;

beforeAll(async () => {
  if (noChromium !== undefined) return;
  const files = await makeRealSite();
  folder = writeSite(files);
  served = await serveFiles(files, "/partners/mplus/");
});
afterAll(() => {
  if (noChromium === undefined) served.close();
});

const places = [
  { name: "a folder", base: () => folder },
  { name: "a sub-path of a web server", base: () => served.base },
];

describe.skipIf(noChromium !== undefined).each(places)(`the site in $name${reason}`, ({ base }) => {
  it("says in its footer up to when it is known", async () => {
    const page = await open(base(), "events/scanCode.html");
    expect(await page.locator("footer").textContent()).toContain("Known up to v59.4.2.");
    await page.locator("footer a").click();
    await page.waitForURL(/about\.html#for-which-shops$/);
  });

  it("leads to where it says so without scripts", async () => {
    const page = await open(base(), "events/scanCode.html", { javaScriptEnabled: false });
    await page.locator("footer a").click();
    expect(await page.locator("main").textContent()).toContain("known up to v59.4.2.");
  });

  it("finds a property, and goes there, by keyboard", async () => {
    const page = await open(base(), "events/scanCode.html");
    await page.keyboard.press("/");
    await page.keyboard.type("relation number");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#property-relationNumber$/);
    expect(await page.locator("tr:target code").first().textContent()).toBe("relationNumber");
    await page.waitForFunction(targetIsInSight);
  });

  it("greys what a release lacks, there and on the next page", async () => {
    const page = await open(base(), "events/scanCode.html");
    await page.getByLabel("Release").selectOption("48");
    expect(await missingOn(page)).toContain("property-form");
    expect(await missingOn(page)).not.toContain("property-scanCode");
    expect(await page.locator("#property-form td").first().textContent()).toBe("form not in v48");
    expect(new URL(page.url()).search).toBe("?release=48");
    await page.locator("nav").getByRole("link", { name: "addSessionLine", exact: true }).click();
    await page.waitForURL(/addSessionLine\.html\?release=48$/);
    expect(await missingOn(page)).toContain("property-form");
    await page.getByLabel("Release").selectOption("59");
    expect(await missingOn(page)).not.toContain("property-form");
    await page.getByLabel("Release").selectOption("");
    expect(new URL(page.url()).search).toBe("");
  });

  it("opens a shared link with its release", async () => {
    const page = await open(base(), "events/scanCode.html?release=57#property-form");
    expect(await page.getByLabel("Release").inputValue()).toBe("57");
    expect(await missingOn(page)).toContain("property-form");
  });

  it("keeps the colours that a reader chose", async () => {
    const page = await open(base(), "index.html", { colorScheme: "dark" });
    expect(await isDark(page)).toBe(true);
    await page.getByRole("button", { name: "Colours: system" }).click();
    expect(await isDark(page)).toBe(false);
    await page.goto(`${base()}matrix.html`);
    expect(await isDark(page)).toBe(false);
    await page.getByRole("button", { name: "Colours: light" }).click();
    await page.getByRole("button", { name: "Colours: dark" }).click();
    expect(await isDark(page)).toBe(true);
  });

  it.each([true, false])("copies code (with a clipboard: %s)", async (hasClipboard) => {
    const page = await open(base(), "index.html");
    if (!hasClipboard)
      await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.goto(`${base()}events/scanCode.html`);
    const code = await page.locator("pre").first().textContent();
    // It says so for two seconds.
    const copied = page.getByText("Copied").first().waitFor();
    await page.getByRole("button", { name: /^Copy/ }).first().click();
    await copied;
    await page.getByRole("combobox", { name: "Search" }).focus();
    await page.keyboard.press("Control+V");
    expect(withoutSpace(await page.getByRole("combobox", { name: "Search" }).inputValue())).toBe(
      withoutSpace(code),
    );
  });

  it("can be read without JavaScript", async () => {
    const page = await open(base(), "events/scanCode.html", {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("scanCode");
    expect(await page.getByLabel("Release").isVisible()).toBe(false);
    expect(await page.getByRole("combobox", { name: "Search" }).isVisible()).toBe(false);
    await page.getByRole("link", { name: "Menu" }).click();
    await page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: "addSessionLine", exact: true })
      .click();
    await page.waitForURL(/addSessionLine\.html$/);
  });
});

const targetIsInSight = `(() => {
  const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
  return top >= document.querySelector("header").offsetHeight && bottom <= innerHeight;
})()`;

const missingOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>("[...document.querySelectorAll('tr.is-missing')].map(({ id }) => id)");

const withoutSpace = (text: string | null): string => (text ?? "").replace(/\s/g, "");

describe.skipIf(noChromium !== undefined)(`a page about what came late${reason}`, () => {
  it("says so, as its entry in the sidebar does", async () => {
    const life: Partial<DocsPage> = {
      path: "events/form",
      availability: { exists: [{ from: releaseOf("59"), until: releaseOf("60") }], coverage: "some shops" },
    };
    const releases = ["48", "59", "60"].map((release) => ({ release: releaseOf(release), summary: "" }));
    const pages = [pageOf(toBlocks("Hello.")), pageOf(toBlocks("Form."), life)];
    const site = siteOfPages(pages, viewOf([], { releases }));
    const page = await open(writeSite(site), "events/form.html");
    const note = page.getByText("does not have what this page is about");
    const greyed: Record<string, [number, number]> = {};
    for (const release of ["", "48", "59", "60"]) {
      await page.getByLabel("Release").selectOption(release);
      greyed[release] = [await note.count(), await page.locator("nav .is-missing").count()];
    }
    expect(greyed).toEqual({ "": [0, 0], "48": [1, 1], "59": [0, 0], "60": [1, 1] });
  });
});
