import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { loadRealModel, loadRealView } from "../../workbench/real-spec.js";
import { siteOf } from "../../targets/site/sites.js";
import { noChromium, openPage, startChromium, type WatchedPage } from "./chromium.js";

export const reason = noChromium === undefined ? "" : ` (${noChromium})`;

/** Where a web server shows a site, below a path of its own. */
const served = "http://partner.example/docs/mplus/";

/** Closes the opened pages after each test, and Chromium after the file. */
export function createSiteBrowser() {
  const folders: string[] = [];
  const opened: { base: string; watched: WatchedPage }[] = [];
  let browser: Browser;

  beforeAll(async () => {
    if (noChromium === undefined) browser = await startChromium();
  });
  afterAll(async () => {
    if (noChromium === undefined) await browser.close();
    folders.forEach(removeFolder);
  });
  afterEach(async () => {
    for (const { base, watched } of opened.splice(0)) {
      expect(watched.incidents).toEqual([]);
      expect(watched.requests.filter((url) => !url.startsWith(base))).toEqual([]);
      await watched.page.context().close();
    }
  });

  async function openAt(base: string, folder: string, path: string, options: BrowserContextOptions = {}) {
    const watched = await openPage(browser, options);
    opened.push({ base, watched });
    if (base !== folder)
      await watched.page.route(`${base}**`, (route) => {
        const { origin, pathname } = new URL(route.request().url());
        return route.fulfill({ path: fileURLToPath(`${origin}${pathname}`.replace(base, folder)) });
      });
    await watched.page.goto(base + path);
    return watched.page;
  }
  /** At the end of the test, the page must have requested nothing outside the site and reported nothing. */
  const open = (folder: string, path: string, options?: BrowserContextOptions): Promise<Page> =>
    openAt(folder, folder, path, options);
  /** Like `open`, but as a web server shows the folder. */
  const openServed: typeof open = (folder, path, options) => openAt(served, folder, path, options);
  /** Writes a site to a folder, and returns its URL. */
  const writeSite = (site: ReadonlyMap<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), "mplus-site-"));
    folders.push(folder);
    writeFiles(folder, site);
    return `${pathToFileURL(folder).href}/`;
  };
  return { open, openServed, writeSite };
}

export function makeRealSite(): Promise<ReadonlyMap<string, string>> {
  const model = loadRealModel();
  return siteOf(loadRealView({ minVersion: "48" }, model), model);
}

export const isDark = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    "/^rgb\\(\\d{1,2},/.test(getComputedStyle(document.documentElement).backgroundColor)",
  );
