import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ownSpec } from "../../../generator/contract/package/package-files.js";
import { toBlocks } from "../../../generator/pages/blocks/builders.js";
import type { Page as DocsPage } from "../../../generator/pages/page.js";
import { releaseOf, viewOf } from "../../pages/hand-made.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { outputOf } from "../../injection/injected.js";
import { specWith } from "../../injection/marked-spec.js";
import { pageOf, siteOf, siteOfPages } from "../../targets/site/sites.js";
import { loadModel, loadRealView } from "../../workbench/real-spec.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, isDark, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium === undefined) folder = writeSite(await makeRealSite());
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
    await page.goto(`${folder}matrix.html`);
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
});

const withoutSpace = (text: string | null): string => (text ?? "").replace(/\s/g, "");

describe.skipIf(noChromium !== undefined)(`for whoever cannot see, or has no mouse${reason}`, () => {
  it("leads past the bar and the sidebar with the first key", async () => {
    const page = await open(folder, "events/scanCode.html");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  });

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
    const status = page.locator(".search [role=status]");
    await search(page, "relationNumber");
    const box = page.getByRole("combobox", { name: "Search" });
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    const active = await box.getAttribute("aria-activedescendant");
    expect(await page.locator("[aria-selected=true]").getAttribute("id")).toBe(active);
    expect(await status.textContent()).toMatch(/^(The first 30 finds|\d+ found)$/);
    await box.fill("zzzz");
    expect(await status.textContent()).toBe("Nothing found.");
    await page.keyboard.press("Escape");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
  });

  it("offers near words where the search found nothing, and looks for the one that is chosen", async () => {
    const page = await open(folder, "index.html");
    const box = page.getByRole("combobox", { name: "Search" });
    const status = page.locator(".search [role=status]");
    await search(page, "lojalti");
    expect(await status.textContent()).toMatch(/^Nothing found\. Near words: loyalty(, |$)/);
    await page.keyboard.press("Enter");
    expect(await box.inputValue()).toBe("lojalti");
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("[aria-selected=true]").textContent()).toBe("loyalty");
    await page.keyboard.press("Enter");
    expect(await box.inputValue()).toBe("loyalty");
    expect(await status.textContent()).toMatch(/found$|finds$/);
    await search(page, "lojalti");
    await firstFind(page).click();
    expect(await box.inputValue()).toBe("loyalty");
    expect(await firstFind(page).getAttribute("href")).not.toBeNull();
  });
});

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole("combobox", { name: "Search" }).fill(query);
  await page.getByRole("listbox", { name: "Found" }).waitFor();
}

const firstFind = (page: Page) => page.getByRole("option").first();

describe.skipIf(noChromium !== undefined)(`the search of our own spec${reason}`, () => {
  let own: string;

  beforeAll(async () => {
    const model = loadModel(ownSpec);
    own = writeSite(await siteOf(loadRealView({ minVersion: "48" }, model), model));
  });

  it("says what was found, where, and in which words", async () => {
    const page = await open(own, "index.html");
    await search(page, "ondertekening");
    const first = firstFind(page);
    const textOf = (name: string) => first.locator(`.${name}`).textContent();
    expect(await textOf("name")).toBe("Subscribe: The signature");
    expect(await textOf("kind")).toBe("section");
    expect(await textOf("place")).toBe("Guide");
    expect(await textOf("about")).toMatch(/signature in three steps/);
    expect(new Set(await first.locator("mark").allTextContents())).toEqual(new Set(["signature"]));
  });

  it("loads nothing before it is used", async () => {
    const page = await open(own, "index.html");
    const scripts = () =>
      page.evaluate<string[]>("[...document.scripts].map(({ src }) => src.replace(/.*\\//, ''))");
    expect(await scripts()).not.toContain("search-index.js");
    await search(page, "bon");
    expect((await scripts()).slice(-2)).toEqual(["search-library.js", "search-index.js"]);
  });
});

const attacks = [
  "<img src=x onerror=globalThis.stolen=1><svg onload=globalThis.stolen=1><iframe src=//evil.example>",
  "[x](javascript:globalThis.stolen=1) [y](//evil.example) ![z](http://evil.example/z.png) <script>globalThis.stolen=1</script>",
  '");globalThis.stolen=1;//',
  ...hostileStrings.map((text) => text.slice(0, 100).replaceAll("PWN", "stolen")),
];

describe.skipIf(noChromium !== undefined)(`the site of a spec whose every text is an attack${reason}`, () => {
  it("shows it, and does nothing", async () => {
    const made = await outputOf(
      specWith(() => attacks.join(" ")),
      { names: ["site"] },
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const site = new Map([...made.value].map(([path, text]) => [path.replace("site/", ""), text]));
    const base = writeSite(site);
    const page = await open(base, "index.html");
    for (const path of [...site.keys()].filter((each) => each.endsWith(".html"))) {
      await page.goto(base + path);
      await page.getByLabel("Release").selectOption("12.1");
      await page.keyboard.press("/");
      await page.keyboard.type("scan");
      await page.locator("[role=option]").first().waitFor();
      expect(await page.evaluate("[typeof stolen, document.images.length, document.scripts.length]")).toEqual(
        ["undefined", 0, 5],
      );
      const links = await page.evaluate<string[]>("[...document.links].map(({ href }) => href)");
      expect(links.filter((href) => !href.startsWith(base))).toEqual([]);
    }
  });
});
