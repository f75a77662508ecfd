import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRealModel } from "../../workbench/real-spec.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium === undefined) folder = writeSite(await makeRealSite());
});

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1280, height: 800 } };
const flows = loadRealModel().flows.map(({ name }) => `flows/${name}.html`);
const payment = "flows/external-payment.html";

const measure = (page: Page, script: string): Promise<number> => page.evaluate<number>(script);
const measureEnd = async (page: Page, selector: string): Promise<number> => {
  const { y, height } = (await page.locator(selector).first().boundingBox()) ?? expect.fail(selector);
  return y + height;
};
const listOpen = (page: Page): Promise<string[]> =>
  page.locator("details.section[open] h2").allTextContents();
const targetIsInSight = `(() => {
  const { top, bottom } = document.querySelector(":target").getBoundingClientRect();
  return top >= document.querySelector("header").offsetHeight && bottom <= innerHeight;
})()`;

describe.skipIf(noChromium !== undefined)(`a flow on a phone${reason}`, () => {
  it.each(flows)("%s has at most six screens, its diagram on the first, and is no wider", async (path) => {
    const page = await open(folder, path, phone);
    expect(await measure(page, "document.documentElement.scrollHeight")).toBeLessThanOrEqual(6 * 844);
    expect(await listOpen(page)).toEqual([]);
    const top = "main > .text > p:first-child + .diagram";
    expect((await page.locator(top).boundingBox())?.y).toBeLessThan(844 / 2);
    await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await measure(page, "document.documentElement.scrollWidth")).toBe(width);
    }
  });

  it("opens a section by a tap, by an address, and by a link to it, even a second time", async () => {
    const page = await open(folder, `${payment}#set-up`, phone);
    await page.waitForFunction(targetIsInSight);
    expect(await listOpen(page)).toEqual(["Set up"]);
    expect(await page.getByRole("link", { name: "startExternalPayment" }).first().isVisible()).toBe(true);
    await page.locator("summary", { hasText: "Set up" }).click();
    await page.locator("summary", { hasText: "Step 2" }).click();
    expect(await listOpen(page)).toEqual(["Step 2: pollExternalPayment"]);
    const link = page.locator("details[open] a[href$='#step-1-startexternalpayment']").first();
    await link.click();
    await page.waitForFunction(targetIsInSight);
    expect(await listOpen(page)).toHaveLength(2);
    await page.locator("summary", { hasText: "Step 1" }).click();
    await link.click();
    expect(await listOpen(page)).toContain("Step 1: startExternalPayment");
  });

  it("opens the section that a search within the page finds", async () => {
    const page = await open(folder, `${payment}#:~:text=Niet%20op%20tijd%20betaald`, phone);
    await page.locator("details.section[open]", { hasText: "Niet op tijd betaald" }).waitFor();
    expect(await listOpen(page)).toEqual(["Step 2: pollExternalPayment"]);
  });

  it("opens the section that the site's search finds", async () => {
    const page = await open(folder, "index.html", phone);
    await page.keyboard.press("/");
    await page.keyboard.type("step 4 cancelExternalPayment");
    await page.getByRole("option").first().click();
    await page.waitForURL(/flows\/external-payment\.html#step-4-cancelexternalpayment$/);
    await page.waitForFunction(targetIsInSight);
    expect(await listOpen(page)).toEqual(["Step 4: cancelExternalPayment"]);
  });

  it("ignores an address that no browser can decode", async () => {
    const page = await open(folder, `${payment}#%E0`, phone);
    expect(await listOpen(page)).toEqual([]);
  });

  it("shows all of a section in print, and all sections where there is room", async () => {
    const page = await open(folder, payment, phone);
    const step = page.getByText("Stop the payment on your side before you answer");
    expect(await step.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await step.isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize(desktop.viewport);
    await page.locator("details.section[open]").nth(5).waitFor();
    expect(await page.locator("details.section:not([open])").count()).toBe(0);
  });

  it("keeps its sections folded, and their titles in view, without JavaScript", async () => {
    const page = await open(folder, payment, { ...phone, javaScriptEnabled: false });
    await page.locator("summary", { hasText: "Step 3" }).click();
    expect(await page.getByText("Stop the payment on your side before you answer").isVisible()).toBe(true);
  });

  it("leads to the flows before and after from its top, and names the group of another page", async () => {
    const page = await open(folder, payment, phone);
    const nearby = page.getByRole("navigation", { name: "Previous and next page", exact: true });
    expect(await nearby.getByRole("link").allTextContents()).toEqual([
      "Previous Show a card on the POS",
      "Next When your answer is invalid",
    ]);
    const { y = 0, height = 0 } = (await nearby.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(844 / 4);
    await nearby.getByRole("link", { name: "When your answer is invalid" }).click();
    await page.waitForURL(/answer-at-fault\.html$/);
    expect(await nearby.getByRole("link").last().textContent()).toBe("Next in Events addSessionLine");
    await page.setViewportSize(desktop.viewport);
    expect(await nearby.isVisible()).toBe(false);
  });
});

describe.skipIf(noChromium !== undefined)(`the home page${reason}`, () => {
  it.each([phone, desktop])("shows its sample on the first screen of $viewport", async ({ viewport }) => {
    const page = await open(folder, "index.html", { viewport });
    expect(await page.locator(".sample .code").count()).toBe(2);
    expect(await measureEnd(page, ".sample .code >> nth=1")).toBeLessThanOrEqual(viewport.height);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const audits = ["index.html", payment].flatMap((path) =>
  [phone, desktop].flatMap(({ viewport }) =>
    (["light", "dark"] as const).flatMap((colorScheme) =>
      ["as it opens", "with all of it open"].map((state) => ({ path, viewport, colorScheme, state })),
    ),
  ),
);

describe.skipIf(noChromium !== undefined)(`for whoever cannot see well${reason}`, () => {
  it.each(audits)(
    "$path has no barrier in $colorScheme colours, $viewport.width pixels wide, $state",
    async ({ path, viewport, colorScheme, state }) => {
      const page = await open(folder, path, { viewport, colorScheme });
      if (state !== "as it opens")
        await page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))");
      await page.evaluate(axe);
      const violations = await page.evaluate<unknown[]>(
        "axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]))",
      );
      expect(violations).toEqual([]);
    },
  );
});
