import { parsers } from "prettier/plugins/markdown";

export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly children?: readonly MarkdownNode[];
}

const known = new Map<string, MarkdownNode>();

/** Parses CommonMark with GitHub's tables, and caches the results. */
export function parseMarkdown(text: string): MarkdownNode {
  const node = known.get(text) ?? parse(text);
  known.set(text, node);
  return node;
}

const parse = (text: string): MarkdownNode =>
  parsers.remark.parse(text, {} as Parameters<typeof parsers.remark.parse>[1]) as MarkdownNode;

function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

export const findAll = (node: MarkdownNode, ...types: readonly string[]): MarkdownNode[] =>
  [...walk(node)].filter(({ type }) => types.includes(type));

export const textOf = ({ value = "", children = [] }: MarkdownNode): string =>
  value + children.map(textOf).join("");

/** As on GitHub. */
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

/** Row by row, without the head. */
export const rowsOf = (table: MarkdownNode): string[][] =>
  (table.children ?? []).slice(1).map(({ children = [] }) => children.map(textOf));

/** Nodes that can only come from text of the spec. No page has them, except for the banner. */
export const alienTo = (page: MarkdownNode): MarkdownNode[] =>
  findAll(
    page,
    ...["html", "liquidNode", "delete", "definition", "linkReference", "imageReference"],
    "blockquote",
  ).filter(({ type, url }) => !(type === "definition" && url === "#"));

/** The structure and links of a page, without its text. */
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
