import { failure, isError, type Outcome, type Problem, success } from "../../problem/problem.js";
import { type CheckedSpec, toCheckedSpec } from "../checked-spec.js";
import { sortFiles } from "../files.js";
import { linkSpec } from "../link/link-spec.js";
import { locateProblems, parseSource } from "../read/json-text.js";
import type { SourceFile } from "../read/read-spec.js";
import { checkDialect, type Dialect } from "./check-dialect.js";
import { findRepeated } from "./check-names.js";
import { checkFlows, eventsAreInFlows } from "./rules/flows.js";
import { checkHistory } from "./rules/history.js";
import { checkKeywords } from "./rules/keywords.js";
import { legacyNamesAreFree } from "./rules/legacy-names.js";
import { checkNamed, everyFileIsUsed, handlersAreThere } from "./rules/names.js";
import { checkProtocol } from "./rules/protocol.js";
import { namesLead } from "./rules/references.js";
import { flowsTellStories } from "./rules/stories.js";
import { type VisitedSpec, visitShapes } from "./visit.js";

/** Reads a linked spec and reports what is wrong with it. */
type Rule = (spec: VisitedSpec) => readonly Problem[];

/** Rules on shapes and on what they are called. What these report may be why a name leads nowhere. */
const shapeRules: readonly Rule[] = [checkKeywords, checkNamed, legacyNamesAreFree, checkProtocol];

/** Rules on what depends on names. That a file is not used may follow from anything else. */
const laterRules: readonly Rule[] = [
  ...[checkFlows, flowsTellStories, eventsAreInFlows, checkHistory, everyFileIsUsed],
];

/**
 * Turns the texts of a contract into a checked spec, or reports everything that is wrong with them at once: what is broken or missing
 * before what may follow from it.
 */
export function lintSpec(sources: readonly SourceFile[], dialect: Dialect): Outcome<CheckedSpec> {
  const { files, broken, problems: wrong } = parseFiles(sources, dialect);
  const [sorted, missing] = sortFiles(files, broken);
  const [linked, dangling] = linkSpec(sorted);
  const visited = { ...linked, visits: visitShapes(linked) };
  const astray = namesLead(visited);
  const spec = { ...visited, astray: new Set(astray.flatMap(({ place }) => place?.file ?? [])) };
  const apply = (rules: readonly Rule[]): readonly Problem[] => rules.flatMap((rule) => rule(spec));
  const found = [
    ...[...wrong, ...missing, ...handlersAreThere(linked), ...dangling],
    ...[...apply(shapeRules), ...astray, ...apply(laterRules)],
  ];
  const problems = locateProblems(unique(found), sources);
  return problems.some(isError) ? failure(problems) : success(toCheckedSpec(linked), problems);
}

/** Each problem once: a fault in an included file shows wherever the file is included. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const repeated = findRepeated(problems, ({ code, message, place }) =>
    JSON.stringify([code, message, place]),
  );
  const seconds = new Set(repeated.map(([second]) => second));
  return problems.filter((problem) => !seconds.has(problem));
}

/** Parses files, and holds each of them against the dialect. The broken ones are the paths of those that have problems. */
export function parseFiles(sources: readonly SourceFile[], dialect: Dialect) {
  const parsed = sources.map((source) => parseFile(source, dialect));
  const problems = [
    ...parsed.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.problems)),
    ...parsed.flatMap(({ dialectal }) => dialectal),
  ];
  const files = parsed.flatMap(({ outcome }) => (outcome.ok ? outcome.value : []));
  return { files, problems, broken: new Set(problems.flatMap(({ place }) => place?.file ?? [])) };
}

function parseFile(source: SourceFile, dialect: Dialect) {
  const outcome = parseSource(source);
  return { outcome, dialectal: outcome.ok ? checkDialect(outcome.value, dialect) : [] };
}
