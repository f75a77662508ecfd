import type { CodeBlock } from "../../docs/blocks/block.js";
import { toHtmlText, type HtmlText } from "../../text/escape.js";
import { colourJson } from "./json-colours.js";

/** A block of code with its caption. */
export function printCode({ language, code, title, marked = [] }: CodeBlock): HtmlText {
  const caption = title === undefined ? "" : `<figcaption>${toHtmlText(title)}</figcaption>`;
  const text = language === "json" ? colourJson(code) : toHtmlText(code);
  const label = toHtmlText(title ?? "Code");
  const shown = markLines(text, new Set(marked));
  const block = `<pre tabindex="0" role="group" aria-label="${label}" data-scroll><code>${shown}</code></pre>`;
  return `<figure class="code">${caption}${block}</figure>` as HtmlText;
}

/** Marks lines; those that follow one another have one mark. No element of coloured code goes over a line's end. */
function markLines(html: string, marked: ReadonlySet<number>): string {
  if (marked.size === 0) return html;
  const lines = html.split("\n");
  return lines
    .map((line, index) => {
      const start = marked.has(index) && !marked.has(index - 1) ? "<mark>" : "";
      const end = marked.has(index) && !marked.has(index + 1) ? "</mark>" : "";
      return `${start}${line}${index < lines.length - 1 ? "\n" : ""}${end}`;
    })
    .join("");
}
