import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { loadRealModel, loadRealView } from "../../workbench/real-spec.js";
import { siteOf } from "../../targets/site/sites.js";
import { noChromium, openPage, startChromium, type WatchedPage } from "./chromium.js";

export const reason = noChromium === undefined ? "" : ` (${noChromium})`;

export interface SiteBrowser {
  readonly writeSite: (site: ReadonlyMap<string, string>) => string;
  /** At the end of the test, the page must have requested nothing outside `base` and reported nothing. */
  readonly open: (base: string, path: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Closes the opened pages after each test, and Chromium after the file. */
export function createSiteBrowser(): SiteBrowser {
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

  return {
    writeSite(site) {
      const folder = mkdtempSync(join(tmpdir(), "mplus-site-"));
      folders.push(folder);
      writeFiles(folder, site);
      return `${pathToFileURL(folder).href}/`;
    },
    async open(base, path, options = {}) {
      const watched = await openPage(browser, options);
      opened.push({ base, watched });
      await watched.page.goto(base + path);
      return watched.page;
    },
  };
}

export function makeRealSite(): Promise<ReadonlyMap<string, string>> {
  const model = loadRealModel();
  return siteOf(loadRealView({ minVersion: "48" }, model), model);
}

export const isDark = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    "matchMedia('all').matches && /^rgb\\(\\d{1,2},/.test(getComputedStyle(document.documentElement).backgroundColor)",
  );
