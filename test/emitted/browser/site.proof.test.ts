import { beforeAll, describe, expect, it } from "vitest";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { outputOf } from "../../injection/injected.js";
import { specWith } from "../../injection/marked-spec.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, isDark, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium === undefined) folder = writeSite(await makeRealSite());
});

/** Tables and drawings that scroll, and parts that stay in view while the page scrolls. */
const findCut = `[
  ...[...document.querySelectorAll(".table")].filter((table) => table.scrollHeight > table.clientHeight + 1),
  ...[...document.querySelectorAll(".diagram > div")].filter((each) => getComputedStyle(each).overflow !== "visible"),
  ...[...document.querySelectorAll("main *")].filter((each) => getComputedStyle(each).position === "sticky"),
].map((element) => element.outerHTML.slice(0, 80))`;

describe.skipIf(noChromium !== undefined)(`on a phone and on paper${reason}`, () => {
  it("a sample stands beside its section where there is room, and below it elsewhere", async () => {
    const page = await open(folder, "objects/Session.html");
    const parts = page.locator(".beside").first().locator("> *");
    const places: string[] = [];
    for (const width of [1280, 1100, 1000, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const text = (await parts.nth(0).boundingBox()) ?? expect.fail();
      const sample = (await parts.nth(1).boundingBox()) ?? expect.fail();
      const isBeside = sample.x >= text.x + text.width;
      places.push(isBeside ? "beside" : sample.y >= text.y + text.height ? "below" : "over");
    }
    expect(places).toEqual(["beside", "beside", "below", "below"]);
  });

  it.each([
    ["events/scanCode.html", "portrait"],
    ["events-and-answers.html", "landscape"],
    ["flows/external-payment.html", "portrait"],
  ])("%s is printed whole, in %s, what is folded too, without what can be pressed", async (path, want) => {
    const page = await open(folder, path, { colorScheme: "dark", viewport: { width: 1000, height: 700 } });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await isDark(page)).toBe(false);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByRole("navigation").count()).toBe(0);
    for (const fold of await page.locator("details.fold table").all())
      expect(await fold.isVisible()).toBe(true);
    expect(await page.evaluate(findCut)).toEqual([]);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width) > Number(height) ? "landscape" : "portrait").toBe(want);
  });
});

const attacks = [
  "<img src=x onerror=globalThis.stolen=1><svg onload=globalThis.stolen=1><iframe src=//evil.example>",
  "[x](javascript:globalThis.stolen=1) [y](//evil.example) ![z](http://evil.example/z.png) <script>globalThis.stolen=1</script>",
  '");globalThis.stolen=1;//',
  ...hostileStrings.map((text) => text.slice(0, 100).replaceAll("PWN", "stolen")),
];

it.skipIf(noChromium !== undefined)(
  `the site of a spec whose every text is an attack does nothing${reason}`,
  async () => {
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
  },
);
