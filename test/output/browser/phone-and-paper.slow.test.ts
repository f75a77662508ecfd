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

describe.skipIf(noChromium !== undefined)(`on a phone and on paper${reason}`, () => {
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
