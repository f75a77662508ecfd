import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Dom } from "parse5";
import type { PageBlock, TableRow } from "./source-content.js";
import { cleanText, isHeader, makeHeader, makeRow } from "./text-blocks.js";

const toSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const ignoredTags = toSet("title nav script style noscript template svg iframe xmp noembed noframes");
/** All other elements end a line. */
const inlineTags = toSet(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr",
);
const headingTags = toSet("h1 h2 h3 h4 h5 h6");
const listTags = toSet("ul ol menu");
const blockTags = toSet("ul ol menu pre table dl");
const tableTags = toSet("table");

const maxDepth = 250;
const tooDeep = new Error(`it is nested more than ${maxDepth} elements deep`);

/** Returns the reason if the page is rejected. The parser takes minutes on deep elements and long tags. */
export function readHtmlBlocks(html: string): readonly PageBlock[] | string {
  const isEndless = html.split(">").some((tag) => tag.length > 100_000 && tag.split("=").length > 5000);
  if (isEndless) return "it has an element with more than 5000 attributes";
  let depth = 0;
  const onItemPush = (): void => {
    depth += 1;
    if (depth > maxDepth) throw tooDeep;
  };
  const treeAdapter = { ...defaultTreeAdapter, onItemPush, onItemPop: () => void (depth -= 1) };
  try {
    return arrangeBlocks(parse(html, { sourceCodeLocationInfo: true, treeAdapter }).childNodes);
  } catch (error) {
    if (error !== tooDeep) throw error;
    return tooDeep.message;
  }
}

/** The top and the bottom of a page, without headings, tables or releases. */
const isEdge = (element: Dom.Element): boolean =>
  ["header", "footer"].includes(element.tagName) &&
  findAll(element, new Set([...headingTags, ...blockTags])).every(({ tagName }) => listTags.has(tagName)) &&
  !/\bv\d/.test(gatherText(element));

const isElement = (node: Dom.ChildNode): node is Dom.Element => "tagName" in node;

const listElements = ({ childNodes }: Dom.Element): readonly Dom.Element[] => childNodes.filter(isElement);

const findLine = ({ sourceCodeLocation }: Dom.ChildNode): number => sourceCodeLocation?.startLine ?? 1;

const findAll = (element: Dom.Element, names: ReadonlySet<string>): readonly Dom.Element[] =>
  listElements(element).flatMap((child) => (names.has(child.tagName) ? [child] : findAll(child, names)));

const strikes = ({ tagName, attrs }: Dom.Element): boolean =>
  ["del", "s", "strike"].includes(tagName) ||
  attrs.some(
    ({ name, value }) =>
      name === "hidden" ||
      (name === "style" && /line-through|display:\s*none|visibility:\s*hidden/i.test(value)),
  );

/** Marks struck-out text as Markdown does, and separates footnote references from names. */
function readText(node: Dom.TextNode): string {
  const around: Dom.Element[] = [];
  for (let at = node.parentNode; at && "tagName" in at; at = at.parentNode) around.push(at);
  const isIn = (name: string): boolean => around.some(({ tagName }) => tagName === name);
  const text = (isIn("sup") ? "^" : "") + (isIn("pre") ? node.value : node.value.replaceAll("\n", " "));
  // After the marks, a full stop would not end a sentence.
  const inner = text.trim().replace(/[.?!]$/, "");
  return inner !== "" && around.some(strikes) ? text.replace(inner, () => `~~${inner}~~`) : text;
}

/** Skips elements in `skip`. A line break becomes a newline. */
function gatherText(node: Dom.ChildNode, skip: ReadonlySet<string> = ignoredTags): string {
  if ("value" in node) return readText(node);
  if (!isElement(node)) return "";
  if (node.tagName === "br") return "\n";
  const isSkipped = (child: Dom.ChildNode): boolean =>
    isElement(child) && (ignoredTags.has(child.tagName) || skip.has(child.tagName));
  const texts = node.childNodes.map((child) => (isSkipped(child) ? "" : gatherText(child, skip)));
  return inlineTags.has(node.tagName) ? texts.join("") : ` ${texts.join("")} `;
}

