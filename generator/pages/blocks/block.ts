import type { Coverage } from "../../base/time/fleet.js";
import type { Spans } from "../../base/time/spans.js";
import type { Text } from "./text.js";

/** One part of a page. What it looks like is up to the printer. */
export type Block = ReportBlock | Diagram | Aside;

/** One part of a report, which a terminal can show, too. */
export type ReportBlock = Heading | Paragraph | List | Table | CodeBlock;

/** A heading below the title of the page. Its anchor follows from its text, see `headingAnchor`. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 2 | 3;
  readonly text: Text;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Text;
}

export interface List {
  readonly kind: "list";
  readonly isNumbered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly text: Text;
  /** A list below the entry. */
  readonly items: readonly Text[];
  /** What stands below that list. */
  readonly blocks?: readonly ReportBlock[];
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the code in the first column names, such as `property`; undefined if the rows are about no names. */
  readonly names?: string;
  /** Its rows read by themselves: a terminal leaves the head out, and writes the last cell below its row. */
  readonly isOfEntries?: boolean;
}

/** A boolean reads as yes or no. */
export type Cell = Text | boolean | Availability | ExpandableTable;

/** A text, and the table that it unfolds to in place, where a printer can do that. The text alone leads there, too. */
export interface ExpandableTable {
  readonly text: Text;
  /** What the table is about. */
  readonly title: string;
  readonly table: Table;
}

export interface CodeBlock {
  readonly kind: "code";
  /** As Markdown calls it. */
  readonly language: string;
  readonly code: string;
  readonly title?: string;
}

/** A page has one at most: Markdown has its drawing in a file with the name of the page. */
export interface Diagram {
  readonly kind: "diagram";
  readonly sequence: Sequence;
}

/** What stands beside the section that it ends, where there is room for two columns, and below it elsewhere. */
export interface Aside {
  readonly kind: "aside";
  readonly blocks: readonly (Paragraph | CodeBlock)[];
}

/** When something exists, and how much of a fleet has it. */
export interface Availability {
  readonly exists: Spans;
  readonly coverage: Coverage;
}

/** Who talks to whom, in order: what a sequence diagram shows. No text is escaped. */
export interface Sequence {
  /** What the diagram shows, for readers who cannot see it. */
  readonly title: string;
  readonly steps: readonly SequenceStep[];
}

export type SequenceStep = SequenceMessage | SequenceFrame;

/** A request goes from the POS to the partner, an answer back; a call is a request of the partner's own. */
export interface SequenceMessage {
  readonly kind: "request" | "answer" | "call" | "note";
  readonly text: string;
}

/** Steps that may come, or ways to go on of which one is taken. A way without steps goes on below. */
export interface SequenceFrame {
  readonly kind: "opt" | "alt";
  readonly branches: readonly { readonly text: string; readonly steps: readonly SequenceStep[] }[];
}

/** The two lifelines. */
export const participants = { pos: "POS", partner: "You" } as const;
