import { basename, join } from "node:path";
import { printForTerminal } from "../../blocks/terminal.js";
import { plain, styled } from "../../blocks/text.js";
import { grid, toParagraph } from "../../blocks/write.js";
import { type Change, changeToJson } from "../../diff/change.js";
import { diffFleets, diffReleases } from "../../diff/diff-fleets.js";
import { diffSpecs } from "../../diff/diff-specs.js";
import { isAtLeast } from "../../diff/kinds/kind.js";
import { rangeSince } from "../../diff/way.js";
import { createSnapshots } from "../../lattice/snapshot.js";
import { buildModel } from "../../model/build.js";
import type { Model } from "../../model/model.js";
import { createPaths } from "../../model/paths.js";
import { lintSources, loadSpec } from "../../package/load-spec.js";
import { ownSpec } from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, type Problem, success } from "../../problem/problem.js";
import type { CheckedSpec } from "../../spec/checked-spec.js";
import { findNearPath, readSpec, type SourceFile } from "../../spec/read/read-spec.js";
import { quote } from "../../text/quote.js";
import { type Fleet, nameOfFleet, parseRange } from "../../time/fleet.js";
import { describeKnown, knownToJson } from "../../time/history.js";
import { formatRelease } from "../../time/release.js";
import { parseStamp, stampName } from "../../write/stamp.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { readNamedFile } from "../named-files.js";
import {
  type DiffReport,
  printDiffMarkdown,
  releasesToJson,
  reportDiff,
  reportReleases,
  reportSources,
} from "../report/diff.js";
import { type Ending, jsonEnding, problemEnding, successEnding } from "../report/ending.js";
import { findLine } from "../spec-folder.js";
import type { Surroundings } from "../terminal.js";

