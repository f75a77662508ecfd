import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { noChromium, openPage, startChromium } from "../../emitted/browser/chromium.js";
import { readCases } from "../../workbench/cases.js";
import { withReceiver } from "../desk.js";
import { loadExample, type Example } from "../proof/example-folder.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { audit } from "./audit.js";
import { openAt, toOpenTill, withTwoShops, type OpenTill } from "./open-till.js";

const folder = makeRunFolder();
let example: Example;
let browser: Browser;
beforeAll(async () => {
  if (noChromium !== undefined) return;
  example = await loadExample(folder);
  browser = await startChromium();
});
afterAll(async () => {
  removeFolder(folder);
  if (noChromium === undefined) await browser.close();
});

const reason = noChromium === undefined ? "" : ` (${noChromium})`;
const member = "2900004815168";
const nobody = "8711234567890";
const askedMember = "2900004815175";

type Others = Partial<MplusOptions["handlers"]>;

/** Opens the example's shop with some handlers replaced. */
const withShop = (use: (url: string) => Promise<void>, others: Others = {}): Promise<void> =>
  withReceiver(example.openShop("59.5.2", others).fetch, use);

const withTill = (use: (till: OpenTill) => Promise<void>, others?: Others) =>
  withShop(async (url) => {
    const page = await openAt(url, { settings: { pollEvery: 200 } });
    await use(toOpenTill(page, url)).finally(page.close);
  }, others);

/** Opens the page of a till at a shop. Afterwards, it must have made no external requests and logged no errors. */
const withPage = (
  use: (page: Page, till: OpenTill) => Promise<void>,
  options: BrowserContextOptions = {},
  others: Others = {},
): Promise<void> =>
  withTill(async (till) => {
    const { page, requests, incidents } = await openPage(browser, options);
    await page.goto(till.url);
    await page.getByRole("button", { name: "Tulips" }).first().waitFor();
    expect(await focused(page)).toContain("Scan a code");
    await use(page, till);
    expect([incidents, requests.filter((url) => !url.startsWith(till.url))]).toEqual([[], []]);
    await page.context().close();
  }, others);

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const { ariaLabel, innerText, labels } = document.activeElement;
    return (ariaLabel ?? innerText) || [...(labels ?? [])].map((label) => label.innerText).join();
  })()`);

/** Moves the focus to an element with the keyboard. */
async function goTo(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (text: string) => (typeof name === "string" ? text.startsWith(name) : name.test(text));
  for (let steps = 0; steps < 150; steps += 1) {
    if (isIt(await focused(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Nobody comes to “${String(name)}” by keyboard.`);
}

async function press(page: Page, name: string): Promise<void> {
  await goTo(page, name);
  await page.keyboard.press("Enter");
}

