/** The start of a text, which may be of any length. */
export const truncate = (text: string, maxLength: number): string =>
  text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;

/** Text from outside, quoted and cut to 80 characters, with invisible characters written as their escapes. */
export const quote = (text: string): string => showInvisible(JSON.stringify(truncate(text, 80)));

/** Characters that a reader cannot see, or that change the direction or the lines of what he sees. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})\ufe0f/gu;

/** Whether a text has such a character, which line breaks are too. */
export const hasInvisible = (text: string): boolean => text.search(invisible) >= 0;

/** A character as JSON and JavaScript escape it: `\u200b`, or two of these. */
export const escapeCharacter = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The text with each invisible character written as its escape. */
export const showInvisible = (text: string): string => text.replace(invisible, escapeCharacter);

/** The text without line breaks, with each invisible character written as its escape. */
export const toVisible = (text: string): string => showInvisible(text.replace(/\s+/g, " "));

/** The text on one line, with each invisible character written as its escape. */
export const toVisibleLine = (text: string): string => toVisible(text.trim());

/**
 * Data as JSON on several lines, with each invisible character written as its escape: it reads back as it was. The line breaks
 * are those of the layout, since in a text they are escapes by then.
 */
export const toVisibleJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2).split("\n").map(showInvisible).join("\n");

/** A word of a command that the user can copy: in single quotes, where no shell reads anything in it, unless it needs none. */
export const quoteForShell = (word: string): string =>
  /^[\w.,/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The same for a path, which no command takes for an option. On Windows, where no name has a backslash, it gets slashes. */
export const quotePath = (path: string, platform: string = process.platform): string =>
  quoteForShell((platform === "win32" ? path.replaceAll("\\", "/") : path).replace(/^-/, "./-"));
