import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createBodyChecker } from "../../../generator/till/check-body/check-body.js";
import { drawSubjects } from "../../vectors/vectors.js";
import { noChromium } from "./chromium.js";
import { createSiteBrowser, makeRealSite, reason } from "./site-browser.js";

const { open, writeSite } = createSiteBrowser();
let folder: string;

beforeAll(async () => {
  if (noChromium === undefined) folder = writeSite(await makeRealSite());
});

const path = "events/scanCode.html";
const box = (page: Page) => page.locator("details.try");
const openBox = (page: Page) => page.getByText("Try it: check a request or an answer").click();
const pasted = (page: Page) => page.getByLabel("A request or an answer, as JSON");
const verdict = (page: Page) => page.locator(".try .verdict");
const paste = async (page: Page, text: string): Promise<string | null> => {
  await openBox(page);
  await pasted(page).fill(text);
  await verdict(page).filter({ hasText: /./ }).waitFor();
  return verdict(page).textContent();
};
const problems = (page: Page) => page.locator(".try .faults li").allTextContents();
const marks = (page: Page) => page.locator(".try mark").allTextContents();

const faulty = `{\n  "form": { "id": "f", "title": "t", "fields": [] },\n  "dialog": "<img src=x onerror=alert(1)>"\n}`;

describe.skipIf(noChromium !== undefined)(`the box of an event's page${reason}`, () => {
  it("loads the check when it opens, and shows each problem at its place, as text", async () => {
    const page = await open(folder, `${path}?release=48`);
    const countScripts = () => page.evaluate<number>("document.scripts.length");
    const before = await countScripts();
    expect(await paste(page, faulty)).toBe("Not valid: a v48 till rejects this answer to scanCode.");
    expect((await countScripts()) - before).toBe(2);
    expect(await problems(page)).toEqual([
      '3:3 /dialog "dialog" must be an object.',
      "2:3 /form form was added in v59; this shop runs v48.",
    ]);
    expect(await marks(page)).toEqual(['"form"', `"dialog": "<img src=x onerror=alert(1)>"`]);
    expect(await page.locator(".try img").count()).toBe(0);
  });

  it("selects the place of a problem by keyboard", async () => {
    const page = await open(folder, `${path}?release=48`);
    await paste(page, faulty);
    await page.getByRole("button", { name: "2:3" }).focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("getSelection().toString()")).toBe('"form"');
  });

  it("checks again for another release, of its own or of the page", async () => {
    const page = await open(folder, path);
    const answer = '{ "form": { "id": "f", "title": "Sign up", "fields": [] } }';
    // An answer should work at the oldest shop.
    expect(await paste(page, answer)).toMatch(/^Not valid: a v48/);
    await page.getByLabel("The shop runs").selectOption("59.5.2");
    expect(await verdict(page).textContent()).toMatch(/^Valid: a v59/);
    await page.getByLabel("Release").selectOption("59");
    expect(await verdict(page).textContent()).toMatch(/^Valid: a v59 /);
    expect(await page.locator(".try .till li").allTextContents()).toEqual([
      expect.stringMatching(/^A form “Sign up” opens/),
    ]);
  });

  it("shows where a text is not JSON, and nothing once it is empty", async () => {
    const page = await open(folder, path);
    expect(await paste(page, '{ "scanCode": }')).toMatch(/^This is not valid JSON/);
    expect(await marks(page)).toEqual(["}"]);
    await pasted(page).fill("");
    expect([await verdict(page).textContent(), await problems(page), await marks(page)]).toEqual([
      "",
      [],
      [],
    ]);
  });

  it("starts with the samples of the page, which are valid", async () => {
    const page = await open(folder, path);
    await openBox(page);
    for (const [name, said] of [
      ["Sample request", /^Valid: .* can send this scanCode request/],
      ["Sample answer", /^Valid: .* accepts this answer to scanCode/],
    ] as const) {
      await page.getByRole("button", { name }).click();
      await verdict(page).filter({ hasText: said }).waitFor();
    }
  });

  it("is not there without JavaScript, nor on other pages", async () => {
    const page = await open(folder, path, { javaScriptEnabled: false });
    expect(await box(page).isVisible()).toBe(false);
    expect(await box(await open(folder, "objects/Session.html")).count()).toBe(0);
  });

  it.each(
    ([1280, 390] as const).flatMap((width) =>
      (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
    ),
  )("has no barrier in $colorScheme colours, $width pixels wide", async ({ width, colorScheme }) => {
    const options = { colorScheme, viewport: { width, height: 900 } };
    const page = await open(folder, `${path}?release=48`, options);
    await paste(page, faulty);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: readonly { readonly id: string }[] }>(
      "axe.run('.try', { preload: false })",
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate("document.querySelector('.try').scrollWidth <= innerWidth")).toBe(true);
  });

  it("has the verdicts and sentences of the test vectors", async () => {
    const page = await open(folder, path);
    await paste(page, "{}");
    const subject = [...drawSubjects({ count: 400, seed: 1 })].find(({ name }) =>
      name.includes("from-48-gated"),
    );
    if (!subject) throw new Error("There are no vectors of a gated fleet.");
    const bodies = subject.calls
      .filter(({ call }) => call.startsWith("validateRe"))
      .map(({ event, call, body }) => {
        const side = call === "validateRequest" ? "request" : "response";
        return { text: body, event, side, release: "57" } as const;
      });
    const check = createBodyChecker(subject.table);
    const table = JSON.stringify(subject.table);
    const onPage = await page.evaluate<unknown>(
      `${JSON.stringify(bodies)}.map(mplusCheckBody.createBodyChecker(${table}))`,
    );
    expect(bodies.length).toBeGreaterThan(10);
    expect(onPage).toEqual(JSON.parse(JSON.stringify(bodies.map(check))));
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
