import { uniqueProblems, failure, isError, type Outcome, success } from "../../base/problem/problem.js";
import { type CheckedSpec, toCheckedSpec } from "../read/checked-spec.js";
import { locateInSpec, mergeAdditions, noAdditions } from "../read/additions.js";
import { sortFiles } from "../read/files.js";
import { linkSpec, visitShapes } from "../read/link-spec.js";
import { locateProblems, parseSource } from "../read/json-text.js";
import type { SourceFile } from "../read/read-spec.js";
import { checkDialect, type Dialect } from "./check-dialect.js";
import { checkFlows, checkReferences } from "./rules/references.js";
import { checkHistory } from "./rules/history.js";
import { checkKeywords, checkProtocol } from "./rules/keywords.js";
import { checkOwnNames, everyFileIsUsed, handlersAreThere } from "./rules/names.js";

/**
 * Turns the texts of a contract into a checked spec, or reports all problems. Broken and missing parts come first,
 * then the problems that may follow from them.
 */
export function lintSpec(sources: readonly SourceFile[], dialect: Dialect): Outcome<CheckedSpec> {
  const { files, broken, additions, problems: wrong } = parseSpec(sources, dialect);
  // A wrong addition is left out, and others may need it.
  if (broken.size === 0 && wrong.some(isError)) return failure(locateProblems(wrong, sources));
  const [sorted, missing] = sortFiles(files, broken);
  const [linked, dangling] = linkSpec(sorted);
  const spec = { ...linked, visits: visitShapes(linked) };
  const unresolved = checkReferences(spec);
  const found = [
    ...[...wrong, ...missing, ...handlersAreThere(linked), ...dangling],
    ...[...checkKeywords(spec), ...checkOwnNames(spec), ...checkProtocol(spec), ...unresolved],
    ...[...checkFlows(spec, unresolved), ...checkHistory(spec, additions), ...everyFileIsUsed(spec)],
  ];
  // A problem in an included file occurs once per including file.
  const problems = locateInSpec(uniqueProblems(found), sources, additions);
  return problems.some(isError) ? failure(problems) : success(toCheckedSpec(linked, additions), problems);
}

/** With the user's additions, if the spec has no problems. */
function parseSpec(sources: readonly SourceFile[], dialect: Dialect) {
  const own = sources.filter(({ addition }) => addition !== undefined);
  const spec = parseFiles(
    own.length === 0 ? sources : sources.filter((file) => !own.includes(file)),
    dialect,
  );
  if (own.length === 0 || spec.problems.length > 0) return { ...spec, additions: noAdditions };
  return {
    ...mergeAdditions(spec.files, { sources: own, ...parseFiles(own, dialect) }),
    broken: spec.broken,
  };
}

/** `broken` contains the paths of files with problems. */
export function parseFiles(sources: readonly SourceFile[], dialect: Dialect) {
  const parsed = sources.map(parseSource);
  const files = parsed.flatMap((outcome) => (outcome.ok ? outcome.value : []));
  const problems = [
    ...parsed.flatMap((outcome) => (outcome.ok ? [] : outcome.problems)),
    ...files.flatMap((file) => checkDialect(file, dialect)),
  ];
  return { files, problems, broken: new Set(problems.flatMap(({ place }) => place?.file ?? [])) };
}
