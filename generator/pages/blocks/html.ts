import { toHtmlText, type HtmlText } from "../../base/text/escape.js";
import { toVisibleLine } from "../../base/text/quote.js";
import { formatRelease } from "../../base/time/release.js";
import { addedIn, removedIn } from "../../base/time/spans.js";
import type {
  Aside,
  Availability,
  Block,
  Cell,
  CodeBlock,
  Diagram,
  Heading,
  List,
  Table,
  ExpandableTable,
} from "./block.js";
import { type DescribedStep, describeSequence, drawSequence } from "./sequence-drawing.js";
import { headingAnchor, toHref, toPlainString, type Inline, type Text } from "./text.js";
import { isAvailability, isExpandable, toCellText } from "./builders.js";

/** The place at which a block is printed. */
interface PrintContext {
  /** Of the page. */
  readonly path: string;
  /** Without those of a table inside another one: they are on the page of what it shows. */
  readonly anchors: Anchors;
  /** What names a table: the id of the heading above it, or words. */
  readonly name: { readonly "aria-labelledby": string } | { readonly "aria-label": string };
  /** How many tables it is inside. */
  readonly depth: number;
}

/** Blocks as HTML, on the page that lies at `path`. What stands beside a section is in one element with it. */
export function printBlocks(
  blocks: readonly Block[],
  path: string,
  anchors: Anchors = listAnchors(blocks),
): HtmlText {
  const parts: string[] = [];
  let section = 0;
  let name: PrintContext["name"] = { "aria-label": "Table" };
  for (const block of blocks) {
    if (block.kind === "heading") {
      name = { "aria-labelledby": anchors.get(block) ?? "" };
      if (block.level === 2) section = parts.length;
    }
    const html = `${printBlock(block, { path, anchors, name, depth: 0 })}\n`;
    if (block.kind !== "aside") parts.push(html);
    else section = parts.push(`${withAside(parts.splice(section), html)}\n`);
  }
  return parts.join("") as HtmlText;
}

const withAside = (section: readonly string[], aside: string): string =>
  `<div class="beside">\n<div class="main">\n${section.join("")}</div>\n${aside}</div>`;

function printBlock(block: Block, place: PrintContext): string {
  const { path, anchors } = place;
  switch (block.kind) {
    case "heading":
      return printHeading(block, anchors.get(block) ?? "", path);
    case "paragraph":
      return `<p>${printText(block.text, path)}</p>`;
    case "list":
      return printList(block, place);
    case "table":
      return printTable(block, place);
    case "code":
      return printCode(block);
    case "diagram":
      return printDiagram(block);
    case "aside":
      return printAside(block, place);
  }
}

/** The link of a heading to itself is beside it: inside, it would be read as a part of the heading. */
function printHeading({ level, text }: Heading, anchor: string, path: string): string {
  const label = `Link to “${toPlainString(text)}”`;
  const link = { class: "anchor", href: toFragment(anchor), "aria-label": label };
  const heading = `<h${level}${printAttributes({ id: anchor })}>${printText(text, path)}</h${level}>`;
  return `<div class="heading">${heading}<a${printAttributes(link)}>#</a></div>`;
}

function printList({ isNumbered, items }: List, place: PrintContext): string {
  const { path } = place;
  const tag = isNumbered ? "ol" : "ul";
  const entries = items.map(({ text, items: inner, blocks = [] }) => {
    const list = inner.map((item) => `<li>${printText(item, path)}</li>\n`).join("");
    const below = blocks.map((block) => `\n${printBlock(block, place)}`).join("");
    return `<li>${printText(text, path)}${list === "" ? "" : `\n<ul>\n${list}</ul>\n`}${below}</li>\n`;
  });
  return `<${tag}>\n${entries.join("")}</${tag}>`;
}

const printAside = ({ blocks }: Aside, place: PrintContext): string =>
  `<div class="sample">\n${blocks.map((block) => `${printBlock(block, place)}\n`).join("")}</div>`;

/** The drawing, and below it the same in words: for readers who cannot see it, and to be searched and copied. */
function printDiagram({ sequence }: Diagram): string {
  const title = toHtmlText(toVisibleLine(sequence.title));
  return `<figure class="diagram">
<div role="group" aria-label="Diagram: ${title}" tabindex="0" data-scroll>
${drawSequence(sequence)}
</div>
<details class="unfold"><summary>In words<span class="unseen">: ${title}</span></summary>
${printSteps(describeSequence(sequence))}</details>
</figure>`;
}

