import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toBlocks } from "../../../generator/pages/blocks/builders.js";
import type { Page as DocsPage } from "../../../generator/pages/page.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { releaseOf, viewOf } from "../../pages/hand-made.js";
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
  it("finds a property, and goes there, by keyboard", async () => {
    const page = await open(base(), "events/scanCode.html");
    await page.keyboard.press("/");
    await page.keyboard.type("relation number");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("[role=option]").nth(1).getAttribute("aria-selected")).toBe("true");
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

const shownForms = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    "[...document.querySelectorAll('.samples [open] .form')].filter((form) => form.checkVisibility()).map(({ className }) => className)",
  );

describe.skipIf(noChromium !== undefined)(`the samples of an event${reason}`, () => {
  it("are chosen by keyboard, and the choice is kept for other pages", async () => {
    const page = await open(folder, "events/scanCode.html");
    expect(await shownForms(page)).toEqual(["form request"]);
    await page.getByRole("radio", { name: "Request" }).focus();
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowRight");
    expect(await shownForms(page)).toEqual(["form php"]);
    const [first, second] = await page.locator(".samples summary").all();
    await second?.focus();
    await page.keyboard.press("Enter");
    expect(await second?.locator("..").getAttribute("open")).toBe("");
    await page.waitForFunction("document.querySelectorAll('.samples [open]').length === 1");
    expect(await first?.locator("..").getAttribute("open")).toBe(null);
    await page.goto(`${folder}events/completeSession.html`);
    expect(await shownForms(page)).toEqual(["form php"]);
    expect(await page.getByRole("radio", { name: "PHP" }).isChecked()).toBe(true);
  });

  it("are chosen without JavaScript", async () => {
    const page = await open(folder, "events/scanCode.html", { javaScriptEnabled: false });
    const request = page.locator(".samples [open] .request");
    expect(await request.isVisible()).toBe(true);
    await page.locator(".samples label", { hasText: "Python" }).click();
    expect(await request.isVisible()).toBe(false);
    expect(await page.locator(".samples [open] .python").isVisible()).toBe(true);
  });

  it("open when a link leads to one", async () => {
    const page = await open(folder, "events/scanCode.html");
    const id = await page.locator(".samples details:not([open]) > div").first().getAttribute("id");
    await page.goto(`${folder}events/scanCode.html#${id ?? ""}`);
    await page.waitForFunction("document.querySelector(':target').checkVisibility()");
  });

  it("leave an event no more than four and a half screens of 900 pixels", async () => {
    const page = await open(folder, "events/scanCode.html");
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(4.5 * 900);
  });

  it("have their titles in view where they stand beside the text, and an entry among the contents", async () => {
    const page = await open(folder, "events/scanCode.html", { viewport: { width: 1280, height: 900 } });
    await page.evaluate("scrollTo(0, 700)");
    const bottoms = await page.evaluate<number[]>(
      "[...document.querySelectorAll('.samples summary')].map((each) => each.getBoundingClientRect().bottom)",
    );
    expect(bottoms.length).toBeGreaterThan(5);
    expect(bottoms.filter((bottom) => bottom > 900)).toEqual([]);
    await page.locator(".contents").getByRole("link", { name: "Samples" }).click();
    await page.waitForURL(/#samples$/);
  });

  it("leads to the pages before and after", async () => {
    const page = await open(folder, "events/scanCode.html");
    await page.getByRole("link", { name: /^Next / }).click();
    await page.waitForURL(/events\/selectRelation\.html$/);
    await page.getByRole("link", { name: /^Previous / }).click();
    await page.waitForURL(/events\/scanCode\.html$/);
  });
});

describe.skipIf(noChromium !== undefined)(`the site in use${reason}`, () => {
  it("says in its footer up to when it is known", async () => {
    const page = await open(folder, "events/scanCode.html");
    expect(await page.locator("footer").textContent()).toContain("Known up to v59.4.2.");
    await page.locator("footer a").click();
    await page.waitForURL(/about\.html#for-which-shops$/);
    expect(await page.locator("main").textContent()).toContain("known up to v59.4.2.");
  });

  it("keeps the colours that a reader chose", async () => {
    const page = await open(folder, "index.html", { colorScheme: "dark" });
    expect(await isDark(page)).toBe(true);
    await page.getByRole("button", { name: "Colors: system" }).click();
    expect(await isDark(page)).toBe(false);
    await page.goto(`${folder}enums.html`);
    expect(await isDark(page)).toBe(false);
    await page.getByRole("button", { name: "Colors: light" }).click();
    await page.getByRole("button", { name: "Colors: dark" }).click();
    expect(await isDark(page)).toBe(true);
  });

  it("copies code", async () => {
    const page = await open(folder, "events/scanCode.html");
    const code = await page.locator("pre").first().textContent();
    // The message disappears after two seconds.
    const copied = page.getByText("Copied").first().waitFor();
    await page
      .getByRole("button", { name: /^Copy: ./ })
      .first()
      .click();
    await copied;
    await page.getByRole("combobox", { name: "Search" }).focus();
    await page.keyboard.press("Control+V");
    expect(withoutSpace(await page.getByRole("combobox", { name: "Search" }).inputValue())).toBe(
      withoutSpace(code),
    );
  });

  it("says so if it may not copy", async () => {
    const page = await open(folder, "events/scanCode.html");
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
    const told = page.getByRole("status").filter({ hasText: "Not copied" }).waitFor();
    await page
      .getByRole("button", { name: /^Copy: ./ })
      .first()
      .click();
    await told;
  });

  it("can be read without JavaScript", async () => {
    const page = await open(folder, "events/scanCode.html", {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("scanCode");
    expect(await page.getByLabel("Release").isVisible()).toBe(false);
    expect(await page.getByRole("combobox", { name: "Search" }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await page
      .getByRole("navigation", { name: "Pages" })
      .getByRole("link", { name: "addSessionLine", exact: true })
      .click();
    await page.waitForURL(/addSessionLine\.html$/);
  });

  it("says on a page about what came late that it did, as its entry in the sidebar does", async () => {
    const life: Partial<DocsPage> = {
      path: "events/form",
      availability: { exists: [{ from: releaseOf("59"), until: releaseOf("60") }], coverage: "some shops" },
    };
    const releases = ["48", "59", "60"].map((release) => ({ release: releaseOf(release), summary: "" }));
    const pages = [pageOf(toBlocks("Hello.")), pageOf(toBlocks("Form."), life)];
    const site = siteOfPages(pages, viewOf([], { releases }));
    const page = await open(writeSite(site), "events/form.html");
    const note = page.locator("main.is-missing");
    const greyed: Record<string, [number, number]> = {};
    for (const release of ["", "48", "59", "60"]) {
      await page.getByLabel("Release").selectOption(release);
      greyed[release] = [await note.count(), await page.locator("nav .is-missing").count()];
    }
    expect(greyed).toEqual({ "": [0, 0], "48": [1, 1], "59": [0, 0], "60": [1, 1] });
  });

  it("tells what the search found, where and in which words, lets go of it, and loads it at its first use", async () => {
    const page = await open(folder, "index.html");
    const countScripts = () => page.evaluate<number>("document.scripts.length");
    const before = await countScripts();
    const box = page.getByRole("combobox", { name: "Search" });
    const status = page.locator(".search [role=status]");
    await box.fill("the signature");
    const first = page.getByRole("option").first();
    await first.waitFor();
    expect((await countScripts()) - before).toBe(2);
    const shown = ["name", "kind", "place", "about"].map((name) => first.locator(`.${name}`).textContent());
    expect(await Promise.all(shown)).toEqual([
      "Subscribe: The signature",
      "section",
      "Guide",
      expect.stringMatching(/signature in three steps/),
    ]);
    expect(new Set(await first.locator("mark").allTextContents())).toEqual(new Set(["signature"]));
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    expect(await first.getAttribute("id")).toBe(await box.getAttribute("aria-activedescendant"));
    expect(await first.getAttribute("aria-selected")).toBe("true");
    expect(await status.textContent()).toMatch(/^(The first 30 finds|\d+ found)$/);
    await box.fill("zzzz");
    expect(await status.textContent()).toBe("Nothing found.");
    await box.fill("");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    await box.fill("zzzz");
    await page.keyboard.press("Escape");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
  });

  it("leads past the bar and the sidebar with the first key, and shows where the focus is", async () => {
    const page = await open(folder, "events/scanCode.html");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const [inMain, style] = await page.evaluate<[boolean, string]>(
      "[document.activeElement.closest('main') !== null, getComputedStyle(document.activeElement).outlineStyle]",
    );
    expect([inMain, style]).toEqual([true, "solid"]);
  });
});

const withoutSpace = (text: string | null): string => (text ?? "").replace(/\s/g, "");

describe.skipIf(noChromium !== undefined)(`on a telephone${reason}`, () => {
  it("the menu opens at this page, and closes by Escape, by a tap beside it, and by a link", async () => {
    const page = await open(folder, "events/scanCode.html", { viewport: { width: 390, height: 844 } });
    const current = page.locator("nav [aria-current]");
    const openMenu = async () => {
      await page.getByRole("button", { name: "Menu" }).click();
      await current.waitFor();
    };
    expect(await current.isVisible()).toBe(false);
    await openMenu();
    expect(await page.evaluate("document.activeElement?.getAttribute('aria-current')")).toBe("page");
    const { y = -1, height = 0 } = (await current.boundingBox()) ?? {};
    expect([y >= 0, y + height <= 844]).toEqual([true, true]);
    await page.keyboard.press("Escape");
    await current.waitFor({ state: "hidden" });
    await openMenu();
    await page.mouse.click(375, 300);
    await current.waitFor({ state: "hidden" });
    expect(page.url()).toBe(`${folder}events/scanCode.html`);
    await page.evaluate(
      "document.querySelector('nav [aria-current]').setAttribute('href', '#what-it-carries')",
    );
    await openMenu();
    await current.click();
    await current.waitFor({ state: "hidden" });
    expect(new URL(page.url()).hash).toBe("#what-it-carries");
  });

  it.each([320, 390, 780])("the menu begins where the header ends, %i pixels wide", async (width) => {
    const page = await open(folder, "index.html", { viewport: { width, height: 844 } });
    await page.getByRole("button", { name: "Menu" }).click();
    const menu = await page.locator(".sidebar").boundingBox();
    const header = await page.locator(".top").boundingBox();
    expect(menu?.y).toBe(header?.height);
  });

  it.each([
    "index.html",
    "events/scanCode.html",
    "objects/Session.html",
    "releases.html",
    "events-and-answers.html",
  ])("%s is no wider than the screen, and what is wider scrolls in its own place", async (path) => {
    const page = await open(folder, path, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(findTooWide)).toEqual([]);
  });
});

/** Finds elements that are wider than the screen and not in a scrolling container. */
const findTooWide = `[...document.querySelectorAll("main *")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .filter((element) => !element.closest("[data-scroll]") && element.checkVisibility())
  .map((element) => element.outerHTML.slice(0, 80))`;

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

/** A page of each kind. Three are tested on every change. */
const kinds = [
  ...["index.html", "events/scanCode.html?release=48", "objects/Session.html"],
  ...(isFuzzing ? ["about.html", "start.html", "subscribe.html", "flows/discount.html"] : []),
  ...(isFuzzing
    ? ["events/scanCode.html?release=48#property-form", "enums.html", "events-and-answers.html"]
    : []),
];

// The page of an event contains everything that others contain.
const audits = kinds.flatMap((path) => {
  const isAll = isFuzzing || path.startsWith("events/");
  return (isAll ? [390, 1280] : [1280]).flatMap((width) =>
    (isAll ? (["light", "dark"] as const) : (["light"] as const)).map((scheme) => ({ path, width, scheme })),
  );
});

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
