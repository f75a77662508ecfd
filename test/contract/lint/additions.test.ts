import { describe, expect, it } from "vitest";
import type { Problem } from "../../../generator/base/problem/problem.js";
import { checkExamples } from "../../../generator/contract/examples/check-examples.js";
import { lintSpec } from "../../../generator/contract/lint/lint-spec.js";
import { checkCompleteness } from "../../../generator/contract/lint/rules/completeness.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { readDialect } from "../../../generator/contract/package/package-files.js";
import { locateInSpec } from "../../../generator/contract/read/additions.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import { changeSpec, toSources } from "../read/small-spec.js";
import { additionCases, type AdditionCase } from "./additions/addition-cases.js";

const dialect = readDialect();

const listSources = ({ spec = {}, own }: AdditionCase): readonly SourceFile[] => [
  ...toSources(changeSpec(spec)),
  ...toSources(own).map((file) => ({ ...file, addition: `mplus-spec/${file.path}` })),
];

function lint(given: AdditionCase): readonly Problem[] {
  const sources = listSources(given);
  const linted = lintSpec(sources, dialect);
  if (!linted.ok) return linted.problems;
  const found = [...checkCompleteness(linted.value), ...checkExamples(buildModel(linted.value))];
  return [...linted.warnings, ...locateInSpec(found, sources, linted.value.additions)];
}

function show({ code, message, hint, place, position }: Problem): string {
  const where = `${place?.file}:${position?.line}:${position?.column}`;
  return [`${code} ${where}: ${message}`, hint ?? ""].join(" ").trim();
}

describe.each(Object.entries(additionCases))("additions that are %s:", (_kind, cases) => {
  it.each(cases)("%s", (_name, given) => {
    expect(lint(given).map(show)).toEqual([given.want ?? []].flat());
  });
});

it("additions leave the texts of the spec and their own as they were", () => {
  for (const [, given] of additionCases.allowed) {
    const sources = listSources(given);
    const before = structuredClone(sources);
    lintSpec(sources, dialect);
    expect(sources).toEqual(before);
  }
});
