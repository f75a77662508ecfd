import { toHref } from "../../docs/blocks/href.js";
import type { Inline, Text } from "../../docs/blocks/text.js";
import { toCodeSpan, toMarkdownProse } from "../../text/escape.js";

/** Where the Markdown of a page lies. */
export const toFile = (page: string): string => (page === "index" ? "README.md" : `${page}.md`);

/** A text as Markdown, on the page that lies at `path`. */
export const printText = (text: Text, path: string): string =>
  text.map((inline) => printInline(inline, path)).join("");

function printInline(inline: Inline, path: string): string {
  switch (inline.kind) {
    case "plain":
      return toMarkdownProse(inline.text);
    case "code":
      return toCodeSpan(inline.text);
    case "strong":
      return `**${printText(inline.content, path)}**`;
    case "emphasis":
      return `*${printText(inline.content, path)}*`;
    case "link":
      return `[${printText(inline.content, path)}](${toHref(inline, path, toFile)})`;
  }
}
