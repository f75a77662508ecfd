import { parsers } from "prettier/plugins/markdown";

/** A node of parsed Markdown: text, a link, a table cell and so on. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly children?: readonly MarkdownNode[];
}

const known = new Map<string, MarkdownNode>();

/** Markdown as a reader's program takes it: CommonMark with the tables of GitHub. Each text is parsed once. */
export function parseMarkdown(text: string): MarkdownNode {
  const node = known.get(text) ?? parse(text);
  known.set(text, node);
  return node;
}

const parse = (text: string): MarkdownNode =>
  parsers.remark.parse(text, {} as Parameters<typeof parsers.remark.parse>[1]) as MarkdownNode;

/** A node and everything below it. */
function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** The nodes of some types on a page. */
export const findAll = (node: MarkdownNode, ...types: readonly string[]): MarkdownNode[] =>
  [...walk(node)].filter(({ type }) => types.includes(type));

/** What a reader sees of a node. */
export const textOf = ({ value = "", children = [] }: MarkdownNode): string =>
  value + children.map(textOf).join("");

/** The anchors of a page's headings, made as GitHub makes them. */
export function anchorsOf(page: MarkdownNode): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const heading of findAll(page, "heading")) {
    const slug = textOf(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The texts of the cells of a table, row by row, without its head. */
export const rowsOf = (table: MarkdownNode): string[][] =>
  (table.children ?? []).slice(1).map(({ children = [] }) => children.map(textOf));

/** Nodes that only text of the spec can have made: no page has them, except the line that says what made it. */
export const alienTo = (page: MarkdownNode): MarkdownNode[] =>
  findAll(
    page,
    ...["html", "liquidNode", "delete", "definition", "linkReference", "imageReference"],
    "blockquote",
  ).filter(({ type, url }) => !(type === "definition" && url === "#"));

/** What holds the text of a page, and where it leads: everything but the text itself. */
export const skeletonOf = (page: MarkdownNode): string[] =>
  findAll(
    page,
    ...[
      "heading",
      "table",
      "tableRow",
      "tableCell",
      "list",
      "listItem",
      "code",
      "link",
      "image",
      "thematicBreak",
    ],
  ).map(({ type, url = "" }) => `${type} ${url.replace(/#.*/, "#")}`);
