import type { CodeBlock } from "../../docs/blocks/block.js";
import { toHtmlText, type HtmlText } from "../../text/html.js";
import { colourJson } from "./json-colours.js";

/** A block of code with its caption. */
export function printCode({ language, code, title }: CodeBlock): HtmlText {
  const caption = title === undefined ? "" : `<figcaption>${toHtmlText(title)}</figcaption>`;
  const text = language === "json" ? colourJson(code) : toHtmlText(code);
  const label = toHtmlText(title ?? "Code");
  const block = `<pre tabindex="0" role="group" aria-label="${label}" data-scroll><code>${text}</code></pre>`;
  return `<figure class="code">${caption}${block}</figure>` as HtmlText;
}
