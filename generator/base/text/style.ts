import { showInvisible } from "./quote.js";

/** The styles of text by their meaning, each with the terminal codes that begin and end it. */
const styles = {
  error: [31, 39],
  warning: [33, 39],
  good: [32, 39],
  name: [36, 39],
  title: [1, 22],
  faint: [2, 22],
} as const;

/** The meaning of a piece of text. The printer decides whether to show it. */
export type Style = keyof typeof styles;

/**
 * A part of a line in a style. Styles do not nest: what the text has of a terminal's codes is written as escapes, so that a
 * text from outside styles nothing.
 */
export function paint(style: Style, text: string): string {
  const [start, end] = styles[style];
  return text === "" ? "" : `${toEscapeCode(start)}${showInvisible(text)}${toEscapeCode(end)}`;
}

/** The text without styles, as a pipe or a file gets it. */
export const stripStyles = (text: string): string => text.replace(anyEscapeCode, "");

const toEscapeCode = (number: number): string => `\u001b[${number}m`;

/** Only our own codes: any other escape in a text is not ours to take out. */
const anyEscapeCode = new RegExp(
  `\u001b\\[(?:${[...new Set(Object.values(styles).flat())].join("|")})m`,
  "g",
);
