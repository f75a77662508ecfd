import type { ReportBlock } from "../../pages/blocks/block.js";
import { styled, text, toText } from "../../pages/blocks/text.js";
import { nestedBullets } from "../../pages/blocks/builders.js";
import { describeSpans } from "../../contract/describe.js";
import {
  explain as explainPath,
  explanationToJson,
  groupStandings,
  type Explanation,
} from "../../changes/explain.js";
import { buildModel } from "../../contract/model/build.js";
import type { StandingModel } from "../../contract/model/model.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { capitalize, listWords } from "../../base/text/words.js";
import { parseFleet } from "../../base/time/fleet.js";
import type { Args } from "../options/commands.js";
import { requireSuccess } from "../call-error.js";

export function explain(args: Args<"explain">) {
  const spec = requireSuccess(loadSpec(args.spec)).value;
  const model = buildModel(spec);
  const { value: fleet, warnings } = requireSuccess(parseFleet(args, model));
  const explained = requireSuccess(explainPath(args.path, fleet, model)).value;
  return {
    report: () => reportExplanations(explained),
    json: () => ({ fleet: fleet.label, matches: explained.map(explanationToJson), warnings }),
    warnings,
  };
}

export type ExplainJson = ReturnType<ReturnType<typeof explain>["json"]>;

export const reportExplanations = (explanations: readonly Explanation[]): readonly ReportBlock[] =>
  explanations.flatMap((explanation) => {
    const where = styled("faint", `(${describeWhere(explanation)})`);
    const lines = listLines(explanation).filter((line) => line !== "");
    return nestedBullets([
      { text: text`${styled("name", explanation.path)} ${where}`, items: lines.map(toText) },
    ]);
  });

function describeWhere({ kind, events, isShared }: Explanation): string {
  const names = events.join(", ");
  const where = { event: "event", request: "request of ", response: "answer to " }[kind];
  if (kind === "event") return where;
  return where + (!isShared ? names : kind === "request" ? "every event" : "any event");
}

function listLines(explanation: Explanation): readonly string[] {
  const { kind, description, type, required, requiredIn, aside, leftOut, questions } = explanation;
  const need = required ? "required" : "optional";
  const turns =
    requiredIn && describeSpans(requiredIn, ["required since", "required since", "optional since"]);
  // `required (since v30)`, `optional (required since v30)`
  const when =
    turns === undefined ? "" : ` (${turns.startsWith(`${need} `) ? turns.slice(need.length + 1) : turns})`;
  return [
    description,
    type === undefined ? "" : `Type: ${type}; ${need}${when}.`,
    explanation.parts.length === 0 ? "" : `Properties: ${explanation.parts.join(", ")}.`,
    formatTimes(explanation),
    ...(aside ? [] : [formatFleetLine(explanation), formatFlagLine(explanation)]),
    leftOut === undefined ? "" : `Left out: ${leftOut}. Use --responses gated to include it.`,
    ...explanation.valuesLeftOut.map(
      ({ value, reason, flag }) =>
        `${JSON.stringify(value)} is left out of your answers (${reason}).${flag === undefined ? "" : ` ${flag} would include it.`}`,
    ),
    ...formatGroups(kind === "event" ? "Answers" : "Events", explanation.standings),
    ...formatGroups(kind === "event" ? "Sent by" : "Accepted by", explanation.products),
    ...questions.map(({ id, question }) => `Open question: ${question} (${id})`),
  ];
}

const formatGroups = (title: string, standings: readonly StandingModel[]): string[] =>
  groupStandings(standings).map(
    ({ standing, names, basis }) => `${title} (${standing}): ${names.join(", ")}. ${basis}`,
  );

function formatTimes({ exists, aside, isUndated }: Explanation): string {
  if (aside?.kind === "planned")
    return "Announced, but not for a release yet. No shop has it, and generated code leaves it out.";
  if (aside) return `Seen in ${aside.where}, but not documented for the till. Generated code leaves it out.`;
  const times = describeSpans(exists);
  if (isUndated) return `No source states its release${times === "" ? "" : `; its parent: ${times}`}.`;
  const isOld = exists[0] && exists[0].from === undefined;
  const start = isOld ? "in the oldest known documentation" : "";
  return `${capitalize([start, times].filter((part) => part !== "").join(", "))}.`;
}

function formatFleetLine(explanation: Explanation): string {
  const { kind, inFleet, inFleetElsewhere, isUndated, everywhereWith, reason } = explanation;
  const why = reason === undefined ? "" : ` (${reason})`;
  const isAnswer = kind === "response";
  if (everywhereWith && inFleetElsewhere !== undefined) {
    const events = listWords(everywhereWith, "or");
    return isAnswer
      ? `You may use it in answers to ${events}: all shops that have the event accept it. It is left out of your other answers${why}.`
      : `All shops that have ${events} support it there. With other events, ${inFleetElsewhere === "no shop" ? "none" : "only some"} of your shops can send it${why}.`;
  }
  if (inFleet === "every shop" || everywhereWith) {
    const shops = `all ${everywhereWith ? "shops that have the event" : "your shops"} ${isUndated ? "are thought to " : ""}`;
    return isAnswer ? `You may use it in answers: ${shops}accept it.` : `${capitalize(shops)}support it.`;
  }
  if (isAnswer) return `Not allowed in your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

function formatFlagLine({ flag, kind, value }: Explanation): string {
  if (flag === undefined) return "";
  const what = value === undefined ? "it" : JSON.stringify(value);
  return kind === "response"
    ? `${flag} would include ${what}.`
    : `With ${flag}, every shop would support ${what}.`;
}
