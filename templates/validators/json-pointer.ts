/** Appends a token, which may hold any characters, to a JSON Pointer (RFC 6901). */
export const joinPointer = (pointer: string, token: string | number): string =>
  `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The tokens of a JSON Pointer, unescaped. */
export const splitPointer = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
