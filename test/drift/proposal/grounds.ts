import type { Claim, Statement, Subject } from "../../../generator/drift/claim.js";
import { judge } from "../../../generator/drift/judge/judge.js";
import { indexModel } from "../../../generator/drift/judge/known.js";
import type { Judged } from "../../../generator/drift/judge/finding.js";
import { trafficTitle } from "../../../generator/drift/judge/seen.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import { propose } from "../../../generator/drift/proposal/propose.js";
import type { Proposal } from "../../../generator/drift/proposal/proposal.js";
import type { Reading, SourceKind } from "../../../generator/drift/reading.js";
import { buildModel } from "../../../generator/model/build.js";
import { readDialect } from "../../../generator/package/package-files.js";
import { lintSpec } from "../../../generator/spec/lint/lint-spec.js";
import type { SourceFile } from "../../../generator/spec/read/read-spec.js";

const dialect = readDialect();

/** Lints the files of a spec, and throws what is wrong with them. */
export function checkFiles(files: readonly SourceFile[]) {
  const linted = lintSpec(files, dialect);
  if (linted.ok) return linted.value;
  const words = linted.problems.map(
    ({ message, place }) => `${place?.file ?? ""}${place?.pointer ?? ""}: ${message}`,
  );
  throw new Error(words.join("\n"));
}

/** What a source says of one subject, in short. */
export interface Said {
  readonly subject: Subject;
  readonly says: readonly Statement[];
}

/** How `x-seen` names a source that documents nothing. */
const names: Readonly<Partial<Record<SourceKind, string>>> = {
  WSDL: "another program",
  traffic: trafficTitle,
};

/** A source that says these things, line by line. */
export function toReading(said: readonly Said[], kind: SourceKind = "release notes"): Reading {
  const claims = said.flatMap(({ subject, says }, index) =>
    says.map((each): Claim => {
      const place = { file: "notes.md", title: "Notes", section: "", line: index + 1 };
      return { subject, says: each, sentence: { text: `Line ${index + 1}.`, place } };
    }),
  );
  const seenAs = names[kind];
  return {
    ...{ kind, file: "notes.md", title: "Notes", claims, remarks: [], count: said.length, lists: "some" },
    ...(seenAs !== undefined && { seenAs }),
  };
}

/** Judges readings by a spec, and proposes what to change in it. */
export function proposeFor(readings: readonly Reading[], files: readonly SourceFile[]): Proposal {
  const { judged, known } = judgeBy(readings, files);
  return propose(judged, { files, known, lint: (changed) => lintSpec(changed, dialect) });
}

function judgeBy(readings: readonly Reading[], files: readonly SourceFile[]) {
  const spec = checkFiles(files);
  const known = indexModel(buildModel(spec));
  const judged: readonly Judged[] = readings.map((reading) =>
    judge(reading, known, indexReviews({ claims: [], sentences: [] })),
  );
  return { judged, known, spec };
}

/** The files of a spec, as a proposal leaves them. */
export function applyProposal(files: readonly SourceFile[], proposal: Proposal): readonly SourceFile[] {
  const changed = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, before, after } of proposal.files) {
    if (changed.get(path) !== before) throw new Error(`${path} is not as the proposal found it`);
    changed.set(path, after);
  }
  return [...changed].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}
