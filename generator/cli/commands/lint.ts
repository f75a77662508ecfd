import { checkExamples } from "../../contract/examples/check-examples.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model } from "../../contract/model/model.js";
import {
  lintReviewSources,
  lintSources,
  ownSpec,
  readSpecSources,
} from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { isError, type Problem } from "../../base/problem/problem.js";
import { checkCompleteness } from "../../contract/lint/rules/completeness.js";
import { locateInSpec } from "../../contract/read/additions.js";
import { readReviews } from "../../contract/read/read-spec.js";
import { paint } from "../../base/text/style.js";
import type { Args } from "../options/commands.js";
import { requireSuccess, throwProblems } from "../call-error.js";
import type { CommandResult } from "../command-result.js";

export function lint({ spec = ownSpec, additions }: Args<"lint">): CommandResult<LintJson> {
  const read = readSpecSources(spec, additions);
  const linted = read.ok ? lintSources(read.value) : read;
  if (!linted.ok) {
    const isThere = linted.problems.every(({ code }) => !/^(spec|additions)-unreadable$/.test(code));
    throwProblems(linted.problems, isThere ? [report("lint-stopped", {})] : []);
  }
  const sources = requireSuccess(read).value;
  const reviews = readReviews(spec);
  const reviewed = reviews.ok ? lintReviewSources(linted.value, reviews.value) : reviews;
  const model = buildModel(linted.value);
  const problems = [
    ...linted.warnings,
    ...locateInSpec(
      [...checkCompleteness(linted.value), ...checkExamples(model)],
      sources,
      linted.value.additions,
    ),
    ...(reviewed.ok ? reviewed.warnings : reviewed.problems),
  ];
  if (problems.some(isError)) throwProblems(problems);
  return {
    report: () => formatLintSummary(model, problems.length),
    json: () => ({ problems }),
    warnings: problems,
  };
}

/** Warnings only, because errors replace the result. A spec with only warnings passes. */
export interface LintJson {
  readonly problems: readonly Problem[];
}

const formatLintSummary = ({ events, releases, examples, answers }: Model, warnings: number): string =>
  `${paint("good", warnings > 0 ? "The spec has no errors:" : "The spec is clean:")} ${events.length} events, ${answers.length} answers, ${releases.length} releases, ${examples.length} examples.\n`;
