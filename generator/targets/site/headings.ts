import { toHtmlText } from "../../text/html.js";
import { headingAnchor, toFragment, type TakeAnchor } from "./anchors.js";
import { drawWith, type MarkdownIt, type Token } from "./parser.js";
import { textOf } from "./token-text.js";

/** A heading of a page, below its title. */
export interface Heading {
  readonly level: number;
  readonly anchor: string;
  readonly text: string;
}

/** Gives the headings among some fresh tokens their anchors, and tells what they are. */
export function markHeadings(tokens: readonly Token[], takeAnchor: TakeAnchor): Heading[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const text = textOf(tokens.slice(index + 1, index + 2));
    const anchor = takeAnchor(headingAnchor(text));
    token.attrSet("id", anchor);
    const close = tokens[index + 2];
    if (close) close.meta = { anchor, text };
    return [{ level: Number(token.tag.slice(1)), anchor, text }];
  });
}

/** Puts a link to itself beside each heading; inside, it would be read as a part of the heading. */
export function drawHeadings(parser: MarkdownIt): void {
  drawWith(parser, "heading_open", (_heading, usual) => `<div class="heading">${usual}`);
  drawWith(
    parser,
    "heading_close",
    ({ tag, meta }) => `</${tag}>${linkToItself(String(meta?.["anchor"]), String(meta?.["text"]))}</div>\n`,
  );
}

const linkToItself = (anchor: string, text: string): string =>
  `<a class="anchor" href="${toHtmlText(toFragment(anchor))}" aria-label="Link to “${toHtmlText(text)}”">#</a>`;
