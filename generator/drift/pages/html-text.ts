import { parseHtml, type HtmlElement, type HtmlNode } from "./html-tree.js";

export const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

/** Elements whose text nobody sees. */
const unseen = new Set(["script", "style", "noscript", "template", "svg", "iframe"]);

/** Elements within a text after which a space is seen, though none may be written. */
const parting = new Set([
  "p",
  "div",
  "li",
  "tr",
  "td",
  "th",
  "dt",
  "dd",
  "section",
  "summary",
  "table",
  "pre",
]);

/** The text within an element, apart from that of elements that `skip` names; a forced break is a line end. */
export function gatherText(element: HtmlElement, skip?: ReadonlySet<string>): string {
  const texts: string[] = [];
  const visit = (node: HtmlNode): void => {
    if (node.nodeName === "#text" && "value" in node) texts.push(node.value.replaceAll("\n", " "));
    if (!isElement(node) || unseen.has(node.tagName) || skip?.has(node.tagName)) return;
    if (node.tagName === "br") texts.push("\n");
    node.childNodes.forEach(visit);
    if (parting.has(node.tagName)) texts.push(" ");
  };
  element.childNodes.forEach(visit);
  return texts.join("");
}

/** The line where a node begins, or, for a text, where its first sign stands. */
export function lineWhere(node: HtmlNode, text?: string): number {
  const line = findLine(node);
  if (isElement(node) || text === undefined) return line;
  const blank = text.slice(0, text.length - text.trimStart().length);
  return line + blank.split("\n").length - 1;
}

/** Elements that the parser added have no place: theirs is that of the first child that has one. */
function findLine(node: HtmlNode): number {
  const own = node.sourceCodeLocation?.startLine;
  if (own !== undefined || !isElement(node)) return own ?? 1;
  const [first] = node.childNodes;
  return first ? findLine(first) : 1;
}

/** An item of a list: its text, and what stands in it but is no part of the text. */
export interface ListItem {
  readonly node: HtmlNode;
  readonly text: string;
  readonly inner: readonly HtmlElement[];
}

const lists = new Set(["ul", "ol", "menu"]);
const apart = new Set([...lists, "table", "pre"]);

/** The items of a list; a list directly within it belongs to the item before. */
export const listItems = (list: HtmlElement): readonly ListItem[] =>
  list.childNodes.flatMap((node): ListItem[] => {
    if (node.nodeName === "#text" && "value" in node)
      return node.value.trim() === "" ? [] : [{ node, text: node.value.replaceAll("\n", " "), inner: [] }];
    if (!isElement(node) || unseen.has(node.tagName)) return [];
    if (apart.has(node.tagName)) return [{ node, text: "", inner: [node] }];
    return [{ node, text: gatherText(node, apart), inner: findApart(node) }];
  });

const findApart = (element: HtmlElement): HtmlElement[] =>
  element.childNodes
    .filter(isElement)
    .flatMap((child) => (apart.has(child.tagName) ? [child] : findApart(child)));

/** A text with its entities read as a web page has them. */
export function decodeEntities(text: string): string {
  const nodes = parseHtml(`<b>${text.replaceAll("<", "&lt;")}`);
  return typeof nodes === "string"
    ? text
    : nodes
        .filter(isElement)
        .map((node) => gatherText(node))
        .join("");
}
