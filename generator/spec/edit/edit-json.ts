import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { formatRelease } from "../../time/release.js";
import { type ReleaseEntry, toRelease } from "../dialect.js";
import { promised } from "../values.js";
import { editText, findNode, parseTree, toValue, type EditWays, type JsonNode } from "../read/json-text.js";

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

/** How long a line of the spec may be. */
const lineLength = 110;

/** Where a value is to stand in a text. */
export interface Setting {
  /** What the line that it begins on begins with. */
  readonly indent: string;
  /** One step further in. */
  readonly unit: string;
  readonly lineBreak: string;
  /** How much of its first line is taken, what comes after the value included. */
  readonly taken: number;
}

/** Prints a value as the files of a spec are written, and as prettier leaves them: on one line if it fits there. */
export function printJson(value: unknown, { indent, unit, lineBreak, taken }: Setting): string {
  const line = printOnLine(value);
  const fits = taken + line.length <= lineLength;
  if (!isHolder(value) || Object.keys(value).length === 0 || (fits && !isSpread(value))) return line;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const inner = indent + unit;
  const entries = Object.entries(value);
  const lines = entries.map(([key, part], i) => {
    const start = Array.isArray(value) ? inner : `${inner}${JSON.stringify(key)}: `;
    const comma = i < entries.length - 1 ? "," : "";
    const setting = { indent: inner, unit, lineBreak, taken: start.length + comma.length };
    return start + printJson(part, setting) + comma;
  });
  return [open, ...lines, indent + close].join(lineBreak);
}

/** Prints a whole file of the spec, its parts on lines of their own. */
export const printFile = (value: object): string =>
  `${printJson(value, { indent: "", unit: "  ", lineBreak: "\n", taken: lineLength })}\n`;

/** Prints a value on one line, however long. */
export function printOnLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printOnLine).join(", ")}]`;
  if (!isHolder(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${printOnLine(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

/** Whether something in it takes several lines wherever it stands: a list of lists, or of objects, of several entries each. */
function isSpread(value: unknown): boolean {
  if (!isHolder(value)) return false;
  const parts = Object.values(value);
  return parts.some(isSpread) || (Array.isArray(value) && parts.length > 1 && areLong(parts));
}

const areLong = (parts: readonly unknown[]): boolean =>
  [true, false].some((isList) =>
    parts.every((part) => isHolder(part) && Array.isArray(part) === isList && Object.keys(part).length > 1),
  );

/** An object or a list. */
const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
