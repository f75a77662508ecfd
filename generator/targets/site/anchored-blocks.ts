import { headingAnchor } from "../../docs/blocks/anchor.js";
import type { Availability } from "../../docs/blocks/availability.js";
import type { Block, Cell, Diagram, Heading, Table } from "../../docs/blocks/block.js";
import { toPlainString } from "../../docs/blocks/text.js";
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

export interface AnchoredRow {
  readonly cells: readonly Cell[];
  readonly availability: Availability | undefined;
  /** Of a row that is about a name. */
  readonly anchor: string | undefined;
}

/** Gives headings, rows and diagrams their anchors. Headings come first: the docs link to theirs. */
export function anchorBlocks(blocks: readonly Block[], takeAnchor: TakeAnchor): AnchoredBlock[] {
  const withHeadings = blocks.map((block) =>
    block.kind === "heading"
      ? { ...block, anchor: takeAnchor(headingAnchor(toPlainString(block.text))) }
      : block,
  );
  return withHeadings.map((block, index): AnchoredBlock => {
    if (block.kind === "table") return anchorTable(block, titleAbove(blocks, index), takeAnchor);
    return block.kind === "diagram" ? { ...block, anchor: takeAnchor("diagram") } : block;
  });
}

function titleAbove(blocks: readonly Block[], index: number): string {
  const above = blocks.slice(0, index).findLast((block) => block.kind === "heading");
  return above ? toPlainString(above.text) : "";
}

const anchorTable = (table: Table, title: string, takeAnchor: TakeAnchor): AnchoredTable => ({
  ...table,
  title,
  rows: table.rows.map((cells) => {
    const name = table.names === undefined ? undefined : getName(cells);
    return {
      cells,
      availability: cells.find(isAvailability),
      anchor: name === undefined ? undefined : takeAnchor(rowAnchor(table.names ?? "", name)),
    };
  }),
});

/** The name that a row is about: the code that is all of its first cell. */
export function getName([first]: readonly Cell[]): string | undefined {
  if (typeof first !== "object" || isAvailability(first)) return undefined;
  const [inline, ...more] = first;
  return inline?.kind === "code" && more.length === 0 ? inline.text : undefined;
}

const isAvailability = (cell: Cell): cell is Availability => typeof cell === "object" && "coverage" in cell;
