import { createMemo, type Memo } from "../../memo.js";
import { failure, isError, type Outcome, type Problem, success } from "../../problem/problem.js";
import { type CheckedSpec, toCheckedSpec } from "../checked-spec.js";
import { sortFiles } from "../files.js";
import { linkSpec } from "../link/link-spec.js";
import { checkDialect, type Dialect } from "./check-dialect.js";
import { answersAreNoRequests, errorFilesFit, sidesAreApart } from "./rules/sides.js";
import {
  contextFits,
  echoFits,
  inlinedPropertiesAreClear,
  keywordsAgree,
  keywordsFitKinds,
  keywordsFitRoles,
  limitsHold,
} from "./rules/keywords.js";
import { eventsAreInFlows, flowsAreSetUp, flowsLead, flowsShow } from "./rules/flows.js";
import { flowsTellStories } from "./rules/stories.js";
import {
  beyondAscends,
  datesLieWithin,
  enumsHaveValues,
  erasAscend,
  partsLieWithinWholes,
  releasesAreListed,
  releasesAscend,
  switchesAlternate,
} from "./rules/existence.js";
import { objectsLiveOnce } from "./rules/lives.js";
import { legacyNamesAreFree } from "./rules/legacy-names.js";
import {
  everyFileIsUsed,
  everythingIsDescribed,
  namesAreUnique,
  objectsHaveTitles,
  propertiesAreOwn,
  requiredExist,
  tasksHaveHandlers,
} from "./rules/names.js";
import { namesLead, synonymsAreOthers } from "./rules/references.js";
import { takesContradictNothing } from "./rules/standings.js";
import { type Visit, type VisitedSpec, visitShapes } from "./visit.js";
import { locateProblems, type ParsedFile, parseSource } from "../read/json-text.js";
import type { SourceFile } from "../read/read-spec.js";

/** A rule reads a linked spec and reports what is wrong with it. */
type Rule = (spec: VisitedSpec) => readonly Problem[];

/** A rule that each shape of the spec's files is held against. */
const eachShape =
  (rule: (visit: Visit, spec: VisitedSpec) => readonly Problem[]): Rule =>
  (spec) =>
    spec.visits.flatMap((visit) => rule(visit, spec));

const rules: readonly Rule[] = [
  eachShape(keywordsFitKinds),
  eachShape(keywordsFitRoles),
  eachShape(keywordsAgree),
  eachShape(objectsHaveTitles),
  namesAreUnique,
  eachShape(propertiesAreOwn),
  eachShape(requiredExist),
  legacyNamesAreFree,
  eachShape(inlinedPropertiesAreClear),
  eachShape(everythingIsDescribed),
  everyFileIsUsed,
  tasksHaveHandlers,
  sidesAreApart,
  answersAreNoRequests,
  errorFilesFit,
  eachShape(contextFits),
  eachShape(echoFits),
  takesContradictNothing,
  eachShape(limitsHold),
  flowsLead,
  flowsShow,
  flowsTellStories,
  flowsAreSetUp,
  eventsAreInFlows,
  synonymsAreOthers,
  beyondAscends,
  releasesAscend,
  releasesAreListed,
  partsLieWithinWholes,
  datesLieWithin,
  switchesAlternate,
  eachShape(erasAscend),
  objectsLiveOnce,
  eachShape(enumsHaveValues),
];

/** Turns the texts of a contract into a checked spec, or reports everything that is wrong with them at once. */
export function lintSpec(
  sources: readonly SourceFile[],
  dialect: Dialect,
  memo: Memo = createMemo(),
): Outcome<CheckedSpec> {
  const { files, broken, problems: wrong } = parseFiles(sources, dialect, memo);
  const [sorted, missing] = sortFiles(files, broken);
  const [linked, dangling] = linkSpec(sorted);
  const visited = { ...linked, visits: [...visitShapes(linked)] };
  const astray = namesLead(visited);
  const spec = { ...visited, astray: new Set(astray.flatMap(({ place }) => place?.file ?? [])) };
  const ruled = rules.flatMap((rule) => rule(spec));
  const problems = locateProblems(unique([...wrong, ...missing, ...dangling, ...astray, ...ruled]), sources);
  return problems.some(isError) ? failure(problems) : success(toCheckedSpec(linked), problems);
}

/** Each problem once: a fault in an included file shows wherever the file is included. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, place?.file, place?.pointer]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Files of a spec, each read by itself. */
export interface ParsedFiles {
  /** Those that are JSON. */
  readonly files: readonly ParsedFile[];
  readonly problems: readonly Problem[];
  /** The paths of the files that have problems. */
  readonly broken: ReadonlySet<string>;
}

/** Parses files, and holds each of them against the dialect. */
export function parseFiles(sources: readonly SourceFile[], dialect: Dialect, memo: Memo): ParsedFiles {
  const parsed = sources.map((source) =>
    memo.keep("file", `${source.path}\0${source.text}`, () => parseFile(source, dialect)),
  );
  const problems = [
    ...parsed.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.problems)),
    ...parsed.flatMap(({ dialectal }) => dialectal),
  ];
  return {
    files: parsed.flatMap(({ outcome }): ParsedFile[] => (outcome.ok ? [outcome.value] : [])),
    problems,
    broken: new Set(problems.flatMap(({ place }) => place?.file ?? [])),
  };
}

function parseFile(source: SourceFile, dialect: Dialect) {
  const outcome = parseSource(source);
  return { outcome, dialectal: outcome.ok ? checkDialect(outcome.value, dialect) : [] };
}
