import type { Page } from "../../docs/page.js";
import { sitePath } from "./page-links.js";
import { lifeOf, type Life } from "./life.js";
import type { Article, Converter } from "./to-html.js";

/** A page of the site, before anything is laid out around it. */
export interface WrittenPage extends Article {
  /** Where it lies, relative to the root of the site: `events/scanCode.html`. */
  readonly path: string;
  readonly group: Page["group"];
  readonly life: Life;
  /** Where the page it is made from lies among the docs. */
  readonly source: string;
}

/** Writes a page as HTML. */
export const writePage = (page: Page, converter: Converter): WrittenPage => ({
  ...converter.page(page),
  path: sitePath(page.path),
  group: page.group,
  life: lifeOf(page),
  source: page.path,
});

/** The way from a page to the root of the site: empty, or `../`. */
export const rootFrom = (path: string): string => "../".repeat(path.split("/").length - 1);
