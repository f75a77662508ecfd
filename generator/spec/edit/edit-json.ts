import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { formatRelease } from "../../time/release.js";
import type { ReleaseEntry } from "../dialect.js";
import { promised, toRelease } from "../promised.js";
import { editText, findNode, parseTree, toValue, type EditWays, type JsonNode } from "../read/json-text.js";
import { printJson, printOnLine, type Setting } from "./print-json.js";

/** The way to a part of a JSON text. */
export type Tokens = readonly (string | number)[];

/**
 * Sets a part of a JSON text. If its object does not have it yet, it comes behind the last of the keys `after` that is there, and
 * last without one. No byte changes but those of the part, and of a line that has to be broken for it.
 */
export function setPart(text: string, tokens: Tokens, value: unknown, after: readonly string[] = []): string {
  const getInsertionIndex = (names: readonly string[]): number =>
    names.findLastIndex((name) => after.includes(name)) + 1 || names.length;
  const isNew = findIn(text, tokens) === undefined;
  return edit(text, tokens, value, { isNew, ways: { getInsertionIndex } });
}

/** Takes a part out of an object in a JSON text. */
export function removePart(text: string, tokens: Tokens): string {
  const entry = findIn(text, tokens)?.parent;
  const [first, second] = entry?.parent?.children ?? [];
  if (!entry || first !== entry) return editText(text, tokens, undefined);
  if (!second) return setPart(text, tokens.slice(0, -1), {});
  return text.slice(0, entry.offset) + text.slice(second.offset);
}

/** Adds an entry to the text of a checked `releases.json`, in the order of the releases; no other byte changes. */
export function addRelease(text: string, { release, summary, date }: ReleaseEntry): Outcome<string> {
  const list = promised(findIn(text, ["releases"]), "lint lets no releases.json without a list pass");
  const listed = (toValue(list) as readonly ReleaseEntry[]).map((entry) => toRelease(entry.release));
  const added = toRelease(release);
  if (listed.includes(added)) return failure([report("release-exists", { release: formatRelease(added) })]);
  const index = listed.findLastIndex((each) => each < added) + 1;
  const entry = { release, summary, ...(date !== undefined && { date }) };
  return success(edit(text, ["releases", index], entry, { isNew: true, ways: { isArrayInsertion: true } }));
}

/** Makes an edit and lays out what is new: on lines of its own where its neighbours are, and else with all that shares its line. */
function edit(
  text: string,
  tokens: Tokens,
  value: unknown,
  { isNew, ways }: { readonly isNew: boolean; readonly ways: EditWays },
): string {
  const edited = editText(text, tokens, value, ways);
  const [neighbour] = findIn(text, tokens.slice(0, -1))?.children ?? [];
  if (isNew && neighbour && beginsLine(neighbour, text))
    return layOutAlone(edited, tokens, styleAt(neighbour, text));
  return ways.isArrayInsertion ? layOutItem(edited, tokens) : layOutLine(edited, tokens);
}

/** Prints an item that shares its line with others, which stay as they are. */
function layOutItem(text: string, tokens: Tokens): string {
  const item = promised(findIn(text, tokens), "what was just put in is there");
  const gap = text[item.offset - 1] === "," ? " " : "";
  return text.slice(0, item.offset) + gap + printOnLine(toValue(item)) + text.slice(findEnd(item));
}

/** Gives a part that was put between others a line of its own. */
function layOutAlone(text: string, tokens: Tokens, style: Style): string {
  const node = promised(findIn(text, tokens), "what was just put in is there");
  const entry = node.parent?.type === "property" ? node.parent : node;
  const name = entry === node ? "" : `${JSON.stringify(tokens.at(-1))}: `;
  const isLast = entry.parent?.children?.at(-1) === entry;
  const taken = style.indent.length + name.length + (isLast ? 0 : 1);
  const line = `${style.lineBreak}${style.indent}${name}${printJson(toValue(node), { ...style, taken })}`;
  // Before the first, what stands before its neighbour stands there already.
  const start = text.slice(0, entry.offset).trimEnd().length;
  return (
    text.slice(0, start) +
    line +
    text.slice(findEnd(entry)).replace(/^,(?=\S)/, `,${style.lineBreak}${style.indent}`)
  );
}

/** Prints a part anew; what shares its line, and holds it, as well: there may be no room for it any more. */
function layOutLine(text: string, tokens: Tokens): string {
  const holder = tokens.length > 0 ? findIn(text, tokens.slice(0, -1)) : undefined;
  if (holder && !text.slice(holder.offset, findEnd(holder)).includes("\n"))
    return layOutLine(text, tokens.slice(0, -1));
  const node = promised(findIn(text, tokens), "who edits a part has found it");
  const entry = node.parent?.type === "property" ? node.parent : node;
  const isLast = !holder || holder.children?.at(-1)?.offset === entry.offset;
  const style = styleAt(node, text);
  const lineStart = text.lastIndexOf("\n", node.offset) + 1;
  const taken = node.offset - lineStart + (isLast ? 0 : 1);
  return (
    text.slice(0, node.offset) + printJson(toValue(node), { ...style, taken }) + text.slice(findEnd(node))
  );
}

const findIn = (text: string, tokens: Tokens): JsonNode | undefined => {
  const tree = parseTree(text);
  return tree && findNode(tree, tokens);
};

const findEnd = ({ offset, length }: JsonNode): number => offset + length;

const beginsLine = ({ offset }: JsonNode, text: string): boolean => /\n[ \t]*$/.test(text.slice(0, offset));

type Style = Omit<Setting, "taken">;

/** How the line of a node is laid out. */
function styleAt({ offset }: JsonNode, text: string): Style {
  const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return {
    indent: /^[ \t]*/.exec(line)?.[0] ?? "",
    unit: text.includes("\n\t") ? "\t" : "  ",
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
  };
}
