import { headingAnchor } from "../../docs/blocks/anchor.js";
import { toPlainString } from "../../docs/blocks/text.js";
import type { Page } from "../../docs/page.js";
import type { HtmlText } from "../../text/escape.js";
import { anchorBlocks, type AnchoredBlock } from "./anchored-blocks.js";
import { createAnchors } from "./anchors.js";
import { printBlocks } from "./print-blocks.js";
import { printText, toFile } from "./print-text.js";

/** A page as HTML, before anything is laid out around it. */
export interface Article {
  readonly page: Page;
  /** Where it lies, relative to the root of the site: `events/scanCode.html`. */
  readonly file: string;
  readonly title: { readonly html: HtmlText; readonly text: string; readonly anchor: string };
  readonly body: HtmlText;
  /** What the body was printed from. */
  readonly blocks: readonly AnchoredBlock[];
  readonly headings: readonly FoundHeading[];
}

/** A heading of a page, below its title. */
export interface FoundHeading {
  readonly level: number;
  readonly anchor: string;
  readonly text: string;
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
    blocks,
    headings: blocks.flatMap(findHeading),
  };
}

const findHeading = (block: AnchoredBlock): FoundHeading[] =>
  block.kind === "heading"
    ? [{ level: block.level, anchor: block.anchor, text: toPlainString(block.text) }]
    : [];
