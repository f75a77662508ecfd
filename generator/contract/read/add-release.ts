import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { formatRelease } from "../../base/time/release.js";
import { toRelease, type ReleaseEntry } from "./dialect.js";
import { findNode, parseTree, toValue } from "./json-tree.js";
import { defined } from "./values.js";

/** Adds an entry to the text of a valid `releases.json`, in release order, and changes nothing else. */
export function addRelease(text: string, { release, summary, date }: ReleaseEntry): Outcome<string> {
  const tree = defined(parseTree(text), "lint rejects invalid JSON");
  const list = defined(findNode(tree, ["releases"]), "lint rejects a releases.json without a list");
  const listed = (toValue(list) as readonly ReleaseEntry[]).map((entry) => toRelease(entry.release));
  const added = toRelease(release);
  if (listed.includes(added)) return failure([report("release-exists", { release: formatRelease(added) })]);
  const index = listed.findLastIndex((each) => each < added) + 1;
  const { offset: start, children = [] } = list;
  const [first, before] = [children[0], children[index - 1]];
  // The new entry gets its own line if the first one has one.
  const gap = (first && /\r?\n[ \t]*$/.exec(text.slice(0, first.offset))?.[0]) ?? " ";
  const width = maxLineLength - (index < children.length ? 1 : 0);
  const entry = printEntry({ release, summary, ...(date !== undefined && { date }) }, gap, width);
  const putAt = (at: number, part: string): string => text.slice(0, at) + part + text.slice(at);
  if (before) return success(putAt(before.offset + before.length, `,${gap}${entry}`));
  return success(first ? putAt(first.offset, `${entry},${gap}`) : putAt(start + 1, entry));
}

/** Prettier leaves lines up to this length alone. */
const maxLineLength = 110;

/** On one line if it fits, or if the other entries share a line. */
function printEntry(entry: ReleaseEntry, gap: string, width: number): string {
  const parts = Object.entries(entry).map(([key, part]) => `"${key}": ${JSON.stringify(part)}`);
  const line = `{ ${parts.join(", ")} }`;
  const indent = gap.replace(/^\r?\n/, "");
  if (gap === " " || indent.length + line.length <= width) return line;
  const unit = indent.includes("\t") ? "\t" : "  ";
  return `{${parts.map((part) => gap + unit + part).join(",")}${gap}}`;
}
