import { toHref } from "../../docs/blocks/href.js";
import type { Inline, Text } from "../../docs/blocks/text.js";
import { toHtmlText, type HtmlText } from "../../text/escape.js";

/** Where the HTML of a page lies, relative to the root of the site. */
export const toFile = (page: string): string => `${page}.html`;

/** A text as HTML, on the page that lies at `path`. */
export const printText = (text: Text, path: string): HtmlText =>
  text.map((inline) => printInline(inline, path)).join("") as HtmlText;

function printInline(inline: Inline, path: string): string {
  switch (inline.kind) {
    case "plain":
      return toHtmlText(inline.text);
    case "code":
      return `<code>${toHtmlText(inline.text)}</code>`;
    case "strong":
      return `<strong>${printText(inline.content, path)}</strong>`;
    case "emphasis":
      return `<em>${printText(inline.content, path)}</em>`;
    case "link":
      return `<a href="${toHtmlText(toHref(inline, path, toFile))}">${printText(inline.content, path)}</a>`;
  }
}
