import { indexModel, type Known } from "../../../generator/drift/judge/known.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import { judge } from "../../../generator/drift/judge/judge.js";
import { isLoud, type Finding } from "../../../generator/drift/judge/finding.js";
import type { Reading } from "../../../generator/drift/reading.js";
import { soapReader } from "../../../generator/drift/soap/soap-reader.js";
import { buildModel } from "../../../generator/model/build.js";
import type { Outcome } from "../../../generator/problem/problem.js";
import type { CheckedSpec } from "../../../generator/spec/checked-spec.js";
import type { SoapNamesFile } from "../../../generator/spec/drift-files.js";
import { loadRealModel } from "../../workbench/real-spec.js";

/** A table of names by which the type `Body` is an answer, and nothing else is known. */
export const bodyNames: SoapNamesFile = {
  source: "A schema",
  seenAs: "a schema",
  roots: [{ type: "Body", side: "response", path: "" }],
  elements: {},
  leftOut: {},
  concerns: [],
};

/** This reader needs nothing of the contract. */
const unused: Known = indexModel(loadRealModel());

/** Reads a text, or bytes, as the program reads a file. */
export const readSoap = (text: string | Uint8Array, soapNames: SoapNamesFile): Promise<Outcome<Reading>> =>
  soapReader.read(
    { file: "api.wsdl", chunks: cut(text) },
    { known: unused, soapNames, names: { names: [] } },
  );

/** Comes in pieces, as a file does. */
async function* cut(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  await Promise.resolve();
}

/** Judges texts by a spec; what has to be done about them comes out. */
export function makeJudge(spec: CheckedSpec): (text: string) => Promise<readonly Finding[]> {
  const known = indexModel(buildModel(spec));
  const reviews = indexReviews(spec.reviewed);
  return async (text) => judge(need(await readSoap(text, spec.soapNames)), known, reviews).findings;
}

/** A finding on one line, with the line of the source that it is about. */
export function writeFinding({ verdict, subject, sentence, message }: Finding): string {
  const about = subject ? ` ${subject.side} ${subject.path}` : "";
  return `${verdict}${about}${sentence ? ` (${sentence.place.line})` : ""}: ${message}`;
}

export const listLoud = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ verdict }) => isLoud(verdict));

export function need<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
}