const printSteps = (steps: readonly DescribedStep[]): string =>
  `<ul>\n${steps
    .map(
      ({ text, inner }) =>
        `<li>${toHtmlText(text)}${inner.length === 0 ? "" : `\n${printSteps(inner)}`}</li>\n`,
    )
    .join("")}</ul>\n`;

/** A block of code with its caption. */
function printCode({ language, code, title }: CodeBlock): string {
  const caption = title === undefined ? "" : `<figcaption>${toHtmlText(title)}</figcaption>`;
  const text = language === "json" ? colourJson(code) : toHtmlText(code);
  const region = { tabindex: "0", role: "group", "aria-label": title ?? "Code", "data-scroll": "" };
  return `<figure class="code">${caption}<pre${printAttributes(region)}><code>${text}</code></pre></figure>`;
}

/** A string (with the colon that makes it a key), a number or a literal. */
const jsonPart = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|-?\b\d[\d.]*(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** JSON as HTML, with marks for its keys, texts and other values. */
export function colourJson(json: string): HtmlText {
  let html = "";
  let end = 0;
  for (const match of json.matchAll(jsonPart)) {
    const [whole, text, colon] = match;
    const kind = text === undefined ? "value" : colon === undefined ? "text" : "key";
    const [coloured, rest] = text === undefined ? [whole, ""] : [text, colon ?? ""];
    html += `${toHtmlText(json.slice(end, match.index))}<span class="${kind}">${toHtmlText(coloured)}</span>${rest}`;
    end = match.index + whole.length;
  }
  return (html + toHtmlText(json.slice(end))) as HtmlText;
}

/** A table with more columns is a matrix, which is scanned rather than read. */
const maxColumns = 8;

/** Tables unfold this many times inside one another; what is deeper has only the link to its page. */
const maxFolds = 3;

/** A table in a region that scrolls by itself, also by keyboard. */
function printTable(table: Table, place: PrintContext): string {
  const { columns, rows } = table;
  const isWide = columns.length > maxColumns;
  const head = columns.map((column) => `<th scope="col">${printText(column, place.path)}</th>\n`).join("");
  const body = rows.map((row) => printRow(row, table, place)).join("");
  const region = { class: "table", role: "group", tabindex: "0", ...place.name, "data-scroll": "" };
  // Where there is little room a row of `cards` becomes a card, and a table that is `wide` is scrolled.
  const shape = isWide ? "wide" : columns.length > 2 ? "cards" : undefined;
  return (
    `<div${printAttributes(region)}><table${printAttributes({ class: shape, ...place.name })}>\n` +
    `<thead>\n<tr>\n${head}</tr>\n</thead>\n${body === "" ? "" : `<tbody>\n${body}</tbody>\n`}</table></div>`
  );
}

/** The first cell is the head of its row where it says what the row is about. */
function printRow(row: readonly Cell[], table: Table, place: PrintContext): string {
  const anchor = place.anchors.get(row);
  const isWide = table.columns.length > maxColumns;
  const cells = row.map((cell, column) => {
    const isHead = column === 0 && (isWide || findRowName(row, table) !== undefined);
    const tag = isHead ? "th" : "td";
    const attributes = {
      scope: isHead ? "row" : undefined,
      // What a cell is called where the head of the table is not shown.
      "data-label": isWide ? undefined : toPlainString(table.columns[column] ?? []),
      class: typeof cell === "boolean" ? (cell ? "yes" : "no") : undefined,
    };
    const link = { class: "row-link", href: anchor && toFragment(anchor) };
    const html = printText(toCellText(cell), place.path);
    const shown = column === 0 && anchor ? `<a${printAttributes(link)}>${html}</a>` : html;
    const content = `${shown}${isExpandable(cell) ? printExpandableTable(cell, place) : ""}`;
    return `<${tag}${printAttributes(attributes)}>${content}</${tag}>\n`;
  });
  const attributes = { ...endAttributes(row.find(isAvailability)), id: anchor };
  return `<tr${printAttributes(attributes)}>\n${cells.join("")}</tr>\n`;
}

function printExpandableTable({ title, table }: ExpandableTable, { path, depth }: PrintContext): string {
  if (depth === maxFolds) return "";
  const name = { "aria-label": `Properties of ${title}` };
  const inner = printTable(table, { path, name, anchors: new Map(), depth: depth + 1 });
  const of = `<span class="unseen"> of ${toHtmlText(title)}</span>`;
  return `\n<details class="unfold"><summary>Properties${of}</summary>\n${inner}\n</details>\n`;
}

/** Where the HTML of a page lies. */
export const toFile = (page: string): string => `${page}.html`;

/** A text as HTML, on the page that lies at `path`. */
export const printText = (text: Text, path: string): HtmlText =>
  text.map((inline) => printInline(inline, path)).join("") as HtmlText;

function printInline(inline: Inline, path: string): string {
  switch (inline.kind) {
    case "plain":
      return toHtmlText(inline.text);
    case "code":
      return `<code>${toHtmlText(inline.text)}</code>`;
    case "styled":
      return `<span class="${inline.style}">${toHtmlText(inline.text)}</span>`;
    case "strong":
      return `<strong>${printText(inline.content, path)}</strong>`;
    case "emphasis":
      return `<em>${printText(inline.content, path)}</em>`;
    case "link":
      return `<a href="${toHtmlText(toHref(inline, path, toFile))}">${printText(inline.content, path)}</a>`;
  }
}

/** The attributes of an element, with a space before each; those that are undefined are left out. */
export const printAttributes = (attributes: Readonly<Record<string, string | undefined>>): HtmlText =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${toHtmlText(value)}"`))
    .join("") as HtmlText;

/** The two ends of when something exists: `59.3.2`. */
export function formatEnds(availability: Availability | undefined): {
  readonly since?: string;
  readonly until?: string;
} {
  const [since, until] = [addedIn(availability?.exists), removedIn(availability?.exists)];
  return {
    ...(since !== undefined && { since: formatRelease(since) }),
    ...(until !== undefined && { until: formatRelease(until) }),
  };
}

/** The attributes from which a script reads when an element's subject exists. */
export function endAttributes(availability: Availability | undefined) {
  const { since, until } = formatEnds(availability);
  return { "data-since": since, "data-until": until };
}

/** The ids of a page: of its headings, and of the rows of its tables that are about a name. */
export type Anchors = ReadonlyMap<Block | readonly Cell[], string>;

/**
 * Gives headings and rows their ids, each once: the second `answers` of a page becomes `answers-1`, as on GitHub. Headings come
 * first: other pages link to theirs.
 * @param title The anchor of the page's title, which has an id already.
 */
export function listAnchors(blocks: readonly Block[], title?: string): Anchors {
  const taken = new Set([title]);
  const take = (wanted: string): string => {
    let anchor = wanted;
    for (let count = 1; taken.has(anchor); count++) anchor = `${wanted}-${count}`;
    taken.add(anchor);
    return anchor;
  };
  const anchors = new Map<Block | readonly Cell[], string>();
  for (const block of blocks)
    if (block.kind === "heading") anchors.set(block, take(headingAnchor(toPlainString(block.text))));
  for (const table of blocks) {
    if (table.kind !== "table") continue;
    for (const row of table.rows) {
      const name = findRowName(row, table);
      if (name !== undefined) anchors.set(row, take(rowAnchor(table.names ?? "", name)));
    }
  }
  return anchors;
}

/** What a row is about: the name in its first cell, unless that is a link: its page is elsewhere. */
export function findRowName([first]: readonly Cell[], { names }: Table): string | undefined {
  if (names === undefined || !Array.isArray(first)) return undefined;
  const text = first as Text;
  return text.some(({ kind }) => kind === "link") ? undefined : toPlainString(text) || undefined;
}

/** The anchor of a row of a table: `property-scanCode`. Names keep their case, as they are written on the wire. */
const rowAnchor = (kind: string, name: string): string =>
  `${kind}-${name.replace(/[^\p{L}\p{N}_.-]+/gu, "-").slice(0, 80)}`;

/** A link to an anchor of the same page. */
export const toFragment = (anchor: string): string => `#${encodeURIComponent(anchor)}`;
