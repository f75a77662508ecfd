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
import type { CheckedSpec } from "../spec/checked-spec.js";
import type { ReviewedSpec } from "../spec/lint/reviews.js";
import { judgeAge } from "./ages.js";
import type { Judged } from "./judge/finding.js";
import { judge } from "./judge/judge.js";
import { indexModel, type Known } from "./judge/known.js";
import { indexReviews, type Reviews } from "./judge/reviews.js";
import { peek } from "./peek.js";
import type { Proposal } from "./proposal/proposal.js";
import { propose, type Grounds } from "./proposal/propose.js";
import { readers as allReaders } from "./readers.js";
import type { Reader, Reading, Source } from "./reading.js";
import { renewSources } from "./renew-sources.js";
import { findLowestReleases, type LowestRelease } from "./traffic/lowest-release.js";

/** What the sources say today against what a spec says. */
export interface Drift {
  readonly sources: readonly JudgedSource[];
  readonly proposal: Proposal;
}

/** The findings of one source, and what it is. */
export interface JudgedSource extends Judged, Pick<Reading, "count" | "newest" | "date"> {
  /** Of recorded traffic: the lowest release that explains each side of it. */
  readonly lowest: readonly LowestRelease[];
}

/** What sources are held against. */
export interface Against {
  readonly spec: ReviewedSpec;
  /** The kinds of sources that are read: left out, all there are. */
  readonly readers?: readonly Reader[];
  readonly progress?: (what: string) => void;
  /** What to propose changes of: left out, nothing is proposed. */
  readonly editing?: Editing;
}

/** The texts of a spec, and what is asked of them when they have changed. */
export interface Editing extends Pick<Grounds, "files" | "lint"> {
  /** As `2024-11-19`. */
  readonly today: string;
}

/** Reads sources, one after another, and judges by a spec what they say. One that cannot be read is a failure of all. */
export async function drift(sources: readonly Source[], against: Against): Promise<Outcome<Drift>> {
  const known = indexModel(buildModel(against.spec));
  const reviews = indexReviews(against.spec.reviewed);
  const judged: JudgedSource[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    against.progress?.(`reading ${source.file}`);
    const reading = await readSource(source, known, against);
    if (reading.ok) judged.push(judgeSource(reading.value, known, reviews, against.spec));
    else problems.push(...reading.problems);
  }
  if (problems.length > 0) return failure(problems);
  return success({ sources: judged, proposal: makeProposal(judged, known, against) });
}

function makeProposal(judged: readonly JudgedSource[], known: Known, { spec, editing }: Against): Proposal {
  if (!editing) return { files: [], decisions: [] };
  const { files, lint, today } = editing;
  const proposed = propose(judged, { files, known, lint });
  const before = files.find(({ path }) => path === sourcesPath)?.text;
  const after =
    before === undefined ? undefined : renewSources(before, judged, { sources: spec.sources, today });
  const renewed = after === undefined || after === before ? [] : [{ path: sourcesPath, before, after }];
  return { ...proposed, files: [...proposed.files, ...renewed] };
}

const sourcesPath = "sources.json";

function judgeSource(
  reading: Reading,
  known: Known,
  reviews: Reviews,
  { sources }: CheckedSpec,
): JudgedSource {
  const { count, newest, date } = reading;
  const judged = judge(reading, known, reviews);
  return {
    ...{ ...judged, count, lowest: findLowestReleases(reading, known) },
    ...(newest !== undefined && { newest }),
    ...(date !== undefined && { date }),
    findings: [...judgeAge(reading, sources), ...judged.findings],
  };
}

/** Has a source read by the first reader that knows what it is. */
async function readSource(
  source: Source,
  known: Known,
  { spec, readers = allReaders }: Against,
): Promise<Outcome<Reading>> {
  const place = { file: source.file, pointer: "" };
  try {
    const { beginning, source: whole, close } = await peek(source);
    const reader = readers.find((each) => each.recognizes(source.file, beginning));
    if (reader) {
      const { soapNames, names } = spec;
      return await reader.read(whole, { soapNames, names, known });
    }
    await close();
    return failure([report("unknown-source", {}, place)]);
  } catch (error) {
    // Of our own faults none has a code.
    if (getErrorCode(error) === "") throw error;
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}
