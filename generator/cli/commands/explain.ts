import type { ReportBlock } from "../../pages/blocks/block.js";
import { styled, text, toText } from "../../pages/blocks/text.js";
import { nestedBullets } from "../../pages/blocks/builders.js";
import { describeSpans } from "../../contract/describe.js";
import {
  explain as explainPath,
  explanationToJson,
  groupStandings,
  type Explanation,
  type ExplanationJson,
} from "../../changes/explain.js";
import { buildModel } from "../../contract/model/build.js";
import type { Exclusion, StandingModel } from "../../contract/model/model.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { capitalize, listWords } from "../../base/text/words.js";
import { parseFleet } from "../../base/time/fleet.js";
import type { Args } from "../options/commands.js";
import { requireSuccess } from "../call-error.js";
import type { CommandResult, WithWarnings } from "../command-result.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `explain`: since when something exists, what it is, and why a fleet may not have it. */
export function explain(args: Args<"explain">, { terminal }: CommandContext): CommandResult<ExplainJson> {
  terminal.progress("reading the spec");
  const spec = requireSuccess(loadSpec(args.spec)).value;
  terminal.progress("looking through its history");
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
export interface ExplainJson extends WithWarnings {
  readonly fleet: string;
  readonly matches: readonly ExplanationJson[];
}

/** Explanations, a few lines each. */
export const reportExplanations = (explanations: readonly Explanation[]): readonly ReportBlock[] =>
  explanations.flatMap((explanation) => {
    const where = styled("faint", `(${describeWhere(explanation)})`);
    const lines = listLines(explanation).filter((line) => line !== "");
    return nestedBullets([
      { text: text`${styled("name", explanation.path)} ${where}`, items: lines.map(toText) },
    ]);
  });

function listLines(explanation: Explanation): readonly string[] {
  const { kind, description, type, required, aside, standings, products, questions, requiredIn } =
    explanation;
  const word = required ? "required" : "optional";
  const turns =
    requiredIn && describeSpans(requiredIn, ["required since", "required since", "optional since"]);
  // A word that was just said is not said again.
  const isSaid = turns?.startsWith(`${word} `) === true;
  const when = turns === undefined ? "" : ` (${isSaid ? turns.slice(word.length + 1) : turns})`;
  return [
    description,
    type === undefined ? "" : `Type: ${type}; ${word}${when}.`,
    formatTimes(explanation),
    ...(aside ? [] : [formatFleetLine(explanation), formatFlagLine(explanation)]),
    formatLeftOut(explanation),
    ...explanation.valuesLeftOut.map(formatValue),
    // What is known of answers and events, and of products, and what it rests on.
    ...formatGroups(kind === "event" ? "Answers" : "Events", standings),
    ...formatGroups(kind === "event" ? "Sent by" : "Taken by", products),
    ...questions.map(({ id, question }) => `Open: ${question} (${id})`),
  ];
}

const formatGroups = (title: string, standings: readonly StandingModel[]): string[] =>
  groupStandings(standings).map(
    ({ standing, names, basis }) => `${title} (${standing}): ${names.join(", ")}. ${basis}`,
  );

const formatLeftOut = ({ leftOut }: Explanation): string =>
  leftOut === undefined ? "" : `Left out: ${leftOut}. --responses gated has it.`;

const formatValue = ({ value, reason, flag }: Explanation["valuesLeftOut"][number]): string =>
  `${JSON.stringify(value)} is left out of your answers (${reason}).${flag === undefined ? "" : ` ${flag} would let it in.`}`;

function describeWhere({ kind, events, isShared }: Explanation): string {
  if (kind === "event") return "an event";
  if (kind === "request") return `in the request: ${isShared ? "every event" : `only ${events.join(", ")}`}`;
  return `in the answer: ${isShared ? "any event" : `only ${events.join(", ")}`}`;
}

function formatTimes({ exists, aside, isUndated }: Explanation): string {
  if (aside) return formatAside(aside);
  const [first] = exists;
  const times = describeSpans(exists);
  if (isUndated) return `No source names its release${times === "" ? "" : `; what contains it: ${times}`}.`;
  const start = first && first.from === undefined ? "in the oldest known descriptions" : "";
  return `${capitalize([start, times].filter((text) => text !== "").join(", "))}.`;
}

const formatAside = (aside: Exclusion): string =>
  aside.kind === "planned"
    ? "Announced for no release yet: in no shop, and in nothing that is generated."
    : `Seen in ${aside.where}, not documented for the till: in nothing that is generated.`;

function formatFleetLine(explanation: Explanation): string {
  const { kind, inFleet, inFleetElsewhere, isUndated, everywhereWith, reason } = explanation;
  const why = reason === undefined ? "" : ` (${reason})`;
  const isWithEvent = everywhereWith !== undefined && inFleetElsewhere === undefined;
  if (inFleet === "every shop" || isWithEvent) {
    const shops = isWithEvent ? "shops that have the event" : "your shops";
    const thought = isUndated ? "are thought to " : "";
    return kind === "response"
      ? `You may answer it: all ${shops} ${thought}take it.`
      : `All ${shops} ${thought}know it.`;
  }
  if (everywhereWith) return formatDivided(explanation, everywhereWith, why);
  if (kind === "response") return `Left out of your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

/** Some events have it everywhere, others not. */
function formatDivided(
  { kind, inFleetElsewhere }: Explanation,
  everywhereWith: readonly string[],
  why: string,
): string {
  const events = listWords(everywhereWith, "or");
  if (kind === "response")
    return `You may answer it to ${events}: all shops that have the event take it. Left out of your other answers${why}.`;
  const shops = inFleetElsewhere === "no shop" ? "none" : "only some";
  return `All shops that have ${events} know it there. With other events ${shops} of your shops can send it${why}.`;
}

const formatFlagLine = ({ flag, kind, value }: Explanation): string => {
  if (flag === undefined) return "";
  const what = value === undefined ? "it" : JSON.stringify(value);
  return kind === "response"
    ? `${flag} would let ${what} in.`
    : `With ${flag} every shop would know ${what}.`;
};
