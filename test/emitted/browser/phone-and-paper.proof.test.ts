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

/** Tables and drawings that scroll, and parts that stay in view while the page scrolls. */
const findCut = `[
  ...[...document.querySelectorAll(".table")].filter((table) => table.scrollHeight > table.clientHeight + 1),
  ...[...document.querySelectorAll(".diagram > div")].filter((each) => getComputedStyle(each).overflow !== "visible"),
  ...[...document.querySelectorAll("main *")].filter((each) => getComputedStyle(each).position === "sticky"),
].map((element) => element.outerHTML.slice(0, 80))`;

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

  it.each(["events/scanCode.html", "events-and-answers.html", "flows/external-payment.html"])(
    "%s is printed whole, what is folded too, without what can be pressed",
    async (path) => {
      const page = await open(folder, path, { colorScheme: "dark", viewport: { width: 1000, height: 700 } });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await isDark(page)).toBe(false);
      expect(await page.getByRole("button").count()).toBe(0);
      expect(await page.getByRole("navigation").count()).toBe(0);
      for (const fold of await page.locator("details.fold table").all())
        expect(await fold.isVisible()).toBe(true);
      expect(await page.evaluate(findCut)).toEqual([]);
    },
  );

  it.each([
    ["events-and-answers.html", "landscape"],
    ["events/scanCode.html", "portrait"],
  ])("%s is printed in %s", async (path, want) => {
    const page = await open(folder, path);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width) > Number(height) ? "landscape" : "portrait").toBe(want);
  });
});
