import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import { extname, join } from "node:path";
import type { Source } from "../../drift/source.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, type Problem, success } from "../../problem/problem.js";
import { readPlainFile, withPlainFile } from "../../spec/read/plain-file.js";

/** What the files are called that are taken from a folder, whatever the case. */
const extensions = /^\.(?:md|markdown|html?|txt|wsdl|xsd|xml|json|ndjson|jsonl|har)$/i;

/** Opens files that the user named. A folder stands for the sources that lie in it, in the order of their names. */
export function openSources(names: readonly string[]): Outcome<readonly Source[]> {
  const problems: Problem[] = [];
  const passedOver: Problem[] = [];
  const fail = (file: string, reason: string): readonly never[] => {
    problems.push(report("file-unreadable", { reason }, { file, pointer: "" }));
    return [];
  };
  function attempt<T>(file: string, act: (file: string) => readonly T[]): readonly T[] {
    try {
      return act(file);
    } catch (error) {
      return fail(file, describeSystemError(error));
    }
  }
  const listPaths = (name: string): readonly string[] => {
    if (!statSync(name).isDirectory()) return [name];
    const { sources, others } = listFolder(name);
    passedOver.push(...others.map((path) => report("source-passed-over", { path })));
    return sources.length > 0 ? sources : fail(name, "there is no source in this folder");
  };
  const paths = names.flatMap((name) => attempt(name, listPaths));
  const opened = paths.flatMap((path) => attempt(path, openSource));
  return problems.length > 0 ? failure(problems) : success(opened, passedOver);
}

function openSource(file: string): readonly Source[] {
  const path = realpathSync(file);
  // Whether it can be opened is better known before anything else is read.
  withPlainFile(path, () => undefined);
  return [{ file, chunks: readPlainFile(path) }];
}

/** What lies in a folder, but not what lies in folders of it. Nobody named a link in it: it may lead anywhere. */
function listFolder(folder: string): Readonly<Record<"sources" | "others", readonly string[]>> {
  const items = readdirSync(folder, { withFileTypes: true }).filter((item) => !item.isDirectory());
  const isSource = (item: Dirent): boolean => item.isFile() && extensions.test(extname(item.name));
  const list = (some: readonly Dirent[]): readonly string[] =>
    some.map(({ name }) => join(folder, name).replaceAll("\\", "/")).sort();
  return { sources: list(items.filter(isSource)), others: list(items.filter((item) => !isSource(item))) };
}
