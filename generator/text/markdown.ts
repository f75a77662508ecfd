import type { Branded } from "./brand.js";
import { toVisible, toVisibleLine } from "./invisible.js";

/** Markdown, of which nothing of the spec can break out. */
export type MarkdownText = Branded<"Markdown">;

/**
 * Makes text fit for a Markdown paragraph or table cell: all of it is shown as it is, except `code spans`, which our
 * own spec uses on purpose.
 */
export const toMarkdownText = (text: string): MarkdownText =>
  splitCode(toVisibleLine(text))
    .map(({ isCode, text }) => (isCode ? toSpan(text) : toMarkdownProse(text)))
    .join("") as MarkdownText;

/** The parts of a text, those between backticks as code. The spec has no other markup. */
export const splitCode = (text: string): readonly { readonly isCode: boolean; readonly text: string }[] =>
  text
    .split(/(`[^`]+`)/)
    .map((part, i) =>
      i % 2 === 1 ? { isCode: true, text: part.slice(1, -1) } : { isCode: false, text: part },
    )
    .filter(({ text }) => text !== "");

/** A code span that holds any text, backticks included. */
export const toCodeSpan = (text: string): MarkdownText => toSpan(toVisible(text)) as MarkdownText;

/** A bar inside a code span cannot be escaped so that it works in a table cell and outside: it stays prose. */
function toSpan(text: string): string {
  if (text.includes("|") || text.trim() === "") return toMarkdownProse(text);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padded = longest > 0 ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}

/** Text of which every character is shown as it is. Nothing is trimmed. */
export const toMarkdownProse = (text: string): MarkdownText =>
  text
    .replace(/[\\`*_{}[\]<>|~#$&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)(?=[.)])/, "$1\\")
    // Where MDX reads the page, a line that begins so is code.
    .replace(/^[ie](?=(?:m|x)port\b)/, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\b(www)\./gi, "$1&#46;")
    .replace(/@(?=[\w-]+\.)/g, "&#64;") as MarkdownText;
