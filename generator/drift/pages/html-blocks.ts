import { parseHtml, type HtmlElement, type HtmlNode } from "./html-tree.js";
import { markStruck } from "./html-struck.js";
import { readHtmlTable } from "./html-table.js";
import { gatherText, isElement, lineWhere, listItems } from "./html-text.js";
import { cleanText, type Block } from "./page.js";

/** Elements that hold no prose. */
const ignored = new Set(["head", "nav", "script", "style", "noscript", "template", "svg", "iframe"]);

/** Elements that stand within a line; all others end it. */
const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

const levels: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));

/** The blocks of a saved web page, or why it is refused. */
export function readHtmlBlocks(html: string): readonly Block[] | string {
  const nodes = parseHtml(html);
  if (typeof nodes === "string") return nodes;
  markStruck(nodes);
  return arrange(nodes);
}

/** A text between the elements that end a line, as it comes together. */
interface Open {
  readonly line: number;
  readonly texts: string[];
}

/** Arranges nodes into blocks: what stands between other blocks is a paragraph. */
function arrange(nodes: readonly HtmlNode[]): Block[] {
  const blocks: Block[] = [];
  let open: Open | undefined;
  const close = (): void => {
    const text = cleanText(open?.texts.join("") ?? "");
    if (open && text !== "") blocks.push({ kind: "paragraph", line: open.line, text });
    open = undefined;
  };
  const add = (text: string, node: HtmlNode): void => {
    if (!open && text.trim() === "") return;
    open ??= { line: lineWhere(node, text), texts: [] };
    open.texts.push(isElement(node) ? text : text.replaceAll("\n", " "));
  };
  const visit = (node: HtmlNode): void => {
    if (node.nodeName === "#text" && "value" in node) add(node.value, node);
    if (!isElement(node) || ignored.has(node.tagName)) return;
    if (node.tagName === "br") {
      add("\n", node);
      return;
    }
    if (inline.has(node.tagName)) {
      node.childNodes.forEach(visit);
      return;
    }
    close();
    const own = readers.get(node.tagName)?.(node);
    if (own) for (const block of own) blocks.push(block);
    else node.childNodes.forEach(visit);
    close();
  };
  nodes.forEach(visit);
  close();
  return blocks;
}

type ReadElement = (element: HtmlElement) => readonly Block[];

/** The elements that become blocks of their own. */
const readers: ReadonlyMap<string, ReadElement> = new Map<string, ReadElement>([
  ...[...levels].map(([name, level]): [string, ReadElement] => [
    name,
    (element) => readHeading(element, level),
  ]),
  ["ul", (element) => readList(element, 1)],
  ["ol", (element) => readList(element, 1)],
  ["menu", (element) => readList(element, 1)],
  ["pre", readOther],
  ["table", readHtmlTable],
]);

function readHeading(element: HtmlElement, level: number): Block[] {
  const text = cleanText(gatherText(element)).replaceAll("\n", " ");
  return text === "" ? [] : [{ kind: "heading", line: lineWhere(element), level, text }];
}

function readOther(element: HtmlElement): Block[] {
  const text = gatherText(element).trim();
  return text === "" ? [] : [{ kind: "other", line: lineWhere(element), text }];
}

/** The items of a list: the text of each, and then what is a list, a table or code within it. */
const readList = (list: HtmlElement, level: number): Block[] =>
  listItems(list).flatMap(({ node, text, inner }): Block[] => [
    ...(cleanText(text) === ""
      ? []
      : [{ kind: "item" as const, line: lineWhere(node, text), level, text: cleanText(text) }]),
    ...inner.flatMap((element) =>
      element.tagName === "pre" || element.tagName === "table"
        ? (readers.get(element.tagName)?.(element) ?? [])
        : readList(element, level + 1),
    ),
  ]);
