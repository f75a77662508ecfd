import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeFiles } from "../../workbench/made-output.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { noTools, toolPath, withReason } from "../../workbench/tools.js";
import { noChromium, openPage, serveFiles, startChromium } from "../browser/chromium.js";

const documents = ["server-3.1.json", "server-3.0.json"];

const showing = (document: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Redoc</title><div id="shown"></div>
<script src="redoc.js"></script>
<script>Redoc.init(${JSON.stringify(document)}, { hideLoading: true }, document.getElementById("shown"))</script>`;

const reason = noTools ?? noChromium;

const count = loadRange("48..", loadRealModel()).events.length;

describe.skipIf(reason !== undefined)(withReason("a viewer of OpenAPI", reason), () => {
  let browser: Browser;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    browser = await startChromium();
    files = await madeFiles("48..", { targets: ["openapi"] });
  });
  afterAll(() => browser.close());

  it.each(documents)("shows all of %s", async (document) => {
    const served = await serveFiles(
      new Map([
        ["index.html", showing(document)],
        ["redoc.js", readFileSync(toolPath("redoc/bundles/redoc.standalone.js"), "utf8")],
        [document, files.get(`openapi/${document}`) ?? ""],
      ]),
      "/",
    );
    try {
      const { page, incidents } = await openPage(browser);
      // Redoc loads its own logo from its makers' server.
      const logo = { contentType: "image/svg+xml", body: "<svg/>" };
      await page.route(/cdn\.redoc/, (route) => route.fulfill(logo));
      await page.goto(`${served.base}index.html`);
      await page.locator("h1").first().waitFor();
      const ids = "[...document.querySelectorAll('[data-section-id]')].map((each) => each.dataset.sectionId)";
      const countOperations = async () =>
        new Set((await page.evaluate<string[]>(ids)).flatMap((id) => /operation\/(\w+)$/.exec(id)?.[1] ?? []))
          .size;
      await expect.poll(countOperations, { timeout: 120_000 }).toBe(count);
      expect(await page.locator("#shown").textContent()).not.toContain("Something went wrong");
      expect(incidents.filter((incident) => !incident.includes("favicon"))).toEqual([]);
    } finally {
      served.close();
    }
  });
});
