import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFuzzing } from "../../fuzz/amount.js";
import { noChromium, serveFiles, type Served } from "./chromium.js";
import { createSiteBrowser, makeRealSite, reason } from "./site-browser.js";

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
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('#property-form th'), '::after').content"),
    ).toBe('"not in v48"');
    expect(new URL(page.url()).search).toBe("?release=48");
    await page.locator("nav").getByRole("link", { name: "addSessionLine", exact: true }).click();
    await page.waitForURL(/addSessionLine\.html\?release=48$/);
    expect(await missingOn(page)).toContain("property-form");
    await page.getByLabel("Release").selectOption("59");
    expect(await missingOn(page)).not.toContain("property-form");
    await page.getByLabel("Release").selectOption("");
    expect(new URL(page.url()).search).toBe("");
  });
});

const targetIsInSight = `(() => {
  const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
  return top >= document.querySelector("header").offsetHeight && bottom <= innerHeight;
})()`;

const missingOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>("[...document.querySelectorAll('tr.is-missing')].map(({ id }) => id)");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A page of each kind; three of them before each change. */
const kinds = [
  ...["index.html", "events/scanCode.html?release=48", "objects/Session.html"],
  ...(isFuzzing ? ["about.html", "start.html", "subscribe.html", "flows/discount.html"] : []),
  ...(isFuzzing ? ["events/scanCode.html?release=48#property-form", "enums.html", "matrix.html"] : []),
];

const audits = kinds.flatMap((path) =>
  (isFuzzing ? [390, 1280] : [1280]).flatMap((width) =>
    (isFuzzing ? (["light", "dark"] as const) : (["light"] as const)).map((scheme) => ({
      path,
      width,
      scheme,
    })),
  ),
);

describe.skipIf(noChromium !== undefined)(`for whoever cannot see well${reason}`, () => {
  it.each(audits)(
    "$path has no barrier in $scheme colours, $width pixels wide",
    async ({ path, scheme, width }) => {
      const page = await open(folder, path, { colorScheme: scheme, viewport: { width, height: 900 } });
      await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      await page.evaluate(axe);
      const { violations } = await page.evaluate<{ violations: Violation[] }>("axe.run({ preload: false })");
      const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual([]);
    },
  );
});
