import type { Sequence } from "./sequence.js";
import type { Availability } from "./availability.js";
import type { Link, Text } from "./text.js";

/** One part of a page. What it looks like is up to the printer. */
export type Block = Heading | Paragraph | List | Table | CodeBlock | Diagram | Choices | Aside;

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
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the code in the first column names, such as `property`; undefined if the rows are about no names. */
  readonly names?: string;
}

/** A boolean reads as yes or no. */
export type Cell = Text | boolean | Availability | Unfolding;

/** A text, and the table that it unfolds to in place, where a printer can do that. The text alone leads there, too. */
export interface Unfolding {
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
  /** The lines that stand out, counted from 0. What is told of them has to be told in words, too. */
  readonly marked?: readonly number[];
}

export interface Diagram {
  readonly kind: "diagram";
  readonly sequence: Sequence;
}

/** Where a reader may go on: a few buttons, the most likely one first, or a card for each of many ways. */
export interface Choices {
  readonly kind: "choices";
  readonly look: "buttons" | "cards";
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly link: Link;
  /** What is there; a button has nothing more than its link. */
  readonly about: Text;
}

/** What stands beside the section that it ends, where there is room for two columns, and below it elsewhere. */
export interface Aside {
  readonly kind: "aside";
  readonly blocks: readonly (Paragraph | CodeBlock)[];
}
