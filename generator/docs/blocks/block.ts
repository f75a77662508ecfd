import type { Sequence } from "./sequence.js";
import type { Availability } from "./availability.js";
import type { Text } from "./text.js";

/** One part of a page. What it looks like is up to the printer. */
export type Block = Heading | Paragraph | List | Table | CodeBlock | Diagram;

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
export type Cell = Text | boolean | Availability;

export interface CodeBlock {
  readonly kind: "code";
  /** As Markdown calls it. */
  readonly language: string;
  readonly code: string;
  readonly title?: string;
}

export interface Diagram {
  readonly kind: "diagram";
  readonly sequence: Sequence;
}
