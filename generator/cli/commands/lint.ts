import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { isError } from "../../problem/problem.js";
import { locateProblems } from "../../spec/locate.js";
import { lintSpec } from "../../spec/lint/lint-spec.js";
import { readSpec } from "../../spec/read/read-spec.js";
import { checkExamples } from "../../examples/check-examples.js";
import type { Args } from "../options/args.js";
import { ownSpec, readDialect } from "../../package/package-files.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";

/** `lint`: reports everything that is wrong with a spec and its examples. */
export function lint({ spec = ownSpec, json }: Args<"lint">): Ending {
  const sources = readSpec(spec);
  if (!sources.ok) return problemEnding(sources.problems, json);
  const linted = lintSpec(sources.value, readDialect());
  if (!linted.ok) return problemEnding(linted.problems, json);
  const model = buildModel(linted.value);
  const problems = [...linted.warnings, ...locateProblems(checkExamples(model), sources.value)];
  if (problems.some(isError)) return problemEnding(problems, json);
  return json
    ? successEnding(`${JSON.stringify({ problems }, null, 2)}\n`)
    : successEnding(formatCounts(model), problems);
}

const formatCounts = ({ events, releases, examples, answers }: Model): string =>
  `The spec is clean: ${events.length} events, ${answers.length} answers, ${releases.length} releases, ${examples.length} examples.\n`;
