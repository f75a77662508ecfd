/** A word for bash or zsh, whatever is in it. */
export const quoteForPosix = (word: string): string =>
  isPlain(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A word for fish, whatever is in it. */
export const quoteForFish = (word: string): string =>
  isPlain(word) ? word : `'${word.replace(/[\\']/g, String.raw`\$&`)}'`;

const isPlain = (word: string): boolean => /^[\w.-]+$/.test(word);
