import { describe, expect, it } from "vitest";
import { everywhere, hostileTexts } from "../../docs/hostile-spec.js";
import { siteOf } from "../../targets/site/sites.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();

const attacks = [
  ...hostileTexts,
  "<img src=x onerror=globalThis.stolen=1><svg onload=globalThis.stolen=1><iframe src=//evil.example>",
  "[x](javascript:globalThis.stolen=1) [y](//evil.example) ![z](http://evil.example/z.png) <script>globalThis.stolen=1</script>",
  '");globalThis.stolen=1;//',
];

describe.skipIf(noChromium !== undefined)(`the site of a spec whose every text is an attack${reason}`, () => {
  it("shows it, and does nothing", async () => {
    const { view, model } = everywhere(attacks.join(" "));
    const site = await siteOf(view, model);
    const base = writeSite(site);
    const page = await open(base, "index.html");
    for (const path of [...site.keys()].filter((each) => each.endsWith(".html"))) {
      await page.goto(base + path);
      await page.getByLabel("Release").selectOption("48");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("thing");
      await page.locator("[role=option]").first().waitFor();
      expect(await page.evaluate("[typeof stolen, document.images.length, document.scripts.length]")).toEqual(
        ["undefined", 0, 5],
      );
      const links = await page.evaluate<string[]>("[...document.links].map(({ href }) => href)");
      expect(links.filter((href) => !href.startsWith(base))).toEqual([]);
    }
  });
});
