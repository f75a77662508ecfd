import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium === undefined) folder = writeSite(await makeRealSite());
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A page of each kind. */
const kinds = [
  "index.html",
  "about.html",
  "start.html",
  "subscribe.html",
  "flows/discount.html",
  "events/scanCode.html?release=48",
  "events/scanCode.html?release=48#property-form",
  "objects/Session.html",
  "enums.html",
  "matrix.html",
];

const audits = kinds.flatMap((path) =>
  [390, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ path, width, scheme }))),
);

describe.skipIf(noChromium !== undefined)(`for whoever cannot see, or has no mouse${reason}`, () => {
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

  it("shows where the focus is", async () => {
    const page = await open(folder, "events/scanCode.html");
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press("Tab");
      const [name, style, width] = await page.evaluate<string[]>(
        "(({ outlineStyle, outlineWidth }) => [document.activeElement.outerHTML.slice(0, 80), outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))",
      );
      expect([name, style, Number.parseFloat(width ?? "") >= 2]).toEqual([name, "solid", true]);
    }
  });

  it("tells what the search found, and lets go of it", async () => {
    const page = await open(folder, "index.html");
    const search = page.getByRole("combobox", { name: "Search" });
    const status = page.locator(".search [role=status]");
    await search.fill("relationNumber");
    await page.getByRole("listbox", { name: "Found" }).waitFor();
    expect(await search.getAttribute("aria-expanded")).toBe("true");
    const active = await search.getAttribute("aria-activedescendant");
    expect(await page.locator("[aria-selected=true]").getAttribute("id")).toBe(active);
    expect(await status.textContent()).toMatch(/^\d+ found$/);
    await search.fill("zzzz");
    expect(await status.textContent()).toBe("Nothing found");
    await page.keyboard.press("Escape");
    expect(await search.getAttribute("aria-expanded")).toBe("false");
  });

  it("leads past the bar and the sidebar with the first key", async () => {
    const page = await open(folder, "events/scanCode.html");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });
});
