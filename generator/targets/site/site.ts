import {
  endAttributes,
  listAnchors,
  printAttributes,
  printBlocks,
  printText,
  toFile,
  toFragment,
} from "../../pages/blocks/html.js";
import { headingAnchor, toPlainString } from "../../pages/blocks/text.js";
import { fleetText } from "../../pages/prose/fleet-text.js";
import { pageGroups, pagePaths, type Page, type PageGroup } from "../../pages/page.js";
import {
  withBanner,
  withHtmlBanner,
  withMarkupBanner,
  withStyleBanner,
} from "../../base/text/source-file.js";
import { toHtmlText, toScriptText } from "../../base/text/escape.js";
import { toVisibleLine } from "../../base/text/quote.js";
import { describeKnownReleases } from "../../base/time/fleet.js";
import { formatRelease } from "../../base/time/release.js";
import type { View } from "../../contract/view/view.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { printLlmsFiles } from "../llms-files.js";
import { printSearchIndex, type Article } from "./search-index.js";
import { createTryBox, printContract } from "./try-box.js";

/**
 * The docs as a web site. This repository does not commit it, because it has the same text as `docs`, and each
 * page repeats the sidebar.
 */
export const site: Target<"site"> = {
  name: "site",
  summary: "the same pages as a web site that needs no server: search, a release picker, light and dark",
  emit: (view, context) => printSite(context.pages(), view, context),
};

function toArticle(page: Page): Article {
  const title = toPlainString(page.title);
  const anchor = headingAnchor(title);
  return { page, file: toFile(page.path), title, anchor, anchors: listAnchors(page.blocks, anchor) };
}

/** A page with fewer headings does not list them. */
const minHeadings = 4;

/** The first page is the home page. */
export function printSite(
  pages: readonly Page[],
  view: View,
  { template, layout, snapshots }: Pick<TargetContext, "template" | "layout" | "snapshots">,
): OutputFile[] {
  const articles = pages.map(toArticle);
  const groups = (Object.keys(pageGroups) as PageGroup[])
    .map((group) => ({ group, members: articles.filter(({ page }) => page.group === group) }))
    .filter(({ members }) => members.length > 0);
  const common = {
    fleet: printText(fleetText(view.fleet), pagePaths.index),
    releases: [...view.releases].reverse().map(({ release }) => toHtmlText(formatRelease(release))),
  };
  const [render, printBox] = [layout("site/layout.hbs"), createTryBox(view, layout("site/try.hbs"))];
  const inOrder = groups.flatMap(({ members }) => members);
  const printArticle = (article: Article): OutputFile => {
    const [home = article] = articles;
    const navigation = groups.map((each) => listNavigation(each, article));
    const neighbors = listNeighbors(inOrder, article);
    const tryBox = printBox(article.page);
    const html = render({ ...describeArticle(article, home), ...common, navigation, neighbors, tryBox });
    return { path: `site/${article.file}`, content: withHtmlBanner(html) };
  };
  return [
    ...articles.map(printArticle),
    ...printLlmsFiles(pages, view, { folder: "site", toFile }),
    { path: "site/as-of.js", content: withBanner(printKnownUpTo(view)) },
    { path: "site/search-index.js", content: withBanner(printSearchIndex(articles, snapshots.model)) },
    ...(view.events.length > 0
      ? [{ path: "site/contract.js", content: withBanner(printContract(view, snapshots)) }]
      : []),
    ...listAssets(template),
  ];
}

function describeArticle(article: Article, home: Article): object {
  const { page, file, title, anchor, anchors } = article;
  const isHome = article === home;
  return {
    root: toRoot(file),
    isHome,
    site: printText(home.page.title, home.page.path),
    description: toHtmlText(describePage(article)),
    documentTitle: toHtmlText(isHome ? title : `${title} · ${home.title}`),
    group: toHtmlText(pageGroups[page.group].title),
    title: printText(page.title, page.path),
    anchor: toHtmlText(anchor),
    attributes: printAttributes(endAttributes(page.availability)),
    body: printBlocks(page.blocks, page.path, anchors),
    contents: isHome ? [] : listContents(article),
  };
}

