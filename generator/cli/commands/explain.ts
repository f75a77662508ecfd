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

/** `explain`: since when something exists, what it is, and why a fleet may not have it. */
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

/** What the path names: once for what comes, once for what is answered. */
export type ExplainJson = ReturnType<ReturnType<typeof explain>["json"]>;

/** Explanations, a few lines each. */
export const reportExplanations = (explanations: readonly Explanation[]): readonly ReportBlock[] =>
  explanations.flatMap((explanation) => {
    const where = styled("faint", `(${describeWhere(explanation)})`);
    const lines = listLines(explanation).filter((line) => line !== "");
    return nestedBullets([
      { text: text`${styled("name", explanation.path)} ${where}`, items: lines.map(toText) },
    ]);
  });

function describeWhere({ kind, events, isShared }: Explanation): string {
  const names = `only ${events.join(", ")}`;
  const where = { event: "an event", request: "in the request: ", response: "in the answer: " }[kind];
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
    explanation.parts.length === 0 ? "" : `Its parts: ${explanation.parts.join(", ")}.`,
    formatTimes(explanation),
    ...(aside ? [] : [formatFleetLine(explanation), formatFlagLine(explanation)]),
    leftOut === undefined ? "" : `Left out: ${leftOut}. --responses gated has it.`,
    ...explanation.valuesLeftOut.map(
      ({ value, reason, flag }) =>
        `${JSON.stringify(value)} is left out of your answers (${reason}).${flag === undefined ? "" : ` ${flag} would let it in.`}`,
    ),
    // Which answers, events and products are known, and from where.
    ...formatGroups(kind === "event" ? "Answers" : "Events", explanation.standings),
    ...formatGroups(kind === "event" ? "Sent by" : "Taken by", explanation.products),
    ...questions.map(({ id, question }) => `Open: ${question} (${id})`),
  ];
}

const formatGroups = (title: string, standings: readonly StandingModel[]): string[] =>
  groupStandings(standings).map(
    ({ standing, names, basis }) => `${title} (${standing}): ${names.join(", ")}. ${basis}`,
  );

function formatTimes({ exists, aside, isUndated }: Explanation): string {
  if (aside?.kind === "planned")
    return "Announced for no release yet: in no shop, and in nothing that is generated.";
  if (aside) return `Seen in ${aside.where}, not documented for the till: in nothing that is generated.`;
  const times = describeSpans(exists);
  if (isUndated) return `No source names its release${times === "" ? "" : `; what contains it: ${times}`}.`;
  const isOld = exists[0] && exists[0].from === undefined;
  const start = isOld ? "in the oldest known descriptions" : "";
  return `${capitalize([start, times].filter((part) => part !== "").join(", "))}.`;
}

function formatFleetLine(explanation: Explanation): string {
  const { kind, inFleet, inFleetElsewhere, isUndated, everywhereWith, reason } = explanation;
  const why = reason === undefined ? "" : ` (${reason})`;
  const isAnswer = kind === "response";
  if (everywhereWith && inFleetElsewhere !== undefined) {
    // Some events have it everywhere, others not.
    const events = listWords(everywhereWith, "or");
    return isAnswer
      ? `You may answer it to ${events}: all shops that have the event take it. Left out of your other answers${why}.`
      : `All shops that have ${events} know it there. With other events ${inFleetElsewhere === "no shop" ? "none" : "only some"} of your shops can send it${why}.`;
  }
  if (inFleet === "every shop" || everywhereWith) {
    const shops = `all ${everywhereWith ? "shops that have the event" : "your shops"} ${isUndated ? "are thought to " : ""}`;
    return isAnswer ? `You may answer it: ${shops}take it.` : `${capitalize(shops)}know it.`;
  }
  if (isAnswer) return `Left out of your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

function formatFlagLine({ flag, kind, value }: Explanation): string {
  if (flag === undefined) return "";
  const what = value === undefined ? "it" : JSON.stringify(value);
  return kind === "response"
    ? `${flag} would let ${what} in.`
    : `With ${flag} every shop would know ${what}.`;
}
