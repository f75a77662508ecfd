import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from "parse5";
import type { PageBlock, TableRow } from "./source-content.js";
import { cleanText, isHeader, makeHeader, makeRow } from "./text-blocks.js";
import { toSet } from "./property-table.js";

/** An element, or, under the name "#text", a text. */
interface HtmlNode {
  readonly name: string;
  readonly attrs: DefaultTreeAdapterTypes.Element["attrs"];
  /** Whether it, or what it stands in, is struck out or hidden: its text says no longer what it reads. */
  readonly isStruck: boolean;
  readonly children: readonly HtmlNode[];
  readonly line: number;
  readonly text: string;
}

/** Elements that hold no prose. */
const ignoredTags = toSet("title nav script style noscript template svg iframe xmp noembed noframes");
/** Elements that stand within a line; all others end it. */
const inlineTags = toSet(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr",
);
const headingTags = toSet("h1 h2 h3 h4 h5 h6");
const listTags = toSet("ul ol menu");
const tableTags = toSet("table");
const cellTags = toSet("td th");
const blockTags = toSet("ul ol menu pre table");

/** More than any page of a documentation has. */
const htmlLimits = { depth: 250, elements: 100_000 } as const;

/** The blocks of a saved web page, or why it is refused: the parser takes long where elements lie deep within one another. */
export function readHtmlBlocks(html: string): readonly PageBlock[] | string {
  let [count, depth, refusal] = [0, 0, ""];
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...given) => {
      count += 1;
      return defaultTreeAdapter.createElement(...given);
    },
    onItemPush: () => void (depth += 1),
    onItemPop: () => void (depth -= 1),
    setNodeSourceCodeLocation: (node, location) => {
      const line = location?.startLine ?? 1;
      if (count > htmlLimits.elements)
        refusal = `line ${line} begins more than ${htmlLimits.elements} elements`;
      if (depth > htmlLimits.depth)
        refusal = `line ${line} opens more than ${htmlLimits.depth} elements within one another`;
      if (refusal !== "") throw new Error(refusal);
      defaultTreeAdapter.setNodeSourceCodeLocation(node, location);
    },
  };
  try {
    const { childNodes } = parse(html, { sourceCodeLocationInfo: true, treeAdapter });
    return arrangeBlocks(childNodes.flatMap((node) => toNode(node, { name: "", line: 1, isStruck: false })));
  } catch (error) {
    if (refusal === "") throw error;
    return refusal;
  }
}

/** An element or a text in what holds it; comments are none. */
function toNode(
  node: DefaultTreeAdapterTypes.ChildNode,
  holder: Pick<HtmlNode, "name" | "line" | "isStruck">,
): readonly HtmlNode[] {
  const line = node.sourceCodeLocation?.startLine ?? holder.line;
  if ("value" in node) {
    const text = holder.name === "pre" ? node.value : node.value.replaceAll("\n", " ");
    const blank = /^\s*/.exec(node.value)?.[0] ?? "";
    // A text begins where its first sign stands. A note that is referred to is no part of a name.
    const at = { line: line + blank.split("\n").length - 1, text: holder.name === "sup" ? `^${text}` : text };
    return [{ name: "#text", attrs: [], isStruck: holder.isStruck, children: [], ...at }];
  }
  if (!("tagName" in node)) return [];
  const { tagName: name, attrs } = node;
  const own = { name, attrs, line, text: "", isStruck: holder.isStruck || strikes(name, attrs) };
  const inside = { ...own, name: holder.name === "pre" ? "pre" : name };
  return [{ ...own, children: node.childNodes.flatMap((child) => toNode(child, inside)) }];
}

/** Whether an element, or the style of it, takes back or hides what is in it. */
const strikes = (name: string, attrs: HtmlNode["attrs"]): boolean =>
  ["del", "s", "strike"].includes(name) ||
  attrs.some(
    (attr) =>
      attr.name === "hidden" ||
      (attr.name === "style" && /line-through|display:\s*none|visibility:\s*hidden/i.test(attr.value)),
  );

/** The text of a node as Markdown has it, if it is struck out. */
function showText({ text, isStruck }: HtmlNode): string {
  const inner = text.trim();
  return isStruck && inner !== "" ? text.replace(inner, () => `~~${inner}~~`) : text;
}

/** The text within an element, apart from that of elements that `skip` names; a forced break is a line end. */
function gatherText(element: HtmlNode, skip: ReadonlySet<string> = ignoredTags): string {
  if (element.name === "#text") return showText(element);
  if (element.name === "br") return "\n";
  const texts = element.children.map((node) =>
    ignoredTags.has(node.name) || skip.has(node.name) ? "" : gatherText(node, skip),
  );
  return texts.join("") + (inlineTags.has(element.name) ? "" : " ");
}

