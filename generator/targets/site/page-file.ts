import { toPlainString } from "../../docs/blocks/text.js";
import { type HtmlText, toHtmlText } from "../../text/escape.js";
import { withHtmlBanner } from "../../text/source-file.js";
import type { OutputFile } from "../target.js";
import { toFragment } from "./anchors.js";
import type { Article } from "./article.js";
import { endAttributes, printAttributes } from "./attributes.js";
import { groupTitles, listNavigation, toRoot, type ArticleGroup } from "./navigation.js";

/** What all pages of a site have around them. */
export interface Surroundings {
  /** The first of them is the home page. */
  readonly articles: readonly Article[];
  readonly groups: readonly ArticleGroup[];
  readonly render: (data: object) => string;
  /** The shops that the pages were made for. */
  readonly fleet: HtmlText;
  /** Newest first, without the `v`. */
  readonly releases: readonly HtmlText[];
}

/** A page with fewer headings needs no list of them. */
const fewestHeadings = 4;

/** A page of the site, with everything around it. */
export function pageFile(
  article: Article,
  { articles, groups, render, fleet, releases }: Surroundings,
): OutputFile {
  const [home = article] = articles;
  const { page, file, title, body } = article;
  const data = {
    root: toRoot(file),
    site: home.title.html,
    description: toHtmlText(describePage(article)),
    documentTitle: toHtmlText(toDocumentTitle(article, home)),
    group: toHtmlText(groupTitles[page.group]),
    title: title.html,
    anchor: toHtmlText(title.anchor),
    attributes: printAttributes(endAttributes(page.availability)),
    body,
    contents: article === home ? [] : listContents(article),
    navigation: listNavigation(groups, article, home),
    fleet,
    releases,
  };
  return { path: `site/${file}`, content: withHtmlBanner(render(data)) };
}

const toDocumentTitle = (article: Article, home: Article): string =>
  article === home ? article.title.text : `${article.title.text} · ${home.title.text}`;

/** What search engines show of a page: how it begins. */
function describePage({ page, title }: Article): string {
  const first = page.blocks.find((block) => block.kind === "paragraph");
  return first ? toPlainString(first.text) : title.text;
}

/** The headings of a page that is longer than a screen or two. */
function listContents({ headings }: Article): object[] {
  const listed = headings.filter(({ level }) => level <= 3);
  if (listed.length < fewestHeadings) return [];
  return listed.map(({ level, anchor, text }) => ({
    href: toHtmlText(toFragment(anchor)),
    level,
    text: toHtmlText(text),
  }));
}
