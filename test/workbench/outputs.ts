import type { Generation } from "../../generator/output/generate.js";
import { docs } from "../../generator/targets/docs/docs.js";
import { site as siteTarget } from "../../generator/targets/site/site.js";
import type { OutputFile, Target, TargetContext } from "../../generator/targets/target.js";
import type { View } from "../../generator/contract/view/view.js";
import { once } from "../../generator/base/once.js";
import { contextFor } from "../pages/pages.js";
import { withTasks } from "../pages/with-tasks.js";
import { parseMarkdown, type MarkdownNode } from "../targets/docs/markdown-tree.js";
import { collectFiles, emit, realSpec, type Range, type EmitOptions } from "./emit.js";
import { loadRange, loadRealModel } from "./real-spec.js";

// The outputs that tests use most, from the frozen contract. Each is made on first use, and the files of a worker
// share it. Changing a view throws.

function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

export const generation = (range: Range, options: EmitOptions = {}): Promise<Generation> =>
  generations(JSON.stringify([range, options]));

const generations = kept((key) => {
  const [range, options] = JSON.parse(key) as [Range, EmitOptions];
  return emit(realSpec(), range, options);
});

export const output = async (...asked: Parameters<typeof generation>): Promise<ReadonlyMap<string, string>> =>
  collectFiles(await generation(...asked));

export const viewOf = (range: Range): View => contexts(range).view;

export const pages = (range: Range): Promise<ReadonlyMap<string, string>> => docsWith(".md", range);

export const drawings = (range: Range): Promise<ReadonlyMap<string, string>> => docsWith(".svg", range);

export const textFiles = (range: Range): Promise<ReadonlyMap<string, string>> => docsWith(".txt", range);

const docsWith = async (ending: string, range: Range): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await printed.docs(range))].filter(([path]) => path.endsWith(ending)));

export const site = (range: Range): Promise<ReadonlyMap<string, string>> => printed.site(range);

/** The parsed page at a path in the docs of a fleet. */
export async function parsedPage(range: Range, path: string): Promise<MarkdownNode> {
  const text = (await pages(range)).get(path);
  if (text === undefined) throw new Error(`there is no page ${path}`);
  return parseMarkdown(text);
}

/** The model of all pages of the frozen contract, with a task and settings, which the contract lacks. */
export const docsModel = once(() => withTasks(loadRealModel()));

const contexts = kept((range): { view: View; context: TargetContext } => {
  const view = freeze(loadRange(range, docsModel()));
  return { view, context: contextFor(view, docsModel()) };
});

const print = (target: Target) =>
  kept(async (range) => {
    const { view, context } = contexts(range);
    const files: readonly OutputFile[] = await target.emit(view, context);
    return new Map(files.map(({ path, content }) => [path.replace(`${target.name}/`, ""), content]));
  });

const printed = { docs: print(docs), site: print(siteTarget) };

export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
