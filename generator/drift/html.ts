import { Tokenizer, TokenizerMode, type Token } from "parse5";
import type { Block, TableRow } from "./block.js";
import { cleanText, isHeader, makeHeader, makeRow } from "./text.js";

/** An element, or, under the name "#text", a text. */
interface HtmlNode {
  readonly name: string;
  readonly attrs: readonly Token.Attribute[];
  /** Whether it, or what it stands in, is struck out or hidden: its text says no longer what it reads. */
  readonly isStruck: boolean;
  readonly children: HtmlNode[];
  line: number;
  text: string;
  /** Whether there is a heading or a table in it, as in a table that only lays out a page. */
  holdsBlocks: boolean;
}

const toSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Elements that hold no prose, and those of them whose tags are no tags. */
const ignored = toSet("title nav script style noscript template svg iframe xmp noembed noframes");
const raw = toSet("title style noscript iframe xmp noembed noframes");
/** Tags that say nothing of what they are around. */
const skipped = toSet("html head body col colgroup");
const empty = toSet("area base br embed hr img input link meta param source track wbr");
/** Elements that stand within a line; all others end it. */
const inline = toSet(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr",
);
const headings = toSet("h1 h2 h3 h4 h5 h6");
const lists = toSet("ul ol menu");
const tables = toSet("table");
const code = toSet("pre");
const apart = toSet("ul ol menu pre table");

/** What elements stand in that may leave out their end tags: to begin one ends all that is open within that. */
const holders: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ["li", "ul ol menu"],
    ["dt dd", "dl"],
    ["option", "select"],
    ["caption thead tbody tfoot", "table"],
    ["tr", "thead tbody tfoot table"],
    ["td th", "tr thead tbody tfoot table"],
  ].flatMap(([names = "", holding = ""]) => names.split(" ").map((name) => [name, toSet(holding)] as const)),
);
const cells = toSet("td th caption");
const isPart = (name: string): boolean => holders.get(name)?.has("table") === true;

/** More than any page of a documentation has; `size` is of what the tokenizer gets at once. */
const limits = { depth: 250, elements: 100_000, size: 65_536 } as const;

/** The blocks of a saved web page, or why it is refused. */
export function readHtmlBlocks(html: string): readonly Block[] | string {
  const tree: Tree = { open: [makeNode({ name: "#root", line: 1 })], count: 0 };
  const [root] = tree.open;
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        const { tagName: name } = tag;
        if (!begin(tag, tree) || tag.selfClosing) return;
        if (name === "script") tokenizer.state = TokenizerMode.SCRIPT_DATA;
        else if (raw.has(name)) tokenizer.state = TokenizerMode.RAWTEXT;
      },
      onEndTag: ({ tagName }) => {
        end(tagName, tree);
      },
      onCharacter: (token) => {
        addText(token, tree);
      },
      onWhitespaceCharacter: (token) => {
        addText(token, tree);
      },
      ...{ onNullCharacter: ignore, onComment: ignore, onDoctype: ignore, onEof: ignore },
    },
  );
  for (let at = 0; at < html.length && tree.refusal === undefined; at += limits.size)
    tokenizer.write(html.slice(at, at + limits.size), at + limits.size >= html.length);
  return tree.refusal ?? arrange(root?.children ?? []);
}

/**
 * A tree as it grows. It becomes what a browser has, but where elements are not well nested: to mend those takes a browser more than linear
 * time, and what is within a line makes no difference here.
 */
interface Tree {
  /** The elements that have not ended, outermost first. */
  readonly open: HtmlNode[];
  count: number;
  refusal?: string;
}

const findLast = ({ open }: Tree, names: ReadonlySet<string>): number =>
  open.findLastIndex(({ name }) => names.has(name));
const findLine = ({ open }: Tree): number => open.findLastIndex(({ name }) => !inline.has(name));

