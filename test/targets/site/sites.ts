import { readTemplates } from "../../../generator/cli/package-files.js";
import type { Model } from "../../../generator/model/model.js";
import type { Page } from "../../../generator/docs/page.js";
import type { MarkdownText } from "../../../generator/text/escape.js";
import { drawSite, site } from "../../../generator/targets/site/site.js";
import type { OutputFile } from "../../../generator/targets/target.js";
import type { View } from "../../../generator/view/view.js";
import { viewOf } from "../../docs/hand-made.js";
import { parseHtml, type HtmlNode } from "./html-tree.js";

const templates = readTemplates();
const template = (path: string): string => templates.get(path) ?? "";

/** The files of the site of a view, by their path on the site. */
export const siteOf = async (view: View, model: Model): Promise<ReadonlyMap<string, string>> =>
  byPath(await site.emit(view, { template, codeIn: () => [], importExtension: "js", crypto: "node", model }));

/** The files of a site of pages that a test wrote. */
export const siteOfPages = async (
  pages: readonly Page[],
  view: View = viewOf([]),
): Promise<ReadonlyMap<string, string>> => byPath(await drawSite(pages, view, { template }));

const byPath = (files: readonly OutputFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, content }) => [path.replace(/^site\//, ""), content]));

/** A page that a test wrote. */
export const pageOf = (body: string, more: Partial<Page> = {}): Page => ({
  path: "README.md",
  group: "guide",
  title: "Test" as MarkdownText,
  body: body as MarkdownText,
  ...more,
});

/** A site of one page, parsed. */
export async function parsedPage(body: string, more: Partial<Page> = {}): Promise<HtmlNode> {
  const files = await siteOfPages([pageOf(body, more)]);
  return parseHtml(files.get("index.html") ?? "");
}

/** The pages of a site, parsed, by their path. */
export async function parsedPages(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, HtmlNode>> {
  const pages = [...files].filter(([path]) => path.endsWith(".html"));
  return new Map(
    await Promise.all(pages.map(async ([path, html]) => [path, await parseHtml(html)] as const)),
  );
}