function listNeighbors(articles: readonly Article[], current: Article): object[] {
  const index = articles.indexOf(current);
  const neighbors = [
    { label: "Previous", rel: "prev", article: articles[index - 1] },
    { label: "Next", rel: "next", article: articles[index + 1] },
  ];
  return neighbors.flatMap(({ label, rel, article }) => {
    if (!article) return [];
    const attributes = printAttributes({ rel, href: hrefTo(article, current) });
    const { group } = article.page;
    const place = group === current.page.group ? "" : ` in ${pageGroups[group].title}`;
    return [{ label: toHtmlText(`${label}${place}`), text: toHtmlText(article.title), attributes }];
  });
}

function listNavigation(
  { group, members }: { readonly group: PageGroup; readonly members: readonly Article[] },
  current: Article,
): object {
  const entries = members.map((article) => ({
    text: toHtmlText(article.title),
    attributes: printAttributes({
      href: hrefTo(article, current),
      ...endAttributes(article.page.availability),
      "aria-current": article === current ? "page" : undefined,
    }),
  }));
  const { title, kind } = pageGroups[group];
  // The two long lists of objects are closed, except on their own pages.
  const open = group === current.page.group || kind !== "object";
  return { title: toHtmlText(title), open, entries };
}

const hrefTo = (article: Article, current: Article): string =>
  `${toRoot(current.file)}${article.file.split("/").map(encodeURIComponent).join("/")}`;

/** Empty, or `../`. */
const toRoot = (file: string): string => "../".repeat(file.split("/").length - 1);

/** The first paragraph, for search engines. */
function describePage({ page, title }: Article): string {
  const first = page.blocks.find((block) => block.kind === "paragraph");
  return first ? toPlainString(first.text) : title;
}

function listContents({ page, anchors }: Article): object[] {
  const listed = page.blocks.filter((block) => block.kind === "heading" || block.kind === "samples");
  if (listed.length < minHeadings) return [];
  return listed.map((block) => ({
    href: toHtmlText(toFragment(anchors.get(block) ?? "")),
    level: block.kind === "heading" ? block.level : 2,
    text: block.kind === "heading" ? toHtmlText(toPlainString(block.text)) : "Samples",
  }));
}

/** The last known release, in its own file, so that a new release changes only this file. */
const printKnownUpTo = (view: View): string =>
  `var mplusKnownUpTo = ${toScriptText(view.releases.length > 0 ? toVisibleLine(describeKnownReleases(view)) : "")};\n`;

/** Separate for maintenance, but joined on the site so that pages load few files. */
const styleSheets = ["frame.css", "parts.css", "try.css"];
const scripts = ["page.js", "search-find.js", "search-box.js", "try.js"];

/** The same files on every site. The scripts are not modules, because browsers load no modules from a folder. */
function listAssets(template: TargetContext["template"]): OutputFile[] {
  const joinFiles = (folder: string, names: readonly string[]) =>
    names.map((name) => template(`site/${folder}/${name}`)).join("\n");
  const script = `(() => {\n"use strict";\n\n${joinFiles("scripts", scripts)}})();\n`;
  return [
    { path: "site/style.css", content: withStyleBanner(joinFiles("styles", styleSheets)) },
    { path: "site/theme.js", content: withBanner(template("site/scripts/theme.js")) },
    { path: "site/site.js", content: withBanner(script) },
    { path: "site/search-library.js", content: template("site/search-library.js") },
    { path: "site/check-body.js", content: withBanner(template("site/check-body.js")) },
    { path: "site/icon.svg", content: withMarkupBanner(template("site/icon.svg")) },
  ];
}
