import { buildModel } from "../model/build.js";
import { report } from "../problem/catalogue.js";
import {
  describeSystemError,
  failure,
  getErrorCode,
  type Outcome,
  type Problem,
  success,
} from "../problem/problem.js";
import type { ReviewedSpec } from "../spec/lint/reviews.js";
import type { SourceFile } from "../spec/read/read-spec.js";
import { indexContract, type Contract } from "./contract.js";
import { readDefinitions } from "./definitions.js";
import { judge } from "./judge.js";
import { readPage } from "./page.js";
import { propose, type Proposal } from "./propose.js";
import { isRecording, prepareCheck, readRecording, type Check } from "./recordings.js";
import { isNotes, readNotes } from "./releases.js";
import type { JudgedSource, Reading } from "./row.js";
import { getBaseName, peek, readSourceText, type Source } from "./source.js";
import { readWsdl } from "./wsdl.js";

/** What the sources say today against what a spec says. */
export interface Drift {
  readonly sources: readonly JudgedSource[];
  readonly proposal: Proposal;
  /** What they were held against. */
  readonly contract: Contract;
}

/** What sources are held against. */
export interface Against {
  readonly spec: ReviewedSpec;
  /** The texts of the contract and of its reviews. */
  readonly files: readonly SourceFile[];
  /** Whether a changed spec is sound: no proposal breaks it. */
  readonly lint: (files: readonly SourceFile[]) => Outcome<unknown>;
  /** As `2024-11-19`. */
  readonly today: string;
  /** Whether changes are proposed, which takes its time. */
  readonly propose: boolean;
  readonly progress?: (what: string) => void;
}

/** Reads sources, one after another, and judges by a spec what they say. One that cannot be read is a failure of all. */
export async function drift(sources: readonly Source[], against: Against): Promise<Outcome<Drift>> {
  const { spec, files, lint, today } = against;
  const contract = indexContract(buildModel(spec), spec.names);
  const judged: JudgedSource[] = [];
  const problems: Problem[] = [];
  let check: Outcome<Check> | undefined;
  const reads = { contract, spec, check: () => (check ??= prepareCheck(contract.model)) };
  for (const source of sources) {
    against.progress?.(`reading ${source.file}`);
    const reading = await readSource(source, reads);
    if (reading.ok) judged.push(judge(reading.value, contract, spec.reviewed, spec.sources));
    else problems.push(...reading.problems);
  }
  if (problems.length > 0) return failure(problems);
  const proposal = against.propose
    ? propose(judged, { files, spec, contract, lint, today })
    : { files: [], decisions: [] };
  return success({ sources: judged, proposal, contract });
}

/** Reads a source as what its name and its beginning say that it is. */
async function readSource({ file, chunks }: Source, reads: Reads): Promise<Outcome<Reading>> {
  const place = { file, pointer: "" };
  try {
    const peeked = await peek({ file, chunks });
    if (isRecording(file, peeked.beginning)) {
      const check = reads.check();
      return check.ok ? success(await readRecording(peeked, reads.contract, check.value)) : check;
    }
    const read = findReader(file, peeked.beginning);
    if (!read) {
      await peeked.close();
      return failure([report("unknown-source", {}, place)]);
    }
    const text = await readSourceText(peeked.source);
    return text.ok ? read(text.value, file, reads) : text;
  } catch (error) {
    // Of our own faults none has a code.
    if (getErrorCode(error) === "") throw error;
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}

/** What sources are read by. */
interface Reads {
  readonly contract: Contract;
  readonly spec: ReviewedSpec;
  /** Made when the first recording is read. */
  readonly check: () => Outcome<Check>;
}

type Read = (text: string, file: string, reads: Reads) => Outcome<Reading>;

/** The readers of texts, by the ends of the names of files. */
const readers: readonly (readonly [extensions: readonly string[], Read])[] = [
  [[".wsdl", ".xsd", ".xml"], (text, file, { spec }) => readWsdl(file, text, spec.soapNames)],
  [[".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text", ""], readAnyPage],
];

function findReader(file: string, beginning: string): Read | undefined {
  const name = getBaseName(file).toLowerCase();
  const extension = name.includes(".") ? name.slice(name.lastIndexOf(".")) : "";
  const isXml = /^\s*<\?xml/.test(beginning) && !/<html/i.test(beginning);
  return readers.find(([extensions]) =>
    extensions.includes(isXml && extension === "" ? ".xml" : extension),
  )?.[1];
}

function readAnyPage(text: string, file: string, { contract }: Reads): Outcome<Reading> {
  const page = readPage(file, text);
  if (!page.ok) return page;
  const read = isNotes(page.value, file) ? readNotes : readDefinitions;
  return success(read(page.value, file, contract));
}
