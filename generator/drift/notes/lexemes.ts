import type { NamesFile } from "../../spec/dialect.js";
import { parseRelease } from "../../time/release.js";
import type { Subject } from "../claim.js";
import { isPath, toTokens, type Token } from "./tokens.js";
import { findDeed, sideWords, wordKinds } from "./words.js";

/** A word of a sentence, or the several that name something. */
export interface Lexeme {
  readonly kind: keyof typeof wordKinds | "path" | "name" | "deed" | "side" | "release" | "word";
  readonly token: Token;
  /** What a path, or a name, leads to. */
  readonly parts: readonly Pick<Subject, "side" | "path">[];
  /** Whether values follow the name. */
  readonly ofValues: boolean;
}

/** How prose calls parts, by the words of it. */
export type Names = readonly {
  readonly words: readonly string[];
  readonly parts: Lexeme["parts"];
  readonly ofValues: boolean;
}[];

/** Prepares the names of a spec, the longest first. */
export const toNames = ({ names }: NamesFile): Names =>
  names
    .flatMap(({ called, parts, ofValues = false }) =>
      called.map((name) => ({
        words: toTokens(name).map(({ word }) => word),
        parts: parts.map(toPart),
        ofValues,
      })),
    )
    .sort((a, b) => b.words.length - a.words.length);

function toPart(name: string): Lexeme["parts"][number] {
  const [side, path = ""] = name.split(" ");
  return { side: side === "request" ? "request" : "response", path };
}

/** Tells what each word of a sentence is. */
export function toLexemes(sentence: string, names: Names): readonly Lexeme[] {
  const tokens = toTokens(sentence);
  const lexemes: Lexeme[] = [];
  for (let i = 0; i < tokens.length;) {
    const name = names.find(({ words }) => words.every((word, j) => tokens[i + j]?.word === word));
    const length = name?.words.length ?? 1;
    const last = tokens[i + length - 1];
    if (last) lexemes.push(name ? { ...name, kind: "name", token: last } : toLexeme(last));
    i += length;
  }
  return lexemes;
}

const plainKinds = Object.keys(wordKinds) as (keyof typeof wordKinds)[];

function toLexeme(token: Token): Lexeme {
  const { text, word, isMarked } = token;
  const none = { token, parts: [], ofValues: false };
  if (isPath(text)) return { ...none, kind: "path", parts: [{ side: "body", path: text }] };
  if (isMarked) return { ...none, kind: "word" };
  if (findDeed([word])) return { ...none, kind: "deed" };
  if (sideWords.has(word)) return { ...none, kind: "side" };
  if (word.includes(".") && parseRelease(word) !== undefined) return { ...none, kind: "release" };
  return { ...none, kind: plainKinds.find((kind) => wordKinds[kind].has(word)) ?? "word" };
}
