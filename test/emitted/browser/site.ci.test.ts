import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { toBlocks } from "../../../generator/pages/blocks/builders.js";
import type { Page as DocsPage } from "../../../generator/pages/page.js";
import { isFuzzing } from "../../workbench/amount.js";
import { releaseOf, viewOf } from "../../pages/hand-made.js";
import { pageOf, siteOfPages } from "../../targets/site/sites.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, isDark, makeRealSite, reason } from "./site-browser.js";

const { open, openServed, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium === undefined) folder = writeSite(await makeRealSite());
});

const scanCode = "events/scanCode.html";
const phone = { viewport: { width: 390, height: 844 } };

const searchBox = (page: Page) => page.getByRole("combobox", { name: "Search" });
const menuButton = (page: Page) => page.getByRole("button", { name: "Menu" });
const choose = (page: Page, release: string) => page.getByLabel("Release").selectOption(release);
const missingOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>("[...document.querySelectorAll('tr.is-missing')].map(({ id }) => id)");
const shownForms = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    "[...document.querySelectorAll('.samples [open] .form')].filter((form) => form.checkVisibility()).map(({ className }) => className)",
  );
const copyButton = (page: Page) => page.getByRole("button", { name: /^Copy: ./ }).first();
const search = async (page: Page, query: string): Promise<Locator> => {
  await page.keyboard.press("/");
  await page.keyboard.type(query);
  const options = page.getByRole("option");
  await options.first().waitFor();
  return options;
};

describe.skipIf(noChromium !== undefined).each([
  { name: "a folder", open },
  { name: "a sub-path of a web server", open: openServed },
])(`the site in $name${reason}`, ({ open }) => {
  it("finds a property, and goes there, by keyboard", async () => {
    const page = await open(folder, scanCode);
    const options = await search(page, "relation number");
    await page.keyboard.press("ArrowDown");
    expect(await options.nth(1).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#property-relationNumber$/);
    expect(await page.locator("tr:target code").first().textContent()).toBe("relationNumber");
    await page.waitForFunction(targetIsInSight);
  });

  it("greys what a release lacks, there and on the next page", async () => {
    const page = await open(folder, scanCode);
    await choose(page, "48");
    expect(await missingOn(page)).toContain("property-form");
    expect(await missingOn(page)).not.toContain("property-scanCode");
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('#property-form th'), '::after').content"),
    ).toBe('"not in v48"');
    expect(new URL(page.url()).search).toBe("?release=48");
    await page.locator("nav").getByRole("link", { name: "addSessionLine", exact: true }).click();
    await page.waitForURL(/addSessionLine/);
    expect(await missingOn(page)).toContain("property-form");
    await choose(page, "59");
    expect(await missingOn(page)).not.toContain("property-form");
    await choose(page, "");
    expect(new URL(page.url()).search).toBe("");
  });
});

describe.skipIf(noChromium !== undefined)(`the samples of an event${reason}`, () => {
  it("are chosen by keyboard, and the choice is kept for other pages", async () => {
    const page = await open(folder, scanCode);
    expect(await shownForms(page)).toEqual(["form request"]);
    await page.getByRole("radio", { name: "Request" }).focus();
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowRight");
    expect(await shownForms(page)).toEqual(["form php"]);
    await page.locator(".samples summary").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.locator(".samples details:nth-of-type(2)[open]").waitFor();
    expect(await page.locator(".samples [open]").count()).toBe(1);
    await page.goto(`${folder}events/completeSession.html`);
    expect(await shownForms(page)).toEqual(["form php"]);
    expect(await page.getByRole("radio", { name: "PHP" }).isChecked()).toBe(true);
  });

  it("are chosen without JavaScript", async () => {
    const page = await open(folder, scanCode, { javaScriptEnabled: false });
    const sample = page.locator(".samples [open]");
    expect(await sample.locator(".request").isVisible()).toBe(true);
    await page.locator(".samples label", { hasText: "Python" }).click();
    expect(await sample.locator(".request").isVisible()).toBe(false);
    expect(await sample.locator(".python").isVisible()).toBe(true);
  });

  it("open when a link leads to one", async () => {
    const page = await open(folder, scanCode);
    const id = await page.locator(".samples details:not([open]) > div").first().getAttribute("id");
    await page.goto(`${folder}${scanCode}#${id ?? ""}`);
    await page.locator(":target").waitFor();
  });

  it("have their titles in view beside the text, on a page of at most four and a half screens", async () => {
    const page = await open(folder, scanCode);
    expect(await page.evaluate("document.documentElement.scrollHeight")).toBeLessThan(4.5 * 900);
    await page.evaluate("scrollTo(0, 700)");
    const titles = await page.locator(".samples summary").all();
    const boxes = await Promise.all(titles.map((title) => title.boundingBox()));
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.filter((box) => box === null || box.y + box.height > 900)).toEqual([]);
  });
});