/** Adds a node to what is open. What is in a table, but in none of its cells, stands before it. */
function insert(node: HtmlNode, tree: Tree): void {
  const { open } = tree;
  const { name = "" } = open.at(-1) ?? {};
  const isStray = (name === "table" || isPart(name)) && !cells.has(name) && !isPart(node.name);
  const parent = open[isStray ? findLast(tree, tables) - 1 : open.length - 1];
  parent?.children.splice(parent.children.length - (isStray ? 1 : 0), 0, node);
}

function push(node: HtmlNode, tree: Tree): void {
  if (headings.has(node.name) || node.name === "table") for (const each of tree.open) each.holdsBlocks = true;
  insert(node, tree);
  tree.open.push(node);
}

/** Begins an element; false where it has no place. */
function begin({ tagName: name, attrs, selfClosing, location }: Token.TagToken, tree: Tree): boolean {
  const { open } = tree;
  const line = location?.startLine ?? 1;
  if (tree.refusal !== undefined || skipped.has(name)) return false;
  const holder = findLast(tree, holders.get(name) ?? new Set());
  if (holder > (isPart(name) ? 0 : findLast(tree, cells))) open.length = holder + 1;
  else if (isPart(name)) return false;
  else if (!inline.has(name) && open[findLine(tree)]?.name === "p") open.length = findLine(tree);
  const isStruck = open.at(-1)?.isStruck === true || strikes(name, attrs);
  if (isPart(name) && cells.has(name) && name !== "caption" && open.at(-1)?.name !== "tr")
    push(makeNode({ name: "tr", line, isStruck }), tree);
  push(makeNode({ name, line, attrs, isStruck }), tree);
  if (open.length > limits.depth)
    tree.refusal = `line ${line} opens more than ${limits.depth} elements within one another`;
  if (++tree.count > limits.elements)
    tree.refusal = `line ${line} begins more than ${limits.elements} elements`;
  if (selfClosing || empty.has(name)) open.pop();
  return true;
}

/** Ends an element, unless it began outside of the line, the cell or the table that is open. */
function end(name: string, tree: Tree): void {
  const at = findLast(tree, new Set([name]));
  const wall = name === "table" || isPart(name) ? tables : cells;
  if (at > 0 && at >= (inline.has(name) ? findLine(tree) : findLast(tree, wall))) tree.open.length = at;
}

function addText({ chars, location }: Token.CharacterToken, tree: Tree): void {
  const parent = tree.open.at(-1);
  const text = chars.includes("\n") && findLast(tree, code) < 0 ? chars.replaceAll("\n", " ") : chars;
  const last = parent?.children.at(-1);
  // A text begins where its first sign stands.
  const line = text.trim() === "" ? 0 : (location?.startLine ?? 1);
  // A note that is referred to is no part of a name.
  const raised = parent?.name === "sup" ? `^${text}` : text;
  if (last?.name !== "#text")
    insert(makeNode({ name: "#text", line, text: raised, isStruck: parent?.isStruck === true }), tree);
  else {
    if (last.line === 0) last.line = line;
    last.text += text;
  }
}

const makeNode = (of: Partial<HtmlNode> & { readonly name: string; readonly line: number }): HtmlNode => ({
  attrs: [],
  isStruck: false,
  children: [],
  text: "",
  holdsBlocks: false,
  ...of,
});

/** Whether an element, or the style of it, takes back or hides what is in it. */
const strikes = (name: string, attrs: readonly Token.Attribute[]): boolean =>
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
function gather(element: HtmlNode, skip: ReadonlySet<string> = ignored): string {
  if (element.name === "#text") return showText(element);
  if (element.name === "br") return "\n";
  const texts = element.children.map((node) =>
    ignored.has(node.name) || skip.has(node.name) ? "" : gather(node, skip),
  );
  return texts.join("") + (inline.has(element.name) ? "" : " ");
}

const findAll = (element: HtmlNode, names: ReadonlySet<string>): readonly HtmlNode[] =>
  element.children.flatMap((child) => (names.has(child.name) ? [child] : findAll(child, names)));

