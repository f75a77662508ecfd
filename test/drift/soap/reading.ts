import { indexModel } from "../../../generator/drift/judge/known.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import { judge } from "../../../generator/drift/judge/judge.js";
import { isLoud, type Finding } from "../../../generator/drift/judge/finding.js";
import { soapReader } from "../../../generator/drift/soap/soap-reader.js";
import { buildModel } from "../../../generator/model/build.js";
import type { Outcome } from "../../../generator/problem/problem.js";
import { toChunks } from "../door.js";
import type { ReviewedSpec } from "../../../generator/spec/lint/reviews.js";

/** Judges texts by a spec; what has to be done about them comes out. */
export function makeJudge(spec: ReviewedSpec): (text: string) => Promise<readonly Finding[]> {
  const known = indexModel(buildModel(spec));
  const reviews = indexReviews(spec.reviewed);
  const context = { known, soapNames: spec.soapNames, names: { names: [] } };
  return async (text) => {
    const reading = need(await soapReader.read({ file: "api.wsdl", chunks: toChunks(text) }, context));
    return judge(reading, known, reviews).findings;
  };
}

/** A finding on one line, with the line of the source that it is about. */
export function writeFinding({ verdict, subject, sentence, message }: Finding): string {
  const about = subject ? ` ${subject.side} ${subject.path}` : "";
  return `${verdict}${about}${sentence ? ` (${sentence.place.line})` : ""}: ${message}`;
}

export const listLoud = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => isLoud(verdict));

function need<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
}