function arrangeBlocks(nodes: readonly Dom.ChildNode[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  let texts: string[] = [];
  let line = 1;
  const close = (): void => {
    const text = cleanText(texts.join(""));
    if (text !== "") blocks.push({ kind: "paragraph", line, text });
    texts = [];
  };
  const visit = (node: Dom.ChildNode, holder: string): void => {
    if ("value" in node) {
      const [blank = ""] = /^\s*/.exec(node.value) ?? [];
      if (texts.length === 0 && blank === node.value) return;
      // A text starts at its first visible character.
      if (texts.length === 0) line = findLine(node) + blank.split("\n").length - 1;
      texts.push(readText(node));
    }
    if (!isElement(node) || ignoredTags.has(node.tagName) || isEdge(node)) return;
    const { tagName, childNodes } = node;
    if (tagName === "br" && holder !== "p") texts.push("\n");
    else if (inlineTags.has(tagName)) for (const child of childNodes) visit(child, holder);
    else {
      close();
      const own = readElement(node);
      if (own) for (const block of own) blocks.push(block);
      else for (const child of childNodes) visit(child, tagName);
      close();
    }
  };
  for (const node of nodes) visit(node, "");
  close();
  return blocks;
}

function readElement(element: Dom.Element): readonly PageBlock[] | undefined {
  const { tagName } = element;
  const line = findLine(element);
  if (listTags.has(tagName)) return listElements(element).flatMap(readListItem);
  if (tagName === "dl") return [readDefinitions(element)];
  if (tagName === "table") return readTable(element);
  if (tagName !== "pre" && !headingTags.has(tagName)) return undefined;
  const text = gatherText(element).trim();
  if (text === "") return [];
  if (tagName === "pre") return [{ kind: "other", line, text }];
  return [{ kind: "heading", line, level: Number(tagName[1]), text: cleanText(text).replaceAll("\n", " ") }];
}

/** The text of an item comes before the lists, tables and code in it. */
function readListItem(item: Dom.Element): readonly PageBlock[] {
  if (ignoredTags.has(item.tagName)) return [];
  if (blockTags.has(item.tagName)) return readElement(item) ?? [];
  const text = cleanText(gatherText(item, blockTags));
  return [
    ...(text === "" ? [] : [{ kind: "item" as const, line: findLine(item), text }]),
    ...findAll(item, blockTags).flatMap((element) => readElement(element) ?? []),
  ];
}

function readDefinitions(list: Dom.Element): PageBlock {
  const rows: { line: number; texts: [string, string] }[] = [];
  for (const part of findAll(list, toSet("dt dd"))) {
    const last = rows.at(-1);
    if (part.tagName === "dt" || !last) rows.push({ line: findLine(part), texts: [gatherText(part), ""] });
    else last.texts[1] += ` ${gatherText(part)}`;
  }
  const line = findLine(list);
  return { kind: "table", line, header: [], rows: rows.map((row) => makeRow(row.line, row.texts)) };
}

/** Reads the captions of a table, then one table per header in it, then the tables in its cells. */
function readTable(table: Dom.Element): readonly PageBlock[] {
  const made: { line: number; header: readonly string[]; rows: TableRow[] }[] = [];
  for (const { element, texts } of layOutRows(findAll(table, toSet("tr")))) {
    const row = makeRow(findLine(element), texts);
    const isMarked = row.cells.length > 1 && listElements(element).every(({ tagName }) => tagName !== "td");
    const last = made.at(-1);
    if (isMarked || (!last && isHeader(makeHeader(row.cells))))
      made.push({ line: row.line, header: makeHeader(row.cells), rows: [] });
    else if (last) last.rows.push(row);
    else made.push({ line: row.line, header: [], rows: [row] });
  }
  const inside = findAll(table, new Set([...headingTags, ...tableTags]));
  // A table without a header that contains headings or tables is page layout.
  if (inside.length > 0 && made.every(({ header }) => header.length === 0))
    return arrangeBlocks(table.childNodes);
  return [
    ...arrangeBlocks(findAll(table, toSet("caption"))),
    ...made.map((each) => ({ kind: "table" as const, ...each })),
    ...findAll(table, tableTags).flatMap(readTable),
  ];
}

/** In columns or rows. Tables that people read have no wider cells. */
const widest = 50;

/** One text per column. A cell that spans rows is repeated in each of them. */
function layOutRows(rows: readonly Dom.Element[]) {
  let above: { readonly text: string; readonly left: number }[] = [];
  return rows.map((element) => {
    const laid: typeof above = [];
    const keep = (): void => {
      for (let over = above[laid.length]; over && over.left > 0; over = above[laid.length])
        laid.push({ ...over, left: over.left - 1 });
    };
    for (const cell of listElements(element)) {
      keep();
      const text = gatherText(cell, tableTags);
      const left = readSpan(cell, "rowspan") - 1;
      for (let i = 0; i < readSpan(cell, "colspan") && laid.length < widest; i++)
        laid.push({ text: i === 0 ? text : "", left });
    }
    keep();
    above = laid;
    return { element, texts: laid.map(({ text }) => text) };
  });
}

function readSpan({ attrs }: Dom.Element, span: string): number {
  const value = Number(attrs.find(({ name }) => name === span)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, widest) : 1;
}
