import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noChromium, openPage, startChromium } from "../../emitted/browser/chromium.js";
import { withShop } from "../desk.js";
import { scan } from "../traffic/wire.js";
import { audit } from "./audit.js";
import { openTrafficAt, toOpenTraffic, toSeen, type OpenTraffic } from "./open-till.js";

let browser: Browser;
beforeAll(async () => {
  if (noChromium === undefined) browser = await startChromium();
});
afterAll(async () => {
  if (noChromium === undefined) await browser.close();
});

const reason = noChromium === undefined ? "" : ` (${noChromium})`;

const handlers = { scanCode: () => ({ scanCode: { recognized: true } }) };

/** Opens the page. Afterwards, it must have made no external requests and logged no errors. */
const withPage = (
  use: (page: Page, traffic: OpenTraffic) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> =>
  withShop(handlers, async (shop) => {
    const opened = await openTrafficAt(shop);
    const traffic = toOpenTraffic(opened, shop);
    const { page, requests, incidents } = await openPage(browser, options);
    await page.goto(traffic.url);
    await page.getByText("0 requests").waitFor();
    try {
      await use(page, traffic);
      expect([incidents, requests.filter((url) => !url.startsWith(traffic.url))]).toEqual([[], []]);
    } finally {
      await page.context().close();
      await opened.close();
    }
  });

const body = JSON.stringify(scan);
const shown = toSeen({ subscription: "shop-12", body, request: scan });
const failed = toSeen({
  subscription: "shop-13",
  event: "addSessionLine",
  reply: { status: 500, headers: {}, body: "Oh no" },
  result: { kind: "reply", status: 500, headers: {}, body: Buffer.from("Oh no"), duration: 2600 },
  verdict: { kind: "failed", status: 500 },
});
const strange = toSeen({ subscription: "shop-66", isVerified: false });

const rows = (page: Page) => page.locator("#rows > :visible");
const detail = (page: Page) => page.getByRole("region", { name: "Request in detail" });

async function showAll(page: Page, { show }: OpenTraffic): Promise<void> {
  for (const seen of [shown, failed, strange]) show(seen);
  await page.getByText("3 requests").waitFor();
}

describe.skipIf(noChromium !== undefined)(`live requests in a browser${reason}`, () => {
  it("are rows, newest first, with their facts", async () => {
    await withPage(async (page, traffic) => {
      await showAll(page, traffic);
      const texts = await rows(page).allInnerTexts();
      expect(
        texts.map((text) =>
          text
            .replace(/\d\d:\d\d:\d\d/, "TIME")
            .split(/\s+/)
            .join(" "),
        ),
      ).toEqual([
        "? stranger TIME scanCode shop-66 v57 or later 200",
        "✕ error TIME addSessionLine shop-13 v57 or later 500 2600",
        "✓ accepted TIME scanCode shop-12 v57 or later 200",
      ]);
      traffic.show(shown);
      await page.getByText("4 requests").waitFor();
    });
  });

  it.each([
    ["State", "error", ["addSessionLine"]],
    ["State", "slow", ["addSessionLine"]],
    ["State", "stranger", ["scanCode"]],
    ["Event", "scanCode", ["scanCode", "scanCode"]],
    ["Shop", "shop-13", ["addSessionLine"]],
    ["Status", "500", ["addSessionLine"]],
  ])("are filtered by %s %s", async (label, value, events) => {
    await withPage(async (page, traffic) => {
      await showAll(page, traffic);
      await page.getByLabel(label, { exact: true }).selectOption(value);
      await page.getByText(`${events.length} of 3 requests`).waitFor();
      expect(await rows(page).getByRole("button").allInnerTexts()).toEqual(events);
    });
  });

  it("are searched by any text, also those that arrive later, and sorted by duration", async () => {
    await withPage(async (page, traffic) => {
      await showAll(page, traffic);
      await page.keyboard.press("/");
      await page.keyboard.type("OH NO");
      await page.getByText("1 of 3 requests").waitFor();
      traffic.show(failed);
      await page.getByText("2 of 4 requests").waitFor();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("nobody says this");
      await page.getByText("No request matches the filters.").waitFor();
      // Escape clears the search, and then leaves it.
      await page.keyboard.press("Escape");
      await page.getByText("4 requests").waitFor();
      expect(await page.getByRole("searchbox").inputValue()).toBe("");
      await page.keyboard.type("no oh");
      await page.getByText("2 of 4 requests").waitFor();
      await page.getByRole("searchbox").fill("");
      await page.getByLabel("Order").selectOption("slow");
      expect((await rows(page).getByRole("button").allInnerTexts())[0]).toBe("addSessionLine");
    });
  });

  it("are opened and closed by keyboard", async () => {
    await withPage(async (page, traffic) => {
      await showAll(page, traffic);
      await page.keyboard.press("j");
      await detail(page).getByText("The signature of the request is invalid").waitFor();
      for (const name of ["Send again", "Edit and send", "Save as scenario", "Copy as curl"])
        expect(await detail(page).getByRole("button", { name }).count()).toBe(0);
      await page.keyboard.press("ArrowDown");
      await detail(page).getByText("The receiver returned an error.").waitFor();
      await page.keyboard.press("ArrowUp");
      await detail(page).getByText("The signature of the request is invalid").waitFor();
      await page.keyboard.press("Escape");
      await detail(page).waitFor({ state: "hidden" });
      expect(await page.evaluate<string>("document.activeElement.innerText")).toBe("scanCode");
    });
  });

  it("are sent again, or edited and sent, only after a confirmation that names the server", async () => {
    await withPage(async (page, traffic) => {
      traffic.show(shown);
      await rows(page).first().click();
      await page.getByRole("button", { name: "Send again" }).click();
      const dialog = page.getByRole("dialog", { name: `Send scanCode to ${traffic.shop}?` });
      await dialog.getByText("as shop-12").waitFor();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      expect(await traffic.see()).toHaveLength(1);
      await page.getByRole("button", { name: "Send again" }).click();
      await dialog.getByRole("button", { name: "Send", exact: true }).click();
      await detail(page).getByText("sent again, shop-12").waitFor();
      await detail(page).getByText("1 difference from").waitFor();
      await page.getByRole("button", { name: "Edit and send" }).click();
      const editor = page.getByLabel("Request to send");
      await editor.fill((await editor.inputValue()).replace('"scannedCode": "1"', '"scannedCode": "42"'));
      await editor.press("Tab");
      await page.keyboard.press("Enter");
      await dialog.getByRole("button", { name: "Send", exact: true }).click();
      await page.getByText("3 requests").waitFor();
      await detail(page).getByText('"42"').waitFor();
      await detail(page).getByText("the request that you edited").waitFor();
    });
  });

  it("are saved as a scenario without the data of customers, unless the user keeps it each time", async () => {
    await withPage(async (page, traffic) => {
      traffic.show(shown);
      await rows(page).first().click();
      const save = page.getByRole("button", { name: "Save as scenario" });
      const dialog = page.getByRole("dialog", { name: "Save this sale as a scenario?" });
      await save.click();
      await dialog.getByRole("checkbox").check();
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await save.click();
      expect(await dialog.getByRole("checkbox").isChecked()).toBe(false);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        dialog.getByRole("button", { name: "Save", exact: true }).click(),
      ]);
      expect(readFileSync(await download.path(), "utf8")).toContain(
        "codes and numbers of customers were replaced",
      );
      await detail(page).getByText(`Saved as ${download.suggestedFilename()}.`).waitFor();
    });
  });

  it("wait while the page is paused, and are removed when it is cleared", async () => {
    await withPage(async (page, traffic) => {
      await page.getByRole("button", { name: "Pause" }).click();
      traffic.show(shown);
      await page.getByRole("button", { name: "Resume (1 new)" }).waitFor();
      expect(await rows(page).count()).toBe(0);
      await page.getByRole("button", { name: "Resume" }).click();
      await page.getByText("1 requests").waitFor();
      await page.getByRole("button", { name: "Clear" }).click();
      await page.getByText("The requests of shops appear here.").waitFor();
    });
  });

  it("lead to a till on a page of its own, which names the server", async () => {
    await withPage(async (page, traffic) => {
      expect(await page.getByRole("link", { name: "Open a till" }).getAttribute("href")).toBe("till");
      await page.goto(`${traffic.url}/till`);
      await page.getByText(`This till sends made-up events to ${traffic.shop} as shop-12`).waitFor();
    });
  });

  it.each([
    { width: 1280, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
    { width: 390, colorScheme: "light" },
    { width: 390, colorScheme: "dark" },
  ] as const)("pass axe in $colorScheme colours, $width pixels wide", async ({ width, colorScheme }) => {
    await withPage(
      async (page, traffic) => {
        await showAll(page, traffic);
        expect(await audit(page)).toEqual([]);
        await rows(page).last().click();
        await page.getByRole("button", { name: "Edit and send" }).click();
        expect(await audit(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        await page.getByRole("button", { name: "Send again" }).click();
        expect(await audit(page)).toEqual([]);
      },
      { viewport: { width, height: 844 }, colorScheme },
    );
  });
});