describe.skipIf(noChromium !== undefined)(`the site in use${reason}`, () => {
  it("leads to its samples, to the pages before and after, and to the releases that it knows", async () => {
    const page = await open(folder, scanCode);
    await page.locator(".contents").getByRole("link", { name: "Samples" }).click();
    await page.waitForURL(/#samples$/);
    await page.getByRole("link", { name: /^Next / }).click();
    await page.waitForURL(/events\/selectRelation\.html$/);
    await page.getByRole("link", { name: /^Previous / }).click();
    await page.waitForURL(/events\/scanCode\.html$/);
    expect(await page.locator("footer").textContent()).toContain("Known up to v59.5.2, as of December 2024;");
    await page.locator("footer a").click();
    await page.waitForURL(/about\.html#for-which-shops$/);
    expect(await page.locator("main").textContent()).toContain("known up to v59.5.2");
  });

  it("keeps the colours that a reader chose", async () => {
    const page = await open(folder, "index.html", { colorScheme: "dark" });
    const click = (name: string) => page.getByRole("button", { name: `Colors: ${name}` }).click();
    expect(await isDark(page)).toBe(true);
    await click("system");
    expect(await isDark(page)).toBe(false);
    await page.goto(`${folder}enums.html`);
    expect(await isDark(page)).toBe(false);
    await click("light");
    await click("dark");
    expect(await isDark(page)).toBe(true);
  });

  it("copies code, and says so if it may not copy", async () => {
    const page = await open(folder, scanCode);
    const code = await page.locator("pre:not([aria-hidden])").first().textContent();
    // A message stays for two seconds of the page's clock, after each click.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    const status = page.getByRole("status");
    await copyButton(page).click();
    await status.getByText("Copied", { exact: true }).waitFor();
    await page.clock.runFor(1500);
    await searchBox(page).focus();
    await page.keyboard.press("Control+V");
    expect(withoutSpace(await searchBox(page).inputValue())).toBe(withoutSpace(code));
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
    await copyButton(page).click();
    await status.getByText("Not copied").waitFor();
    await page.clock.runFor(1500);
    expect(await status.getByText("Not copied").count()).toBe(1);
    await page.clock.runFor(500);
    expect(await status.getByText("Not copied").count()).toBe(0);
  });

  it("can be read without JavaScript", async () => {
    const page = await open(folder, scanCode, { javaScriptEnabled: false, ...phone });
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("scanCode");
    expect(await page.getByLabel("Release").isVisible()).toBe(false);
    expect(await searchBox(page).isVisible()).toBe(false);
    await menuButton(page).click();
    const sidebar = page.getByRole("navigation", { name: "Pages" });
    await sidebar.getByRole("link", { name: "addSessionLine", exact: true }).click();
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
    const greyed: string[] = [];
    for (const release of ["", "48", "59", "60"]) {
      await choose(page, release);
      const [note, entry] = [page.locator("main.is-missing"), page.locator("nav .is-missing")];
      greyed.push(`${release}: ${await note.count()} ${await entry.count()}`);
    }
    expect(greyed).toEqual([": 0 0", "48: 1 1", "59: 0 0", "60: 1 1"]);
  });

  it("tells what the search found, where and in which words, lets go of it, and loads it at its first use", async () => {
    const page = await open(folder, "index.html");
    const countScripts = () => page.evaluate<number>("document.scripts.length");
    const before = await countScripts();
    const box = searchBox(page);
    const status = page.locator(".search [role=status]");
    const first = (await search(page, "the signature")).first();
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
    expect(await page.locator(".search input:focus").count()).toBe(1);
  });

  it("leads past the bar and the sidebar with the first key, and shows where the focus is", async () => {
    const page = await open(folder, scanCode);
    for (const key of ["Tab", "Enter", "Tab"]) await page.keyboard.press(key);
    expect(await page.locator("main :focus").count()).toBe(1);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  });
});

const withoutSpace = (text: string | null): string => (text ?? "").replace(/\s/g, "");

describe.skipIf(noChromium !== undefined)(`on a telephone${reason}`, () => {
  it("the menu opens at this page, and closes by Escape, by a tap beside it, and by a link", async () => {
    const page = await open(folder, scanCode, phone);
    const current = page.locator("nav [aria-current]");
    const closed = () => current.waitFor({ state: "hidden" });
    const openMenu = async () => {
      await menuButton(page).click();
      await page.locator("nav [aria-current=page]:focus").waitFor();
    };
    expect(await current.isVisible()).toBe(false);
    await openMenu();
    const { y = -1, height = 0 } = (await current.boundingBox()) ?? {};
    expect([y >= 0, y + height <= phone.viewport.height]).toEqual([true, true]);
    await page.keyboard.press("Escape");
    await closed();
    await openMenu();
    await page.mouse.click(375, 300);
    await closed();
    expect(page.url()).toBe(`${folder}${scanCode}`);
    await page.evaluate(
      "document.querySelector('nav [aria-current]').setAttribute('href', '#what-it-carries')",
    );
    await openMenu();
    await current.click();
    await closed();
    expect(new URL(page.url()).hash).toBe("#what-it-carries");
  });

  it.each([320, 390, 780])("the menu begins where the header ends, %i pixels wide", async (width) => {
    const page = await open(folder, "index.html", { viewport: { width, height: 844 } });
    await menuButton(page).click();
    const menu = await page.locator(".sidebar").boundingBox();
    const header = await page.locator(".top").boundingBox();
    expect(menu?.y).toBe(header?.height);
  });

  it.each([...["index.html", scanCode, "objects/Session.html", "releases.html", "events-and-answers.html"]])(
    "%s is no wider than the screen, and what is wider scrolls in its own place",
    async (path) => {
      const page = await open(folder, path, phone);
      expect(await page.evaluate(findTooWide)).toEqual([]);
    },
  );
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

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** A page of each kind; the page of an event contains everything that others contain. Three are tested on every change. */
const kinds = ["index.html", `${scanCode}?release=48`, "objects/Session.html"];
if (isFuzzing)
  kinds.push(
    ...["about.html", "start.html", "subscribe.html", "flows/discount.html", "enums.html"],
    ...[`${scanCode}?release=48#property-form`, "events-and-answers.html"],
  );

const audits = kinds.flatMap((path) =>
  ([1280, 390] as const).flatMap((width) =>
    (["light", "dark"] as const)
      .filter((scheme) => isFuzzing || path.startsWith("events/") || (width === 1280 && scheme === "light"))
      .map((scheme) => ({ path, width, scheme })),
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
