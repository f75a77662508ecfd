import { join } from "node:path";
import type { Memo } from "../../memo.js";
import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { createPaths } from "../../model/paths.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import type { CheckedSpec } from "../../spec/checked-spec.js";
import { readSpec, type SourceFile } from "../../spec/read/read-spec.js";
import type { Change } from "../../diff/change.js";
import { diffFleets } from "../../diff/diff-fleets.js";
import { diffSpecs } from "../../diff/diff-specs.js";
import { isAtLeast } from "../../diff/kinds/kind.js";
import { type Fleet, nameOfFleet, parseRange } from "../../time/fleet.js";
import type { Args } from "../options/commands.js";
import { readFleet } from "../read-fleet.js";
import { lintSources } from "../../package/load-spec.js";
import { ownSpec } from "../../package/package-files.js";
import { diffToJson, formatDiff, formatDiffMarkdown, type DiffReport } from "../report/diff-report.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { findLine, type FileLine } from "../spec-folder/find-line.js";
import type { Surroundings } from "../surroundings.js";

/** `diff`: what differs between two releases, two fleets or two states of the spec. */
export function diff(args: Args<"diff">, { terminal, memo }: Surroundings): Ending {
  terminal.progress("reading the spec");
  const spec = loadSources(args.spec ?? ownSpec, memo);
  terminal.progress("comparing");
  const compared = spec.ok ? compare(spec.value, { ...args, memo }) : spec;
  if (!spec.ok || !compared.ok) {
    return problemEnding(compared.ok ? [] : compared.problems, args.json);
  }
  const { changes } = compared.value;
  const { failOn } = args;
  const isGrave = failOn !== undefined && changes.some(({ verdict }) => isAtLeast(verdict, failOn));
  const ending = args.json
    ? jsonEnding(diffToJson(changes, compared.warnings, createLineFinder(spec.value)))
    : successEnding(
        args.markdown ? formatDiffMarkdown(compared.value) : formatDiff(compared.value, terminal),
        compared.warnings,
      );
  return isGrave ? { ...ending, code: 1 } : ending;
}

interface LoadedSpec {
  readonly folder: string;
  readonly sources: readonly SourceFile[];
  readonly spec: CheckedSpec;
}

/** Links and lints one side. Examples are not checked. */
function loadSources(folder: string, memo: Memo): Outcome<LoadedSpec> {
  const sources = readSpec(folder);
  if (!sources.ok) return sources;
  const linted = lintSources(sources.value, memo);
  return linted.ok ? success({ folder, sources: sources.value, spec: linted.value }) : linted;
}

interface Comparison extends Args<"diff"> {
  readonly memo: Memo;
}

function compare(spec: LoadedSpec, args: Comparison): Outcome<DiffReport> {
  const { from, to, specFrom } = args;
  if ([args.json, args.markdown].every(Boolean)) return failure([reportSeveralFormats()]);
  if (specFrom !== undefined) return compareSpecs(specFrom, spec, args);
  if (from === undefined || to === undefined) return failure([reportMissingSide(from)]);
  const model = buildModel(spec.spec);
  const [old, now] = [parseFleet(from, model), parseFleet(to, model)];
  if (!old.ok || !now.ok) return failure([old, now].flatMap((side) => (side.ok ? [] : side.problems)));
  const byMessage = [...old.warnings, ...now.warnings].map((warning) => [warning.message, warning] as const);
  const warnings = [...new Map(byMessage).values()];
  const names = { from: nameOfFleet(old.value), to: nameOfFleet(now.value) };
  return success({ ...diffFleets(model, old.value, now.value), ...names }, warnings);
}

function compareSpecs(folder: string, spec: LoadedSpec, { from, to, memo }: Comparison): Outcome<DiffReport> {
  if (to !== undefined) return failure([reportExtraSide()]);
  const old = loadSources(folder, memo);
  if (!old.ok) return failure(old.problems.map((problem) => inFolder(problem, folder)));
  const [before, now] = [buildModel(old.value.spec), buildModel(spec.spec)];
  const range = from === undefined ? undefined : parseFleet(from, now);
  if (range && !range.ok) return range;
  const compared = diffSpecs(before, now, range?.value);
  return success({ ...compared, from: folder, to: spec.folder }, range?.warnings ?? []);
}

function parseFleet(text: string, model: Model): Outcome<Fleet> {
  const fleet = readFleet(text);
  return fleet.ok ? parseRange(fleet.value, model) : fleet;
}

/** Adds the folder to a file name that both specs have. */
const inFolder = (problem: Problem, folder: string): Problem =>
  problem.place
    ? { ...problem, place: { ...problem.place, file: join(folder, problem.place.file) } }
    : problem;

const reportMissingSide = (from: string | undefined): Problem =>
  report("usage", {
    message: from === undefined ? "Say what to compare." : `Say what to compare ${from} with.`,
    hint: "For example: mplus-codegen diff 48 59 (releases), diff 48.. 59.. (fleets), diff --spec-from OLD_SPEC (states of the spec).",
  });

const reportExtraSide = (): Problem =>
  report("usage", {
    message: "With --spec-from there is one range at most: the releases at which the two specs are compared.",
    hint: "For example: mplus-codegen diff --spec-from OLD_SPEC 48..",
  });

const reportSeveralFormats = (): Problem =>
  report("usage", { message: "Choose one of --json and --markdown.", hint: undefined });

/** Finds the line of the spec that says what a change is about. */
function createLineFinder({ spec, ...files }: LoadedSpec): (change: Change) => FileLine | undefined {
  const paths = createPaths(buildModel(spec));
  return ({ direction, pointer: path, events }) =>
    findLine(paths.place({ direction, path, event: events[0] }), files);
}
