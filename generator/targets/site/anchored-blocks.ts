import { headingAnchor } from "../../docs/blocks/anchor.js";
import type { Availability } from "../../docs/blocks/availability.js";
import type { Block, Cell, Diagram, Heading, Table } from "../../docs/blocks/block.js";
import { toPlainString, type Text } from "../../docs/blocks/text.js";
import { isAvailability } from "../../docs/blocks/write.js";
import { rowAnchor, type TakeAnchor } from "./anchors.js";

/** A block with the anchors that it has on its page. */
export type AnchoredBlock =
  Exclude<Block, Heading | Table | Diagram> | AnchoredHeading | AnchoredTable | AnchoredDiagram;

export interface AnchoredHeading extends Heading {
  readonly anchor: string;
}

export interface AnchoredDiagram extends Diagram {
  readonly anchor: string;
}

export interface AnchoredTable extends Omit<Table, "rows"> {
  /** The heading above the table. */
  readonly title: string;
  readonly rows: readonly AnchoredRow[];
}

export interface RowSubject {
  readonly name: string;
  readonly anchor: string;
}

export interface AnchoredRow {
  readonly cells: readonly Cell[];
  readonly availability: Availability | undefined;
  /** What the row is about; undefined if its table is not about names. */
  readonly subject: RowSubject | undefined;
}

/** Gives headings, rows and diagrams their anchors. Headings come first: the docs link to theirs. */
export function anchorBlocks(blocks: readonly Block[], takeAnchor: TakeAnchor): AnchoredBlock[] {
  const withHeadings = blocks.map((block) =>
    block.kind === "heading"
      ? { ...block, anchor: takeAnchor(headingAnchor(toPlainString(block.text))) }
      : block,
  );
  let title = "";
  return withHeadings.map((block): AnchoredBlock => {
    if (block.kind === "heading") title = toPlainString(block.text);
    if (block.kind === "table") return anchorTable(block, title, takeAnchor);
    return block.kind === "diagram" ? { ...block, anchor: takeAnchor("diagram") } : block;
  });
}

const anchorTable = (table: Table, title: string, takeAnchor: TakeAnchor): AnchoredTable => ({
  ...table,
  title,
  rows: table.rows.map((cells) => ({
    cells,
    availability: cells.find(isAvailability),
    subject: table.names === undefined ? undefined : findSubject(cells, table.names, takeAnchor),
  })),
});

/** A row is about what its first cell names, unless that is a link: its page is elsewhere. */
function findSubject([first]: readonly Cell[], kind: string, takeAnchor: TakeAnchor): RowSubject | undefined {
  if (!Array.isArray(first)) return undefined;
  const text = first as Text;
  const name = toPlainString(text);
  if (name === "" || text.some(({ kind }) => kind === "link")) return undefined;
  return { name, anchor: takeAnchor(rowAnchor(kind, name)) };
}
