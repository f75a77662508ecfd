import type { Aside, StandingModel } from "../../model/model.js";
import { explanationToJson, groupStandings, type Explanation } from "../../explain/explain.js";
import type { Fleet } from "../../time/fleet.js";
import { describeSpans } from "../../describe.js";
import { existsInEvery } from "../../time/spans.js";
import { listWords, capitalize } from "../../text/words.js";
import { paint } from "../../text/style.js";
import type { Problem } from "../../problem/problem.js";
import type { Result } from "../json/results.js";
import { formatParagraph, type Room } from "./tables.js";

/** Formats explanations as text: a few lines each. */
export const formatExplanations = (
  explanations: readonly Explanation[],
  fleet: Fleet,
  room: Room = {},
): string => explanations.map((explanation) => formatExplanation(explanation, fleet, room)).join("\n");

function formatExplanation(explanation: Explanation, fleet: Fleet, { columns }: Room): string {
  const { path, description, type, required } = explanation;
  const lines = [
    description.replace(/\s+/g, " "),
    type === undefined ? "" : `Type: ${type}; ${required ? "required" : "optional"}.`,
    formatTimes(explanation),
    ...(explanation.aside ? [] : [formatFleetLine(explanation, fleet), formatFlagLine(explanation)]),
    formatLeftOut(explanation),
    ...formatStandings(explanation),
    ...explanation.questions.map(({ id, question }) => `Open: ${question} (${id})`),
  ];
  return [
    `${paint("name", path)} ${paint("faint", `(${describeWhere(explanation)})`)}\n`,
    ...lines.filter((line) => line !== "").map((line) => formatParagraph(line, { columns, indent: 2 })),
  ].join("");
}

/** What is known of answers and events, and of products, and what it rests on. */
const formatStandings = ({ kind, standings, products }: Explanation): string[] => [
  ...formatGroups(kind === "event" ? "Answers" : "Events", standings),
  ...formatGroups(kind === "event" ? "Sent by" : "Taken by", products),
];

const formatGroups = (title: string, standings: readonly StandingModel[]): string[] =>
  groupStandings(standings).map(
    ({ standing, names, basis }) =>
      `${title} (${standing}): ${names.join(", ")}. ${basis.replace(/\s+/g, " ")}`,
  );

const formatLeftOut = ({ leftOut }: Explanation): string =>
  leftOut === undefined ? "" : `Left out: ${leftOut}. --responses gated has it.`;

function describeWhere({ kind, events, isShared }: Explanation): string {
  if (kind === "event") return "an event";
  if (kind === "request") return `in the request: ${isShared ? "every event" : `only ${events.join(", ")}`}`;
  return `in the answer: ${isShared ? "any event" : `only ${events.join(", ")}`}`;
}

function formatTimes({ exists, aside, isUndated }: Explanation): string {
  if (aside) return formatAside(aside);
  const [first] = exists;
  const always = isUndated
    ? "no release is known to have brought it"
    : "there since before the first known release";
  const start = first && first.from === undefined ? always : "";
  const sentence = [start, describeSpans(exists)].filter((text) => text !== "").join(", ");
  return `${capitalize(sentence)}.`;
}

const formatAside = (aside: Aside): string =>
  aside.kind === "planned"
    ? "Announced for no release yet: in no shop, and in nothing that is generated."
    : `Seen in ${aside.where}, not documented for the till: in nothing that is generated.`;

function formatFleetLine(explanation: Explanation, fleet: Fleet): string {
  const { kind, inFleet, exists, isUndated, everywhereWith, reason } = explanation;
  const why = reason === undefined ? "" : ` (${reason})`;
  if (inFleet === "every shop") {
    const isAlways = existsInEvery(exists, fleet.releases);
    const shops = isAlways ? "your shops" : "shops that have the event";
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

const formatFlagLine = ({ flag, kind }: Explanation): string => {
  if (flag === undefined) return "";
  return kind === "response" ? `${flag} would let it in.` : `With ${flag} every shop would know it.`;
};

/** The same for programs. */
export const explanationsToJson = (
  explanations: readonly Explanation[],
  fleet: Fleet,
  warnings: readonly Problem[],
): Result<"explain"> => ({
  fleet: fleet.label,
  matches: explanations.map(explanationToJson),
  warnings,
});
