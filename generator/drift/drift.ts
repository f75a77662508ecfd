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
import { indexContract, type Contract } from "./contract.js";
import { readDefinitions } from "./definitions.js";
import { judge } from "./judge.js";
import { readPage } from "./page.js";
import { propose, type Grounds, type Proposal } from "./propose.js";
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
export interface Against extends Omit<Grounds, "contract"> {
  readonly spec: ReviewedSpec;
  /** Whether changes are proposed, which takes its time. */
  readonly propose: boolean;
  readonly progress?: (what: string) => void;
}

/** Reads sources, one after another, and judges by a spec what they say. One that cannot be read is a failure of all. */
export async function drift(sources: readonly Source[], against: Against): Promise<Outcome<Drift>> {
  const { spec } = against;
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
  const proposal = against.propose ? propose(judged, { ...against, contract }) : { files: [], decisions: [] };
  return success({ sources: judged, proposal, contract });
}

/** What sources are read by. */
interface Reads {
  readonly contract: Contract;
  readonly spec: ReviewedSpec;
  /** Made when the first recording is read. */
  readonly check: () => Outcome<Check>;
}

/** Reads a source as what its name and its beginning say that it is. */
async function readSource(
  { file, chunks }: Source,
  { contract, spec, check }: Reads,
): Promise<Outcome<Reading>> {
  const place = { file, pointer: "" };
  try {
    const peeked = await peek({ file, chunks });
    if (isRecording(file, peeked.beginning)) {
      const checked = check();
      return checked.ok ? success(await readRecording(peeked, contract, checked.value)) : checked;
    }
    const form = findForm(file, peeked.beginning);
    if (!form) {
      await peeked.close();
      return failure([report("unknown-source", {}, place)]);
    }
    const text = await readSourceText(peeked.source);
    if (!text.ok) return text;
    if (form === "XML") return readWsdl(file, text.value, spec.soapNames);
    const page = readPage(file, text.value);
    if (!page.ok) return page;
    const read = isNotes(page.value, file) ? readNotes : readDefinitions;
    return success(read(page.value, file, contract));
  } catch (error) {
    // Of our own faults none has a code.
    if (getErrorCode(error) === "") throw error;
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}

/** What the end of a name says of a text, or how that begins if there is none. */
function findForm(file: string, beginning: string): "XML" | "page" | undefined {
  const name = getBaseName(file);
  if (/\.(?:wsdl|xsd|xml)$/i.test(name)) return "XML";
  if (!name.includes(".")) return /^\s*<\?xml/.test(beginning) && !/<html/i.test(beginning) ? "XML" : "page";
  return /\.(?:html?|xhtml|md|markdown|te?xt|)$/i.test(name) ? "page" : undefined;
}
