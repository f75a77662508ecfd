import { basename, join } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { printBlocks } from "../../pages/blocks/markdown.js";
import { code, nothing, plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { grid, heading, releaseText, toParagraph } from "../../pages/blocks/builders.js";
import { changeToJson, isShared, type Change, type Diff } from "../../changes/change.js";
import { diffFleets, diffReleases, diffSpecs, type ReleaseChanges } from "../../changes/diff.js";
import { isAtLeast, changeVerdicts, type ChangeVerdict } from "../../changes/kinds.js";
import { rangeSince } from "../../changes/release-range.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model, ReleaseModel } from "../../contract/model/model.js";
import { createPaths, type Paths } from "../../contract/model/paths.js";
import { lintSources, loadSpec, ownSpec, readSources } from "../../contract/package/package-files.js";
import { success, type Outcome, type Problem } from "../../base/problem/problem.js";
import { toRelease } from "../../contract/read/dialect.js";
import type { Style } from "../../base/text/style.js";
import { nameOfFleet, parseRange, describeKnown, knownToJson, type Fleet } from "../../base/time/fleet.js";
import { formatRelease, type Release } from "../../base/time/release.js";
import { parseStamp, stampName } from "../../output/stamp.js";
import { requireNamedFile } from "../named-files.js";
import type { Args } from "../options/commands.js";
import { joinOutcomes, need, refuse, refuseCall, usage, type Told } from "../report/ending.js";
import type { Result } from "../results.js";
import { findLine } from "../spec-folder.js";
import type { Surroundings } from "../terminal.js";

/** `diff`: what differs between two releases, two fleets or two states of the spec; or what each release brought. */
export function diff(args: Args<"diff">, { terminal }: Surroundings): Told<Result<"diff">> {
  const { from, to, specFrom, failOn, json, markdown } = args;
  terminal.progress("reading the spec");
  if (json && markdown) refuseCall("Choose one of --json and --markdown.");
  if (to !== undefined || specFrom !== undefined) return showDiff(args, () => terminal.progress("comparing"));
  if (markdown || (from === undefined && failOn !== undefined)) refuse(reportOneSide(args));
  return from === undefined ? listReleases(args) : showReleases(from, args);
}

const reportOneSide = ({ from, markdown }: Args<"diff">): Problem =>
  usage(
    from === undefined ? "Say what to compare." : `Say what to compare ${from} with, to have it as Markdown.`,
    `For example: mplus-codegen diff 48 59 ${markdown ? "--markdown" : "--fail-on breaking"}`,
  );

const isGrave = (changes: readonly Change[], { failOn }: Args<"diff">): boolean =>
  failOn !== undefined && changes.some(({ verdict }) => isAtLeast(verdict, failOn));

/** A diff with the names of its two sides. */
interface NamedDiff extends Diff {
  readonly from: string;
  readonly to: string;
}

function showDiff(args: Args<"diff">, tell: () => void): Told<Result<"diff">> {
  const folder = args.spec ?? ownSpec;
  const { model, sources } = loadSide(folder);
  tell();
  const { value: found, warnings } = need(
    args.specFrom === undefined ? compareFleets(args, model) : compareSpecs(args.specFrom, model, args),
  );
  // Each change with the line of the spec where a reviewer has to look: the one that says what the change is about.
  const toJson = (paths: Paths) => (change: Change) => {
    const { direction, pointer: path, events } = change;
    const place = paths.place({ direction, path, event: events[0] });
    return { ...changeToJson(change), ...findLine(place, { folder, sources }) };
  };
  return {
    report: () => (args.markdown ? printMarkdown(found) : reportDiff(found)),
    json: () => ({ changes: found.changes.map(toJson(createPaths(model))), warnings }),
    warnings,
    fails: isGrave(found.changes, args),
  };
}

/** Links and lints one side. Examples are not checked. */
function loadSide(folder: string, name = (problem: Problem) => problem) {
  const read = readSources(folder);
  const linted = read.ok ? lintSources(read.value) : read;
  if (!linted.ok) refuse(linted.problems.map(name));
  return { model: buildModel(linted.value), sources: need(read).value };
}

function compareFleets({ from = "", to = "" }: Args<"diff">, model: Model): Outcome<NamedDiff> {
  const fleets = joinOutcomes([readFleet(from, model), readFleet(to, model)]);
  if (!fleets.ok) return fleets;
  const [old, now] = fleets.value;
  const names = { from: nameOfFleet(old), to: nameOfFleet(now) };
  return success({ ...diffFleets(model, old, now), ...names }, fleets.warnings);
}

function compareSpecs(
  folder: string,
  now: Model,
  { from, to, spec = ownSpec }: Args<"diff">,
): Outcome<NamedDiff> {
  if (to !== undefined)
    refuseCall(
      "With --spec-from there is one range at most: the releases at which the two specs are compared.",
      "For example: mplus-codegen diff --spec-from OLD_SPEC 48..",
    );
  const old = loadSide(folder, (problem) => inFolder(problem, folder));
  const range = from === undefined ? undefined : need(readFleet(from, now));
  const compared = diffSpecs(old.model, now, range?.value);
  return success({ ...compared, from: folder, to: spec }, range?.warnings ?? []);
}

/** Adds the folder to a file name that both specs have. */
const inFolder = (problem: Problem, folder: string): Problem =>
  problem.place
    ? { ...problem, place: { ...problem.place, file: join(folder, problem.place.file) } }
    : problem;

/** With no side, `diff` lists the releases. */
function listReleases({ spec: folder }: Args<"diff">): Told<Result<"diff">> {
  const spec = need(loadSpec(folder)).value;
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
      ...toParagraph(`Known up to ${describeKnown(spec)}.`),
      // What the spec rests on: up to which release each source goes, and how it is dated; nothing if it does not say.
      ...(rest.length === 0 ? [] : [heading(3, "Its sources:"), grid(rest)]),
    ],
    json: () => ({ releases, knownUpTo: knownToJson(spec), sources }),
  };
}

