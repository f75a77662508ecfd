import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { toBlocks } from "../../generator/docs/blocks/write.js";
import type { Page as DocsPage } from "../../generator/docs/page.js";
import { releaseOf, viewOf } from "../docs/hand-made.js";
import { everywhere, hostileTexts } from "../docs/hostile-spec.js";
import { loadRealModel, loadRealView } from "../real-spec.js";
import { pageOf, siteOf, siteOfPages } from "../targets/site/sites.js";
import {
  noChromium,
  openPage,
  serveFiles,
  startChromium,
  type Served,
  type WatchedPage,
} from "./chromium.js";
import { removeFolder, writeFiles } from "./workshop.js";

const describeIt = describe.skipIf(noChromium !== undefined);
const reason = noChromium === undefined ? "" : ` (${noChromium})`;

const folders: string[] = [];
const opened: { base: string; watched: WatchedPage }[] = [];
let browser: Browser;
let files: ReadonlyMap<string, string>;
let folder: string;
let served: Served;

beforeAll(async () => {
  if (noChromium !== undefined) return;
  const model = loadRealModel();
  files = await siteOf(loadRealView({ minVersion: "48" }, model), model);
  folder = inFolder(files);
  served = await serveFiles(files, "/partners/mplus/");
  browser = await startChromium();
});

afterAll(async () => {
  if (noChromium !== undefined) return;
  await browser.close();
  served.close();
  folders.forEach(removeFolder);
});

afterEach(async () => {
  for (const { base, watched } of opened.splice(0)) {
    expect(watched.incidents).toEqual([]);
    expect(watched.requests.filter((url) => !url.startsWith(base))).toEqual([]);
    await watched.page.context().close();
  }
});

/** Writes a site into a folder of its own, and says where that is. */
function inFolder(site: ReadonlyMap<string, string>): string {
  const made = mkdtempSync(join(tmpdir(), "mplus-site-"));
  folders.push(made);
  writeFiles(made, site);
  return `${pathToFileURL(made).href}/`;
}

/** Opens a page; when the test ends, it must have asked for nothing elsewhere and reported nothing. */
async function open(base: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const watched = await openPage(browser, options);
  opened.push({ base, watched });
  await watched.page.goto(base + path);
  return watched.page;
}

const places = [
  { name: "a folder", base: () => folder },
  { name: "a sub-path of a web server", base: () => served.base },
];

