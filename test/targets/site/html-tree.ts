import { parse, type DefaultTreeAdapterTypes } from "parse5";

export interface HtmlNode {
  readonly name?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly children?: readonly HtmlNode[];
}

export const parseHtml = (html: string): HtmlNode => toNode(parse(html));

const toNode = (node: DefaultTreeAdapterTypes.Node): HtmlNode => ({
  ...("tagName" in node && { name: node.tagName, attrs: node.attrs }),
  ...("value" in node && { value: node.value }),
  ...("childNodes" in node && { children: node.childNodes.map(toNode) }),
});

/** In page order. */
function* walk(node: HtmlNode): Generator<HtmlNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

export const findAll = (node: HtmlNode, wanted: (element: HtmlNode) => boolean): HtmlNode[] =>
  [...walk(node)].filter((each) => each.name !== undefined && wanted(each));

export const named = (node: HtmlNode, ...names: readonly string[]): HtmlNode[] =>
  findAll(node, ({ name = "" }) => names.includes(name));

export const attributeOf = ({ attrs = [] }: HtmlNode, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

export const textOf = ({ value = "", children = [] }: HtmlNode): string =>
  value + children.map(textOf).join("");

/**
 * The structure and behavior of a page, without its text. A text may contain code, and a long text in a drawing
 * has more lines.
 */
export const skeletonOf = (page: HtmlNode): string[] =>
  findAll(page, ({ name = "" }) => !["code", "tspan"].includes(name)).map(
    (element) =>
      `${element.name ?? ""} ${["href", "src", "class", "style", "onerror"]
        .map((name) => attributeOf(element, name) ?? "")
        .map((value) => value.replace(/#.*$/s, "#"))
        .join(" ")}`,
  );
