import { splitCode } from "../../base/text/escape.js";
import { showInvisible, toVisible, toVisibleLine } from "../../base/text/quote.js";
import type { Style } from "../../base/text/style.js";

/** Printers escape its strings. */
export type Inline =
  | { readonly kind: "plain" | "code"; readonly text: string }
  | { readonly kind: "styled"; readonly style: Style; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly content: Text }
  | Link;

/** A link with only an anchor leads to a part of the same page. */
export interface Link {
  readonly kind: "link";
  readonly content: Text;
  /** See `pagePaths`. */
  readonly page: string | undefined;
  readonly anchor: string | undefined;
}

export type Text = readonly Inline[];

/** A string is plain text, except for code between backticks. */
export type TextInput = Text | string | number;

export const nothing: Text = [];

export const hasContent = (text: Text): boolean => text.length > 0;

export const toText = (written: TextInput): Text =>
  typeof written === "object" ? written : parseString(String(written).trim());

const parseString = (text: string): Text =>
  splitCode(toVisible(text)).map(({ isCode, text }) => ({ kind: isCode ? "code" : "plain", text }));

/** Makes a text: text`${name}, since ${release}`. */
export const text = (strings: TemplateStringsArray, ...values: readonly TextInput[]): Text =>
  concat(strings.flatMap((string, i) => [parseString(string), toText(values[i] ?? nothing)]));

/**
 * Adjacent plain pieces become one, because printers escape characters that have a meaning at the start of a
 * piece.
 */
export function concat(texts: readonly Text[]): Text {
  const joined: Inline[] = [];
  for (const inline of texts.flat()) {
    const last = joined.at(-1);
    if (last?.kind !== "plain" || inline.kind !== "plain") joined.push(inline);
    else joined[joined.length - 1] = { kind: "plain", text: last.text + inline.text };
  }
  return joined;
}

export const strong = (content: TextInput): Text => [{ kind: "strong", content: toText(content) }];

export const emphasis = (content: TextInput): Text => [{ kind: "emphasis", content: toText(content) }];

/** Everything is code, even backticks. */
export const code = (text: string): Text =>
  text === "" ? nothing : [{ kind: "code", text: toVisible(text) }];

export const styled = (style: Style, text: string): Text =>
  text === "" ? nothing : [{ kind: "styled", style, text: showInvisible(text) }];

/** For a text from outside. Backticks mean nothing in it. */
export const plain = (text: string): Text =>
  text.trim() === "" ? nothing : [{ kind: "plain", text: toVisibleLine(text) }];

export const nameText = (name: string): Text => (name === "" ? text`(empty)` : code(name));

export const link = (content: TextInput, page: string | undefined, anchor?: string): Text => [
  { kind: "link", content: toText(content), page, anchor },
];

export const joinTexts = (texts: readonly TextInput[], separator = " "): Text =>
  concat(
    texts
      .map(toText)
      .filter(hasContent)
      .flatMap((each, i): Text[] => (i === 0 ? [each] : [[{ kind: "plain", text: separator }], each])),
  );

/** For example `a`, `a and b` or `a, b and c`. */
export const listTexts = (texts: readonly TextInput[], conjunction: "and" | "or" = "and"): Text =>
  joinTexts([joinTexts(texts.slice(0, -1), ", "), ...texts.slice(-1)], ` ${conjunction} `);

export const toPlainString = (text: Text): string =>
  text.map((inline) => ("text" in inline ? inline.text : toPlainString(inline.content))).join("");

/** Follows GitHub. All printers use it, so that links work everywhere. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/**
 * The address of a link, relative to the page that contains it. All special characters are encoded.
 * @param fileOf Returns the file of a page.
 */
export function toHref({ page, anchor }: Link, from: string, fileOf: (page: string) => string): string {
  const file = page === undefined ? "" : toRelativePath(fileOf(from), fileOf(page));
  const path = file.split("/").map(encodeSegment).join("/");
  return anchor === undefined ? path : `${path}#${encodeSegment(anchor)}`;
}

/** Pages are at most one folder deep. */
function toRelativePath(from: string, to: string): string {
  const [fromFolder = "", toFolder = ""] = [from, to].map((path) => path.split("/").slice(0, -1).join("/"));
  if (fromFolder === toFolder) return to.slice(to.lastIndexOf("/") + 1);
  return fromFolder === "" ? to : `../${to}`;
}

export const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replace(/[()!'*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
