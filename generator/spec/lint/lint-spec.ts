import { isError, success, failure, type Outcome, type Problem } from "../../problem/problem.js";
import { linkSpec, type LinkedSpec } from "../link/link-spec.js";
import { locateProblems } from "../locate.js";
import { checkDialect, type Dialect } from "./check-dialect.js";
import { parseSource, type ParsedFile } from "../read/parse-source.js";
import type { SourceFile } from "../read/read-spec.js";
import { answersAreNoRequests } from "./rules/answers.js";
import {
  datesLieWithin,
  enumsLive,
  erasAscend,
  livesNest,
  releasesAreListed,
  releasesAscend,
  switchesAlternate,
} from "./rules/history.js";
import { keywordsFit } from "./rules/keywords.js";
import { legacyNamesAreFree } from "./rules/legacy-names.js";
import { everyFileIsUsed, everythingIsDescribed, namesAreUnique, propertiesExist } from "./rules/names.js";
import { flowsLead, glossaryLeads } from "./rules/references.js";
import { sidesAreApart } from "./rules/sides.js";
import { sortFiles } from "../spec-files.js";

/** A rule reads a linked spec and says what it finds wrong. */
type Rule = (spec: LinkedSpec) => readonly Problem[];

const rules: readonly Rule[] = [
  keywordsFit,
  namesAreUnique,
  propertiesExist,
  legacyNamesAreFree,
  everythingIsDescribed,
  everyFileIsUsed,
  sidesAreApart,
  answersAreNoRequests,
  flowsLead,
  glossaryLeads,
  releasesAscend,
  releasesAreListed,
  livesNest,
  datesLieWithin,
  switchesAlternate,
  erasAscend,
  enumsLive,
];

/** From the text of a spec to a spec that can be relied on, or everything that is wrong with it at once. */
export function lintSpec(sources: readonly SourceFile[], dialect: Dialect): Outcome<LinkedSpec> {
  const parsed = sources.map((source) => ({ source, outcome: parseSource(source) }));
  const files = parsed.flatMap(({ outcome }): ParsedFile[] => (outcome.ok ? [outcome.value] : []));
  const textual = parsed.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.problems));
  const dialectal = checkDialect(files, dialect);
  const broken = new Set([...textual, ...dialectal].map((problem) => problem.place?.file ?? ""));
  const [sorted, missing] = sortFiles(files, broken);
  const [linked, dangling] = linkSpec(sorted);
  const ruled = rules.flatMap((rule) => rule(linked));
  const problems = locateProblems(
    unique([...textual, ...dialectal, ...missing, ...dangling, ...ruled]),
    sources,
  );
  return problems.some(isError) ? failure(problems) : success(linked, problems);
}

/** A fault in an included file shows wherever it is included; once is enough. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, place?.file, place?.pointer]);
    return !seen.has(key) && seen.add(key);
  });
}
