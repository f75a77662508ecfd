import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { formatRelease } from "../../base/time/release.js";
import { toRelease, type ReleaseEntry } from "./dialect.js";
import { findNode, parseTree, toValue, type JsonNode } from "./json-text.js";
import { defined } from "./values.js";

export type JsonPath = readonly (string | number)[];

/**
 * Sets a part of a JSON text. A new key goes after the last existing key of `after`, or else to the end. Nothing
 * else changes, except the part's line if it must be broken.
 */
export function setPart(
  text: string,
  tokens: JsonPath,
  value: unknown,
  after: readonly string[] = [],
): string {
  const known = findIn(text, tokens);
  const edited = known
    ? text.slice(0, known.offset) + printOnLine(value) + text.slice(findEnd(known))
    : addProperty(text, tokens, value, after);
  return reprint(edited, defined(findIn(edited, tokens), "a value that was just set exists"));
}

function addProperty(text: string, tokens: JsonPath, value: unknown, after: readonly string[]): string {
  const holder = defined(findIn(text, tokens.slice(0, -1)), "the caller has found the object");
  const names = (holder.children ?? []).map(({ children }) => String(children?.[0]?.value));
  const index = names.findLastIndex((name) => after.includes(name)) + 1 || names.length;
  return insertMember(text, holder, index, `${JSON.stringify(tokens.at(-1))}: ${printOnLine(value)}`);
}

export function removePart(text: string, tokens: JsonPath): string {
  const found = findIn(text, tokens);
  if (!found) return text;
  const entry = found.parent?.type === "array" ? found : defined(found.parent, "a part has a parent");
  const holder = defined(entry.parent, "a part has a parent");
  const { children = [] } = holder;
  const at = children.indexOf(entry);
  const [before, after] = [children[at - 1], children[at + 1]];
  if (before) return text.slice(0, findEnd(before)) + text.slice(findEnd(entry));
  if (after) return text.slice(0, entry.offset) + text.slice(after.offset);
  return setPart(text, tokens.slice(0, -1), holder.type === "array" ? [] : {});
}

/** Inserts an item into a non-empty list in the list's layout: one item per line, or as `printFile` prints it. */
export function insertItem(text: string, tokens: JsonPath, index: number, value: unknown): string {
  const list = defined(findIn(text, tokens), "the caller has found the list");
  const edited = insertMember(text, list, index, printOnLine(value));
  const item = defined(findIn(edited, [...tokens, index]), "an item that was just inserted exists");
  const lines = (list.children ?? []).map((child) => text.slice(child.offset, findEnd(child)));
  const isLong = lines.some((line) => !line.includes("\n") && line.length > maxLineLength);
  // Other items on its line stay as they are.
  return isLong || !beginsLine(item, edited) ? edited : reprint(edited, item);
}

/** Adds an entry to the text of a valid `releases.json`, in release order, and changes nothing else. */
export function addRelease(text: string, { release, summary, date }: ReleaseEntry): Outcome<string> {
  const list = defined(findIn(text, ["releases"]), "lint rejects a releases.json without a list");
  const listed = (toValue(list) as readonly ReleaseEntry[]).map((entry) => toRelease(entry.release));
  const added = toRelease(release);
  if (listed.includes(added)) return failure([report("release-exists", { release: formatRelease(added) })]);
  const index = listed.findLastIndex((each) => each < added) + 1;
  const entry = { release, summary, ...(date !== undefined && { date }) };
  return success(insertItem(text, ["releases"], index, entry));
}

/** The new member gets its own line if the first member has one. */
function insertMember(
  text: string,
  { offset, children = [] }: JsonNode,
  index: number,
  member: string,
): string {
  const putAt = (at: number, part: string): string => text.slice(0, at) + part + text.slice(at);
  const [first] = children;
  if (!first) return putAt(offset + 1, member);
  const { lineBreak, indent } = styleAt(first, text);
  const gap = beginsLine(first, text) ? lineBreak + indent : " ";
  const before = children[index - 1];
  return before ? putAt(findEnd(before), `,${gap}${member}`) : putAt(first.offset, `${member},${gap}`);
}

/** Also reprints the parents on the same line, because that line may be too long now. */
function reprint(text: string, node: JsonNode): string {
  const holder = node.parent?.type === "property" ? node.parent.parent : node.parent;
  if (holder && !text.slice(holder.offset, findEnd(holder)).includes("\n")) return reprint(text, holder);
  const rest = text.slice(findEnd(node));
  const column = node.offset - (text.lastIndexOf("\n", node.offset) + 1);
  const taken = column + (rest.startsWith(",") ? 1 : 0);
  return text.slice(0, node.offset) + printJsonValue(toValue(node), { ...styleAt(node, text), taken }) + rest;
}

const findIn = (text: string, tokens: JsonPath): JsonNode | undefined => {
  const tree = parseTree(text);
  return tree && findNode(tree, tokens);
};

const findEnd = ({ offset, length }: JsonNode): number => offset + length;

const beginsLine = ({ offset }: JsonNode, text: string): boolean => /\n[ \t]*$/.test(text.slice(0, offset));

function styleAt({ offset }: JsonNode, text: string): Omit<PrintOptions, "taken"> {
  const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return {
    indent: /^[ \t]*/.exec(line)?.[0] ?? "",
    unit: text.includes("\n\t") ? "\t" : "  ",
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
  };
}

const maxLineLength = 110;

interface PrintOptions {
  readonly indent: string;
  readonly unit: string;
  readonly lineBreak: string;
  /** The used columns of its first line, including those after the value. */
  readonly taken: number;
}

/** Prints a whole file of the spec, one part per line. */
export const printFile = (value: object): string =>
  `${printJsonValue(value, { indent: "", unit: "  ", lineBreak: "\n", taken: maxLineLength })}\n`;

/** On one line if it fits. Prettier leaves this layout alone. */
function printJsonValue(value: unknown, { indent, unit, lineBreak, taken }: PrintOptions): string {
  const line = printOnLine(value);
  const fits = taken + line.length <= maxLineLength;
  if (!isContainer(value) || Object.keys(value).length === 0 || (fits && !needsSeveralLines(value)))
    return line;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const inner = indent + unit;
  const entries = Object.entries(value);
  const lines = entries.map(([key, part], i) => {
    const start = Array.isArray(value) ? inner : `${inner}${JSON.stringify(key)}: `;
    const comma = i < entries.length - 1 ? "," : "";
    const setting = { indent: inner, unit, lineBreak, taken: start.length + comma.length };
    return start + printJsonValue(part, setting) + comma;
  });
  return [open, ...lines, indent + close].join(lineBreak);
}

/** On one line, however long, without spaces inside list brackets. */
const printOnLine = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/(?<=\[)\n *|\n *(?=\])/g, "")
    .replace(/\n */g, " ");

/** True for a list of lists or objects with several entries each. */
function needsSeveralLines(value: unknown): boolean {
  if (!isContainer(value)) return false;
  const parts = Object.values(value);
  return parts.some(needsSeveralLines) || (Array.isArray(value) && parts.length > 1 && areLong(parts));
}

const areLong = (parts: readonly unknown[]): boolean =>
  [true, false].some((isList) =>
    parts.every(
      (part) => isContainer(part) && Array.isArray(part) === isList && Object.keys(part).length > 1,
    ),
  );

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
