import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Changes, SpecInMemory } from "../../read/small-spec.js";

export interface AdditionCase {
  /** Changes to the small spec. */
  readonly spec?: Changes;
  /** The user's files; a string is the exact text. */
  readonly own: SpecInMemory;
  /** `code path:line:column: Message. Hint.`; without it, lint finds nothing. */
  readonly want?: string | readonly string[];
}

const readCases = (file: string): readonly (readonly [name: string, given: AdditionCase])[] =>
  Object.entries(
    parse(readFileSync(new URL(file, import.meta.url), "utf8")) as Readonly<Record<string, AdditionCase>>,
  );

/** Additions that are allowed, that are refused, and that a newer spec has, too. */
export const additionCases = {
  allowed: readCases("allowed.yaml"),
  refused: readCases("refused.yaml"),
  upgraded: readCases("upgraded.yaml"),
};