/** Arranges nodes into blocks: what stands between other blocks is a paragraph. */
function arrange(nodes: readonly HtmlNode[]): Block[] {
  const blocks: Block[] = [];
  let texts: string[] = [];
  let line = 1;
  const close = (): void => {
    const text = cleanText(texts.join(""));
    if (text !== "") blocks.push({ kind: "paragraph", line, text });
    texts = [];
  };
  const visit = (node: HtmlNode): void => {
    if (ignored.has(node.name)) return;
    if (node.name === "#text" || node.name === "br") {
      if (texts.length === 0 && node.text.trim() === "") return;
      if (texts.length === 0) ({ line } = node);
      texts.push(gather(node));
    } else if (inline.has(node.name)) node.children.forEach(visit);
    else {
      close();
      const own = readElement(node, 1);
      if (own) for (const block of own) blocks.push(block);
      else node.children.forEach(visit);
      close();
    }
  };
  nodes.forEach(visit);
  close();
  return blocks;
}

/** The blocks of an element that is more than what is in it. */
function readElement(element: HtmlNode, level: number): readonly Block[] | undefined {
  const { name, line } = element;
  if (lists.has(name)) return element.children.flatMap((child) => readItem(child, level));
  if (name === "table") return readTable(element);
  if (name !== "pre" && !headings.has(name)) return undefined;
  const text = gather(element).trim();
  if (text === "") return [];
  if (name === "pre") return [{ kind: "other", line, text }];
  return [{ kind: "heading", line, level: Number(name[1]), text: cleanText(text).replaceAll("\n", " ") }];
}

/** The text of an item, and then the lists, tables and code in it. */
function readItem(node: HtmlNode, level: number): readonly Block[] {
  const { name, line } = node;
  if (ignored.has(name)) return [];
  const isItem = !apart.has(name);
  const text = isItem ? cleanText(gather(node, apart)) : "";
  const inner = isItem ? findAll(node, apart) : [node];
  return [
    ...(text === "" ? [] : [{ kind: "item" as const, line, level, text }]),
    ...inner.flatMap((element) => readElement(element, level + 1) ?? []),
  ];
}

/** The blocks of a table: its captions, a table for each header in it, and then the tables in its cells. */
function readTable(table: HtmlNode): readonly Block[] {
  const made: { line: number; header: readonly string[]; rows: TableRow[] }[] = [];
  for (const { element, texts } of layOut(findAll(table, toSet("tr")))) {
    const row = makeRow(element.line, texts);
    const isMarked = row.cells.length > 1 && element.children.every(({ name }) => name !== "td");
    const last = made.at(-1);
    if (isMarked || (!last && isHeader(makeHeader(row.cells))))
      made.push({ line: row.line, header: makeHeader(row.cells), rows: [] });
    else if (last) last.rows.push(row);
    else made.push({ line: row.line, header: [], rows: [row] });
  }
  const isLayout = table.holdsBlocks && made.every(({ header }) => header.length === 0);
  if (isLayout) return arrange(table.children);
  return [
    ...arrange(table.children.filter(({ name }) => name === "caption")),
    ...made.map((each) => ({ kind: "table" as const, ...each })),
    ...findAll(table, tables).flatMap(readTable),
  ];
}

/** A cell over more columns or rows than this is none of a table that people read. */
const widest = 50;

/** Gives each row a text for each column: a cell over several rows stands in each of them. */
function layOut(rows: readonly HtmlNode[]) {
  let above: { readonly text: string; readonly left: number }[] = [];
  return rows.map((element) => {
    const laid: typeof above = [];
    const keep = (): void => {
      for (let over = above[laid.length]; over && over.left > 0; over = above[laid.length])
        laid.push({ ...over, left: over.left - 1 });
    };
    for (const cell of element.children.filter(({ name }) => cells.has(name))) {
      keep();
      const text = gather(cell, tables);
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
