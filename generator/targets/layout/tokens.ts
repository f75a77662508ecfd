import { hardline, joinDocuments, type Document } from "./document.js";

/** What has no end goes on to the end of the code, and so do the spaces there: nothing is read twice. */
const tokenPattern =
  /(\s*)(\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|`[^`]*`?|-?\d[\d.]*(?:e[+-]?\d+)?n?|[\w$]+|=>|\.{3}|&&|\|\||[<>=]=|\S|$)/g;

/** Code that is read token by token. A comment is one token, and so is a text. */
export type TokenReader = ReturnType<typeof createTokenReader>;

/** Splits code into its tokens. */
export function createTokenReader(code: string) {
  const tokens = [...code.matchAll(tokenPattern)];
  let place = 0;
  /** The next token, or one after it; empty behind the last. */
  const next = (ahead = 0): string => tokens[place + ahead]?.[2] ?? "";
  const take = (): string => {
    place += 1;
    return next(-1);
  };
  /** Takes the next tokens if they are these. */
  const skip = (...texts: readonly string[]): boolean => {
    const areNext = texts.every((text, ahead) => next(ahead) === text);
    if (areNext) place += texts.length;
    return areNext;
  };
  /** Takes the next token, which has to be this one: else the code is our bug. */
  const expect = (token: string): void => {
    if (!skip(token)) throw new Error(`code to lay out has ${next()} where ${token} should be`);
  };
  /** How many line breaks are before the next token. */
  const breaks = (): number => (tokens[place]?.[1] ?? "").split("\n").length - 1;
  return { next, take, skip, expect, breaks };
}

/** A token as prettier writes it: a text has the quotes of which it has to escape fewer, a number has no plus in its exponent. */
export function formatToken(token: string): string {
  if (!token.startsWith('"')) return /^-?\d/.test(token) ? token.replace("e+", "e") : token;
  const [double, single] = [token.slice(1, -1).split('\\"').length, token.split("'").length];
  if (double <= single) return token;
  const text = token.slice(1, -1).replace(/\\(.)|'/g, (escaped: string, of?: string) => {
    if (of === '"') return '"';
    return of === undefined ? "\\'" : escaped;
  });
  return `'${text}'`;
}

/** The tokens up to one of these, which are names and signs between them. */
export function takeUntil(tokens: TokenReader, ...ends: readonly string[]): string {
  let text = "";
  while (!ends.includes(tokens.next())) {
    if (tokens.next() === "") throw new Error(`code to lay out ends before ${ends.join(" or ")}`);
    const token = tokens.take();
    text += text === "" || token === ":" || token === "," ? formatToken(token) : ` ${formatToken(token)}`;
  }
  return text;
}

/** What stands between separators: at least one. */
export function takeSeparated<T>(
  tokens: TokenReader,
  separator: string,
  take: (tokens: TokenReader) => T,
): readonly [T, ...T[]] {
  const items: [T, ...T[]] = [take(tokens)];
  while (tokens.skip(separator)) items.push(take(tokens));
  return items;
}

/** What stands between commas, up to the end of its list. */
export function takeList<T>(
  tokens: TokenReader,
  end: string,
  takeItem: (tokens: TokenReader) => T,
): readonly T[] {
  const items: T[] = [];
  while (!tokens.skip(end)) {
    items.push(takeItem(tokens));
    if (tokens.next() !== end) tokens.expect(",");
  }
  return items;
}

const identifierPattern = /^[A-Za-z_$][\w$]*$/;

/** A key of an object or an interface: without quotes where it needs none. */
export function takeKey(tokens: TokenReader): string {
  if (tokens.skip("[")) {
    const inner = takeUntil(tokens, "]");
    tokens.expect("]");
    return `[${inner}]`;
  }
  const token = tokens.take();
  const bare = token.slice(1, -1);
  return token.startsWith('"') && identifierPattern.test(bare) ? bare : formatToken(token);
}

/** The comments before the next token, each on lines of its own. */
export function takeComments(tokens: TokenReader): Document {
  const comments: Document[] = [];
  while (tokens.next().startsWith("/*")) {
    const lines = tokens
      .take()
      .split("\n")
      .map((text, index) => (index === 0 ? text : ` ${text.trim()}`));
    comments.push(joinDocuments(hardline, lines), hardline);
  }
  return comments;
}
