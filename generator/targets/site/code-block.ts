import type { Sequence } from "../../docs/sequence/sequence.js";
import { toHtmlText, type HtmlText } from "../../text/escape.js";
import { colourJson } from "./json-colours.js";
import { drawSequence } from "./sequence-drawing.js";

/** What is fenced in Markdown. */
interface Fence {
  /** Behind the fence: `json title="The request"`. */
  readonly info: string;
  readonly content: string;
}

/** The sequences of a page, by their Mermaid source. */
type Diagrams = ReadonlyMap<string, Sequence>;

/** A block of code with its caption, or the diagram whose source it is. */
export function drawFence({ info, content }: Fence, diagrams: Diagrams, takeId: () => string): HtmlText {
  const [, language = "", title = ""] = /^(\S*)(?:\s+title="([^"]*)")?/.exec(info) ?? [];
  const code = content.replace(/\n$/, "");
  const sequence = language === "mermaid" ? diagrams.get(code) : undefined;
  if (sequence) return drawSequence(sequence, takeId());
  const caption = title === "" ? "" : `<figcaption>${toHtmlText(title)}</figcaption>`;
  const text = language === "json" ? colourJson(code) : toHtmlText(code);
  const label = toHtmlText(title === "" ? "Code" : title);
  const block = `<pre tabindex="0" role="group" aria-label="${label}" data-scroll><code>${text}</code></pre>`;
  return `<figure class="code">${caption}${block}</figure>\n` as HtmlText;
}
