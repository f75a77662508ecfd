import type { Memo } from "../../memo.js";
import type { Problem } from "../../problem/problem.js";
import { parseSource, type ParsedFile } from "../read/parse-source.js";
import type { SourceFile } from "../read/read-spec.js";
import { checkDialect, type Dialect } from "./check-dialect.js";

/** Files of a spec, each read by itself. */
export interface ParsedFiles {
  /** Those that are JSON. */
  readonly files: readonly ParsedFile[];
  readonly problems: readonly Problem[];
  /** The paths of the files that have problems. */
  readonly broken: ReadonlySet<string>;
}

/** Parses files, and holds each of them against the dialect. */
export function parseFiles(sources: readonly SourceFile[], dialect: Dialect, memo: Memo): ParsedFiles {
  const parsed = sources.map((source) =>
    memo.keep("file", `${source.path}\0${source.text}`, () => parseFile(source, dialect)),
  );
  const problems = [
    ...parsed.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.problems)),
    ...parsed.flatMap(({ dialectal }) => dialectal),
  ];
  return {
    files: parsed.flatMap(({ outcome }): ParsedFile[] => (outcome.ok ? [outcome.value] : [])),
    problems,
    broken: new Set(problems.flatMap(({ place }) => place?.file ?? [])),
  };
}

function parseFile(source: SourceFile, dialect: Dialect) {
  const outcome = parseSource(source);
  return { outcome, dialectal: outcome.ok ? checkDialect(outcome.value, dialect) : [] };
}
