import { createMemo, type Memo } from "../../memo.js";
import { failure, isError, success, type Outcome } from "../../problem/problem.js";
import type { CheckedSpec } from "../checked-spec.js";
import { sortReviews, type ReviewedSpec } from "../drift-files.js";
import { locateProblems } from "../locate.js";
import type { SourceFile } from "../read/read-spec.js";
import type { Dialect } from "./check-dialect.js";
import { parseFiles } from "./parse-files.js";
import { namesLead } from "./rules/drift/names-lead.js";
import { reviewsLead } from "./rules/drift/reviews-lead.js";
import { soapNamesLead } from "./rules/drift/soap-names-lead.js";

const rules = [reviewsLead, soapNamesLead, namesLead];

/**
 * Adds the texts of `drift/` to a contract in which lint found no error, or reports everything that is wrong with them at once: a review of
 * what the contract no longer has, for example.
 */
export function lintReviews(
  spec: CheckedSpec,
  sources: readonly SourceFile[],
  dialect: Dialect,
  memo: Memo = createMemo(),
): Outcome<ReviewedSpec> {
  const { files, broken, problems: wrong } = parseFiles(sources, dialect, memo);
  const reviewed = { ...spec, ...sortReviews(files.filter(({ path }) => !broken.has(path))) };
  const problems = locateProblems([...wrong, ...rules.flatMap((rule) => rule(reviewed))], sources);
  return problems.some(isError) ? failure(problems) : success(reviewed, problems);
}