/** `diff`: what differs between two releases, two fleets or two states of the spec; or what each release brought. */
export function diff(args: Args<"diff">, around: Surroundings): Ending {
  const { terminal } = around;
  terminal.progress("reading the spec");
  if (args.json && args.markdown) return problemEnding([reportSeveralFormats()], true);
  if (args.to === undefined && args.specFrom === undefined) return showReleases(args, around);
  const spec = loadSources(args.spec ?? ownSpec);
  terminal.progress("comparing");
  const compared = spec.ok ? compare(spec.value, args) : spec;
  if (!spec.ok || !compared.ok) {
    return problemEnding(compared.ok ? [] : compared.problems, args.json);
  }
  const { changes } = compared.value;
  const { failOn } = args;
  const isGrave = failOn !== undefined && changes.some(({ verdict }) => isAtLeast(verdict, failOn));
  const ending = args.json
    ? jsonEnding(toJson(changes, compared.warnings, spec.value))
    : successEnding(
        args.markdown
          ? printDiffMarkdown(compared.value)
          : printForTerminal(reportDiff(compared.value), terminal),
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
function loadSources(folder: string): Outcome<LoadedSpec> {
  const sources = readSpec(folder);
  if (!sources.ok) return sources;
  const linted = lintSources(sources.value);
  return linted.ok ? success({ folder, sources: sources.value, spec: linted.value }) : linted;
}

function compare(spec: LoadedSpec, args: Args<"diff">): Outcome<DiffReport> {
  const { from, to, specFrom } = args;
  if (specFrom !== undefined) return compareSpecs(specFrom, spec, args);
  const model = buildModel(spec.spec);
  const [old, now] = [readFleet(from ?? "", model), readFleet(to ?? "", model)];
  if (!old.ok || !now.ok) return failure([old, now].flatMap((side) => (side.ok ? [] : side.problems)));
  const byMessage = [...old.warnings, ...now.warnings].map((warning) => [warning.message, warning] as const);
  const warnings = [...new Map(byMessage).values()];
  const names = { from: nameOfFleet(old.value), to: nameOfFleet(now.value) };
  return success({ ...diffFleets(model, old.value, now.value), ...names }, warnings);
}

function compareSpecs(folder: string, spec: LoadedSpec, { from, to }: Args<"diff">): Outcome<DiffReport> {
  if (to !== undefined) return failure([reportExtraSide()]);
  const old = loadSources(folder);
  if (!old.ok) return failure(old.problems.map((problem) => inFolder(problem, folder)));
  const [before, now] = [buildModel(old.value.spec), buildModel(spec.spec)];
  const range = from === undefined ? undefined : readFleet(from, now);
  if (range && !range.ok) return range;
  const compared = diffSpecs(before, now, range?.value);
  return success({ ...compared, from: folder, to: spec.folder }, range?.warnings ?? []);
}

/** Adds the folder to a file name that both specs have. */
const inFolder = (problem: Problem, folder: string): Problem =>
  problem.place
    ? { ...problem, place: { ...problem.place, file: join(folder, problem.place.file) } }
    : problem;

const reportExtraSide = (): Problem =>
  report("usage", {
    message: "With --spec-from there is one range at most: the releases at which the two specs are compared.",
    hint: "For example: mplus-codegen diff --spec-from OLD_SPEC 48..",
  });

const reportSeveralFormats = (): Problem =>
  report("usage", { message: "Choose one of --json and --markdown.", hint: undefined });

/** Each change with the line of the spec where a reviewer has to look: the one that says what the change is about. */
function toJson(
  changes: readonly Change[],
  warnings: readonly Problem[],
  { spec, ...files }: LoadedSpec,
): Result<"diff"> {
  const paths = createPaths(buildModel(spec));
  const find = ({ direction, pointer: path, events }: Change) =>
    findLine(paths.place({ direction, path, event: events[0] }), files);
  return { changes: changes.map((change) => ({ ...changeToJson(change), ...find(change) })), warnings };
}

/** `diff` where it is told of one side at most: with none it lists the releases, with a range what each of them brought. */
function showReleases(args: Args<"diff">, { terminal }: Surroundings): Ending {
  const { from, json, failOn } = args;
  if (args.markdown || (from === undefined && failOn !== undefined))
    return problemEnding([reportOneSide(args)], json);
  const loaded = loadSpec(args.spec);
  if (!loaded.ok) return problemEnding(loaded.problems, json);
  if (from === undefined) return listReleases(loaded.value, args, terminal);
  const model = buildModel(loaded.value);
  const fleet = readFleet(from, model);
  if (!fleet.ok) return problemEnding(fleet.problems, json);
  const brought = diffReleases(createSnapshots(model), rangeSince(model, fleet.value));
  const ending = json
    ? jsonEnding({
        releases: releasesToJson(brought, model),
        warnings: fleet.warnings,
      } satisfies Result<"diff">)
    : successEnding(printForTerminal(reportReleases(brought, model), terminal), fleet.warnings);
  const changes = brought.flatMap((each) => each.changes);
  const isGrave = failOn !== undefined && changes.some(({ verdict }) => isAtLeast(verdict, failOn));
  return isGrave ? { ...ending, code: 1 } : ending;
}

function listReleases(
  spec: CheckedSpec,
  { json }: Pick<Args<"diff">, "json">,
  terminal: Surroundings["terminal"],
): Ending {
  const { sources } = spec;
  const releases = spec.releases.map(({ release, ...rest }) => ({
    release: formatRelease(release),
    ...rest,
  }));
  const rows = releases.map(({ release, date = "", summary }) => [
    styled("name", `v${release}`),
    plain(date),
    plain(summary),
  ]);
  const known = toParagraph(`Known up to ${describeKnown(spec)}.`);
  return json
    ? jsonEnding({ releases, knownUpTo: knownToJson(spec), sources } satisfies Result<"diff">)
    : successEnding(printForTerminal([grid(rows), ...known, ...reportSources(sources)], terminal));
}

const reportOneSide = ({ from, markdown }: Args<"diff">) =>
  report("usage", {
    message:
      from === undefined
        ? "Say what to compare."
        : `Say what to compare ${from} with, to have it as Markdown.`,
    hint: `For example: mplus-codegen diff 48 59 ${markdown ? "--markdown" : "--fail-on breaking"}`,
  });

/** A fleet as `diff` is told of it: what was typed, or that of a generated folder, where that is the path of its stamp. */
function readFleet(text: string, model: Model): Outcome<Fleet> {
  const range = basename(text) === stampName ? readStamp(text) : success(text);
  return range.ok ? parseRange(range.value, model) : range;
}

/** No stamp is nearly as long. */
const maxStampLength = 2 ** 24;

/** Reads the fleet of a generated folder; all its targets are for the same one. */
function readStamp(path: string): Outcome<string> {
  try {
    const bytes = readNamedFile(path, maxStampLength);
    const stamp = parseStamp(bytes && new TextDecoder().decode(bytes), path);
    if (!stamp.ok) return stamp;
    const [{ minVersion = "", maxVersion = "", versions } = {}] = Object.values(stamp.value.targets);
    return success(versions ?? `${minVersion}..${maxVersion}`);
  } catch (error) {
    const message = `${path} cannot be read: ${describeSystemError(error)}.`;
    const near = findNearPath(path, error);
    return failure([report("usage", { message, hint: near && `Did you mean ${quote(near)}?` })]);
  }
}
