import type { ReportBlock } from "../../pages/blocks/block.js";
import {
  code,
  concat,
  emphasis,
  hasContent,
  joinTexts,
  listTexts,
  nothing,
  plain,
  styled,
  text,
  toText,
  type Text,
} from "../../pages/blocks/text.js";
import { nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { doubtText } from "../../pages/prose/remarks.js";
import { describeSpans } from "../../contract/describe.js";
import { doubtsExistence, type PartDoubt } from "../../contract/doubts.js";
import {
  explain as explainPath,
  explanationToJson,
  groupStandings,
  type Explanation,
  type Explanations,
} from "../../changes/explain.js";
import { buildModel } from "../../contract/model/build.js";
import type { StandingModel } from "../../contract/model/model.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { capitalize, firstSentence, listWords } from "../../base/text/words.js";
import { parseFleet } from "../../base/time/fleet.js";
import type { Args } from "../options/commands.js";
import { requireSuccess } from "../call-error.js";

export function explain(args: Args<"explain">) {
  const spec = requireSuccess(loadSpec(args.spec, args.additions)).value;
  const model = buildModel(spec);
  const { value: fleet, warnings } = requireSuccess(parseFleet(args, model));
  const explained = requireSuccess(explainPath(args.path, fleet, model)).value;
  return {
    report: () => reportExplanations(explained, args.path),
    json: () => ({
      fleet: fleet.label,
      foundBy: explained.foundBy,
      matches: explained.matches.map(explanationToJson),
      warnings,
    }),
    warnings,
  };
}

export type ExplainJson = ReturnType<ReturnType<typeof explain>["json"]>;

/** Of several parts that share a name or a doubt, each gets only a line. */
export function reportExplanations(
  { foundBy, matches }: Explanations,
  asked: string,
): readonly ReportBlock[] {
  const whole = matches.flatMap((match) =>
    nestedBullets([{ text: headText(match), items: listLines(match).filter(hasContent) }]),
  );
  if (foundBy === "path") return whole;
  const hasValue = matches.some(({ value }) => value !== undefined);
  const what = foundBy === "name" && hasValue ? "name or value" : foundBy;
  const [first, ...others] = matches;
  if (first && others.length === 0)
    return [
      ...toParagraph(text`The only part with the ${what} ${code(asked)} is ${code(first.path)}.`),
      ...whole,
    ];
  const lead = text`${matches.length} parts have the ${what} ${code(asked)}. To explain one, use its path:`;
  return nestedBullets([{ text: lead, items: matches.map(candidateText) }]);
}

function candidateText({
  kind,
  path,
  description,
  value,
  valueDescription = description,
  aside,
  doubts,
}: Explanation): Text {
  const quoted = value === undefined ? nothing : plain(JSON.stringify(value));
  const name = joinTexts([styled("name", path), quoted]);
  const isInDoubt = aside !== undefined || doubts.some(({ doubt }) => doubtsExistence(doubt));
  const lead = text`${name} (${shortWhere[kind]}): ${firstSentence(valueDescription)}`;
  return isInDoubt ? joinTexts([lead, emphasis("Not documented.")]) : lead;
}

const shortWhere = {
  event: "event",
  "error-code": "error code",
  "error-request": "error request",
  request: "request",
  response: "answer",
};

const headText = (explanation: Explanation): Text =>
  text`${styled("name", explanation.path)} ${styled("faint", `(${describeWhere(explanation)})`)}`;

function describeWhere({ kind, events, isShared }: Explanation): string {
  if (kind !== "request" && kind !== "response") return shortWhere[kind];
  const names = isShared ? (kind === "request" ? "every event" : "any event") : events.join(", ");
  return `${kind === "request" ? "request of" : "answer to"} ${names}`;
}

function listLines(explanation: Explanation): readonly Text[] {
  const { kind, description, type, required, requiredIn, aside, leftOut, cure = "" } = explanation;
  const need = required ? "required" : "optional";
  const turns =
    requiredIn && describeSpans(requiredIn, ["required since", "required since", "optional since"]);
  // `required (since v30)`, `optional (required since v30)`
  const when =
    turns === undefined ? "" : ` (${turns.startsWith(`${need} `) ? turns.slice(need.length + 1) : turns})`;
  const isDated = kind !== "error-code" && kind !== "error-request";
  return [
    description,
    cure === "" ? "" : `Cure: ${cure}`,
    formatValueLine(explanation),
    type === undefined ? "" : `Type: ${type}; ${need}${when}.`,
    explanation.parts.length === 0 ? "" : `Properties: ${explanation.parts.join(", ")}.`,
    ...(isDated ? [formatTimes(explanation)] : []),
    ...(aside || !isDated ? [] : [formatFleetLine(explanation), formatFlagLine(explanation)]),
    leftOut === undefined ? "" : `Left out: ${leftOut}. Use --responses gated to include it.`,
    ...explanation.valuesLeftOut.map(
      ({ value, reason, flag }) =>
        `${JSON.stringify(value)} is left out of your answers (${reason}).${flag === undefined ? "" : ` ${flag} would include it.`}`,
    ),
    ...explanation.doubts
      .filter(({ doubt }) => explanation.value === undefined || !("values" in doubt))
      .map(partDoubtText),
    ...formatGroups(kind === "event" ? "Answers" : "Events", explanation.standings),
    ...formatGroups(kind === "event" ? "Sent by" : "Accepted by", explanation.products),
  ].map(toText);
}

const formatValueLine = ({ value = "", valueDescription = "" }: Explanation): string =>
  valueDescription === "" ? "" : `${JSON.stringify(value)}: ${valueDescription}`;

function partDoubtText({ doubt, parent, events }: PartDoubt): Text {
  const where = events ? text`Only for ${listTexts(events)}. ` : nothing;
  const whose = parent
    ? text`${parent.kind === "event" ? "Its event" : "Its parent"} ${code(parent.name)}: `
    : nothing;
  const told =
    doubt.kind === "question"
      ? text`Open question: ${doubt.question.question} (${doubt.question.id})`
      : doubtText(doubt);
  return concat([where, whose, told]);
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
  const start = isOld ? "documented without a release" : "";
  return `${capitalize([start, times].filter((part) => part !== "").join(", "))}.`;
}

function formatFleetLine(explanation: Explanation): string {
  const { kind, inFleet, inFleetElsewhere, everywhereWith, reason } = explanation;
  const why = reason === undefined ? "" : ` (${reason})`;
  const isAnswer = kind === "response";
  if (everywhereWith && inFleetElsewhere !== undefined) {
    const events = listWords(everywhereWith, "or");
    return isAnswer
      ? `You may use it in answers to ${events}${describeAcceptance("all shops that have the event", explanation)}. It is left out of your other answers${why}.`
      : `All shops that have ${events} have it there. With other events, ${inFleetElsewhere === "no shop" ? "none" : "only some"} of your shops can send it${why}.`;
  }
  if (inFleet === "every shop" || everywhereWith) {
    const shops = everywhereWith ? "all shops that have the event" : "all your shops";
    if (isAnswer) return `You may use it in answers${describeAcceptance(shops, explanation)}.`;
    return explanation.isUndated
      ? "No source says which of your shops send it."
      : `${capitalize(shops)} have it.`;
  }
  if (isAnswer) return `Not allowed in your answers${why}.`;
  return `${inFleet === "some shops" ? "Some" : "None"} of your shops can send it${why}.`;
}

/** Claims no more than the sources say. */
function describeAcceptance(shops: string, { isUndated, doubts }: Explanation): string {
  if (isUndated) return ", but no source says which of your shops accept it";
  const hasSetting = doubts.some(({ doubt }) => doubt.kind === "setting");
  return hasSetting ? `: ${shops} have it, and a POS setting decides what they accept` : `: ${shops} have it`;
}

function formatFlagLine({ flag, kind, value }: Explanation): string {
  if (flag === undefined) return "";
  const what = value === undefined ? "it" : JSON.stringify(value);
  return kind === "response"
    ? `${flag} would include ${what}.`
    : `With ${flag}, every shop would have ${what}.`;
}
