import { parse, type DefaultTreeAdapterTypes } from "parse5";

/** A node of parsed HTML: an element, which has a name, or a text. */
export interface HtmlNode {
  readonly name?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly children?: readonly HtmlNode[];
}

/** HTML as a browser takes it. */
export const parseHtml = (html: string): HtmlNode => toNode(parse(html));

const toNode = (node: DefaultTreeAdapterTypes.Node): HtmlNode => ({
  ...("tagName" in node && { name: node.tagName, attrs: node.attrs }),
  ...("value" in node && { value: node.value }),
  ...("childNodes" in node && { children: node.childNodes.map(toNode) }),
});

/** A node and everything below it, in the order of the page. */
function* walk(node: HtmlNode): Generator<HtmlNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** The elements that a condition picks. */
export const findAll = (node: HtmlNode, wanted: (element: HtmlNode) => boolean): HtmlNode[] =>
  [...walk(node)].filter((each) => each.name !== undefined && wanted(each));

/** The elements of a name. */
export const named = (node: HtmlNode, ...names: readonly string[]): HtmlNode[] =>
  findAll(node, ({ name = "" }) => names.includes(name));

/** The elements with this value of an attribute. */
export const withAttribute = (node: HtmlNode, name: string, value: string): HtmlNode[] =>
  findAll(node, (element) => attributeOf(element, name) === value);

/** The value of an attribute; undefined where there is none. */
export const attributeOf = ({ attrs = [] }: HtmlNode, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

/** What a reader sees of a node. */
export const textOf = ({ value = "", children = [] }: HtmlNode): string =>
  value + children.map(textOf).join("");

/**
 * What holds the text of a page, and what it does: everything but the text itself. A text may have code between
 * backticks, and a long text in a drawing has more lines than a short one.
 */
export const skeletonOf = (page: HtmlNode): string[] =>
  findAll(page, ({ name = "" }) => !["code", "tspan"].includes(name)).map(
    (element) =>
      `${element.name ?? ""} ${["href", "src", "class", "style", "onerror"]
        .map((name) => attributeOf(element, name) ?? "")
        .map((value) => value.replace(/#.*$/s, "#"))
        .join(" ")}`,
  );