async function scan(page: Page, code: string): Promise<void> {
  await goTo(page, "Scan a code");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

const entries = (page: Page) => page.locator("#entries > ol > li");

const part = (page: Page, name: string) => page.getByRole("region", { name });

const sees = (page: Page, name: string, text: string): Promise<void> =>
  part(page, name).getByText(text).first().waitFor();

const verbs: Readonly<Record<string, (page: Page, text: string) => Promise<unknown>>> = {
  press,
  scan,
  goTo,
  type: (page, text) => page.keyboard.type(text),
  key: (page, name) => page.keyboard.press(name),
  focus: async (page, name) => expect(await focused(page)).toMatch(new RegExp(name)),
  dialog: (page, name) => page.getByRole("dialog", { name }).waitFor(),
  log: (page, text) => page.getByRole("log").getByText(text).waitFor(),
  note: (page, text) => page.getByText(text).first().waitFor(),
  // The newest entry is the first one.
  openEntry: (page, at) => entries(page).nth(Number(at)).locator("summary").first().click(),
  noButton: async (page, name) => expect(await page.getByRole("button", { name }).count()).toBe(0),
  click: (page, name) =>
    page
      .getByRole("button", { name: new RegExp(name) })
      .first()
      .click(),
  audit: async (page) => expect(await audit(page)).toEqual([]),
  noPart: async (page, name) => expect(await part(page, name).count()).toBe(0),
};

type Steps = readonly Readonly<Record<string, string>>[];

const { cases, audited } = readCases("page.yaml", import.meta) as {
  readonly cases: readonly { readonly name: string; readonly steps: Steps }[];
  readonly audited: Steps;
};

async function takeSteps(page: Page, steps: Steps): Promise<void> {
  for (const [name, text] of steps.flatMap((step) => Object.entries(step)))
    await (verbs[name] ?? ((_, shown) => sees(page, name, shown)))(page, text);
}

describe.skipIf(noChromium !== undefined)(`by keyboard alone${reason}`, () => {
  it.each(cases)("$name", async ({ steps }) => {
    await withPage((page) => takeSteps(page, steps));
  });

  it("a scanner types into the field for codes wherever the focus is, and presses no button", async () => {
    await withPage(async (page, { see }) => {
      const type = async (code: string) => {
        await page.keyboard.type(code);
        await page.keyboard.press("Enter");
      };
      await press(page, "Tulips");
      await type(nobody);
      await sees(page, "Scan a code", `${nobody} not recognized`);
      await page.getByRole("button", { name: "One more of Tulips" }).focus();
      await type(nobody);
      await type(askedMember);
      await page.getByRole("dialog").waitFor();
      await type(nobody);
      await page.getByRole("dialog").waitFor();
      const { wire, sale } = await see(({ wire }) => wire.length >= 4);
      expect(
        wire
          .map(({ event }) => event)
          .filter((event) => event !== "startSession")
          .reverse(),
      ).toEqual(["addSessionLine", ...["scanCode", "scanCode", "scanCode"]]);
      expect(sale.lines.map(({ quantity }) => quantity)).toEqual([1]);
    });
  });

  it("a payment is cancelled while its answer is waited for", async () => {
    let answerNow: (() => void) | undefined;
    const answering = new Promise<void>((resolve) => (answerNow = resolve));
    const pollExternalPayment = () => answering.then(() => ({ externalPayment: {} }));
    const use = async (page: Page): Promise<void> => {
      await press(page, "Roses");
      await press(page, "Pay");
      await press(page, "Pay outside");
      await sees(page, "Payment", "Waiting for an answer");
      // Nobody can pay again during a payment.
      expect(await part(page, "Payment").getByRole("button").allTextContents()).toEqual(["Cancel"]);
      await goTo(page, /^Cancel$/);
      await page.keyboard.press("Enter");
      answerNow?.();
      await sees(page, "Payment", "Pay outside the till");
      expect(await part(page, "Basket").getByText("Left to pay").count()).toBe(0);
    };
    await withPage(use, {}, { pollExternalPayment });
  });
});

const row = (page: Page, event: string | RegExp) =>
  entries(page)
    .filter({ has: page.locator("summary b").getByText(event) })
    .first();

const copied = (page: Page): Promise<string> => page.evaluate<string>("navigator.clipboard.readText()");

describe.skipIf(noChromium !== undefined)(`the requests on the page${reason}`, () => {
  it("are grouped by sale, polls are folded, and a user can filter, pause and clear them", async () => {
    await withPage(async (page) => {
      await press(page, "Roses");
      await press(page, "Pay");
      await press(page, "Pay outside");
      await sees(page, "Payment", "Paid");
      await press(page, "Finish the sale");
      await page.getByText("pollExternalPayment × 3").click();
      expect(await page.locator("li li summary b").allTextContents()).toEqual(
        Array(3).fill("✓ pollExternalPayment"),
      );
      await press(page, "Start a new sale");
      await press(page, "Tulips");
      await page.getByText("addSessionLine").nth(1).waitFor();
      const sales = await page.locator("#entries h3").allTextContents();
      expect(sales.map((sale) => sale.replace(/ \w{8}$/, " …"))).toEqual(["Sale …", "Sale …"]);
      const filter = page.getByRole("searchbox", { name: "Filter requests" });
      await filter.fill("tulips");
      expect(await page.locator("#entries summary b").allTextContents()).toEqual(["✓ addSessionLine"]);
      await filter.fill("no such text");
      await page.getByText("No matches.").waitFor();
      await filter.fill("");
      await page.getByRole("button", { name: "Pause" }).click();
      await press(page, "Soap");
      await page.getByRole("button", { name: "Resume (1 new)" }).waitFor();
      expect(await page.locator("#entries").getByText("Soap").count()).toBe(0);
      await page.getByRole("button", { name: "Resume" }).click();
      await page.locator("#entries").getByText("addSessionLine").nth(2).waitFor();
      await page.getByRole("button", { name: "Clear" }).click();
      await page.getByText("Requests and answers appear here.").waitFor();
      await sees(page, "Basket", "Soap");
    });
  });

  it("can be copied, sent again and edited by keyboard alone", async () => {
    const use = async (page: Page): Promise<void> => {
      await scan(page, "8711234567890");
      await row(page, "scanCode").waitFor();
      // The button says so for two seconds of the page's clock.
      await page.clock.install({ time: 0 });
      await page.clock.pauseAt(1000);
      await press(page, "Copy request");
      await page.getByRole("button", { name: "Copied" }).waitFor();
      await page.clock.runFor(2000);
      await page.getByRole("button", { name: "Copy request" }).waitFor();
      await page.clock.resume();
      expect(JSON.parse(await copied(page))).toMatchObject({ scanCode: { scannedCode: "8711234567890" } });
      await press(page, "Copy as curl");
      await expect.poll(() => copied(page)).toMatch(/openssl dgst -sha256.*curl /s);
      await press(page, "Headers");
      await page.getByText("X-Mplus-Signature: ").waitFor();
      await press(page, "Edit and send");
      await page.getByLabel("Request to send").waitFor();
      expect(await focused(page)).toContain("Request to send");
      const text = await page.getByLabel("Request to send").inputValue();
      await page.getByLabel("Request to send").fill(text.replace("8711234567890", "42"));
      await press(page, "Send");
      await page.locator("#entries").getByText("sent again").waitFor();
      // The open entry stays open and focused.
      expect(await focused(page)).toContain("scanCode");
      const again = row(page, "scanCode");
      await again.getByRole("button", { name: "Send again" }).press("Enter");
      await expect.poll(() => entries(page).count()).toBe(3);
      expect(await page.locator("#entries .text").getByText('"42"').count()).toBe(0);
      await again.getByText("Request", { exact: true }).click();
      await again.getByText('"42"').waitFor();
    };
    await withPage(use, { permissions: ["clipboard-read", "clipboard-write"] });
  });
});

async function openScenario(page: Page, name: string): Promise<void> {
  await page.evaluate("document.getElementById('scenario').open = true");
  await page.getByLabel("Built-in scenario").selectOption(name);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Next step" }).waitFor();
}

describe.skipIf(noChromium !== undefined)(`accessibility${reason}`, () => {
  const looks = [1280, 390, 360].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  it.each(looks)("axe finds nothing in $colorScheme colours, $width pixels wide", async (look) => {
    const { width, colorScheme } = look;
    await withPage(
      async (page) => {
        await takeSteps(page, audited);
        await page.getByLabel("Request to send").waitFor();
        await page.evaluate("scrollTo(0, 0)");
        // The receipt is visible without scrolling.
        const receipt = await part(page, "Receipt").boundingBox();
        expect(receipt?.y).toBeLessThan(300);
        expect(await audit(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        await openScenario(page, "dialog");
        await page.getByRole("button", { name: "Next step" }).click();
        await page.locator(".steps").getByText("✓ startSession").waitFor();
        expect(await audit(page)).toEqual([]);
        // The member has spent the points.
        await page.getByRole("button", { name: "Play all" }).click();
        await page.locator(".steps .bad").waitFor();
        expect(await audit(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      },
      { colorScheme, viewport: { width, height: 900 } },
    );
  });
});

describe.skipIf(noChromium !== undefined)(`the page${reason}`, () => {
  it("shows a failed answer, and that the till has ended", async () => {
    const scanCode = () => {
      throw new Error("The shop is closed.");
    };
    await withShop(
      async (url) => {
        const served = await openAt(url);
        const { page } = await openPage(browser);
        await page.goto(served.url);
        await scan(page, member);
        await sees(page, "Scan a code", "scanCode: The receiver returned an error.");
        await served.close();
        await press(page, "Tulips");
        await page.getByRole("alert").getByText("The till does not respond").waitFor();
        await page.context().close();
      },
      { scanCode },
    );
  });

  it("takes in a form what the answer allows, and shows what it gives", async () => {
    const field = { id: "a", label: "A", required: false };
    const fields = [
      { ...field, type: "checkbox" as const, value: "true" },
      { ...field, type: "number" as const, decimals: 1, minimumValue: 2, maximumValue: 9 },
      { ...field, type: "text" as const, regex: "[a-z]+", minimumLength: 2, maximumLength: 4 },
    ];
    const show = "({ attributes }) => [...attributes].map(({ name, value }) => `${name}=${value}`).join(' ')";
    const use = async (page: Page): Promise<void> => {
      await press(page, "Tulips");
      await page.getByRole("dialog").waitFor();
      expect(await page.evaluate(`[...document.querySelectorAll("dialog input")].map(${show})`)).toEqual([
        "name=a type=checkbox value=true checked=",
        "name=a type=number value= min=2 max=9 step=0.1",
        "name=a type=text value= minlength=2 maxlength=4 pattern=[a-z]+",
      ]);
    };
    await withPage(use, {}, { addSessionLine: () => ({ form: { id: "1", title: "B", fields } }) as never });
  });

  it("shows the same sale in a second tab and after a reload", async () => {
    await withPage(async (page, { url }) => {
      const second = await page.context().newPage();
      await second.goto(url);
      await page.getByRole("button", { name: "Tulips" }).click();
      await sees(second, "Basket", "Tulips");
      await second.getByRole("button", { name: "Remove Tulips" }).click();
      await sees(page, "Basket", "Nothing yet");
      await page.getByRole("button", { name: "Roses" }).click();
      await sees(page, "Basket", "Roses");
      await page.reload();
      await sees(page, "Basket", "Roses");
    });
  });

  it("sends any other event with its sample, or with what a user types", async () => {
    await withPage(async (page, { see }) => {
      await press(page, "More events");
      const parts = page.getByLabel("Properties, as JSON");
      await expect.poll(() => parts.inputValue()).toContain("{");
      await page.getByRole("combobox", { name: /^Event/ }).selectOption({ label: "Kitchen start course" });
      await expect.poll(() => parts.inputValue()).toContain("courseNumber");
      expect(JSON.parse(await parts.inputValue())).toMatchObject({
        courseNumber: expect.any(Number) as number,
      });
      await parts.fill("{");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await page.getByRole("alert").getByText("This is not valid JSON.").waitFor();
      await parts.fill('{ "name": "Dessert" }');
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await row(page, "kitchenStartCourse").waitFor();
      expect((await see()).wire[0]?.request.map((line) => line.trim())).toContain('"name": "Dessert",');
      expect(await parts.inputValue()).toContain("Dessert");
    });
  });

  it("puts a question over the till, with its buttons in view, and the requests stay usable", async () => {
    const fields = Array.from({ length: 40 }, (_, at) => ({
      ...{ id: `f${at}`, type: "text" as const, label: `Field ${at}`, required: false },
    }));
    const use = async (page: Page): Promise<void> => {
      await press(page, "Tulips");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      const [box, till] = [await dialog.boundingBox(), await page.locator("main").boundingBox()];
      const middle = (part: typeof box) => Math.round((part?.x ?? 0) + (part?.width ?? 0) / 2);
      expect(Math.abs(middle(box) - middle(till))).toBeLessThan(3);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
      const isInView =
        "(({ bottom }) => bottom <= innerHeight)(document.querySelector('dialog .main').getBoundingClientRect())";
      expect(await page.evaluate(isInView)).toBe(true);
      await page.getByRole("button", { name: "Copy request" }).first().click({ trial: true });
      await page.setViewportSize({ width: 390, height: 844 });
      const sheet = await dialog.boundingBox();
      expect([sheet?.x, sheet?.width, (sheet?.y ?? 0) + (sheet?.height ?? 0)]).toEqual([0, 390, 844]);
      expect(await page.evaluate(isInView)).toBe(true);
    };
    await withPage(use, {}, { addSessionLine: () => ({ form: { id: "1", title: "B", fields } }) as never });
  });

  it.each([
    [1024, 416],
    [1280, 672],
    [1920, 960],
  ])("gives the requests the rest of %i pixels", async (width, till) => {
    const use = async (page: Page): Promise<void> => {
      expect((await page.locator("main").boundingBox())?.width).toBe(till);
      expect((await page.locator("aside").boundingBox())?.width).toBe(width - till);
    };
    await withPage(use, { viewport: { width, height: 900 } });
  });

  it("saves a sale as a scenario, and plays it from the file", async () => {
    await withPage(async (page) => {
      await press(page, "Vase");
      await scan(page, askedMember);
      await page.getByRole("button", { name: "No", exact: true }).click();
      await sees(page, "Basket", "Members' discount");
      await press(page, "Pay");
      await press(page, "Pay at this till");
      await sees(page, "Receipt", "Your points");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as a scenario" }).click(),
      ]);
      const text = readFileSync(await download.path(), "utf8");
      expect([download.suggestedFilename(), text]).toEqual([
        "sale.yaml",
        expect.stringContaining('choose: "No"'),
      ]);
      await page.getByText("Scenario", { exact: true }).click();
      const read = (content: string) =>
        page.getByLabel("Or a file").setInputFiles({
          ...{ name: "sale.yaml", mimeType: "application/yaml", buffer: Buffer.from(content) },
        });
      await read(text);
      await page.getByRole("button", { name: "Next step" }).click();
      await page.locator(".steps li", { hasText: "✓" }).first().waitFor();
      expect(await focused(page)).toContain("Next step");
      await page.getByRole("button", { name: "Play all" }).click();
      await page.getByText("The scenario passed.").waitFor();
      await sees(page, "Receipt", "Your points");
      await press(page, "Close");
      await sees(page, "Basket", "Nothing yet");
    });
  });

  it("has a choice of shops only if there are two", async () => {
    await withTwoShops(async ({ url }) => {
      const { page, incidents } = await openPage(browser);
      await page.goto(url);
      await page.getByLabel("Shop").selectOption("shop-13");
      await page.getByText("This is a new till with an empty basket.").waitFor();
      await page.getByText("/mplus as shop-13").waitFor();
      expect(incidents).toEqual([]);
      await page.context().close();
    });
    await withPage(async (page) => expect(await page.getByLabel("Shop").isVisible()).toBe(false));
  });

  it("starts a new till for another release or product, after a question", async () => {
    await withPage(async (page) => {
      await page.getByRole("button", { name: "Tulips" }).click();
      await sees(page, "Basket", "Tulips");
      // Pressing a key must not lose a basket.
      await page.evaluate("window.confirm = () => false");
      await page.getByLabel("Release").selectOption("15.1");
      await sees(page, "Basket", "Tulips");
      expect(await page.getByLabel("Release").inputValue()).not.toBe("15.1");
      await page.evaluate("window.confirm = () => true");
      await page.getByLabel("Release").selectOption("15.1");
      await sees(page, "Basket", "Nothing yet");
      await page.getByText("This is a new till with an empty basket.").waitFor();
      await page.getByText("More events").click();
      expect(await page.getByRole("option", { name: "Print bill" }).count()).toBe(0);
      await page.getByLabel("Product").selectOption({ index: 1 });
      await sees(page, "Basket", "Nothing yet");
    });
  });
});
