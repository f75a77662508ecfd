import { isArray } from "../../json.js";
import { promised } from "../promised.js";
import { findPart, parseTree, toValue, type JsonNode } from "../read/json-text.js";
import { printJson, type Setting } from "./print-json.js";

/** The way to a part of a JSON text. */
export type Tokens = readonly (string | number)[];

/**
 * Sets a part of a JSON text. If its object does not have it yet, it comes behind the last of the keys `after` that is there, and
 * last without one. No byte changes but those of the part, and of a line that has to be broken for it.
 */
export function setPart(text: string, tokens: Tokens, value: unknown, after: readonly string[] = []): string {
  const { holder, key } = findHolder(text, tokens);
  if (!isExpanded(holder, text))
    return replaceValue(text, holder, withPart(toValue(holder), key, value, after));
  const known = findPart(holder, key);
  if (known) return replaceValue(text, known, value);
  const previous = findPrevious(holder, after);
  const at = previous ? findEnd(previous) : holder.offset + 1;
  const isLast = previous === holder.children?.at(-1);
  const name = `${JSON.stringify(key)}: `;
  const style = styleInside(holder, text);
  const taken = style.indent.length + name.length + (isLast ? 0 : 1);
  const part = `${style.lineBreak}${style.indent}${name}${printJson(value, { ...style, taken })}`;
  return splice(text, at, at, previous ? `,${part}` : `${part},`);
}

/** Takes a part out of an object in a JSON text. */
export function removePart(text: string, tokens: Tokens): string {
  const { holder, key } = findHolder(text, tokens);
  const all = holder.children ?? [];
  const index = all.findIndex(({ children }) => children?.[0]?.value === key);
  const part = all[index];
  if (!part) return text;
  if (!isExpanded(holder, text) || all.length === 1)
    return replaceValue(text, holder, withoutPart(toValue(holder), key));
  const [previous, next] = [all[index - 1], all[index + 1]];
  if (next) return splice(text, part.offset, next.offset, "");
  return splice(text, previous ? findEnd(previous) : part.offset, findEnd(part), "");
}

function findHolder(
  text: string,
  tokens: Tokens,
): { readonly holder: JsonNode; readonly key: string | number } {
  const tree = promised(parseTree(text).tree, "lint lets no file pass that is no JSON");
  const holder = tokens
    .slice(0, -1)
    .reduce<JsonNode>(
      (node, token) => promised(findPart(node, token), "who edits a part has found it"),
      tree,
    );
  return { holder, key: promised(tokens.at(-1), "the whole of a file is not edited, but written anew") };
}

/** Whether a node is an object that has its parts on lines of their own, so that one can be put between them. */
const isExpanded = (node: JsonNode, text: string): boolean =>
  node.type === "object" && (node.children ?? []).length > 0 && takesLines(node, text);

const takesLines = (node: JsonNode, text: string): boolean =>
  text.slice(node.offset, findEnd(node)).includes("\n");

const findEnd = ({ offset, length }: JsonNode): number => offset + length;

/** The property behind which a new one comes. */
function findPrevious({ children = [] }: JsonNode, after: readonly string[]): JsonNode | undefined {
  const named = children.findLast(({ children: [name] = [] }) => after.includes(String(name?.value)));
  return named ?? children.at(-1);
}

/** Prints a node anew; what shares its line, and holds it, as well: there may be no room for it any more. */
function replaceValue(text: string, node: JsonNode, value: unknown): string {
  const property = node.parent?.type === "property" ? node.parent : undefined;
  const holder = property ? property.parent : node.parent;
  if (holder && !takesLines(holder, text)) {
    const key = property ? String(property.children?.[0]?.value) : holder.children?.indexOf(node);
    return replaceValue(text, holder, withPart(toValue(holder), key ?? 0, value));
  }
  const lineStart = text.lastIndexOf("\n", node.offset) + 1;
  const isLast = holder?.children?.at(-1) === (property ?? node);
  const style = styleAt(lineStart, text);
  const taken = node.offset - lineStart + (holder && !isLast ? 1 : 0);
  return splice(text, node.offset, findEnd(node), printJson(value, { ...style, taken }));
}

/** A copy of an object or a list with one part more, or another one. */
function withPart(
  value: unknown,
  key: string | number,
  part: unknown,
  after: readonly string[] = [],
): unknown {
  if (isArray(value)) return value.map((item, i) => (i === key ? part : item));
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(([name, known]) => [
    name,
    name === key ? part : known,
  ]);
  if (Object.hasOwn(value as object, key)) return Object.fromEntries(entries);
  const at = entries.findLastIndex(([name]) => after.includes(String(name))) + 1 || entries.length;
  return Object.fromEntries([...entries.slice(0, at), [key, part], ...entries.slice(at)]);
}

const withoutPart = (value: unknown, key: string | number): unknown =>
  Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key));

type Style = Omit<Setting, "taken">;

function styleAt(lineStart: number, text: string): Style {
  const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 1000))?.[0] ?? "";
  return { indent, unit: findUnit(text), lineBreak: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** The style of what stands in an expanded object. */
function styleInside({ children = [] }: JsonNode, text: string): Style {
  return styleAt(text.lastIndexOf("\n", children[0]?.offset ?? 0) + 1, text);
}

const findUnit = (text: string): string => (text.includes("\n\t") ? "\t" : "  ");

const splice = (text: string, start: number, end: number, part: string): string =>
  text.slice(0, start) + part + text.slice(end);
