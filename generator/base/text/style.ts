import { showInvisible } from "./quote.js";

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
 * Styles a part of a line. Styles do not nest: terminal codes in the text are escaped, so text from outside cannot
 * style anything.
 */
export function paint(style: Style, text: string): string {
  const [start, end] = styles[style];
  return text === "" ? "" : `${toEscapeCode(start)}${showInvisible(text)}${toEscapeCode(end)}`;
}

export const stripStyles = (text: string): string => text.replace(anyEscapeCode, "");

const toEscapeCode = (number: number): string => `\u001b[${number}m`;

/** Only our own codes: other escapes in a text are left alone. */
const anyEscapeCode = new RegExp(
  `\u001b\\[(?:${[...new Set(Object.values(styles).flat())].join("|")})m`,
  "g",
);
