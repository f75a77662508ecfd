import type { MarkdownText } from "../text/escape.js";
import { toStringLiteral } from "../text/literal.js";

/** Markdown of our own around values that are already fit for it. */
export const mdText = (
  parts: TemplateStringsArray,
  ...values: readonly (MarkdownText | number)[]
): MarkdownText => String.raw({ raw: parts }, ...values) as MarkdownText;

export const nothing = mdText``;

/** The texts that are not empty, with `separator` between them. */
export const joinTexts = (texts: readonly MarkdownText[], separator: string): MarkdownText =>
  texts.filter((text) => text !== "").join(separator) as MarkdownText;

/** `a`, `a or b`, `a, b or c`. */
export function listOf(texts: readonly MarkdownText[], conjunction: "and" | "or"): MarkdownText {
  const [last, ...rest] = [...texts].reverse();
  if (last === undefined) return nothing;
  const start = rest.reverse().join(", ");
  return (start === "" ? last : `${start} ${conjunction} ${last}`) as MarkdownText;
}

/** A link; `path` is relative, and its parts are names, so all that Markdown could misread is encoded. */
export function linkTo(text: MarkdownText, path: string, anchor = ""): MarkdownText {
  const href = path.split("/").map(encodeSegment).join("/");
  return `[${text}](${href}${anchor === "" ? "" : `#${encodeSegment(anchor)}`})` as MarkdownText;
}

const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replace(/[()!'*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);

/** A value as a fenced block of JSON, in which every character can be seen; `title` says what it is a sample of. */
export function jsonBlock(value: unknown, title?: string): MarkdownText {
  const json = JSON.stringify(value, null, 2);
  const visible = json.replace(/"(?:[^"\\]|\\.)*"?/g, (text) => toStringLiteral(JSON.parse(text) as string));
  return fencedBlock(title === undefined ? "json" : `json title="${title}"`, visible);
}

/** A block of code; its fence is longer than any that the code holds. */
export function fencedBlock(info: string, code: string): MarkdownText {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${info}\n${code}\n${fence}` as MarkdownText;
}
