import { settleOutput } from "../../generator/config.js";
import { compileTemplate } from "../../generator/text/template.js";
import { createMemo } from "../../generator/memo.js";
import { once } from "../../generator/once.js";
import { readTemplates } from "../../generator/package/package-files.js";
import { makePages } from "../../generator/docs/make-pages.js";
import type { Model } from "../../generator/model/model.js";
import { docs } from "../../generator/targets/docs/docs.js";
import type { TargetContext } from "../../generator/targets/target.js";
import type { View } from "../../generator/view/view.js";
import { albumOf } from "../workbench/real-spec.js";

const templates = readTemplates();
const template = (path: string): string => templates.get(path) ?? "";

/** The pages of a view as Markdown, by their path in the docs folder. */
export async function pagesOf(view: View, model: Model): Promise<ReadonlyMap<string, string>> {
  const files = await docs.emit(view, contextFor(view, model));
  return new Map(files.map(({ path, content }) => [path.replace(/^docs\//, ""), content]));
}

/** What a target that prints pages may use. */
export const contextFor = (view: View, model: Model): TargetContext => ({
  template,
  memo: createMemo(),
  layout: (path) => compileTemplate(template(path)),
  codeIn: () => [],
  ...settleOutput({ target: [] }),
  album: albumOf(model),
  pages: once(() => makePages(view, { album: albumOf(model), template })),
});

/** The page at a path. */
export function pageAt(pages: ReadonlyMap<string, string>, path: string): string {
  const page = pages.get(path);
  if (page === undefined) throw new Error(`there is no page ${path}`);
  return page;
}
