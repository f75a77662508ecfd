import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
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
  SampleForm,
  Sequence,
  Table,
} from "./block.js";
import { hasContent, joinTexts, nothing, strong, text, toText, type Text, type TextInput } from "./text.js";

export const heading = (level: Heading["level"], written: TextInput): Heading => ({
  kind: "heading",
  level,
  text: toText(written),
});

export const toBlocks = (...parts: readonly (Block | Text | string)[]): Block[] =>
  parts.flatMap((part): Block[] => {
    if (typeof part === "object" && "kind" in part) return [part];
    return toParagraph(part);
  });

/** Empty if the text has no content. */
export function toParagraph(written: Text | string): Paragraph[] {
  const text = toText(written);
  return hasContent(text) ? [{ kind: "paragraph", text }] : [];
}

export const bullets = (items: readonly TextInput[]): List[] =>
  nestedBullets(items.map((item) => ({ text: toText(item), items: [] })));

export const nestedBullets = (items: readonly ListItem[]): List[] =>
  items.length === 0 ? [] : [{ kind: "list", isNumbered: false, items }];

export const listItem = (text: Text, ...blocks: readonly ReportBlock[]): ListItem => ({
  text,
  items: [],
  blocks,
});

/**
 * Descriptions are in the last column, where a dash means that there is none.
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

/** The columns are in the page's template. Empty without rows. */
export const rows = (cells: Parameters<typeof table>[1]): Block[] =>
  cells.length === 0 ? [] : [table([], cells)];

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

export function toCellText(cell: Cell): Text {
  if (typeof cell === "boolean") return toText(cell ? "yes" : "no");
  return isAvailability(cell) ? formatAvailability(cell) : cell;
}

export const isAvailability = (cell: Cell): cell is Availability =>
  typeof cell === "object" && "coverage" in cell;

export const codeBlock = (language: string, code: string, title?: string): CodeBlock => ({
  kind: "code",
  language,
  code,
  ...(title !== undefined && { title }),
});

export const beside = (blocks: Aside["blocks"]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: "aside", blocks }];

/** Escapes invisible characters. The title names the subject of the sample. */
export const jsonBlock = (value: unknown, title?: string): CodeBlock =>
  codeBlock("json", toVisibleJson(value), title);

/** Each code below its lead. */
export const formBlocks = (forms: readonly SampleForm[]): (Paragraph | CodeBlock)[] =>
  forms.flatMap(({ lead, code }) => [...toParagraph(text`${lead}:`), code]);

/** Escapes invisible characters. */
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

/** For example `v59 **some shops**` or `v15.1, removed in v59`. May be empty. */
export function formatAvailability({ exists, coverage }: Availability): Text {
  const [since, until] = [addedIn(exists), removedIn(exists)];
  const releases = [
    since === undefined ? nothing : releaseText(since),
    until === undefined ? nothing : text`removed in ${releaseText(until)}`,
  ];
  const mark = coverage === "every shop" ? nothing : coverageText(coverage);
  return joinTexts([joinTexts(releases, ", "), mark]);
}

/** Emphasizes what not every shop has. Works in a terminal too. */
const coverageText = (coverage: Coverage): Text =>
  coverage === "every shop" ? text`every shop` : strong(coverage);

export const releaseText = (release: Release): Text => text`v${formatRelease(release)}`;
