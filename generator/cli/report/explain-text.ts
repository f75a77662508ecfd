import { formatRelease, type Release } from "../../time/release.js";
import { groupStandings } from "../../explain/group-standings.js";
import type { Aside, StandingModel } from "../../model/model.js";
import type { Explanation } from "../../explain/explain.js";
import type { Fleet } from "../../time/fleet.js";
import { describeSpans } from "../../explain/describe-spans.js";
import { formatReason, describeShops } from "../../view/reasons.js";
import { existsInEvery, firstIn, goneIn } from "../../time/spans.js";
import { showInvisible } from "../../text/invisible.js";
import { capitalize } from "../../text/capitalize.js";

/** Formats explanations as text: a few lines each. */
export const formatExplanations = (explanations: readonly Explanation[], fleet: Fleet): string =>
  `${explanations.map((explanation) => formatExplanation(explanation, fleet)).join("\n\n")}\n`;

function formatExplanation(explanation: Explanation, fleet: Fleet): string {
  const { path, description, type, required } = explanation;
  const lines = [
    description.replace(/\s+/g, " "),
    type === undefined ? "" : `Type: ${type}; ${required ? "required" : "optional"}.`,
    formatTimes(explanation),
    ...(explanation.aside ? [] : [formatFleetLine(explanation, fleet), formatFlagLine(explanation)]),
    formatUnanswerable(explanation, fleet),
    ...formatStandings(explanation),
    ...explanation.questions.map(({ id, question }) => `Open: ${question} (${id})`),
  ];
  return [
    `${path} (${describeWhere(explanation)})`,
    ...lines.filter((line) => line !== "").map((line) => `  ${showInvisible(line)}`),
  ].join("\n");
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

const formatUnanswerable = ({ isUnanswerable }: Explanation, fleet: Fleet): string =>
  isUnanswerable ? `Left out: ${describeUnanswerable(fleet)}. --responses gated has it.` : "";

const describeUnanswerable = (fleet: Fleet): string => formatReason({ kind: "no-safe-response" }, fleet);

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
  const { kind, inFleet, exists, isUndated } = explanation;
  const reason = describeReason(explanation, fleet);
  const why = reason === undefined ? "" : ` (${reason})`;
  if (inFleet === "every shop") {
    const isAlways = existsInEvery(exists, fleet.releases);
    const shops = isAlways ? "your shops" : "shops that have the event";
    const thought = isUndated ? "are thought to " : "";
    return kind === "response"
      ? `You may answer it: all ${shops} ${thought}take it.`
      : `All ${shops} ${thought}know it.`;
  }
  if (kind === "response") return `Left out of your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

const formatFlagLine = ({ flag, kind }: Explanation): string => {
  if (flag === undefined) return "";
  return kind === "response" ? `${flag} would let it in.` : `With ${flag} every shop would know it.`;
};

function describeReason({ reason, exists }: Explanation, fleet: Fleet): string | undefined {
  if (reason === "time") return `${describeSpans(exists)}: not in ${describeShops(fleet)}`;
  return reason && formatReason({ kind: reason }, fleet);
}

/** Formats explanations as JSON. */
export function explanationsToJson(explanations: readonly Explanation[], fleet: Fleet): string {
  const matches = explanations.map((match) => ({
    kind: match.kind,
    path: match.path,
    events: match.events,
    description: match.description,
    ...(match.type !== undefined && { type: match.type, required: match.required }),
    planned: match.aside?.kind === "planned",
    ...(match.aside?.kind === "seen" && { seen: match.aside.where }),
    since: toText(firstIn(match.exists)),
    removed: toText(goneIn(match.exists)),
    lives: match.exists.map(({ from, until }) => ({ since: toText(from), removed: toText(until) })),
    inFleet: match.inFleet,
    ...(match.reason && { reason: describeReason(match, fleet) }),
    ...(match.isUnanswerable && { reason: describeUnanswerable(fleet) }),
    ...(match.flag !== undefined && { flag: match.flag }),
    ...(match.isUndated && { undated: true }),
    ...(match.questions.length > 0 && {
      open: match.questions.map(({ id, question }) => ({ id, question })),
    }),
    ...(match.standings.length > 0 && { standings: match.standings }),
    ...(match.products.length > 0 && { products: match.products }),
  }));
  return `${JSON.stringify({ fleet: fleet.label, matches }, null, 2)}\n`;
}

const toText = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);
