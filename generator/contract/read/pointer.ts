import type { SourceLocation } from "../../base/problem/problem.js";

/** A JSON Pointer with further tokens, escaped as RFC 6901 says. */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((sofar, token) => `${sofar}/${escapeToken(String(token))}`, pointer);
}

/** The tokens of a JSON Pointer, unescaped. */
export function splitPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapeToken);
}

/** The paths of all parents of a path. */
export const listParentPaths = (path: string): string[] =>
  Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index));

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");
const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** The place of a part of a file. */
export const placeIn = (file: string, ...tokens: readonly (string | number)[]): SourceLocation => ({
  file,
  pointer: joinPointer("", ...tokens),
});

/** The place of a part, from the place of what holds it. */
export const placeInside = (
  place: SourceLocation,
  ...tokens: readonly (string | number)[]
): SourceLocation => ({ file: place.file, pointer: joinPointer(place.pointer, ...tokens) });

/** A place as one text, for a set or a map; it begins with that of what it is part of. */
export const toLocationKey = ({ file, pointer }: SourceLocation): string => `${file}#${pointer}`;
