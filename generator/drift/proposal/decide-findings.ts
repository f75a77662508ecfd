import type { Statement } from "../claim.js";
import { listWords } from "../../text/words.js";
import type { Finding, Judged, Verdict } from "../judge/finding.js";
import { joinPointer } from "../../spec/pointer.js";
import type { Draft } from "./draft.js";
import { findPart } from "./find-part.js";
import type { Decision } from "./proposal.js";

/** What is written where a statement of the spec changes. */
const keywords: Readonly<Record<Statement["about"], readonly string[]>> = {
  existence: ["x-removed-in", "x-was"],
  plan: ["x-planned"],
  type: ["type", "x-was"],
  optional: ["required", "x-optional-since", "x-required-since"],
  since: ["x-added-in"],
  values: ["enum", "x-enum-added-in", "x-enum-removed-in"],
  events: ["carries", "answers", "takes"],
  date: ["date"],
};

/** What there is to do where nothing can be proposed. */
const advice: Readonly<Partial<Record<Verdict, (keywords: string) => string>>> = {
  contradicts: (words) =>
    `One of the two is wrong, or something has changed: edit ${words}, or say in \`x-erratum\` and in drift/reviewed.json why the spec stays as it is.`,
  vanished: (words) =>
    `Find out whether it is gone from the till or only from the source: edit ${words}, or review it in drift/reviewed.json.`,
  unread: () =>
    "Read the place: write into the spec what it says, and review the sentence in drift/reviewed.json.",
};

/** Tells of everything that is loud, and not new, what a person has to do about it. */
export const decideFindings = (judged: readonly Judged[], draft: Draft): readonly Decision[] =>
  judged.flatMap(({ file, findings }) => findings.flatMap((finding) => decide(finding, file, draft)));

function decide(
  { verdict, message, subject, claim, sentence }: Finding,
  file: string,
  draft: Draft,
): Decision[] {
  const advise = advice[verdict];
  if (!advise) return [];
  const words = claim
    ? keywords[claim.says.about].map((each) => `\`${each}\``)
    : ["what the spec says of it"];
  const at = sentence ? ` (${file}:${sentence.place.line})` : ` (${file})`;
  const isPart = subject?.side === "request" || subject?.side === "response";
  const part = isPart ? findPart(subject.side, subject.path, draft) : undefined;
  return [
    {
      kind: "edit",
      ...(subject && { subject }),
      ...(part && { place: { file: part.file, pointer: joinPointer("", ...part.tokens) } }),
      message: `${message}${at}. ${advise(listWords(words, "or"))}`,
    },
  ];
}
