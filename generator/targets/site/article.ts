import { headingAnchor } from "../../docs/blocks/anchor.js";
import type { Availability } from "../../docs/blocks/availability.js";
import { toPlainString } from "../../docs/blocks/text.js";
import { toCellText } from "../../docs/blocks/write.js";
import type { Page } from "../../docs/page.js";
import type { HtmlText } from "../../text/html.js";
import { anchorBlocks, type AnchoredBlock, type AnchoredTable, type RowSubject } from "./anchored-blocks.js";
import { createAnchors } from "./anchors.js";
import { printBlocks } from "./print-blocks.js";
import { printText, toFile } from "./print-text.js";

/** A page as HTML, before anything is laid out around it, and what can be found in it. */
export interface Article {
  readonly page: Page;
  /** Where it lies, relative to the root of the site: `events/scanCode.html`. */
  readonly file: string;
  readonly title: { readonly html: HtmlText; readonly text: string; readonly anchor: string };
  readonly body: HtmlText;
  readonly headings: readonly FoundHeading[];
  readonly rows: readonly FoundRow[];
}

/** A heading of a page, below its title. */
export interface FoundHeading {
  readonly level: number;
  readonly anchor: string;
  readonly text: string;
}

/** A row that is about one name: a property, a value of an enum. */
export interface FoundRow extends RowSubject {
  /** `property`, `value`. */
  readonly kind: string;
  /** What the last cell says. */
  readonly description: string;
  readonly availability: Availability | undefined;
}

/** Prints a page of the docs as HTML. */
export function printPage(page: Page): Article {
  const takeAnchor = createAnchors();
  const text = toPlainString(page.title);
  const anchor = takeAnchor(headingAnchor(text));
  const blocks = anchorBlocks(page.blocks, takeAnchor);
  return {
    page,
    file: toFile(page.path),
    title: { html: printText(page.title, page.path), text, anchor },
    body: printBlocks(blocks, page.path),
    headings: blocks.flatMap(findHeading),
    rows: blocks.flatMap((block) => (block.kind === "table" ? findRows(block) : [])),
  };
}

const findHeading = (block: AnchoredBlock): FoundHeading[] =>
  block.kind === "heading"
    ? [{ level: block.level, anchor: block.anchor, text: toPlainString(block.text) }]
    : [];

const findRows = ({ names: kind = "", rows }: AnchoredTable): FoundRow[] =>
  rows.flatMap(({ cells, availability, subject }) => {
    if (!subject) return [];
    const description = toPlainString(cells.slice(-1).flatMap(toCellText));
    return [{ kind, ...subject, description, availability }];
  });
