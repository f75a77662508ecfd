import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import { extname, join } from "node:path";
import type { Source } from "../../drift/reading.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, type Problem, success } from "../../problem/problem.js";
import { readPlainFile, withPlainFile } from "../../spec/read/plain-file.js";

/** What the files are called that are taken from a folder, whatever the case. */
const extensions: ReadonlySet<string> = new Set([
  ...[".md", ".markdown", ".html", ".htm", ".txt"],
  ...[".wsdl", ".xsd", ".xml"],
  ...[".json", ".ndjson", ".jsonl", ".har"],
]);

/** Opens files that the user named. A folder stands for the sources that lie in it, in the order of their names. */
export function openSources(names: readonly string[]): Outcome<readonly Source[]> {
  const opened = names.map(openSource);
  const problems = opened.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(problems);
  return success(
    opened.flatMap((one) => (one.ok ? one.value : [])),
    opened.flatMap((one) => (one.ok ? one.warnings : [])),
  );
}

function openSource(name: string): Outcome<readonly Source[]> {
  try {
    if (statSync(name).isDirectory()) return openFolder(name);
    const path = realpathSync(name);
    // Whether it can be opened is better known before anything else is read.
    withPlainFile(path, () => undefined);
    return success([{ file: name, chunks: readPlainFile(path) }]);
  } catch (error) {
    return failure([reportUnreadable(name, error)]);
  }
}

/** What lies in a folder, but not what lies in folders of it. */
function openFolder(folder: string): Outcome<readonly Source[]> {
  const items = readdirSync(folder, { withFileTypes: true }).filter((item) => !item.isDirectory());
  // Nobody named a link in it: it may lead anywhere.
  const isSource = (item: Dirent): boolean =>
    item.isFile() && extensions.has(extname(item.name).toLowerCase());
  const list = (some: readonly Dirent[]): readonly string[] =>
    some.map(({ name }) => join(folder, name).replaceAll("\\", "/")).sort();
  const opened = openSources(list(items.filter(isSource)));
  const others = list(items.filter((item) => !isSource(item)));
  const passedOver = others.map((path) => report("source-passed-over", { path }));
  if (opened.ok && opened.value.length === 0) return failure([reportEmpty(folder)]);
  return opened.ok ? success(opened.value, [...passedOver, ...opened.warnings]) : opened;
}

const reportUnreadable = (file: string, error: unknown): Problem =>
  report("file-unreadable", { reason: describeSystemError(error) }, { file, pointer: "" });

const reportEmpty = (file: string): Problem =>
  report("file-unreadable", { reason: "there is no source in this folder" }, { file, pointer: "" });
