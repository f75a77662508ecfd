import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { isError } from "../../problem/problem.js";
import { locateProblems } from "../../spec/locate.js";
import { lintSources } from "../../package/load-spec.js";
import { readSpec } from "../../spec/read/read-spec.js";
import { checkExamples } from "../../examples/check-examples.js";
import { paint } from "../../text/style.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/args.js";
import { ownSpec } from "../../package/package-files.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../surroundings.js";

/** `lint`: reports everything that is wrong with a spec and its examples. */
export function lint(
  { spec = ownSpec, json }: Args<"lint">,
  { terminal: { progress }, memo }: Surroundings,
): Ending {
  progress("reading the spec");
  const sources = readSpec(spec);
  if (!sources.ok) return problemEnding(sources.problems, json);
  progress("checking the spec");
  const linted = lintSources(sources.value, memo);
  if (!linted.ok) return problemEnding(linted.problems, json);
  progress("checking the examples");
  const model = buildModel(linted.value);
  const problems = [...linted.warnings, ...locateProblems(checkExamples(model), sources.value)];
  if (problems.some(isError)) return problemEnding(problems, json);
  return json
    ? jsonEnding({ problems } satisfies Result<"lint">)
    : successEnding(formatCounts(model), problems);
}

const formatCounts = ({ events, releases, examples, answers }: Model): string =>
  `${paint("good", "The spec is clean:")} ${events.length} events, ${answers.length} answers, ${releases.length} releases, ${examples.length} examples.\n`;
