import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { isError, type Problem } from "../../problem/problem.js";
import { locateProblems } from "../../spec/locate.js";
import { lintSpec } from "../../spec/lint/lint-spec.js";
import { readSpec } from "../../spec/read/read-spec.js";
import { checkExamples } from "../../examples/check-examples.js";
import type { ReadArguments } from "../options.js";
import { ownSpec, readDialect } from "../package-files.js";
import { formatProblem, problemEnding, type Ending } from "../terminal.js";

/** `lint`: everything that is wrong with a spec, its examples included. */
export function lint({ spec = ownSpec, json }: ReadArguments): Ending {
  const sources = readSpec(spec);
  if (!sources.ok) return problemEnding(sources.problems, json);
  const linted = lintSpec(sources.value, readDialect());
  if (!linted.ok) return problemEnding(linted.problems, json);
  const model = buildModel(linted.value);
  const problems = [...linted.warnings, ...locateProblems(checkExamples(model), sources.value)];
  if (problems.some(isError)) return problemEnding(problems, json);
  return json
    ? jsonEnding(problems)
    : { code: 0, stdout: formatCleanness(model), stderr: problems.map(formatProblem).join("") };
}

const jsonEnding = (problems: readonly Problem[]): Ending => ({
  code: 0,
  stdout: `${JSON.stringify({ problems }, null, 2)}\n`,
  stderr: "",
});

const formatCleanness = ({ events, releases, examples, answers }: Model): string =>
  `The spec is clean: ${events.length} events, ${answers.length} answers, ${releases.length} releases, ${examples.length} examples.\n`;
