export const truncate = (text: string, maxLength: number): string =>
  text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;

/** Cuts a text that nobody would read to its end, and says so. */
export const shorten = (text: string, maxLength = 2000): string =>
  text.length > maxLength
    ? `${text.slice(0, maxLength)}… (cut; it has ${text.length.toLocaleString("en")} characters)`
    : text;

/** Quotes text from outside: cut to 80 characters, with invisible characters escaped. */
export const quote = (text: string): string => showInvisible(JSON.stringify(truncate(text, 80)));

/** Characters that are invisible, or that change the direction or line breaks of a text. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u2800]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})\ufe0f/gu;

/** True if a text contains an invisible character; a line break counts as one. */
export const hasInvisible = (text: string): boolean => text.search(invisible) >= 0;

/** For example `\u200b`, or two of these. */
export const escapeCharacter = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** Escapes invisible characters in another syntax, by their hexadecimal code points. */
export const escapeInvisible = (text: string, toEscape: (codePoint: string) => string): string =>
  text.replace(invisible, (character) => toEscape((character.codePointAt(0) ?? 0).toString(16)));

export const showInvisible = (text: string): string => text.replace(invisible, escapeCharacter);

/** Cut to 2,000 characters, with invisible characters escaped. Keeps line breaks. */
export const toShownText = (text: string): string =>
  text.slice(0, 2000).split("\n").map(showInvisible).join("\n");

/** Replaces line breaks by spaces and escapes invisible characters. */
export const toVisible = (text: string): string => showInvisible(text.replace(/\s+/g, " "));

/** Like `toVisible`, but trimmed. */
export const toVisibleLine = (text: string): string => toVisible(text.trim());

/**
 * Formats data as indented JSON with invisible characters escaped. It parses to the same data: line breaks in strings are already escaped, so the only ones left are layout.
 */
export const toVisibleJson = (data: unknown): string =>
  JSON.stringify(data, undefined, 2).split("\n").map(showInvisible).join("\n");

/** Quotes a word of a command that the user can copy: in single quotes, unless it needs none. */
export const quoteForShell = (word: string): string =>
  /^[\w.,/-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Like `quoteForShell`, but for a path, which no command can mistake for an option. On Windows, backslashes become
 * slashes.
 */
export const quotePath = (path: string, platform: string = process.platform): string =>
  quoteForShell((platform === "win32" ? path.replaceAll("\\", "/") : path).replace(/^-/, "./-"));
