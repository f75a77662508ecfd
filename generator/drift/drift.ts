import { isUtf8 } from "node:buffer";
import { basename } from "node:path";
import { once } from "../base/once.js";
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
import { isRecordingFile, prepareBodyCheck, readRecording, type BodyCheck } from "./recordings.js";
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
}

/** Fails if any source cannot be read. */
export function findDrift(sources: readonly DriftSource[], spec: ReviewedSpec): Outcome<DriftResult> {
  const contract = indexContract(buildModel(spec));
  const judged: JudgedSource[] = [];
  const problems: Problem[] = [];
  const reads = { contract, spec, check: once(() => prepareBodyCheck(contract.model)) };
  for (const source of sources) {
    const reading = readSource(source, reads);
    if (reading.ok) judged.push(judgeSource(reading.value, contract, spec.reviewed, spec.sources));
    else problems.push(...reading.problems);
  }
  if (problems.length > 0) return failure(problems);
  return success({ sources: judged, contract });
}

interface ReadContext {
  readonly contract: Contract;
  readonly spec: ReviewedSpec;
  readonly check: () => Outcome<BodyCheck>;
}

/** In megabytes. No page is larger without its embedded files. */
const sizeLimits = { page: 2, XML: 10, recording: 200 };

function readSource(source: DriftSource, { contract, spec, check }: ReadContext): Outcome<SourceContent> {
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
  if (form === "recording") {
    const checked = check();
    return checked.ok ? success(readRecording(file, text, contract, checked.value)) : checked;
  }
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
