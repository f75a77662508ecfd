import { beforeAll, describe, expect, it } from "vitest";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, isDark, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  if (noChromium !== undefined) return;
  files = await makeRealSite();
  folder = writeSite(files);
});

type Edges = Readonly<Record<"top" | "left" | "right" | "bottom", number>>;

const viewport = { width: 390, height: 844 };

async function openOnPhone(path = "events/scanCode.html") {
  const page = await open(folder, path, { viewport });
  return {
    page,
    button: page.getByRole("button", { name: "Menu" }),
    current: page.locator("nav [aria-current]"),
  };
}

describe.skipIf(noChromium !== undefined)(`on a phone and on paper${reason}`, () => {
  it("no page is wider than the screen", async () => {
    const { page } = await openOnPhone("index.html");
    const wide: string[] = [];
    for (const path of [...files.keys()].filter((each) => each.endsWith(".html"))) {
      await page.goto(folder + path);
      if (await page.evaluate<boolean>("document.documentElement.scrollWidth > innerWidth")) wide.push(path);
    }
    expect(wide).toEqual([]);
  });

  it("the menu opens at this page, and Escape closes it", async () => {
    const { page, button, current } = await openOnPhone();
    expect(await current.isVisible()).toBe(false);
    await button.click();
    await current.waitFor();
    expect(await page.evaluate("document.activeElement?.getAttribute('aria-current')")).toBe("page");
    const { y = -1, height = 0 } = (await current.boundingBox()) ?? {};
    expect([y >= 0, y + height <= 844]).toEqual([true, true]);
    await page.keyboard.press("Escape");
    await current.waitFor({ state: "hidden" });
  });

  it("a tap beside the menu closes it and does nothing else, and so does a link to this page", async () => {
    const { page, button, current } = await openOnPhone();
    await button.click();
    await current.waitFor();
    await page.mouse.click(375, 300);
    await current.waitFor({ state: "hidden" });
    expect(page.url()).toBe(`${folder}events/scanCode.html`);
    await page.evaluate(
      "document.querySelector('nav [aria-current]').setAttribute('href', '#what-it-carries')",
    );
    await button.click();
    await current.click();
    await current.waitFor({ state: "hidden" });
    expect(new URL(page.url()).hash).toBe("#what-it-carries");
  });

  it("a sample stands beside its section where there is room, and below it elsewhere", async () => {
    const page = await open(folder, "objects/Session.html");
    const places =
      "[...document.querySelector('.beside').children].map((part) => part.getBoundingClientRect())";
    const edges = `${places}.map(({ top, left, right, bottom }) => ({ top, left, right, bottom }))`;
    const found: string[] = [];
    for (const width of [1280, 1100, 1000, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const [text, sample] = await page.evaluate<[Edges, Edges]>(edges);
      found.push(sample.left >= text.right ? "beside" : sample.top >= text.bottom ? "below" : "over");
    }
    expect(found).toEqual(["beside", "beside", "below", "below"]);
  });

  it("what is folded is printed, too", async () => {
    const page = await open(folder, "objects/Session.html");
    const inner = page.locator("details.unfold td").first();
    expect(await inner.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await inner.isVisible()).toBe(true);
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
      const styles = "[...document.querySelectorAll('main *')].map((each) => getComputedStyle(each))";
      expect(await page.evaluate(`${styles}.filter(({ position }) => position === "sticky").length`)).toBe(0);
    },
  );

  it("a drawing is printed whole, too", async () => {
    const page = await open(folder, "flows/external-payment.html", {
      viewport: { width: 1000, height: 700 },
    });
    await page.emulateMedia({ media: "print" });
    const overflow = "getComputedStyle(document.querySelector('.diagram > div')).overflow";
    expect(await page.evaluate(overflow)).toBe("visible");
  });

  it.each([
    ["matrix.html", "landscape"],
    ["events/scanCode.html", "portrait"],
  ])("%s is printed in %s", async (path, want) => {
    const page = await open(folder, path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width) > Number(height) ? "landscape" : "portrait").toBe(want);
  });
});
