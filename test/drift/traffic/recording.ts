import { indexModel, type Known } from "../../../generator/drift/judge/known.js";
import type { Finding } from "../../../generator/drift/judge/finding.js";
import { judge } from "../../../generator/drift/judge/judge.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import type { Reading } from "../../../generator/drift/reading.js";
import { trafficReader } from "../../../generator/drift/traffic/reader.js";
import { noSoapNames } from "../../../generator/spec/lint/reviews.js";
import { loadRealModel } from "../../workbench/real-spec.js";

/** What a test's recordings are held against, unless it says something else. */
export const frozen: Known = indexModel(loadRealModel());

/** What the reader makes of a file, in the chunks that it comes in. */
export async function readRecording(
  file: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
  known: Known = frozen,
): Promise<Reading> {
  const text = typeof content === "string" ? Buffer.from(content) : content;
  const chunks = text instanceof Uint8Array ? [text] : text;
  const outcome = await trafficReader.read(
    { file, chunks: stream(chunks) },
    { known, soapNames: noSoapNames, names: { names: [] } },
  );
  if (!outcome.ok) throw new Error("a recording is always read");
  return outcome.value;
}

// eslint-disable-next-line @typescript-eslint/require-await -- A stream of what is there already.
async function* stream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** What the judge says of a recording, but for what agrees. */
export const listNews = (reading: Reading, known: Known = frozen): readonly Finding[] =>
  judge(reading, known, indexReviews({ claims: [], sentences: [] })).findings.filter(
    ({ verdict }) => verdict !== "agrees",
  );

/** The same, a line each. */
export const describeNews = (reading: Reading, known: Known = frozen): readonly string[] =>
  listNews(reading, known).map(
    ({ verdict, subject, message }) =>
      `${verdict} ${subject ? `${subject.side} ${subject.path}: ` : ""}${message}`,
  );

/** The lines of NDJSON. */
export const toLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");
