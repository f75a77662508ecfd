import { showInvisible } from "../../base/text/quote.js";
import { toStringLiteral } from "../../base/text/escape.js";
import type { Coverage } from "../../base/time/fleet.js";
import { formatRelease, type Release } from "../../base/time/release.js";
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
  ListItem,
  Paragraph,
  ReportBlock,
  Sequence,
  Table,
  ExpandableTable,
} from "./block.js";
import { hasContent, joinTexts, nothing, strong, text, toText, type Text, type TextInput } from "./text.js";

export const heading = (level: Heading["level"], written: TextInput): Heading => ({
  kind: "heading",
  level,
  text: toText(written),
});

/** Blocks, and texts that become paragraphs; texts without content are left out. */
export const toBlocks = (...parts: readonly (Block | Text | string)[]): Block[] =>
  parts.flatMap((part): Block[] => {
    if (typeof part === "object" && "kind" in part) return [part];
    return toParagraph(part);
  });

/** A paragraph; nothing if the text has no content. */
export function toParagraph(written: Text | string): Paragraph[] {
  const text = toText(written);
  return hasContent(text) ? [{ kind: "paragraph", text }] : [];
}

/** A list of these entries; nothing if there are none. */
export const bullets = (items: readonly TextInput[]): List[] =>
  nestedBullets(items.map((item) => ({ text: toText(item), items: [] })));

export const nestedBullets = (items: readonly ListItem[]): List[] =>
  items.length === 0 ? [] : [{ kind: "list", isNumbered: false, items }];

/** An entry of a list, with what stands below it. */
export const listItem = (text: Text, ...blocks: readonly ReportBlock[]): ListItem => ({
  text,
  items: [],
  blocks,
});

/**
 * A table. Descriptions stand in the last column; a dash shows where there is none.
 * @param names See `Table`.
 */
export const table = (
  columns: readonly TextInput[],
  rows: readonly (readonly (Cell | string)[])[],
  names?: string,
): Table => ({
  kind: "table",
  columns: columns.map(toText),
  rows: rows.map((row) => withPlaceholder(row.map(toCell))),
  ...(names !== undefined && { names }),
});

/** The rows of a table whose columns are among the words of a page; nothing if there are none. */
export const rows = (cells: Parameters<typeof table>[1]): Block[] =>
  cells.length === 0 ? [] : [table([], cells)];

/** A table of texts as they are: its cells may be empty. */
export const grid = (
  rows: readonly (readonly TextInput[])[],
  { columns = [], isOfEntries = false }: { columns?: readonly string[]; isOfEntries?: boolean } = {},
): Table => ({
  kind: "table",
  columns: columns.map(toText),
  rows: rows.map((row) => row.map(toText)),
  ...(isOfEntries && { isOfEntries }),
});

const toCell = (written: Cell | string): Cell => (typeof written === "string" ? toText(written) : written);

const withPlaceholder = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell, i) => (i < cells.length - 1 || hasContent(toCellText(cell)) ? cell : toText("–")));

/** What a cell says. */
export function toCellText(cell: Cell): Text {
  if (typeof cell === "boolean") return toText(cell ? "yes" : "no");
  if (isExpandable(cell)) return cell.text;
  return isAvailability(cell) ? formatAvailability(cell) : cell;
}

/** Whether a cell says when something exists. */
export const isAvailability = (cell: Cell): cell is Availability =>
  typeof cell === "object" && "coverage" in cell;

/** Whether a cell unfolds to a table. */
export const isExpandable = (cell: Cell): cell is ExpandableTable =>
  typeof cell === "object" && "table" in cell;

export const codeBlock = (language: string, code: string, title?: string): CodeBlock => ({
  kind: "code",
  language,
  code,
  ...(title !== undefined && { title }),
});

/** What stands beside the section that it ends; nothing if there is nothing to show. */
export const beside = (blocks: Aside["blocks"]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: "aside", blocks }];

/** A value as JSON in which every character can be seen; the title says what it is a sample of. */
export function jsonBlock(value: unknown, title?: string): CodeBlock {
  const json = JSON.stringify(value, null, 2);
  const visible = json.replace(/"(?:[^"\\]|\\.)*"?/g, (text) => toStringLiteral(JSON.parse(text) as string));
  return codeBlock("json", visible, title);
}

/** Code out of the spec, line by line as it is there, in which every character can be seen. */
export const sourceBlock = (language: string, source: string): CodeBlock =>
  codeBlock(
    language,
    source
      .trimEnd()
      .split(/\r\n|\r|\n/)
      .map((line) => showInvisible(line.replaceAll("\t", "  ")))
      .join("\n"),
  );

export const diagram = (sequence: Sequence): Diagram => ({ kind: "diagram", sequence });

/** What the cell of a table says: `v59 **some shops**`, `v15.1, gone v59`, or nothing. */
export function formatAvailability({ exists, coverage }: Availability): Text {
  const [since, until] = [addedIn(exists), removedIn(exists)];
  const releases = [
    since === undefined ? nothing : releaseText(since),
    until === undefined ? nothing : text`gone ${releaseText(until)}`,
  ];
  const mark = coverage === "every shop" ? nothing : coverageText(coverage);
  return joinTexts([joinTexts(releases, ", "), mark], " ");
}

/** A mark that reads as well in a terminal: what not every shop has stands out. */
export const coverageText = (coverage: Coverage): Text =>
  coverage === "every shop" ? text`every shop` : strong(coverage);

/** `v59.3.2`. */
export const releaseText = (release: Release): Text => text`v${formatRelease(release)}`;
