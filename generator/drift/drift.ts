import { isUtf8 } from "node:buffer";
import { basename } from "node:path";
import type { Model } from "../contract/model/model.js";
import type { TrafficReader } from "../contract/traffic/traffic-reader.js";
import { buildModel } from "../contract/model/build.js";
import { report } from "../base/problem/catalogue.js";
import {
  describeSystemError,
  failure,
  getErrorCode,
  type Outcome,
  type Problem,
  success,
} from "../base/problem/problem.js";
import type { ReviewedSpec } from "../contract/lint/reviews.js";
import { indexContract, type Contract } from "./contract.js";
import { judgeSource } from "./judge-source.js";
import { readPage } from "./read-page.js";
import type { QuestionEvidence } from "./evidence.js";
import { isRecordingFile, openRecordings, type TrafficContent } from "./recordings.js";
import { openReviews } from "./reviews.js";
import { listSpecEntries, type SpecEntry } from "./spec-entries.js";
import { recordingTitle } from "./value-kinds.js";
import { readPageRows } from "./page-rows.js";
import type { JudgedSource, SourceContent } from "./source-content.js";
import { readWsdl } from "./wsdl.js";

export interface DriftSource {
  readonly file: string;
  /** Returns undefined if the file has more than `limit` bytes. */
  readonly read: (limit: number) => Uint8Array | undefined;
}

export interface DriftResult {
  readonly sources: readonly JudgedSource[];
  readonly contract: Contract;
  /** What recordings say about the open questions. */
  readonly questions: readonly QuestionEvidence[];
  /** The ids of the recordings' subscriptions. */
  readonly shops: readonly string[];
  /** What recorded requests add to files of the spec. */
  readonly entries: readonly SpecEntry[];
}

/** Recordings are one source. Fails if any source cannot be read. */
export function findDrift(
  sources: readonly DriftSource[],
  spec: ReviewedSpec,
  createReader: (model: Model) => TrafficReader,
): Outcome<DriftResult> {
  const contract = indexContract(buildModel(spec));
  const traffic = openRecordings(contract, createReader(contract.model));
  const judged: JudgedSource[] = [];
  const recordings: string[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const reading = readSource(source, { contract, spec });
    if (!reading.ok) problems.push(...reading.problems);
    else if (typeof reading.value === "string") {
      traffic.read(source.file, reading.value);
      recordings.push(source.file);
    } else judged.push(judgeSource(reading.value, contract, spec.reviewed, spec.sources));
  }
  if (problems.length > 0) return failure(problems);
  const content = traffic.finish();
  if (recordings.length > 0) judged.push(settleTraffic(content, recordings, spec));
  const entries = listSpecEntries(content.findings, spec);
  const { questions, shops } = content;
  return success({ sources: judged, contract, questions, shops, entries });
}

function settleTraffic(
  { findings, count }: TrafficContent,
  files: readonly string[],
  { reviewed }: ReviewedSpec,
): JudgedSource {
  const file = files.length === 1 ? (files[0] ?? "") : `${files.length} recordings`;
  const source = { kind: "recording", file, title: recordingTitle } as const;
  const { settle } = openReviews(reviewed, { ...source, rows: [], sentences: [], count });
  return { ...source, count, findings: findings.map(settle) };
}

interface ReadContext {
  readonly contract: Contract;
  readonly spec: ReviewedSpec;
}

/** In megabytes. No page is larger without its embedded files. */
const sizeLimits = { page: 2, XML: 10, recording: 200 };

/** The text of a recording, or the content of another source. */
function readSource(source: DriftSource, { contract, spec }: ReadContext): Outcome<SourceContent | string> {
  const { file } = source;
  const place = { file, pointer: "" };
  const refuseSize = (limit: number): Outcome<never> =>
    failure([report("source-too-large", { limit: `${limit} MB` }, place)]);
  const read = readBytes(source);
  if (!read.ok) return read;
  const bytes = read.value;
  if (!bytes) return refuseSize(sizeLimits.recording);
  // The XML parser becomes very slow on text with many carriage returns.
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const isRecorded = isRecordingFile(file, text);
  const form = isRecorded ? "recording" : findFormat(file, text);
  if (!form) return failure([report("unknown-source", {}, place)]);
  if (bytes.length > sizeLimits[form] * 1e6) return refuseSize(sizeLimits[form]);
  const detail = explainNotText(bytes);
  if (detail !== undefined) return failure([report("source-not-text", { detail }, place)]);
  if (form === "XML") return readWsdl(file, text, spec.soapNames);
  if (form === "recording") return success(text);
  const { claims, sentences } = spec.reviewed;
  const page = readPage(file, text, [...new Set([...claims, ...sentences].map(({ source }) => source))]);
  return page.ok ? success(readPageRows(page.value, file, contract)) : page;
}

function readBytes({ file, read }: DriftSource): Outcome<Uint8Array | undefined> {
  try {
    return success(read(sizeLimits.recording * 1e6));
  } catch (error) {
    // Our own errors have no code.
    if (getErrorCode(error) === "") throw error;
    return failure([
      report("file-unreadable", { reason: describeSystemError(error) }, { file, pointer: "" }),
    ]);
  }
}

function explainNotText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return "it contains a zero byte, as UTF-16 does";
  return isUtf8(bytes) ? undefined : "some of its bytes are not valid characters";
}

/** Decides by the extension, or by the beginning of the text if there is no extension. */
function findFormat(file: string, text: string): "XML" | "page" | undefined {
  const name = basename(file);
  if (/\.(?:wsdl|xsd|xml)$/i.test(name)) return "XML";
  if (!name.includes("."))
    return /^\s*<\?xml/.test(text) && !/<html/i.test(text.slice(0, 10_000)) ? "XML" : "page";
  return /\.(?:html?|xhtml|md|markdown|te?xt|)$/i.test(name) ? "page" : undefined;
}
