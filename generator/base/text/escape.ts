import { escapeCharacter, showInvisible, toVisible, toVisibleLine } from "./quote.js";

declare const brand: unique symbol;

/**
 * Text that is fit for one kind of output. The brand keeps a raw string of the spec out of output where it could end
 * a comment, a literal or a table cell.
 */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };

/** A string literal of TypeScript. */
export type StringLiteral = Branded<"string literal">;

/** A double-quoted TypeScript literal that reads back as exactly this text. */
export const toStringLiteral = (text: string): StringLiteral =>
  showInvisible(JSON.stringify(text)) as StringLiteral;

/** A value as an expression of a classic script, which can end neither the script nor one of its lines. */
export const toScriptText = (value: unknown): string =>
  showInvisible(JSON.stringify(value).replace(/[<>&]/g, escapeCharacter));

/** Text inside a block comment. */
export type CommentText = Branded<"comment">;

/** Makes text fit for a block comment: it cannot end the comment, begin a tag, or hide what it says. */
export const toCommentText = (text: string): CommentText =>
  text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map((line) => showInvisible(line.trim()))
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll("*/", "*\u2215")
    .replaceAll("/*", "\u2215*")
    .replace(/^[@#]|\{@|(?<=\s)@|(?<=\/\/)[@#]|@(?=ts-)/gm, (start) =>
      start.replace("@", "\uff20").replace("#", "\uff03"),
    ) as CommentText;

/** HTML: text between tags, or inside a quoted attribute, or whole elements of ours. */
export type HtmlText = Branded<"HTML">;

/** Makes text fit to stand between the tags of HTML, or inside a quoted attribute. */
export const toHtmlText = (text: string): HtmlText =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) as HtmlText;

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
