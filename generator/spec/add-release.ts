import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import type { ReleaseEntry } from "./dialect.js";
import { printJson, printOnLine } from "./edit/print-json.js";
import { findPart, parseTree, type JsonNode } from "./read/json-text.js";
import { formatRelease, type Release } from "../time/release.js";
import { promised, toRelease } from "./promised.js";

/** Adds an entry to the text of a checked `releases.json`, in the order of the releases; no other byte changes. */
export function addRelease(text: string, entry: ReleaseEntry): Outcome<string> {
  const { tree } = parseTree(text);
  const list = promised(tree && findPart(tree, "releases"), "lint lets no releases.json without a list pass");
  const added = toRelease(entry.release);
  const items = (list.children ?? []).map((node) => ({ node, release: readRelease(node) }));
  if (items.some(({ release }) => release === added)) {
    return failure([report("release-exists", { release: formatRelease(added) })]);
  }
  const before = items.findLast(({ release }) => release < added)?.node;
  return success(before ? insertAfter(before, text, entry) : insertFirst(list, text, entry));
}

const readRelease = (node: JsonNode): Release =>
  toRelease(
    promised(findPart(node, "release"), "the dialect lets no entry without a release pass").value as string,
  );

function insertAfter(node: JsonNode, text: string, entry: ReleaseEntry): string {
  const end = node.offset + node.length;
  const style = styleAt(node, text);
  return `${text.slice(0, end)},${style.gap}${formatEntry(entry, style)}${text.slice(end)}`;
}

function insertFirst(list: JsonNode, text: string, entry: ReleaseEntry): string {
  const [first] = list.children ?? [];
  const start = first?.offset ?? list.offset + 1;
  const style = first ? styleAt(first, text) : { indent: "", gap: "" };
  const tail = first ? `,${style.gap}` : "";
  return `${text.slice(0, start)}${formatEntry(entry, style)}${tail}${text.slice(start)}`;
}

interface Style {
  /** What stands before an entry on its line; undefined where several share one. */
  readonly indent: string | undefined;
  /** What stands between two entries. */
  readonly gap: string;
}

function styleAt({ offset }: JsonNode, text: string): Style {
  const before = /(\r?\n)([ \t]*)$/.exec(text.slice(0, offset));
  return before ? { indent: before[2] ?? "", gap: before[0] } : { indent: undefined, gap: " " };
}

/** As the rest of the spec is written, with room for a comma behind it; on one line where its neighbours are. */
function formatEntry({ release, summary, date }: ReleaseEntry, { indent, gap }: Style): string {
  const ordered = { release, summary, ...(date !== undefined && { date }) };
  if (indent === undefined) return printOnLine(ordered);
  const lineBreak = gap.slice(0, gap.length - indent.length);
  const unit = indent.includes("\t") ? "\t" : "  ";
  return printJson(ordered, { indent, unit, lineBreak, taken: indent.length + 1 });
}
