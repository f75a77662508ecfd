import {
  endAttributes,
  listAnchors,
  printAttributes,
  printBlocks,
  printText,
  toFile,
  toFragment,
  type Anchors,
} from "../../pages/blocks/html.js";
import { headingAnchor, toPlainString } from "../../pages/blocks/text.js";
import { pageGroups, type Page, type PageGroup } from "../../pages/page.js";
import { toHtmlText, type HtmlText } from "../../base/text/escape.js";
import { withHtmlBanner } from "../../base/text/source-file.js";
import type { OutputFile } from "../target.js";

/** A page of the docs, and where it is on the site. */
export interface Article {
  readonly page: Page;
  /** Relative to the root of the site: `events/scanCode.html`. */
  readonly file: string;
  readonly title: string;
  /** The id of its title. */
  readonly anchor: string;
  /** The ids of its headings and rows. */
  readonly anchors: Anchors;
}

/** Gives a page its place and its ids. */
export function toArticle(page: Page): Article {
  const title = toPlainString(page.title);
  const anchor = headingAnchor(title);
  return { page, file: toFile(page.path), title, anchor, anchors: listAnchors(page.blocks, anchor) };
}

/**
 * A group with more pages lists those around the current page and links to the list of all, so that pages of a large site are no
 * larger than those of a small one.
 */
const maxNavigationEntries = 100;

/** A page with fewer headings needs no list of them. */
const minHeadings = 4;

/** The data that all pages of a site share. */
export interface SiteContext {
  /** The first of them is the home page. */
  readonly articles: readonly Article[];
  readonly render: (data: object) => string;
  /** The shops that the pages were made for. */
  readonly fleet: HtmlText;
  /** Newest first, without the `v`. */
  readonly releases: readonly HtmlText[];
}

/** The pages of each group, in the order of the sidebar; made once for all pages of a site. */
export function createPageFile(context: SiteContext): (article: Article) => OutputFile {
  const { articles, render, fleet, releases } = context;
  const groups = (Object.keys(pageGroups) as PageGroup[])
    .map((group) => ({ group, members: articles.filter(({ page }) => page.group === group) }))
    .filter(({ members }) => members.length > 0);
  return (article) => {
    const { page, file, title, anchor, anchors } = article;
    const [home = article] = articles;
    const data = {
      root: toRoot(file),
      site: printText(home.page.title, home.page.path),
      description: toHtmlText(describePage(article)),
      documentTitle: toHtmlText(article === home ? title : `${title} · ${home.title}`),
      group: toHtmlText(pageGroups[page.group].title),
      title: printText(page.title, page.path),
      anchor: toHtmlText(anchor),
      attributes: printAttributes(endAttributes(page.availability)),
      body: printBlocks(page.blocks, page.path, anchors),
      contents: article === home ? [] : listContents(article),
      navigation: groups.map((each) => listNavigation(each, article, home)),
      fleet,
      releases,
    };
    return { path: `site/${file}`, content: withHtmlBanner(render(data)) };
  };
}

/** A group of the sidebar beside a page, for the template. */
function listNavigation(
  { group, members }: { readonly group: PageGroup; readonly members: readonly Article[] },
  current: Article,
  home: Article,
): object {
  const shown = selectAround(members, current);
  const all = shown.length < members.length ? [toNavigationLink(home, current, `All ${members.length}`)] : [];
  const entries = shown.map((article) => ({
    text: toHtmlText(article.title),
    attributes: printAttributes({
      href: hrefTo(article, current),
      ...endAttributes(article.page.availability),
      "aria-current": article === current ? "page" : undefined,
    }),
  }));
  const { title, kind } = pageGroups[group];
  // The two long lists of objects are folded, except on their own pages.
  const open = group === current.page.group || kind !== "object";
  return { title: toHtmlText(title), open, entries: [...all, ...entries] };
}

/** All members of a short group; of a long one those around the current page, or none if that is in another group. */
function selectAround(members: readonly Article[], current: Article): readonly Article[] {
  if (members.length <= maxNavigationEntries) return members;
  const index = members.indexOf(current);
  if (index === -1) return [];
  const start = Math.min(
    Math.max(0, index - maxNavigationEntries / 2),
    members.length - maxNavigationEntries,
  );
  return members.slice(start, start + maxNavigationEntries);
}

const toNavigationLink = (article: Article, current: Article, text: string): object => ({
  attributes: printAttributes({ href: hrefTo(article, current) }),
  text: toHtmlText(text),
});

const hrefTo = (article: Article, current: Article): string =>
  `${toRoot(current.file)}${article.file.split("/").map(encodeURIComponent).join("/")}`;

/** The way from a page to the root of the site: empty, or `../`. */
const toRoot = (file: string): string => "../".repeat(file.split("/").length - 1);

/** What search engines show of a page: how it begins. */
function describePage({ page, title }: Article): string {
  const first = page.blocks.find((block) => block.kind === "paragraph");
  return first ? toPlainString(first.text) : title;
}

/** The headings of a page that is longer than a screen or two. */
function listContents({ page, anchors }: Article): object[] {
  const headings = page.blocks.flatMap((block) => (block.kind === "heading" ? [block] : []));
  if (headings.length < minHeadings) return [];
  return headings.map((heading) => ({
    href: toHtmlText(toFragment(anchors.get(heading) ?? "")),
    level: heading.level,
    text: toHtmlText(toPlainString(heading.text)),
  }));
}
