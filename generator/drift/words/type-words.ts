import type { ClaimedType } from "../claim.js";

/** What the vendor's words for types mean: each of these. */
const typeWords: ReadonlyMap<string, readonly ClaimedType[]> = new Map<string, readonly ClaimedType[]>([
  ["boolean", ["boolean"]],
  ["bool", ["boolean"]],
  ["int", ["integer"]],
  ["integer", ["integer"]],
  ["bigint", ["int64"]],
  ["number", ["number"]],
  ["string", ["string"]],
  ["text", ["string"]],
  ["tekst", ["string"]],
  ["uuid", ["uuid"]],
  ["date", ["date"]],
  ["datetime", ["date-time"]],
  ["date or datetime", ["date", "date-time"]],
  ["object", ["object"]],
  ["array", ["array"]],
  ["object[]", ["array of objects"]],
  ["int[]", ["array of integers"]],
  ["string[]", ["array of strings"]],
  ["text[]", ["array of strings"]],
]);

/** A type at the beginning of a text, and how many words name it. */
export interface FoundType {
  readonly types: readonly ClaimedType[];
  readonly length: number;
}

/** The type that words begin with, the longest one; undefined if they begin with none that we know. */
export function findType(words: readonly string[]): FoundType | undefined {
  for (const length of [3, 2, 1]) {
    const types = typeWords.get(words.slice(0, length).join(" ").toLowerCase());
    if (types && words.length >= length) return { types, length };
  }
  return undefined;
}
