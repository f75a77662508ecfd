import { toStringLiteral } from "./literal.js";

/** Text from outside, quoted and cut to 80 characters, with invisible characters written as their escapes. */
export const quote = (text: string): string =>
  toStringLiteral(text.length > 80 ? `${text.slice(0, 80)}…` : text);
