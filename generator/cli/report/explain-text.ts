import { formatRelease, type Release } from "../../time/release.js";
import type { Explanation } from "../../explain/explain.js";
import type { Fleet } from "../../time/fleet.js";
import { describeLives } from "../../explain/life-words.js";
import { formatReason, shopsOf } from "../../view/reasons.js";
import { isWithin } from "../../time/spans.js";
import { visible } from "../terminal.js";

/** What a path names, for a person: a few lines for each. */
export const formatExplanations = (explanations: readonly Explanation[], fleet: Fleet): string =>
  `${explanations.map((explanation) => formatOne(explanation, fleet)).join("\n\n")}\n`;

function formatOne(explanation: Explanation, fleet: Fleet): string {
  const { path, description, type, required } = explanation;
  const lines = [
    description.replace(/\s+/g, " "),
    type === undefined ? "" : `Type: ${type}; ${required ? "required" : "optional"}.`,
    timesLine(explanation),
    ...(explanation.planned ? [] : [standingLine(explanation, fleet), flagLine(explanation)]),
    unanswerableLine(explanation, fleet),
  ];
  return [
    `${path} (${whereOf(explanation)})`,
    ...lines.filter((line) => line !== "").map((line) => `  ${visible(line)}`),
  ].join("\n");
}

const unanswerableLine = ({ isUnanswerable }: Explanation, fleet: Fleet): string =>
  isUnanswerable ? `Left out: ${unanswerable(fleet)}. --responses gated has it.` : "";

const unanswerable = (fleet: Fleet): string => formatReason({ kind: "no-safe-response" }, fleet);

function whereOf({ kind, events, isShared }: Explanation): string {
  if (kind === "event") return "an event";
  const where = isShared ? "every event" : `only ${events.join(", ")}`;
  return kind === "request" ? `in the request: ${where}` : `in the answer: ${where}`;
}

function timesLine({ lives, planned }: Explanation): string {
  if (planned) return "Announced for no release yet: in no shop, and in nothing that is generated.";
  const [first] = lives;
  const start = first && first.from === undefined ? "there since before the first known release" : "";
  const sentence = [start, describeLives(lives)].filter((text) => text !== "").join(", ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function standingLine(explanation: Explanation, fleet: Fleet): string {
  const { kind, inFleet, lives } = explanation;
  const reason = reasonText(explanation, fleet);
  const why = reason === undefined ? "" : ` (${reason})`;
  if (inFleet === "every shop") {
    const isAlways = fleet.steps.every((step) => isWithin(step, lives));
    const shops = isAlways ? "your shops" : "shops that have the event";
    return kind === "response" ? `You may answer it: all ${shops} take it.` : `All ${shops} know it.`;
  }
  if (kind === "response") return `Left out of your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

const flagLine = ({ flag, kind }: Explanation): string => {
  if (flag === undefined) return "";
  return kind === "response" ? `${flag} would let it in.` : `With ${flag} every shop would know it.`;
};

function reasonText({ reason, lives }: Explanation, fleet: Fleet): string | undefined {
  if (reason === "life") return `${describeLives(lives)}: not in ${shopsOf(fleet)}`;
  return reason && formatReason({ kind: reason }, fleet);
}

/** What a path names, for a program. */
export function explanationsToJson(explanations: readonly Explanation[], fleet: Fleet): string {
  const matches = explanations.map((match) => ({
    kind: match.kind,
    path: match.path,
    events: match.events,
    description: match.description,
    ...(match.type !== undefined && { type: match.type, required: match.required }),
    planned: match.planned,
    since: textOf(match.since),
    removed: textOf(match.removed),
    lives: match.lives.map(({ from, until }) => ({ since: textOf(from), removed: textOf(until) })),
    inFleet: match.inFleet,
    ...(match.reason && { reason: reasonText(match, fleet) }),
    ...(match.isUnanswerable && { reason: unanswerable(fleet) }),
    ...(match.flag !== undefined && { flag: match.flag }),
  }));
  return `${JSON.stringify({ fleet: fleet.label, matches }, null, 2)}\n`;
}

const textOf = (release: Release | undefined): string | null =>
  release === undefined ? null : formatRelease(release);
