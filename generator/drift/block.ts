/** A page of prose, whatever it was saved as: its blocks in reading order. A forced break in a text is a line end. */
export interface Page {
  /** The first heading of the highest level that there is; "" if there is no heading. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A part of a page, with the line where it begins, from 1. */
export type Block =
  | { readonly kind: "heading"; readonly line: number; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly line: number; readonly text: string }
  /** An item of a list; `level` 1 is outermost. */
  | { readonly kind: "item"; readonly line: number; readonly level: number; readonly text: string }
  /** Without a header, `header` is empty. */
  | {
      readonly kind: "table";
      readonly line: number;
      readonly header: readonly string[];
      readonly rows: readonly TableRow[];
    }
  /** Code, or a picture: something that nobody reads as prose. */
  | { readonly kind: "other"; readonly line: number; readonly text: string };

/** A row of a table. A cell that spans all columns, or that has nothing beside it, is the only one of its row. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
