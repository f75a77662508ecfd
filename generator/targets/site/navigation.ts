import { pageGroups, type PageGroup } from "../../pages/page.js";
import { toHtmlText, type HtmlText } from "../../print/text.js";
import { lifeAttributes, type Life } from "./life.js";
import { rootFrom, type WrittenPage } from "./written-page.js";

/** A group of the sidebar, for the template. */
export interface NavigationGroup {
  readonly title: HtmlText;
  readonly open: boolean;
  readonly entries: readonly { readonly attributes: HtmlText; readonly text: HtmlText }[];
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

/** The sidebar as it stands beside a page. */
export const navigationOf = (pages: readonly WrittenPage[], current: WrittenPage): NavigationGroup[] =>
  pageGroups
    .map((group) => ({ group, members: pages.filter((page) => page.group === group) }))
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => ({
      title: toHtmlText(groupTitles[group]),
      open: group === current.group || !folded.has(group),
      entries: members.map((page) => toEntry(page, current)),
    }));

function toEntry(page: WrittenPage, current: WrittenPage): NavigationGroup["entries"][number] {
  const href = `${rootFrom(current.path)}${page.path.split("/").map(encodeURIComponent).join("/")}`;
  const attributes = [
    ["href", href] as const,
    ...lifeAttributes(page.life),
    ...(page === current ? [["aria-current", "page"] as const] : []),
  ];
  return { attributes: attributesText(attributes), text: toHtmlText(page.title.text) };
}

/** The life of something as attributes of its element, with a space before each. */
export const lifeText = (life: Life): HtmlText =>
  lifeAttributes(life)
    .map(([name, value]) => ` ${name}="${toHtmlText(value)}"`)
    .join("") as HtmlText;

const attributesText = (attributes: readonly (readonly [string, string])[]): HtmlText =>
  attributes.map(([name, value]) => `${name}="${toHtmlText(value)}"`).join(" ") as HtmlText;
