import { spawnSync } from "node:child_process";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const installed = ["chromium", "chromium-browser", "google-chrome"]
  .map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim())
  .find((path) => path !== "");

/** Without Chromium, tests are skipped. In CI, they fail instead. */
export const noChromium =
  installed === undefined && process.env["CI"] === undefined
    ? "skipped: there is no chromium here"
    : undefined;

export function startChromium(args: readonly string[] = []): Promise<Browser> {
  if (installed === undefined)
    throw new Error("There is no chromium on this machine: install it, as Debian has it.");
  return chromium.launch({ executablePath: installed, args: ["--no-sandbox", ...args] });
}

export interface WatchedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly incidents: readonly string[];
}

/** Opens a page in a new profile. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const requests: string[] = [];
  const incidents: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => {
    // Requests are aborted when the reader leaves the page.
    const why = request.failure()?.errorText ?? "";
    if (why !== "net::ERR_ABORTED") incidents.push(`${why}: ${request.url()}`);
  });
  page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "log") incidents.push(`${message.type()}: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, requests, incidents };
}
