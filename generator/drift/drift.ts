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
import { propose, type ProposalInput, type Proposal } from "./propose.js";
import { isRecordingFile, prepareBodyCheck, readRecording, type BodyCheck } from "./recordings.js";
import { readPageRows } from "./page-rows.js";
import type { JudgedSource, SourceContent } from "./source-content.js";
import { readWsdl } from "./wsdl.js";

/** A file to compare with the spec. */
export interface DriftSource {
  /** As it was named in the call. */
  readonly file: string;
  /** Its bytes; undefined if it has more than so many. */
  readonly read: (limit: number) => Uint8Array | undefined;
}

/** The sources, compared with a spec. */
export interface DriftResult {
  readonly sources: readonly JudgedSource[];
  readonly proposal: Proposal;
  /** The contract that they were compared with. */
  readonly contract: Contract;
}

/** The spec that sources are compared with, and how. */
export interface DriftOptions extends Omit<ProposalInput, "contract"> {
  readonly spec: ReviewedSpec;
  /** Whether changes are proposed, which takes its time. */
  readonly propose: boolean;
}

/** Reads sources, one after another, and judges by a spec what they say. One that cannot be read is a failure of all. */
export function findDrift(sources: readonly DriftSource[], against: DriftOptions): Outcome<DriftResult> {
  const { spec } = against;
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
  const proposal = against.propose ? propose(judged, { ...against, contract }) : { files: [], decisions: [] };
  return success({ sources: judged, proposal, contract });
}

/** The context in which sources are read. */
interface ReadContext {
  readonly contract: Contract;
  readonly spec: ReviewedSpec;
  /** Made when the first recording is read. */
  readonly check: () => Outcome<BodyCheck>;
}

/** In megabytes: more than any page has, without what it embeds. */
const sizeLimits = { page: 10, recording: 200 };

/** Reads a source as what its name and its beginning say that it is. */
function readSource(source: DriftSource, { contract, spec, check }: ReadContext): Outcome<SourceContent> {
  const { file } = source;
  const place = { file, pointer: "" };
  const refuseSize = (limit: number): Outcome<never> =>
    failure([report("source-too-large", { limit: `${limit} MB` }, place)]);
  const read = readBytes(source);
  if (!read.ok) return read;
  const bytes = read.value;
  if (!bytes) return refuseSize(sizeLimits.recording);
  // A parser of XML takes ever longer over each carriage return that it finds.
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const isRecorded = isRecordingFile(file, text);
  const form = isRecorded ? "recording" : findFormat(file, text);
  if (!form) return failure([report("unknown-source", {}, place)]);
  if (!isRecorded && bytes.length > sizeLimits.page * 1e6) return refuseSize(sizeLimits.page);
  const detail = explainNotText(bytes);
  if (detail !== undefined) return failure([report("source-not-text", { detail }, place)]);
  if (form === "XML") return readWsdl(file, text, spec.soapNames);
  if (form === "recording") {
    const checked = check();
    return checked.ok ? success(readRecording(file, text, contract, checked.value)) : checked;
  }
  const page = readPage(file, text);
  return page.ok ? success(readPageRows(page.value, file, contract)) : page;
}

function readBytes({ file, read }: DriftSource): Outcome<Uint8Array | undefined> {
  try {
    return success(read(sizeLimits.recording * 1e6));
  } catch (error) {
    // Of our own faults none has a code.
    if (getErrorCode(error) === "") throw error;
    return failure([
      report("file-unreadable", { reason: describeSystemError(error) }, { file, pointer: "" }),
    ]);
  }
}

/** Why bytes are no text. */
function explainNotText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return "it has a byte that is 0, as UTF-16 has";
  return isUtf8(bytes) ? undefined : "some of its bytes are no characters";
}

/** What the end of a name says of a text, or how that begins if there is none. */
function findFormat(file: string, text: string): "XML" | "page" | undefined {
  const name = basename(file);
  if (/\.(?:wsdl|xsd|xml)$/i.test(name)) return "XML";
  if (!name.includes("."))
    return /^\s*<\?xml/.test(text) && !/<html/i.test(text.slice(0, 10_000)) ? "XML" : "page";
  return /\.(?:html?|xhtml|md|markdown|te?xt|)$/i.test(name) ? "page" : undefined;
}