const findAll = (element: HtmlNode, names: ReadonlySet<string>): readonly HtmlNode[] =>
  element.children.flatMap((child) => (names.has(child.name) ? [child] : findAll(child, names)));

/** Arranges nodes into blocks: what stands between other blocks is a paragraph. */
function arrangeBlocks(nodes: readonly HtmlNode[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let texts: string[] = [];
  let line = 1;
  const close = (): void => {
    const text = cleanText(texts.join(""));
    if (text !== "") blocks.push({ kind: "paragraph", line, text });
    texts = [];
  };
  const visit = (node: HtmlNode, holder: string): void => {
    if (ignoredTags.has(node.name)) return;
    // A forced break ends a paragraph of its own.
    if (node.name === "br" && holder === "p") close();
    else if (node.name === "#text" || node.name === "br") {
      if (texts.length === 0 && node.text.trim() === "") return;
      if (texts.length === 0) ({ line } = node);
      texts.push(gatherText(node));
    } else if (inlineTags.has(node.name)) for (const child of node.children) visit(child, holder);
    else {
      close();
      const own = readElement(node);
      if (own) for (const block of own) blocks.push(block);
      else for (const child of node.children) visit(child, node.name);
      close();
    }
  };
  for (const node of nodes) visit(node, "");
  close();
  return blocks;
}

/** The blocks of an element that is more than what is in it. */
function readElement(element: HtmlNode): readonly PageBlock[] | undefined {
  const { name, line } = element;
  if (listTags.has(name)) return element.children.flatMap(readListItem);
  if (name === "table") return readTable(element);
  if (name !== "pre" && !headingTags.has(name)) return undefined;
  const text = gatherText(element).trim();
  if (text === "") return [];
  if (name === "pre") return [{ kind: "other", line, text }];
  return [{ kind: "heading", line, level: Number(name[1]), text: cleanText(text).replaceAll("\n", " ") }];
}

/** The text of an item, and then the lists, tables and code in it. */
function readListItem(node: HtmlNode): readonly PageBlock[] {
  const { name, line } = node;
  if (ignoredTags.has(name)) return [];
  const isItem = !blockTags.has(name);
  const text = isItem ? cleanText(gatherText(node, blockTags)) : "";
  const inner = isItem ? findAll(node, blockTags) : [node];
  return [
    ...(text === "" ? [] : [{ kind: "item" as const, line, text }]),
    ...inner.flatMap((element) => readElement(element) ?? []),
  ];
}

/** The blocks of a table: its captions, a table for each header in it, and then the tables in its cells. */
function readTable(table: HtmlNode): readonly PageBlock[] {
  const made: { line: number; header: readonly string[]; rows: TableRow[] }[] = [];
  for (const { element, texts } of layOutRows(findAll(table, toSet("tr")))) {
    const row = makeRow(element.line, texts);
    const isMarked = row.cells.length > 1 && element.children.every(({ name }) => name !== "td");
    const last = made.at(-1);
    if (isMarked || (!last && isHeader(makeHeader(row.cells))))
      made.push({ line: row.line, header: makeHeader(row.cells), rows: [] });
    else if (last) last.rows.push(row);
    else made.push({ line: row.line, header: [], rows: [row] });
  }
  const isLayout = holdsBlocks(table) && made.every(({ header }) => header.length === 0);
  if (isLayout) return arrangeBlocks(table.children);
  return [
    ...arrangeBlocks(table.children.filter(({ name }) => name === "caption")),
    ...made.map((each) => ({ kind: "table" as const, ...each })),
    ...findAll(table, tableTags).flatMap(readTable),
  ];
}

/** Whether there is a heading or a table in an element, as in a table that only lays out a page. */
const holdsBlocks = (element: HtmlNode): boolean =>
  element.children.some(
    (child) => headingTags.has(child.name) || child.name === "table" || holdsBlocks(child),
  );

/** A cell over more columns or rows than this is none of a table that people read. */
const widest = 50;

/** Gives each row a text for each column: a cell over several rows stands in each of them. */
function layOutRows(rows: readonly HtmlNode[]) {
  let above: { readonly text: string; readonly left: number }[] = [];
  return rows.map((element) => {
    const laid: typeof above = [];
    const keep = (): void => {
      for (let over = above[laid.length]; over && over.left > 0; over = above[laid.length])
        laid.push({ ...over, left: over.left - 1 });
    };
    for (const cell of element.children.filter(({ name }) => cellTags.has(name))) {
      keep();
      const text = gatherText(cell, tableTags);
      const left = readSpan(cell, "rowspan") - 1;
      const width = readSpan(cell, "colspan");
      for (let i = 0; i < width && laid.length < widest; i++) laid.push({ text: i === 0 ? text : "", left });
    }
    keep();
    above = laid;
    return { element, texts: laid.map(({ text }) => text) };
  });
}

function readSpan(cell: HtmlNode, name: string): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, widest) : 1;
}
