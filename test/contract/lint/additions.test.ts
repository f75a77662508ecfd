import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkExamples } from "../../../generator/contract/examples/check-examples.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { checkCompleteness } from "../../../generator/contract/lint/rules/completeness.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { readDialect } from "../../../generator/contract/package/package-files.js";
import { locateInSpec } from "../../../generator/contract/read/additions.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import type { Problem } from "../../../generator/base/problem/problem.js";
import { changeSpec, smallSpec, toSources, type Changes, type SpecInMemory } from "../read/small-spec.js";

interface AdditionCase {
  /** Changes to the small spec. */
  readonly spec?: Changes;
  /** The user's files; a string is the exact text. */
  readonly own: SpecInMemory;
  /** `severity path:line:column: Message. Hint.`; without it, lint finds nothing. */
  readonly want?: string | readonly string[];
}

const dialect = readDialect();

const readCases = (file: string): [string, AdditionCase][] =>
  Object.entries(
    parse(readFileSync(new URL(`additions/${file}.yaml`, import.meta.url), "utf8")) as Record<
      string,
      AdditionCase
    >,
  );

const toOwnSources = (own: SpecInMemory): readonly SourceFile[] =>
  toSources(own).map((file) => ({ ...file, addition: `mplus-spec/${file.path}` }));

function lintWith({ spec = {}, own }: AdditionCase): readonly Problem[] {
  const sources = [...toSources(changeSpec(spec)), ...toOwnSources(own)];
  const linted = lintSpec(sources, dialect);
  if (!linted.ok) return linted.problems;
  const found = [...checkCompleteness(linted.value), ...checkExamples(buildModel(linted.value))];
  return [...linted.warnings, ...locateInSpec(found, sources, linted.value.additions)];
}

function show({ severity, message, hint, place, position }: Problem): string {
  const where = `${place?.file}:${position?.line}:${position?.column}`;
  return [`${severity} ${where}: ${message}`, hint ?? ""].join(" ").trim();
}

describe.each(["allowed", "refused", "upgrade"])("additions that are %s:", (file) => {
  it.each(readCases(file))("%s", (_, given) => {
    expect(lintWith(given).map(show)).toEqual([given.want ?? []].flat());
  });
});

it("additions leave the spec and themselves as they were", () => {
  const [, given] = readCases("allowed")[0] ?? [];
  const sources = [...toSources(smallSpec), ...toOwnSources(given?.own ?? {})];
  const before = structuredClone(sources);
  lintSpec(sources, dialect);
  expect(sources).toEqual(before);
});
