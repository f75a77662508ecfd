import { findNode, parseTree, type JsonNode } from "../spec/read/json-text.js";

/**
 * Sets a text in an object of a JSON object, and leaves all other bytes as they are: a library that formats what it inserts
 * formats its neighbours, too. A new name goes to its place in the alphabet, where the others are in theirs, or else to the end.
 */
export function setInJson(
  text: string,
  path: readonly [section: string, name: string],
  value: string,
): string {
  const [section, name] = path;
  const tree = parseTree(text);
  if (tree === undefined) throw new Error("only JSON can be added to");
  const holder = findNode(tree, [section]);
  if (!holder) return setInJson(insert(text, tree, { name: section, value: "{}" }), path, value);
  const member = { name, value: JSON.stringify(value) };
  const known = findNode(holder, [name]);
  return known
    ? replace(text, known, member.value)
    : insert(text, holder, { ...member, before: findNext(holder, name) });
}

/** The first member whose name comes after this one; undefined where names are in no order. */
function findNext({ children = [] }: JsonNode, name: string): JsonNode | undefined {
  const names = children.map(nameOfMember);
  const isSorted = names.every((each, index) => index === 0 || (names[index - 1] ?? "") <= each);
  return isSorted ? children.find((each) => nameOfMember(each) > name) : undefined;
}

const nameOfMember = ({ children }: JsonNode): string => String(children?.[0]?.value);

interface Member {
  readonly name: string;
  readonly value: string;
  /** The member that it comes before; left out: it is the last. */
  readonly before?: JsonNode | undefined;
}

function insert(text: string, object: JsonNode, { name, value, before }: Member): string {
  const member = `${JSON.stringify(name)}: ${value}`;
  const [first] = object.children ?? [];
  const last = object.children?.at(-1);
  if (!first || !last) {
    const line = `${findLineEnd(text)}${/^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", object.offset) + 1))?.[0] ?? ""}`;
    return replace(text, object, `{${line}${findIndent(text)}${member}${line}}`);
  }
  // What is between the others.
  const gap = text.slice(object.offset + 1, first.offset);
  return before
    ? replace(text, { offset: before.offset, length: 0 }, `${member},${gap}`)
    : replace(text, { offset: last.offset + last.length, length: 0 }, `,${gap}${member}`);
}

const replace = (text: string, { offset, length }: Pick<JsonNode, "offset" | "length">, by: string): string =>
  `${text.slice(0, offset)}${by}${text.slice(offset + length)}`;

const findLineEnd = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

/** How much deeper each level is. */
const findIndent = (text: string): string => /^([ \t]+)"/m.exec(text)?.[1] ?? "  ";
