import {
  escapeCharacter,
  escapeInvisible,
  hasInvisible,
  showInvisible,
  toVisible,
  toVisibleLine,
} from "./quote.js";

declare const brand: unique symbol;

/**
 * Text that is safe in one kind of output. The brand keeps a raw string of the spec from ending a comment, a literal
 * or a table cell.
 */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };

export type StringLiteral = Branded<"string literal">;

/** A double-quoted TypeScript literal that evaluates to exactly this text. */
export const toStringLiteral = (text: string): StringLiteral =>
  showInvisible(JSON.stringify(text)) as StringLiteral;

/** A PHP literal that evaluates to exactly this text. */
export const toPhpText = (text: string): string =>
  hasInvisible(text)
    ? `"${escapeInvisible(text.replace(/[\\"$]/g, "\\$&"), (point) => `\\u{${point}}`)}"`
    : `'${text.replace(/[\\']/g, "\\$&")}'`;

/** A Python literal that evaluates to exactly this text. */
export const toPythonText = (text: string): string =>
  `"${escapeInvisible(text.replace(/[\\"]/g, "\\$&"), (point) => `\\U${point.padStart(8, "0")}`)}"`;

/** A value as an expression in a classic script. It cannot end the script or a line. */
export const toScriptText = (value: unknown): string =>
  showInvisible(JSON.stringify(value).replace(/[<>&]/g, escapeCharacter));

export type CommentText = Branded<"comment">;

/** Makes text safe in a block comment: it cannot end the comment, start a tag or hide text. */
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

/** HTML: text between tags or in a quoted attribute, or our own elements. */
export type HtmlText = Branded<"HTML">;

export const toHtmlText = (text: string): HtmlText =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) as HtmlText;

export type MarkdownText = Branded<"Markdown">;

/**
 * Escapes text for a Markdown paragraph or table cell. Only `code spans`, which our spec uses, keep their meaning.
 */
export const toMarkdownText = (text: string): MarkdownText =>
  splitCode(toVisibleLine(text))
    .map(({ isCode, text }) => (isCode ? toSpan(text) : toMarkdownProse(text)))
    .join("") as MarkdownText;

/** Splits a text at its code spans, the only markup in the spec. */
export const splitCode = (text: string): readonly { readonly isCode: boolean; readonly text: string }[] =>
  text
    .split(/(`[^`]+`)/)
    .map((part, i) =>
      i % 2 === 1 ? { isCode: true, text: part.slice(1, -1) } : { isCode: false, text: part },
    )
    .filter(({ text }) => text !== "");

/** A code span of any text, backticks included. */
export const toCodeSpan = (text: string): MarkdownText => toSpan(toVisible(text)) as MarkdownText;

/**
 * A bar in a code span has no escape that works both inside and outside a table cell, so text with a bar stays
 * prose.
 */
function toSpan(text: string): string {
  if (text.includes("|") || text.trim() === "") return toMarkdownProse(text);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padded = longest > 0 ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}

/** Escapes text so that Markdown shows each character literally. Does not trim. */
export const toMarkdownProse = (text: string): MarkdownText =>
  text
    .replace(/[\\`*_{}[\]<>|~#$&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)(?=[.)])/, "$1\\")
    // MDX reads a line that starts like this as code.
    .replace(/^[ie](?=(?:m|x)port\b)/, (letter) => `&#${letter.charCodeAt(0)};`)
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/\b(www)\./gi, "$1&#46;")
    .replace(/@(?=[\w-]+\.)/g, "&#64;") as MarkdownText;
