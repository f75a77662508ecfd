import { readTemplates } from "../../generator/cli/package-files.js";
import type { Model } from "../../generator/model/model.js";
import { docs } from "../../generator/targets/docs/docs.js";
import type { View } from "../../generator/view/view.js";

const templates = readTemplates();

/** The pages of a view, by their path in the docs folder. */
export async function pagesOf(view: View, model: Model): Promise<ReadonlyMap<string, string>> {
  const template = (path: string): string => templates.get(path) ?? "";
  const files = await docs.emit(view, {
    template,
    codeIn: () => [],
    importExtension: "js",
    crypto: "node",
    model,
  });
  return new Map(files.map(({ path, content }) => [path.replace(/^docs\//, ""), content]));
}

/** The page at a path. */
export function pageAt(pages: ReadonlyMap<string, string>, path: string): string {
  const page = pages.get(path);
  if (page === undefined) throw new Error(`there is no page ${path}`);
  return page;
}
