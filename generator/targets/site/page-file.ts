import type { HtmlText } from "../../text/html.js";
import { toHtmlText } from "../../text/html.js";
import { withHtmlBanner } from "../../text/source-file.js";
import type { OutputFile } from "../target.js";
import { toFragment } from "./anchors.js";
import { groupTitles, lifeText, navigationOf, type GroupedPages } from "./navigation.js";
import { rootFrom, type WrittenPage } from "./written-page.js";

/** What all pages of a site have around them. */
export interface Surroundings {
  /** The first of them is the home page. */
  readonly pages: readonly WrittenPage[];
  readonly groups: readonly GroupedPages[];
  readonly render: (data: object) => string;
  /** The shops that the pages were made for. */
  readonly fleet: HtmlText;
  /** Newest first, without the `v`. */
  readonly releases: readonly HtmlText[];
}

/** Fewer headings than this are seen at a glance. */
const fewestHeadings = 4;

/** A page of the site, with everything around it. */
export function pageFile(
  page: WrittenPage,
  { pages, groups, render, fleet, releases }: Surroundings,
): OutputFile {
  const [home = page] = pages;
  const data = {
    root: rootFrom(page.path),
    site: home.title.html,
    documentTitle: toHtmlText(documentTitle(page, home)),
    group: toHtmlText(groupTitles[page.group]),
    title: page.title.html,
    anchor: toHtmlText(page.title.anchor),
    life: lifeText(page.life),
    body: page.body,
    contents: contentsOf(page),
    navigation: navigationOf(groups, page, home),
    fleet,
    releases,
  };
  return { path: `site/${page.path}`, content: withHtmlBanner(render(data)) };
}

const documentTitle = (page: WrittenPage, home: WrittenPage): string =>
  page === home ? page.title.text : `${page.title.text} · ${home.title.text}`;

/** What stands on a page that is longer than a screen or two. */
function contentsOf({ headings }: WrittenPage): object[] {
  const listed = headings.filter(({ level }) => level <= 3);
  if (listed.length < fewestHeadings) return [];
  return listed.map(({ level, anchor, text }) => ({
    href: toHtmlText(toFragment(anchor)),
    level,
    text: toHtmlText(text),
  }));
}
