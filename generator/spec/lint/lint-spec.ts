import { createMemo, type Memo } from "../../memo.js";
import { isError, success, failure, type Outcome, type Problem } from "../../problem/problem.js";
import { toCheckedSpec, type CheckedSpec } from "../checked-spec.js";
import { linkSpec } from "../link/link-spec.js";
import { locateProblems } from "../locate.js";
import type { Dialect } from "./check-dialect.js";
import { parseFiles } from "./parse-files.js";
import type { SourceFile } from "../read/read-spec.js";
import { answersAreNoRequests } from "./rules/answers.js";
import { datesLieWithin, partsLieWithinWholes } from "./rules/existence.js";
import { contextAndEchoFit } from "./rules/context-and-echo.js";
import { enumsHaveValues } from "./rules/enum-values.js";
import { erasAscend } from "./rules/eras.js";
import { inlinedPropertiesAreClear } from "./rules/inlined.js";
import { keywordsFit } from "./rules/keywords.js";
import { legacyNamesAreFree } from "./rules/legacy-names.js";
import { everyFileIsUsed, everythingIsDescribed, namesAreUnique, propertiesExist } from "./rules/names.js";
import { envelopeLeads } from "./rules/envelope.js";
import { errorFilesFit } from "./rules/error-files.js";
import { eventsAreInFlows, flowsAreSetUp } from "./rules/docs/flows-are-set-up.js";
import { flowsLead } from "./rules/docs/flows-lead.js";
import { flowsShow } from "./rules/docs/flows-show.js";
import { flowsTellStories } from "./rules/docs/flows-tell-stories.js";
import { limitsHold } from "./rules/limits.js";
import { glossaryLeads, questionsLead, synonymsStandOnce } from "./rules/docs/references.js";
import { beyondAscends, releasesAreListed, releasesAscend } from "./rules/releases.js";
import { sidesAreApart } from "./rules/sides.js";
import { productsLead, takesLead } from "./rules/standings.js";
import { startsLead } from "./rules/start.js";
import { tillActsPoint } from "./rules/till-acts.js";
import { switchesAlternate } from "./rules/switches.js";
import { settingsFit, tasksLead } from "./rules/docs/tasks.js";
import { visitSpec, type VisitedSpec } from "./visit-shapes.js";
import { sortFiles } from "../spec-files.js";

/** A rule reads a linked spec and reports what is wrong with it. */
type Rule = (spec: VisitedSpec) => readonly Problem[];

const rules: readonly Rule[] = [
  keywordsFit,
  namesAreUnique,
  propertiesExist,
  legacyNamesAreFree,
  inlinedPropertiesAreClear,
  everythingIsDescribed,
  everyFileIsUsed,
  sidesAreApart,
  answersAreNoRequests,
  errorFilesFit,
  contextAndEchoFit,
  envelopeLeads,
  takesLead,
  productsLead,
  limitsHold,
  startsLead,
  tillActsPoint,
  flowsLead,
  flowsShow,
  flowsTellStories,
  flowsAreSetUp,
  eventsAreInFlows,
  tasksLead,
  settingsFit,
  glossaryLeads,
  synonymsStandOnce,
  questionsLead,
  beyondAscends,
  releasesAscend,
  releasesAreListed,
  partsLieWithinWholes,
  datesLieWithin,
  switchesAlternate,
  erasAscend,
  enumsHaveValues,
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
  const visited = visitSpec(linked);
  const ruled = rules.flatMap((rule) => rule(visited));
  const problems = locateProblems(unique([...wrong, ...missing, ...dangling, ...ruled]), sources);
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