describe.each(places)(`the site in $name${reason}`, ({ base }) => {
  it.skipIf(noChromium !== undefined)("finds a property, and goes there, by keyboard", async () => {
    const page = await open(base(), "events/scanCode.html");
    await page.keyboard.press("/");
    await page.keyboard.type("relation number");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#property-relationNumber$/);
    expect(await page.locator("tr:target code").first().textContent()).toBe("relationNumber");
    expect(await page.evaluate(targetIsInSight)).toBe(true);
  });

  it.skipIf(noChromium !== undefined)("greys what a release lacks, there and on the next page", async () => {
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

  it.skipIf(noChromium !== undefined)("opens a shared link with its release", async () => {
    const page = await open(base(), "events/scanCode.html?release=57#property-form");
    expect(await page.getByLabel("Release").inputValue()).toBe("57");
    expect(await missingOn(page)).toContain("property-form");
  });

  it.skipIf(noChromium !== undefined)("keeps the colours that a reader chose", async () => {
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

  it.skipIf(noChromium !== undefined).each([true, false])(
    "copies code (with a clipboard: %s)",
    async (hasClipboard) => {
      const page = await open(base(), "index.html");
      if (!hasClipboard)
        await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      await page.goto(`${base()}events/scanCode.html`);
      const code = await page.locator("pre").first().textContent();
      await page.getByRole("button", { name: /^Copy/ }).first().click();
      await page.getByText("Copied").first().waitFor();
      await page.getByRole("combobox", { name: "Search" }).focus();
      await page.keyboard.press("Control+V");
      expect(withoutSpace(await page.getByRole("combobox", { name: "Search" }).inputValue())).toBe(
        withoutSpace(code),
      );
    },
  );

  it.skipIf(noChromium !== undefined)("can be read without JavaScript", async () => {
    const page = await open(base(), "events/scanCode.html", {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("scanCode");
    expect(await page.getByLabel("Release").isVisible()).toBe(false);
    expect(await page.getByRole("combobox", { name: "Search" }).isVisible()).toBe(false);
    await page.getByRole("link", { name: "Menu" }).click();
    await page.getByRole("link", { name: "addSessionLine", exact: true }).click();
    await page.waitForURL(/addSessionLine\.html$/);
  });
});

const targetIsInSight = `(() => {
  const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
  return top >= document.querySelector("header").offsetHeight && bottom <= innerHeight;
})()`;

const missingOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>("[...document.querySelectorAll('tr.is-missing')].map(({ id }) => id)");

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    "matchMedia('all').matches && /^rgb\\(\\d{1,2},/.test(getComputedStyle(document.documentElement).backgroundColor)",
  );

const withoutSpace = (text: string | null): string => (text ?? "").replace(/\s/g, "");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

const audits = [
  { path: "index.html", width: 1280 },
  { path: "index.html", width: 390 },
  { path: "events/scanCode.html?release=48", width: 1280 },
  { path: "events/scanCode.html?release=48", width: 390 },
  { path: "events/scanCode.html?release=48#property-form", width: 1280 },
  { path: "objects/Session.html", width: 1280 },
  { path: "matrix.html", width: 1280 },
  { path: "subscribe.html", width: 1280 },
].flatMap((audit) => (["light", "dark"] as const).map((scheme) => ({ ...audit, scheme })));

describeIt(`for whoever cannot see, or has no mouse${reason}`, () => {
  it.each(audits)(
    "$path has no barrier in $scheme colours, $width pixels wide",
    async ({ path, scheme, width }) => {
      const page = await open(folder, path, { colorScheme: scheme, viewport: { width, height: 900 } });
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
    await search.fill("nothing has this name");
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

describeIt(`on a phone and on paper${reason}`, () => {
  it("no page is wider than the screen", async () => {
    const page = await open(folder, "index.html", { viewport: { width: 390, height: 844 } });
    const wide: string[] = [];
    for (const path of [...files.keys()].filter((each) => each.endsWith(".html"))) {
      await page.goto(folder + path);
      if (await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth")) wide.push(path);
    }
    expect(wide).toEqual([]);
  });

  it("the menu opens at this page, and Escape closes it", async () => {
    const page = await open(folder, "events/scanCode.html", { viewport: { width: 390, height: 844 } });
    const current = page.locator("nav [aria-current]");
    expect(await current.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await current.waitFor();
    expect(await page.evaluate("document.activeElement?.getAttribute('aria-current')")).toBe("page");
    const { y = -1, height = 0 } = (await current.boundingBox()) ?? {};
    expect([y >= 0, y + height <= 844]).toEqual([true, true]);
    await page.keyboard.press("Escape");
    await current.waitFor({ state: "hidden" });
    expect(await page.getByRole("button", { name: "Menu" }).getAttribute("aria-expanded")).toBe("false");
  });

  it.each(["events/scanCode.html", "matrix.html"])(
    "%s is printed whole, without what can be pressed",
    async (path) => {
      const page = await open(folder, path, { colorScheme: "dark", viewport: { width: 1000, height: 700 } });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await isDark(page)).toBe(false);
      expect(await page.getByRole("button").count()).toBe(0);
      expect(await page.getByRole("navigation").count()).toBe(0);
      expect(
        await page.evaluate(
          "[...document.querySelectorAll('.table')].filter((table) => table.scrollHeight > table.clientHeight + 1).length",
        ),
      ).toBe(0);
    },
  );
});

describeIt(`a page about what came late${reason}`, () => {
  it("says so, as its entry in the sidebar does", async () => {
    const life: Partial<DocsPage> = {
      path: "events/form",
      availability: { since: releaseOf("59"), until: releaseOf("60"), coverage: "some shops" },
    };
    const releases = ["48", "59", "60"].map((release) => ({ release: releaseOf(release), summary: "" }));
    const site = siteOfPages(
      [pageOf(toBlocks("Hello.")), pageOf(toBlocks("Form."), life)],
      viewOf([], { releases }),
    );
    const page = await open(inFolder(site), "events/form.html");
    const note = page.getByText("does not have what this page is about");
    const greyed: Record<string, [number, number]> = {};
    for (const release of ["", "48", "59", "60"]) {
      await page.getByLabel("Release").selectOption(release);
      greyed[release] = [await note.count(), await page.locator("nav .is-missing").count()];
    }
    expect(greyed).toEqual({ "": [0, 0], "48": [1, 1], "59": [0, 0], "60": [1, 1] });
  });
});

const attacks = [
  ...hostileTexts,
  "<img src=x onerror=globalThis.stolen=1><svg onload=globalThis.stolen=1><iframe src=//evil.example>",
  "[x](javascript:globalThis.stolen=1) [y](//evil.example) ![z](http://evil.example/z.png) <script>globalThis.stolen=1</script>",
  '");globalThis.stolen=1;//',
];

describeIt(`the site of a spec whose every text is an attack${reason}`, () => {
  it("shows it, and does nothing", async () => {
    const { view, model } = everywhere(attacks.join(" "));
    const site = await siteOf(view, model);
    const base = inFolder(site);
    const page = await open(base, "index.html");
    for (const path of [...site.keys()].filter((each) => each.endsWith(".html"))) {
      await page.goto(base + path);
      await page.getByLabel("Release").selectOption("48");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("thing");
      await page.locator("[role=option]").first().waitFor();
      expect(await page.evaluate("[typeof stolen, document.images.length, document.scripts.length]")).toEqual(
        ["undefined", 0, 3],
      );
      const links = await page.evaluate<string[]>("[...document.links].map(({ href }) => href)");
      expect(links.filter((href) => !href.startsWith(base))).toEqual([]);
    }
  });
});
