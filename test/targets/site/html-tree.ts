import { parsers } from "prettier/plugins/html";

/** A node of parsed HTML: an element, or a text. */
export interface HtmlNode {
  readonly kind: string;
  readonly name?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string | null }[];
  readonly children?: readonly HtmlNode[];
}

/** HTML as a browser would take it. */
export const parseHtml = async (html: string): Promise<HtmlNode> =>
  (await parsers.html.parse(html, {} as Parameters<typeof parsers.html.parse>[1])) as HtmlNode;

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

/** The value of an attribute; undefined where there is none. */
export function attributeOf({ attrs = [] }: HtmlNode, name: string): string | undefined {
  const attribute = attrs.find((each) => each.name === name);
  return attribute && decode(attribute.value ?? "");
}

/** What a reader sees of a node. */
export const textOf = ({ kind, value = "", children = [] }: HtmlNode): string =>
  kind === "text" ? decode(value) : children.map(textOf).join("");

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const decode = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name = "") =>
    code === undefined ? (entities[String(name)] ?? whole) : String.fromCodePoint(Number(code)),
  );

/**
 * What holds the text of a page, and what it does: everything but the text itself. A text may have code between
 * backticks, and a long text in a drawing has more lines than a short one.
 */
export const skeletonOf = (page: HtmlNode | undefined): string[] =>
  page
    ? findAll(page, ({ name = "" }) => !["code", "tspan"].includes(name)).map(
        (element) =>
          `${element.name ?? ""} ${["href", "src", "class", "style", "onerror"]
            .map((name) => attributeOf(element, name) ?? "")
            .map((value) => value.replace(/#.*$/s, "#"))
            .join(" ")}`,
      )
    : [];
