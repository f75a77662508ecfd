import { pageGroups, type PageGroup } from "../../docs/page.js";
import { toHtmlText, type HtmlText } from "../../text/escape.js";
import type { Article } from "./article.js";
import { endAttributes, printAttributes } from "./attributes.js";

/** A group of the sidebar, for the template. */
export interface NavigationGroup {
  readonly title: HtmlText;
  readonly open: boolean;
  readonly entries: readonly NavigationEntry[];
}

interface NavigationEntry {
  readonly attributes: HtmlText;
  readonly text: HtmlText;
}

/** The titles of the parts of the docs. */
export const groupTitles: Readonly<Record<PageGroup, string>> = {
  tasks: "I want to",
  guide: "Guide",
  flows: "Flows",
  events: "Events",
  received: "Objects you receive",
  answers: "Objects you answer with",
  reference: "Reference",
};

/** The two long lists of objects are folded, except on their own pages. */
const folded: ReadonlySet<PageGroup> = new Set(["received", "answers"]);

/**
 * A group with more pages than this lists those around the current page and links to the list of all, so that pages of
 * a large site are no larger than those of a small one.
 */
const mostListed = 100;

/** The pages of one group. */
export interface ArticleGroup {
  readonly group: PageGroup;
  readonly members: readonly Article[];
}

/** The groups that have pages, in the order of the sidebar. */
export const groupArticles = (articles: readonly Article[]): ArticleGroup[] =>
  pageGroups
    .map((group) => ({ group, members: articles.filter(({ page }) => page.group === group) }))
    .filter(({ members }) => members.length > 0);

/**
 * The sidebar beside a page.
 * @param home The page that lists all.
 */
export const listNavigation = (
  groups: readonly ArticleGroup[],
  current: Article,
  home: Article,
): NavigationGroup[] =>
  groups.map(({ group, members }) => {
    const shown = selectAround(members, current);
    const entries = shown.map((article) => toEntry(article, current));
    const all = `All ${members.length}`;
    return {
      title: toHtmlText(groupTitles[group]),
      open: group === current.page.group || !folded.has(group),
      entries: shown.length < members.length ? [linkTo(home, current, all), ...entries] : entries,
    };
  });

/** All members of a short group; of a long one those around the current page, or none if that is in another group. */
function selectAround(members: readonly Article[], current: Article): readonly Article[] {
  if (members.length <= mostListed) return members;
  const index = members.indexOf(current);
  if (index === -1) return [];
  const start = Math.min(Math.max(0, index - mostListed / 2), members.length - mostListed);
  return members.slice(start, start + mostListed);
}

const toEntry = (article: Article, current: Article): NavigationEntry => ({
  attributes: printAttributes({
    href: hrefTo(article, current),
    ...endAttributes(article.page.availability),
    "aria-current": article === current ? "page" : undefined,
  }),
  text: toHtmlText(article.title.text),
});

const linkTo = (article: Article, current: Article, text: string): NavigationEntry => ({
  attributes: printAttributes({ href: hrefTo(article, current) }),
  text: toHtmlText(text),
});

const hrefTo = (article: Article, current: Article): string =>
  `${toRoot(current.file)}${article.file.split("/").map(encodeURIComponent).join("/")}`;

/** The way from a page to the root of the site: empty, or `../`. */
export const toRoot = (file: string): string => "../".repeat(file.split("/").length - 1);
