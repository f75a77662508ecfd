import { splitCode } from "../../base/text/escape.js";
import { showInvisible, toVisible, toVisibleLine } from "../../base/text/quote.js";
import type { Style } from "../../base/text/style.js";

/** A piece of running text. Its strings are not escaped: each printer does that for its own format. */
export type Inline =
  | { readonly kind: "plain" | "code"; readonly text: string }
  | { readonly kind: "styled"; readonly style: Style; readonly text: string }
  | { readonly kind: "strong" | "emphasis"; readonly content: Text }
  | Link;

/** A link to another page, or with an anchor alone to a part of the page that holds it. */
export interface Link {
  readonly kind: "link";
  readonly content: Text;
  /** See `pagePaths`. */
  readonly page: string | undefined;
  readonly anchor: string | undefined;
}

/** Running text, without line breaks. */
export type Text = readonly Inline[];

/** The input for a text. A string is plain text, except for code between backticks. */
export type TextInput = Text | string | number;

export const nothing: Text = [];

/** Whether a text has anything in it. */
export const hasContent = (text: Text): boolean => text.length > 0;

/** A string of the spec, or of our own, as text. */
export const toText = (written: TextInput): Text =>
  typeof written === "object" ? written : parseString(String(written).trim());

const parseString = (text: string): Text =>
  splitCode(toVisible(text)).map(({ isCode, text }) => ({ kind: isCode ? "code" : "plain", text }));

/** Writes a text: text`${name}, since ${release}`. */
export const text = (strings: TemplateStringsArray, ...values: readonly TextInput[]): Text =>
  concat(strings.flatMap((string, i) => [parseString(string), toText(values[i] ?? nothing)]));

/** Joins texts, and adjacent plain pieces to one: printers escape what has a meaning only where a piece begins. */
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

/** A text that is code as a whole, whatever it holds. */
export const code = (text: string): Text =>
  text === "" ? nothing : [{ kind: "code", text: toVisible(text) }];

/** A text that has a meaning as a whole, such as a name or a warning. */
export const styled = (style: Style, text: string): Text =>
  text === "" ? nothing : [{ kind: "styled", style, text: showInvisible(text) }];

/** A text from outside: no markup of ours is in it. */
export const plain = (text: string): Text =>
  text.trim() === "" ? nothing : [{ kind: "plain", text: toVisibleLine(text) }];

/** A name as it is written on the wire. */
export const nameText = (name: string): Text => (name === "" ? text`(empty)` : code(name));

export const link = (content: TextInput, page: string | undefined, anchor?: string): Text => [
  { kind: "link", content: toText(content), page, anchor },
];

/** The texts that have content, with `separator` between them. */
export const joinTexts = (texts: readonly Text[], separator: string): Text =>
  concat(
    texts
      .filter(hasContent)
      .flatMap((each, i): Text[] => (i === 0 ? [each] : [[{ kind: "plain", text: separator }], each])),
  );

/** `a`, `a or b`, `a, b or c`. */
export function listTexts(texts: readonly Text[], conjunction: "and" | "or"): Text {
  const start = joinTexts(texts.slice(0, -1), ", ");
  return joinTexts([start, ...texts.slice(-1)], ` ${conjunction} `);
}

/** A text as its reader sees it. */
export const toPlainString = (text: Text): string =>
  text.map((inline) => ("text" in inline ? inline.text : toPlainString(inline.content))).join("");

/** The anchor that GitHub gives to a heading; other printers give the same, so that links work everywhere. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

/**
 * The address of a link, relative to the page that holds it. Its parts are names, so all that a format could misread
 * is encoded.
 * @param fileOf Where a printer writes a page.
 */
export function toHref({ page, anchor }: Link, from: string, fileOf: (page: string) => string): string {
  const file = page === undefined ? "" : toRelativePath(fileOf(from), fileOf(page));
  const path = file.split("/").map(encodeSegment).join("/");
  return anchor === undefined ? path : `${path}#${encodeSegment(anchor)}`;
}

/** Pages lie at most one folder deep. */
function toRelativePath(from: string, to: string): string {
  const [fromFolder = "", toFolder = ""] = [from, to].map((path) => path.split("/").slice(0, -1).join("/"));
  if (fromFolder === toFolder) return to.slice(to.lastIndexOf("/") + 1);
  return fromFolder === "" ? to : `../${to}`;
}

/** A name as a part of an address. */
export const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replace(/[()!'*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
