import { withDefaults } from "../../generator/output/config.js";
import { compileTemplate } from "../../generator/base/text/template.js";
import { getOrCreate, once } from "../../generator/base/once.js";
import { readTemplates } from "../../generator/contract/package/package-files.js";
import { createFleetExamples } from "../../generator/contract/examples/fleet-examples.js";
import { makePages } from "../../generator/pages/docs/make-pages.js";
import type { Model } from "../../generator/contract/model/model.js";
import { docs } from "../../generator/targets/docs/docs.js";
import type { TargetContext } from "../../generator/targets/target.js";
import type { View } from "../../generator/contract/view/view.js";
import { snapshotsOf } from "../workbench/real-spec.js";

const templates = readTemplates();
const template = (path: string): string => templates.get(path) ?? "";
const layouts = new Map<string, ReturnType<typeof compileTemplate>>();
const layout = (path: string) => getOrCreate(layouts, path, () => compileTemplate(template(path)));

/** By path in the docs folder. */
export async function pagesOf(view: View, model: Model): Promise<ReadonlyMap<string, string>> {
  const files = await docs.emit(view, contextFor(view, model));
  const pages = files.filter(({ path }) => path.endsWith(".md"));
  return new Map(pages.map(({ path, content }) => [path.replace(/^docs\//, ""), content]));
}

export const contextFor = (view: View, model: Model): TargetContext => ({
  template,
  examples: (event) => createFleetExamples(view, model)(event),
  layout,
  codeIn: () => [],
  ...withDefaults({ target: [] }),
  snapshots: snapshotsOf(model),
  pages: once(() => makePages(view, { snapshots: snapshotsOf(model), template, layout })),
});

export function pageAt(pages: ReadonlyMap<string, string>, path: string): string {
  const page = pages.get(path);
  if (page === undefined) throw new Error(`there is no page ${path}`);
  return page;
}
