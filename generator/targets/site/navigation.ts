import { pageGroups, type PageGroup } from "../../docs/page.js";
import { toHtmlText, type HtmlText } from "../../text/html.js";
import { lifeAttributes, type Life } from "./life.js";
import { rootFrom, type WrittenPage } from "./written-page.js";

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

/** What a reader knows the parts of the docs by. */
export const groupTitles: Readonly<Record<PageGroup, string>> = {
  guide: "Guide",
  flows: "Flows",
  events: "Events",
  received: "Objects you receive",
  answers: "Objects you answer with",
  reference: "Reference",
};

/** The two long lists of objects are folded away, except on a page of theirs. */
const folded: ReadonlySet<PageGroup> = new Set(["received", "answers"]);

/**
 * A group of more pages than these shows the ones around the current page, and leads to the list of all; so each page
 * costs as much in a large site as in a small one.
 */
const mostListed = 100;

/** The pages of one group. */
export interface GroupedPages {
  readonly group: PageGroup;
  readonly members: readonly WrittenPage[];
}

/** The groups that have pages, in the order of the sidebar. */
export const groupPages = (pages: readonly WrittenPage[]): GroupedPages[] =>
  pageGroups
    .map((group) => ({ group, members: pages.filter((page) => page.group === group) }))
    .filter(({ members }) => members.length > 0);

/**
 * The sidebar as it stands beside a page.
 * @param home The page that lists all.
 */
export const navigationOf = (
  groups: readonly GroupedPages[],
  current: WrittenPage,
  home: WrittenPage,
): NavigationGroup[] =>
  groups.map(({ group, members }) => {
    const shown = around(members, current);
    const entries = shown.map((page) => toEntry(page, current));
    const all = `All ${members.length}`;
    return {
      title: toHtmlText(groupTitles[group]),
      open: group === current.group || !folded.has(group),
      entries: shown.length < members.length ? [linkTo(home, current, all), ...entries] : entries,
    };
  });

/** All members of a group that is not long; of a long one those around the current page, or none. */
function around(members: readonly WrittenPage[], current: WrittenPage): readonly WrittenPage[] {
  if (members.length <= mostListed) return members;
  const index = members.indexOf(current);
  if (index === -1) return [];
  const start = Math.min(Math.max(0, index - mostListed / 2), members.length - mostListed);
  return members.slice(start, start + mostListed);
}

function toEntry(page: WrittenPage, current: WrittenPage): NavigationEntry {
  const attributes = [
    ["href", hrefTo(page, current)] as const,
    ...lifeAttributes(page.life),
    ...(page === current ? [["aria-current", "page"] as const] : []),
  ];
  return { attributes: attributesText(attributes), text: toHtmlText(page.title.text) };
}

const linkTo = (page: WrittenPage, current: WrittenPage, text: string): NavigationEntry => ({
  attributes: attributesText([["href", hrefTo(page, current)]]),
  text: toHtmlText(text),
});

const hrefTo = (page: WrittenPage, current: WrittenPage): string =>
  `${rootFrom(current.path)}${page.path.split("/").map(encodeURIComponent).join("/")}`;

/** The life of something as attributes of its element, with a space before each. */
export const lifeText = (life: Life): HtmlText =>
  lifeAttributes(life)
    .map(([name, value]) => ` ${name}="${toHtmlText(value)}"`)
    .join("") as HtmlText;

const attributesText = (attributes: readonly (readonly [string, string])[]): HtmlText =>
  attributes.map(([name, value]) => `${name}="${toHtmlText(value)}"`).join(" ") as HtmlText;
