import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { formatRelease } from "../../base/time/release.js";
import { toRelease, type ReleaseEntry } from "./dialect.js";
import { findNode, parseTree, toValue, type JsonNode } from "./json-text.js";
import { defined } from "./values.js";

/** The path of a part of a JSON text. */
export type JsonPath = readonly (string | number)[];

/**
 * Sets a part of a JSON text. If its object does not have it yet, it comes behind the last of the keys `after` that is there, and
 * last without one. No byte changes but those of the part, and of a line that has to be broken for it.
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
  return reprint(edited, defined(findIn(edited, tokens), "what was just set is there"));
}

function addProperty(text: string, tokens: JsonPath, value: unknown, after: readonly string[]): string {
  const holder = defined(findIn(text, tokens.slice(0, -1)), "who adds to an object has found it");
  const names = (holder.children ?? []).map(({ children }) => String(children?.[0]?.value));
  const index = names.findLastIndex((name) => after.includes(name)) + 1 || names.length;
  return insertMember(text, holder, index, `${JSON.stringify(tokens.at(-1))}: ${printOnLine(value)}`);
}

/** Takes a part out of an object or a list in a JSON text. */
export function removePart(text: string, tokens: JsonPath): string {
  const found = findIn(text, tokens);
  if (!found) return text;
  const entry = found.parent?.type === "array" ? found : defined(found.parent, "a part is in something");
  const holder = defined(entry.parent, "a part is in something");
  const { children = [] } = holder;
  const at = children.indexOf(entry);
  const [before, after] = [children[at - 1], children[at + 1]];
  if (before) return text.slice(0, findEnd(before)) + text.slice(findEnd(entry));
  if (after) return text.slice(0, entry.offset) + text.slice(after.offset);
  return setPart(text, tokens.slice(0, -1), holder.type === "array" ? [] : {});
}

/** Puts an item into a list that has some, laid out as these are: each on a line, however long, or as `printFile` does it. */
export function insertItem(text: string, tokens: JsonPath, index: number, value: unknown): string {
  const list = defined(findIn(text, tokens), "who adds to a list has found it");
  const edited = insertMember(text, list, index, printOnLine(value));
  const item = defined(findIn(edited, [...tokens, index]), "what was just put in is there");
  const lines = (list.children ?? []).map((child) => text.slice(child.offset, findEnd(child)));
  const isLong = lines.some((line) => !line.includes("\n") && line.length > maxLineLength);
  // Others that share its line stay as they are.
  return isLong || !beginsLine(item, edited) ? edited : reprint(edited, item);
}

/** Adds an entry to the text of a `releases.json` in which lint finds no error, in the order of the releases; no other byte changes. */
export function addRelease(text: string, { release, summary, date }: ReleaseEntry): Outcome<string> {
  const list = defined(findIn(text, ["releases"]), "lint lets no releases.json without a list pass");
  const listed = (toValue(list) as readonly ReleaseEntry[]).map((entry) => toRelease(entry.release));
  const added = toRelease(release);
  if (listed.includes(added)) return failure([report("release-exists", { release: formatRelease(added) })]);
  const index = listed.findLastIndex((each) => each < added) + 1;
  const entry = { release, summary, ...(date !== undefined && { date }) };
  return success(insertItem(text, ["releases"], index, entry));
}

/** Puts a member among those of an object or a list: on a line of its own where the first one has one, and else on theirs. */
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

/** Prints a part anew; what shares its line, and holds it, as well: there may be no room for it any more. */
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

/** How the line of a node is laid out. */
function styleAt({ offset }: JsonNode, text: string): Omit<PrintOptions, "taken"> {
  const line = text.slice(text.lastIndexOf("\n", offset) + 1, offset);
  return {
    indent: /^[ \t]*/.exec(line)?.[0] ?? "",
    unit: text.includes("\n\t") ? "\t" : "  ",
    lineBreak: text.includes("\r\n") ? "\r\n" : "\n",
  };
}

/** How long a line of the spec may be. */
const maxLineLength = 110;

/** The place of a printed value in a text. */
interface PrintOptions {
  /** The indentation of the line that it begins on. */
  readonly indent: string;
  /** One step further in. */
  readonly unit: string;
  readonly lineBreak: string;
  /** How much of its first line is taken, what comes after the value included. */
  readonly taken: number;
}

/** Prints a whole file of the spec, its parts on lines of their own. */
export const printFile = (value: object): string =>
  `${printJsonValue(value, { indent: "", unit: "  ", lineBreak: "\n", taken: maxLineLength })}\n`;

/** Prints a value as the files of a spec are written, and as prettier leaves them: on one line if it fits there. */
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

/** Prints a value on one line, however long, with no space inside the brackets of a list. */
const printOnLine = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/(?<=\[)\n *|\n *(?=\])/g, "")
    .replace(/\n */g, " ");

/** Whether something in it takes several lines wherever it stands: a list of lists, or of objects, of several entries each. */
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

/** An object or a list. */
const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