/** With one side, `diff` shows what each release of it brought. */
function showReleases(from: string, args: Args<"diff">): Told<Result<"diff">> {
  const model = buildModel(need(loadSpec(args.spec)).value);
  const { value: fleet, warnings } = need(readFleet(from, model));
  const brought = diffReleases(createSnapshots(model), rangeSince(model, fleet));
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
      brought.length === 0
        ? toParagraph("Nothing that the spec knows changed in these releases.")
        : brought.flatMap((each) => reportRelease(each, findEntry(each.release), columns < 100)),
    json: () => ({ releases: brought.map(toJson), warnings }),
    warnings,
    fails: isGrave(
      brought.flatMap(({ changes }) => changes),
      args,
    ),
  };
}

/** A fleet as `diff` is told of it: what was typed, or that of a generated folder, where that is the path of its stamp. */
function readFleet(typed: string, model: Model): Outcome<Fleet> {
  const range = basename(typed) === stampName ? readStamp(typed) : success(typed);
  return range.ok ? parseRange(range.value, model) : range;
}

/** No stamp is nearly as long. */
const maxStampLength = 2 ** 24;

/** Reads the fleet of a generated folder; all its targets are for the same one. */
function readStamp(path: string): Outcome<string> {
  const bytes = requireNamedFile(path, maxStampLength);
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
const reportDiff = (found: NamedDiff): readonly ReportBlock[] => [
  ...toParagraph(plain(formatTotal(found))),
  ...groupByEvent(found).flatMap(({ title, changes }) => [heading(3, title), tableChanges(changes)]),
];

/** The same for a release note, or the description of a pull request. */
const printMarkdown = (found: NamedDiff): string =>
  printBlocks([heading(2, plain(`Webhooks: from ${found.from} to ${found.to}`)), ...reportDiff(found)], "");

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
interface Group {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Groups changes: first those of all events, then those of each event. Events with the same changes share a group. */
function groupByEvent(found: Diff): readonly Group[] {
  const shared = found.changes.filter((change) => isShared(change, found));
  const own = found.changes.filter((change) => !shared.includes(change));
  const names = [...new Set(own.flatMap((change) => change.events))].sort();
  const groups = new Map<string, Group>();
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
  brought: ReleaseChanges,
  { date, summary }: Partial<ReleaseModel>,
  isNarrow: boolean,
): readonly ReportBlock[] {
  const day = date === undefined ? "" : ` (${date})`;
  const rows = brought.changes.map((change) => [
    ...describeChange(change),
    styled("faint", `(${isShared(change, brought) ? "every event" : change.events.join(", ")})`),
  ]);
  const title = `v${formatRelease(brought.release)}${day}${summary === undefined ? "" : `: ${summary}`}`;
  return [heading(3, plain(title)), grid(rows, { isOfEntries: isNarrow })];
}
