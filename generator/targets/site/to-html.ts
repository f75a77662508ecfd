import type { Page } from "../../docs/page.js";
import type { Sequence } from "../../docs/sequence/sequence.js";
import type { HtmlText, MarkdownText } from "../../text/escape.js";
import { createAnchors, headingAnchor, type TakeAnchor } from "./anchors.js";
import { drawFence } from "./code-block.js";
import { drawHeadings, markHeadings, type Heading } from "./headings.js";
import { turnLinks } from "./page-links.js";
import { drawWith, loadParser, type MarkdownIt } from "./parser.js";
import { drawTables, markTables, type NamedRow } from "./tables.js";
import { textOf } from "./token-text.js";

/** The text of a page as HTML, and what can be found in it. */
export interface Article {
  readonly title: { readonly html: HtmlText; readonly text: string; readonly anchor: string };
  readonly body: HtmlText;
  readonly headings: readonly Heading[];
  readonly rows: readonly NamedRow[];
}

/** Turns Markdown into HTML. */
export interface Converter {
  page(page: Page): Article;
  /** A text without blocks. */
  line(text: MarkdownText): HtmlText;
}

/** What drawing a fence needs to know of the page that holds it. */
interface Drawing {
  readonly diagrams: ReadonlyMap<string, Sequence>;
  readonly takeAnchor: TakeAnchor;
}

/** Loads what turns Markdown into HTML. */
export async function loadConverter(): Promise<Converter> {
  const parser = await loadParser();
  drawHeadings(parser);
  drawTables(parser);
  drawWith(parser, "fence", (fence, _usual, env) => {
    const { diagrams, takeAnchor } = env["drawing"] as Drawing;
    return drawFence(fence, diagrams, () => takeAnchor("diagram"));
  });
  return {
    page: (page) => toArticle(page, parser),
    line: (text) => parser.renderInline(text) as HtmlText,
  };
}

/** Headings take their anchors before rows and diagrams do: links in the Markdown rely on theirs. */
function toArticle({ title, body, diagrams = new Map() }: Page, parser: MarkdownIt): Article {
  const takeAnchor = createAnchors();
  const titleTokens = parser.parseInline(title, {});
  const text = textOf(titleTokens);
  const anchor = takeAnchor(headingAnchor(text));
  const drawing: Drawing = { diagrams, takeAnchor };
  const tokens = parser.parse(body, {});
  turnLinks(tokens);
  const headings = markHeadings(tokens, takeAnchor);
  const rows = markTables(tokens, takeAnchor);
  return {
    title: { html: parser.renderer.render(titleTokens, parser.options, {}) as HtmlText, text, anchor },
    body: parser.renderer.render(tokens, parser.options, { drawing }) as HtmlText,
    headings,
    rows,
  };
}
