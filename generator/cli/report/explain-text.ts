import { formatRelease, type Release } from "../../schema/release.js";
import type { Explanation } from "../../version/explain/explain.js";
import type { Fleet } from "../../version/fleet.js";
import { formatReason } from "../../version/reasons.js";
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
  ];
  return [
    `${path} (${whereOf(explanation)})`,
    ...lines.filter((line) => line !== "").map((line) => `  ${visible(line)}`),
  ].join("\n");
}

function whereOf({ kind, events, isShared }: Explanation): string {
  if (kind === "event") return "an event";
  const where = isShared ? "every event" : `only ${events.join(", ")}`;
  return kind === "request" ? `in the request: ${where}` : `in the answer: ${where}`;
}

function timesLine({ since, removed, planned }: Explanation): string {
  if (planned) return "Announced for no release yet: in no shop, and in nothing that is generated.";
  const from = since === undefined ? "There since before the first known release" : `Since ${version(since)}`;
  return removed === undefined ? `${from}.` : `${from}, removed in ${version(removed)}.`;
}

function standingLine(explanation: Explanation, fleet: Fleet): string {
  const { kind, inFleet, reason, since } = explanation;
  const why = reason ? ` (${formatReason(reason, fleet)})` : "";
  if (inFleet === "every shop") {
    const shops = since !== undefined && since > fleet.min ? "shops that have the event" : "your shops";
    return kind === "response" ? `You may answer it: all ${shops} take it.` : `All ${shops} know it.`;
  }
  if (kind === "response") return `Left out of your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

const flagLine = ({ flag, kind }: Explanation): string => {
  if (flag === undefined) return "";
  return kind === "response" ? `${flag} would let it in.` : `With ${flag} every shop would know it.`;
};

const version = (release: Release): string => `v${formatRelease(release)}`;

/** What a path names, for a program. */
export function explanationsToJson(explanations: readonly Explanation[], fleet: Fleet): string {
  const matches = explanations.map((match) => ({
    kind: match.kind,
    path: match.path,
    events: match.events,
    description: match.description,
    ...(match.type !== undefined && { type: match.type, required: match.required }),
    planned: match.planned,
    since: match.since === undefined ? null : formatRelease(match.since),
    removed: match.removed === undefined ? null : formatRelease(match.removed),
    inFleet: match.inFleet,
    ...(match.reason && { reason: formatReason(match.reason, fleet) }),
    ...(match.flag !== undefined && { flag: match.flag }),
  }));
  return `${JSON.stringify({ fleet: fleet.label, matches }, null, 2)}\n`;
}
