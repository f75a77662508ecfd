import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Changes } from "../../read/small-spec.js";

export interface LintCase {
  readonly name: string;
  readonly given: Changes;
  /** `code file#/pointer`, with `line:column` and `: Message. Hint.` where a case tests them too. */
  readonly want: readonly string[];
}

interface CaseFile {
  /** Changes to the small spec that all cases of the file have. */
  readonly base?: Changes;
  /** `null` removes the part. Without `want`, lint finds nothing. */
  readonly cases: Readonly<Record<string, { readonly given?: Changes; readonly want?: string | string[] }>>;
}

const folder = new URL("./", import.meta.url);

const removeNulls = (changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).map(([place, value]) => [place, value ?? undefined]));

function readCases(file: string): readonly LintCase[] {
  const { base = {}, cases } = parse(readFileSync(new URL(file, folder), "utf8")) as CaseFile;
  return Object.entries(cases).map(([name, { given = {}, want = [] }]) => ({
    name,
    given: removeNulls({ ...structuredClone(base), ...given }),
    want: [want].flat(),
  }));
}

/** The cases of each YAML file beside this one. */
export const lintCases: Readonly<Record<string, readonly LintCase[]>> = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file, readCases(file)]),
);
