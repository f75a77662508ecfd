/**
 * Text that is fit for one place in the output. The brands keep a raw string of the spec out of a place where
 * it could end a comment, a literal or a table cell.
 */
declare const place: unique symbol;
type Fit<Where extends string> = string & { readonly [place]: Where };

export type StringLiteral = Fit<"string literal">;
export type CommentText = Fit<"comment">;
export type MarkdownText = Fit<"Markdown">;
export type HtmlText = Fit<"HTML">;

/** Characters that a reader cannot see, or that change the direction or the lines of what he sees. */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

const escapeChar = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A double-quoted TypeScript literal that reads back as exactly this text. */
export const toStringLiteral = (text: string): StringLiteral =>
  JSON.stringify(text).replace(invisible, escapeChar) as StringLiteral;

/** Text inside a block comment: it cannot end the comment, begin a tag, or hide what it says. */
export const toCommentText = (text: string): CommentText =>
  text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map((line) => line.trim().replace(invisible, escapeChar))
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll("*/", "*\u2215")
    .replaceAll("/*", "\u2215*")
    .replace(/^[@#]|\{@|(?<=\s)@|(?<=\/\/)[@#]|@(?=ts-)/gm, (start) =>
      start.replace("@", "\uff20").replace("#", "\uff03"),
    ) as CommentText;

/**
 * Text inside a Markdown paragraph or table cell: all of it is shown as it is, except `code spans`, which our
 * own spec uses on purpose.
 */
export const toMarkdownText = (text: string): MarkdownText =>
  splitCode(toVisibleLine(text))
    .map(({ isCode, text }) => (isCode ? codeSpan(text) : toMarkdownProse(text)))
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
export const toCodeSpan = (text: string): MarkdownText => codeSpan(toVisible(text)) as MarkdownText;

/** A bar inside a code span cannot be escaped so that it works in a table cell and outside: it stays prose. */
function codeSpan(text: string): string {
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

/** Text without line breaks, in which every character can be seen. */
export const toVisible = (text: string): string => text.replace(/\s+/g, " ").replace(invisible, escapeChar);

/** A line in which every character can be seen. */
export const toVisibleLine = (text: string): string => toVisible(text.trim());

/** Text between the tags of HTML, or inside a quoted attribute. */
export const toHtmlText = (text: string): HtmlText =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`) as HtmlText;

/** A value as an expression of a classic script, which can end neither the script nor one of its lines. */
export const toScriptText = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]/g, escapeChar).replace(invisible, escapeChar);

/** Data as an expression of TypeScript that reads back as exactly this: a key `__proto__` is a key. */
export const toDataText = (value: unknown): string =>
  JSON.stringify(value).replace(invisible, escapeChar).replaceAll('"__proto__":', '["__proto__"]:');

/** Breaks text at spaces so that no line is longer than `width`, if it can be helped. */
export function wrapText(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}
