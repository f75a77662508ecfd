/** A JSON Pointer one step longer (RFC 6901 escapes). */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((sofar, token) => `${sofar}/${escapeToken(String(token))}`, pointer);
}

/** The steps of a JSON Pointer, unescaped. */
export function splitPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapeToken);
}

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");
const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");
