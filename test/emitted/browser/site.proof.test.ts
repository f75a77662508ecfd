import { describe, expect, it } from "vitest";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { outputOf } from "../../injection/injected.js";
import { specWith } from "../../injection/marked-spec.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();

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
