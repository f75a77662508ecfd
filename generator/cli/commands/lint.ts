import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { isError } from "../../problem/problem.js";
import { report } from "../../problem/catalogue.js";
import { locateProblems } from "../../spec/read/json-text.js";
import { lintReviewSources, lintSources } from "../../package/load-spec.js";
import { readReviews, readSpec } from "../../spec/read/read-spec.js";
import { productsNameAll } from "../../spec/lint/rules/protocol.js";
import { checkExamples } from "../../examples/check-examples.js";
import { paint } from "../../text/style.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { ownSpec } from "../../package/package-files.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import type { Surroundings } from "../terminal.js";

/** `lint`: reports everything that is wrong with a spec: first with the contract, then with its examples and the reviews of its sources. */
export function lint(
  { spec = ownSpec, json }: Args<"lint">,
  { terminal: { progress } }: Surroundings,
): Ending {
  progress("reading the spec");
  const sources = readSpec(spec);
  progress("checking the spec");
  const linted = sources.ok ? lintSources(sources.value) : sources;
  if (!sources.ok || !linted.ok) {
    const faults = linted.ok ? [] : linted.problems;
    const isThere = faults.every(({ code }) => code !== "spec-unreadable");
    return problemEnding([...faults, ...(isThere ? [report("lint-stopped", {})] : [])], json);
  }
  progress("checking the reviews");
  const reviews = readReviews(spec);
  const reviewed = reviews.ok ? lintReviewSources(linted.value, reviews.value) : reviews;
  progress("checking the examples");
  const model = buildModel(linted.value);
  const problems = [
    ...linted.warnings,
    ...locateProblems([...productsNameAll(linted.value), ...checkExamples(model)], sources.value),
    ...(reviewed.ok ? reviewed.warnings : reviewed.problems),
  ];
  if (problems.some(isError)) return problemEnding(problems, json);
  return json
    ? jsonEnding({ problems } satisfies Result<"lint">)
    : successEnding(formatCounts(model, problems.length), problems);
}

const formatCounts = ({ events, releases, examples, answers }: Model, warnings: number): string =>
  `${paint("good", warnings > 0 ? "The spec has no errors:" : "The spec is clean:")} ${events.length} events, ${answers.length} answers, ${releases.length} releases, ${examples.length} examples.\n`;
