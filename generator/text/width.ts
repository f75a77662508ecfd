import stringWidth from "string-width";

/** How many columns of a terminal a text takes: two for a character such as 你, none for one that joins the one before. */
export const measureWidth = (text: string): number => stringWidth(text);
