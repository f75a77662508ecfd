import { basename, join } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { printBlocks } from "../../pages/blocks/markdown.js";
import { code, nothing, plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { grid, heading, releaseText, toParagraph } from "../../pages/blocks/builders.js";
import { changeToJson, isShared, type Change, type ChangeJson, type Diff } from "../../changes/change.js";
import { diffFleets, diffReleases, diffSpecs, type ReleaseChanges } from "../../changes/diff.js";
import { isAtLeast, changeVerdicts, type ChangeVerdict } from "../../changes/kinds.js";
import { rangeSince } from "../../changes/release-range.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model, ReleaseModel } from "../../contract/model/model.js";
import { createPaths, type Paths } from "../../contract/model/paths.js";
import { lintSources, loadSpec, ownSpec, readSpecSources } from "../../contract/package/package-files.js";
import { success, type Outcome, type Problem } from "../../base/problem/problem.js";
import { toRelease, type ReleaseEntry, type SourceEntry } from "../../contract/read/dialect.js";
import type { Style } from "../../base/text/style.js";
import {
  formatFleet,
  parseRange,
  describeKnownReleases,
  knownReleasesToJson,
  type Fleet,
} from "../../base/time/fleet.js";
import { formatRelease, type Release } from "../../base/time/release.js";
import { parseStamp, stampName } from "../../output/stamp.js";
import { requireUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import {
  joinOutcomes,
  requireSuccess,
  throwProblems,
  throwUsageProblem,
  usageProblem,
} from "../call-error.js";
import type { CommandResult, WithWarnings } from "../command-result.js";
import { findSpecLine } from "../inputs/spec-folder.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `diff`: what differs between two releases, two fleets or two states of the spec; or what each release brought. */
export function diff(args: Args<"diff">, { terminal }: CommandContext): CommandResult<DiffJson> {
  const { from, to, specFrom, failOn, json, markdown } = args;
  terminal.progress("reading the spec");
  if (json && markdown) throwUsageProblem("Choose one of --json and --markdown.");
  if (to !== undefined || specFrom !== undefined) return showDiff(args, () => terminal.progress("comparing"));
  if (markdown || (from === undefined && failOn !== undefined)) throwProblems(toOneSideProblem(args));
  return from === undefined ? showReleaseList(args) : showReleaseChanges(from, args);
}

export type DiffJson = ChangesJson | ReleasesJson | ReleaseChangesJson;

/** What changes between two sides. */
interface ChangesJson extends WithWarnings {
  /** The changes; the line of the spec where a reviewer has to look is left out where there is none. */
  readonly changes: readonly (ChangeJson & { readonly file?: string; readonly line?: number })[];
}

/** The releases, without a range: the oldest first. */
interface ReleasesJson {
  readonly releases: readonly ReleaseEntry[];
  /** How far the contract is known: the newest known release, and later ones that are only known to exist. */
  readonly knownUpTo: ReturnType<typeof knownReleasesToJson>;
  /** What the spec rests on. */
  readonly sources: readonly SourceEntry[];
}

/** The releases of a range that brought something, the oldest first. */
interface ReleaseChangesJson extends WithWarnings {
  readonly releases: readonly (Partial<ReleaseEntry> & { readonly changes: readonly ChangeJson[] })[];
}

const toOneSideProblem = ({ from, markdown }: Args<"diff">): Problem =>
  usageProblem(
    from === undefined ? "Say what to compare." : `Say what to compare ${from} with, to have it as Markdown.`,
    `For example: mplus-codegen diff 48 59 ${markdown ? "--markdown" : "--fail-on breaking"}`,
  );

const hasGraveChange = (changes: readonly Change[], { failOn }: Args<"diff">): boolean =>
  failOn !== undefined && changes.some(({ verdict }) => isAtLeast(verdict, failOn));

/** A diff with the names of its two sides. */
interface NamedDiff extends Diff {
  readonly from: string;
  readonly to: string;
}

function showDiff(args: Args<"diff">, onLoaded: () => void): CommandResult<DiffJson> {
  const folder = args.spec ?? ownSpec;
  const { model, sources } = loadSide(folder);
  onLoaded();
  const { value: comparison, warnings } = requireSuccess(
    args.specFrom === undefined ? compareFleets(args, model) : compareSpecs(args.specFrom, model, args),
  );
  // Each change with the line of the spec where a reviewer has to look: the one that says what the change is about.
  const toJson = (paths: Paths) => (change: Change) => {
    const { direction, pointer: path, events } = change;
    const place = paths.place({ direction, path, event: events[0] });
    return { ...changeToJson(change), ...findSpecLine(place, { folder, sources }) };
  };
  return {
    report: () => (args.markdown ? printMarkdown(comparison) : reportDiff(comparison)),
    json: () => ({ changes: comparison.changes.map(toJson(createPaths(model))), warnings }),
    warnings,
    fails: hasGraveChange(comparison.changes, args),
  };
}

/** Links and lints one side. Examples are not checked. */
function loadSide(folder: string, name = (problem: Problem) => problem) {
  const read = readSpecSources(folder);
  const linted = read.ok ? lintSources(read.value) : read;
  if (!linted.ok) throwProblems(linted.problems.map(name));
  return { model: buildModel(linted.value), sources: requireSuccess(read).value };
}

function compareFleets({ from = "", to = "" }: Args<"diff">, model: Model): Outcome<NamedDiff> {
  const fleets = joinOutcomes([readFleet(from, model), readFleet(to, model)]);
  if (!fleets.ok) return fleets;
  const [old, now] = fleets.value;
  const names = { from: formatFleet(old), to: formatFleet(now) };
  return success({ ...diffFleets(model, old, now), ...names }, fleets.warnings);
}

function compareSpecs(
  folder: string,
  now: Model,
  { from, to, spec = ownSpec }: Args<"diff">,
): Outcome<NamedDiff> {
  if (to !== undefined)
    throwUsageProblem(
      "With --spec-from there is one range at most: the releases at which the two specs are compared.",
      "For example: mplus-codegen diff --spec-from OLD_SPEC 48..",
    );
  const old = loadSide(folder, (problem) => prependFolder(problem, folder));
  const range = from === undefined ? undefined : requireSuccess(readFleet(from, now));
  const compared = diffSpecs(old.model, now, range?.value);
  return success({ ...compared, from: folder, to: spec }, range?.warnings ?? []);
}

/** Adds the folder to a file name that both specs have. */
const prependFolder = (problem: Problem, folder: string): Problem =>
  problem.place
    ? { ...problem, place: { ...problem.place, file: join(folder, problem.place.file) } }
    : problem;

/** With no side, `diff` lists the releases. */
function showReleaseList({ spec: folder }: Args<"diff">): CommandResult<DiffJson> {
  const spec = requireSuccess(loadSpec(folder)).value;
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
  const rest = sources.map(({ title, newest, stated = "" }) => [
    plain(title),
    newest === undefined ? nothing : text`up to ${releaseText(toRelease(newest))}`,
    plain(stated),
  ]);
  return {
    report: () => [
      grid(rows),
      ...toParagraph(`Known up to ${describeKnownReleases(spec)}.`),
      // What the spec rests on: up to which release each source goes, and how it is dated; nothing if it does not say.
      ...(rest.length === 0 ? [] : [heading(3, "Its sources:"), grid(rest)]),
    ],
    json: () => ({ releases, knownUpTo: knownReleasesToJson(spec), sources }),
  };
}

/** With one side, `diff` shows what each release of it brought. */
function showReleaseChanges(from: string, args: Args<"diff">): CommandResult<DiffJson> {
  const model = buildModel(requireSuccess(loadSpec(args.spec)).value);
  const { value: fleet, warnings } = requireSuccess(readFleet(from, model));
  const releaseChanges = diffReleases(createSnapshots(model), rangeSince(model, fleet));
  const findEntry = (release: Release): Partial<ReleaseModel> =>
    model.releases.find((entry) => entry.release === release) ?? {};
  const toJson = ({ release, changes }: ReleaseChanges) => ({
    ...findEntry(release),
    release: formatRelease(release),
    changes: changes.map(changeToJson),
  });
  return {
    // Where there is no room beside a change for its events, they stand below it.
    report: ({ columns = Infinity }) =>
      releaseChanges.length === 0
        ? toParagraph("Nothing that the spec knows changed in these releases.")
        : releaseChanges.flatMap((each) => reportRelease(each, findEntry(each.release), columns < 100)),
    json: () => ({ releases: releaseChanges.map(toJson), warnings }),
    warnings,
    fails: hasGraveChange(
      releaseChanges.flatMap(({ changes }) => changes),
      args,
    ),
  };
}

/** The fleet that an argument of `diff` names: what was typed, or that of a generated folder, where that is the path of its stamp. */
function readFleet(typed: string, model: Model): Outcome<Fleet> {
  const range = basename(typed) === stampName ? readStamp(typed) : success(typed);
  return range.ok ? parseRange(range.value, model) : range;
}

/** No stamp is nearly as long. */
const maxStampLength = 2 ** 24;

/** Reads the fleet of a generated folder; all its targets are for the same one. */
function readStamp(path: string): Outcome<string> {
  const bytes = requireUserFile(path, maxStampLength);
  const stamp = parseStamp(bytes && new TextDecoder().decode(bytes), path);
  if (!stamp.ok) return stamp;
  const [{ minVersion = "", maxVersion = "", versions } = {}] = Object.values(stamp.value.targets);
  return success(versions ?? `${minVersion}..${maxVersion}`);
}

/** How grave a change is, as it is seen. */
const verdictStyles: Readonly<Record<ChangeVerdict, Style>> = {
  breaking: "error",
  handle: "warning",
  safe: "good",
  docs: "faint",
};

/** A diff: how many changes there are, then those of each event: what changed and where, and what to do. */
const reportDiff = (comparison: NamedDiff): readonly ReportBlock[] => [
  ...toParagraph(plain(formatTotal(comparison))),
  ...groupByEvent(comparison).flatMap(({ title, changes }) => [heading(3, title), tableChanges(changes)]),
];

/** The same for a release note, or the description of a pull request. */
const printMarkdown = (comparison: NamedDiff): string =>
  printBlocks(
    [heading(2, plain(`Webhooks: from ${comparison.from} to ${comparison.to}`)), ...reportDiff(comparison)],
    "",
  );

const tableChanges = (changes: readonly Change[]) =>
  grid(
    changes.map((change) => [
      ...describeChange(change),
      change.release === undefined ? nothing : releaseText(change.release),
      change.advice,
    ]),
    { columns: ["Verdict", "In the", "Where", "What", "Since", "To do"], isOfEntries: true },
  );

/** How grave it is, on which side, where and what. The pointer is empty where it is about all of a request or an answer. */
const describeChange = ({ verdict, direction, pointer, code: kind }: Change): readonly Text[] => [
  styled(verdictStyles[verdict], verdict),
  text`${direction}`,
  styled("name", pointer !== "" ? pointer : direction === "request" ? "(the event)" : "(the answer)"),
  code(kind),
];

/** Changes that concern the same events. */
interface ChangeGroup {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Groups changes: first those of all events, then those of each event. Events with the same changes share a group. */
function groupByEvent(comparison: Diff): readonly ChangeGroup[] {
  const shared = comparison.changes.filter((change) => isShared(change, comparison));
  const own = comparison.changes.filter((change) => !shared.includes(change));
  const names = [...new Set(own.flatMap((change) => change.events))].sort();
  const groups = new Map<string, ChangeGroup>();
  for (const name of names) {
    const changes = own.filter((change) => change.events.includes(name));
    const key = changes.map((change) => own.indexOf(change)).join();
    const others = groups.get(key);
    groups.set(key, { title: others ? `${others.title}, ${name}` : name, changes });
  }
  return [...(shared.length > 0 ? [{ title: "Every event", changes: shared }] : []), ...groups.values()];
}

/** `5 changes from v48 to v59: 1 breaking, 4 safe.` */
function formatTotal({ from, to, changes }: NamedDiff): string {
  if (changes.length === 0) return `Nothing that the spec knows changes from ${from} to ${to}.`;
  const counts = changeVerdicts
    .map((verdict) => ({ verdict, count: changes.filter((change) => change.verdict === verdict).length }))
    .flatMap(({ verdict, count }) => (count > 0 ? `${count} ${verdict}` : []));
  const total = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${total} from ${from} to ${to}: ${counts.join(", ")}.`;
}

/** What a release brought. */
function reportRelease(
  releaseChanges: ReleaseChanges,
  { date, summary }: Partial<ReleaseModel>,
  isNarrow: boolean,
): readonly ReportBlock[] {
  const day = date === undefined ? "" : ` (${date})`;
  const rows = releaseChanges.changes.map((change) => [
    ...describeChange(change),
    styled("faint", `(${isShared(change, releaseChanges) ? "every event" : change.events.join(", ")})`),
  ]);
  const title = `v${formatRelease(releaseChanges.release)}${day}${summary === undefined ? "" : `: ${summary}`}`;
  return [heading(3, plain(title)), grid(rows, { isOfEntries: isNarrow })];
}
