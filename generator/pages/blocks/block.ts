import type { Coverage } from "../../base/time/fleet.js";
import type { Spans } from "../../base/time/spans.js";
import type { Text } from "./text.js";

export type Block = ReportBlock | Diagram | Aside | SampleSet;

/** A terminal can print these, too. */
export type ReportBlock = Heading | Paragraph | List | Table | CodeBlock;

/** Below the page's title. `headingAnchor` makes the anchor from the text. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 2 | 3;
  readonly text: Text;
  /** HTML folds the section where room is short. Its first paragraph stays in view. */
  readonly isFolded?: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Text;
}

export interface List {
  readonly kind: "list";
  readonly isNumbered: boolean;
  readonly items: readonly ListItem[];
  /** The sidebar has the same entries, so HTML folds the list below this summary. */
  readonly fold?: string;
}

export interface ListItem {
  readonly text: Text;
  readonly items: readonly Text[];
  readonly blocks?: readonly ReportBlock[];
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
  /** Kind of the names in the first column, such as `property`. Undefined if the rows are not about names. */
  readonly names?: string;
  /** The summary below which HTML folds the table, because it is the same on many pages. */
  readonly fold?: string;
  /**
   * True if the rows make sense without a head. A terminal leaves the head out and prints the last cell below its
   * row.
   */
  readonly isOfEntries?: boolean;
}

/** A boolean is printed as yes or no. */
export type Cell = Text | boolean | Availability;

export interface CodeBlock {
  readonly kind: "code";
  readonly language: string;
  readonly code: string;
  readonly title?: string;
}

/** A page has at most one, because Markdown shows a file that is named after the page. */
export interface Diagram {
  readonly kind: "diagram";
  readonly sequence: Sequence;
}

/** Samples beside the section that they end. On narrow screens they are below it. */
export interface Aside {
  readonly kind: "aside";
  readonly blocks: readonly (Paragraph | CodeBlock)[];
}

/** The best sample is first. HTML shows all samples beside the sections that precede the set. */
export interface SampleSet {
  readonly kind: "samples";
  readonly event: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly title: string;
  readonly intro: Text;
  readonly forms: readonly SampleForm[];
}

/** A body on the wire, or code that sends or returns it. A report is part of the answer that it is about. */
export interface SampleForm {
  readonly form: FormName;
  /** Introduces the code in Markdown, which has no selector. */
  readonly lead: Text;
  readonly code: CodeBlock;
}

export const formLabels = {
  request: "Request",
  answer: "Answer",
  typescript: "TypeScript",
  php: "PHP",
  python: "Python",
  curl: "curl",
} as const;

export type FormName = keyof typeof formLabels;

export interface Availability {
  readonly exists: Spans;
  readonly coverage: Coverage;
}

/** Its texts are not escaped. */
export interface Sequence {
  /** The label for screen readers. */
  readonly title: string;
  readonly steps: readonly SequenceStep[];
}

export type SequenceStep = SequenceMessage | SequenceFrame;

/** A request goes from the POS to the partner and an answer back. A call is the partner's own request. */
export interface SequenceMessage {
  readonly kind: "request" | "answer" | "call" | "note";
  readonly text: string;
}

/** Optional steps, or alternatives of which one is taken. A branch without steps continues below the frame. */
export interface SequenceFrame {
  readonly kind: "opt" | "alt";
  readonly branches: readonly { readonly text: string; readonly steps: readonly SequenceStep[] }[];
}

export const participants = { pos: "POS", partner: "You" } as const;
