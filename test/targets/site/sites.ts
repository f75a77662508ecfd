import type { Block } from "../../../generator/pages/blocks/block.js";
import { text } from "../../../generator/pages/blocks/text.js";
import type { Page } from "../../../generator/pages/page.js";
import type { Model } from "../../../generator/contract/model/model.js";
import { printSite, site } from "../../../generator/targets/site/site.js";
import type { OutputFile } from "../../../generator/targets/target.js";
import type { View } from "../../../generator/contract/view/view.js";
import { modelOf, viewOf } from "../../pages/hand-made.js";
import { contextFor } from "../../pages/pages.js";
import { parseHtml, type HtmlNode } from "./html-tree.js";

export const siteOf = async (view: View, model: Model): Promise<ReadonlyMap<string, string>> =>
  byPath(await site.emit(view, contextFor(view, model)));

export const siteOfPages = (
  pages: readonly Page[],
  view: View = viewOf([]),
  model: Model = modelOf(),
): ReadonlyMap<string, string> => byPath(printSite(pages, view, contextFor(view, model)));

const byPath = (files: readonly OutputFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, content }) => [path.replace(/^site\//, ""), content]));

export const pageOf = (blocks: readonly Block[], more: Partial<Page> = {}): Page => ({
  path: "index",
  group: "guide",
  title: text`Test`,
  blocks,
  ...more,
});

export const parsedPages = (files: ReadonlyMap<string, string>): ReadonlyMap<string, HtmlNode> =>
  new Map(
    [...files].filter(([path]) => path.endsWith(".html")).map(([path, html]) => [path, parseHtml(html)]),
  );
