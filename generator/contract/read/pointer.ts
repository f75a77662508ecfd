import type { SourceLocation } from "../../base/problem/problem.js";

/** Appends tokens to a JSON Pointer, escaped as in RFC 6901. */
export function joinPointer(pointer: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((sofar, token) => `${sofar}/${escapeToken(String(token))}`, pointer);
}

export function splitPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapeToken);
}

export const listParentPaths = (path: string): string[] =>
  Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index));

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");
const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

export const placeIn = (file: string, ...tokens: readonly (string | number)[]): SourceLocation => ({
  file,
  pointer: joinPointer("", ...tokens),
});

export const placeInside = (
  place: SourceLocation,
  ...tokens: readonly (string | number)[]
): SourceLocation => ({ file: place.file, pointer: joinPointer(place.pointer, ...tokens) });

/** A place as a key for sets and maps. It starts with the key of its parent. */
export const toLocationKey = ({ file, pointer }: SourceLocation): string => `${file}#${pointer}`;
