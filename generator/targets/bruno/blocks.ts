/**
 * A block of text of a `.bru` file. It ends at a line that begins with a brace, so every line is indented: nothing in the text
 * can end it.
 */
export const textBlock = (name: string, text: string): string => `${name} {\n${indent(text)}\n}\n`;

/** A block of names and values, each on a line of its own: the values have to be of one line. */
export const dictionaryBlock = (name: string, entries: Readonly<Record<string, string>>): string =>
  textBlock(
    name,
    Object.entries(entries)
      .map(([key, value]) => `${key}: ${value}`)
      .join("\n"),
  );

/** A whole file. */
export const joinBlocks = (...blocks: readonly string[]): string => blocks.join("\n");

const indent = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n");
