import { basename, join } from "node:path";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { printBlocks } from "../../pages/blocks/markdown.js";
import { code, nothing, plain, styled, text } from "../../pages/blocks/text.js";
import { grid, heading, releaseText, toParagraph } from "../../pages/blocks/builders.js";
import { changeToJson, isShared, type Change, type Diff } from "../../changes/change.js";
import { diffFleets, diffReleases, diffSpecs, type ReleaseChanges } from "../../changes/diff.js";
import { isAtLeast, changeVerdicts, type ChangeVerdict } from "../../changes/kinds.js";
import { rangeSince } from "../../changes/release-range.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { Model, ReleaseModel } from "../../contract/model/model.js";
import { createPaths, type Paths } from "../../contract/model/paths.js";
import { loadSpec, ownSpec } from "../../contract/package/package-files.js";
import { additionSentence, findAddition } from "../../contract/read/additions.js";
import type { CheckedSpec } from "../../contract/read/checked-spec.js";
import { type SourceLocation, uniqueProblems } from "../../base/problem/problem.js";
import { toRelease } from "../../contract/read/dialect.js";
import { groupBy } from "../../contract/read/values.js";
import type { Style } from "../../base/text/style.js";
import {
  formatFleet,
  parseRange,
  describeKnownReleases,
  knownReleasesToJson,
} from "../../base/time/fleet.js";
import { formatRelease } from "../../base/time/release.js";
import { parseStamp, readStampFleet, stampName } from "../../output/stamp.js";
import { requireUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import { requireSuccess, throwProblems, throwUsageProblem } from "../call-error.js";
import type { CommandResult, WithWarnings } from "../command-result.js";
import { findSpecLine } from "../inputs/spec-folder.js";

/**
 * `diff`: compares two releases, fleets or specs, or lists the changes of each release. Additions alone are compared
 * with the spec that they add to.
 */
export function diff(args: Args<"diff">): CommandResult<DiffJson> {
  const { from, to, specFrom, additions, failOn, json, markdown } = args;
  if (json && markdown) throwUsageProblem("Use either --json or --markdown.");
  const showsAdditions = additions !== undefined && from === undefined;
  if (to !== undefined || specFrom !== undefined || showsAdditions) return showDiff(args);
  if (markdown || (from === undefined && failOn !== undefined))
    throwUsageProblem(
      from === undefined
        ? "Name two releases or fleets to compare."
        : `--markdown needs a release or fleet to compare ${from} with.`,
      `For example: mplus-codegen diff 48 59 ${markdown ? "--markdown" : "--fail-on breaking"}`,
    );
  return from === undefined ? showReleaseList(args) : showReleaseChanges(from, args);
}

export type DiffJson = ReturnType<
  ReturnType<typeof showDiff | typeof showReleaseList | typeof showReleaseChanges>["json"]
>;

const hasGraveChange = (changes: readonly Change[], { failOn }: Args<"diff">): boolean =>
  failOn !== undefined && changes.some(({ verdict }) => isAtLeast(verdict, failOn));

type NamedDiff = Diff & Readonly<Record<"from" | "to", string>>;

function showDiff(args: Args<"diff">) {
  const { value: spec, warnings: ofSpec } = requireSuccess(loadSpec(args.spec, args.additions));
  const model = buildModel(spec);
  const { warnings: ofFleets, ...comparison } =
    args.specFrom === undefined && args.to !== undefined
      ? compareFleets(args, model)
      : compareSpecs(model, args);
  const warnings = [...ofSpec, ...ofFleets];
  const changes = markAdditions(comparison.changes, spec, model);
  const { from, to } = comparison;
  const blocks = reportDiff({ ...comparison, changes });
  const title = heading(2, plain(`Webhooks: from ${from} to ${to}`));
  return {
    report: () => (args.markdown ? printBlocks([title, ...blocks], "") : blocks),
    json: () => {
      const paths = createPaths(model);
      return {
        changes: changes.map((change) => ({
          ...changeToJson(change),
          ...findSpecLine(placeChange(change, paths), args.spec, spec.additions),
        })),
        warnings,
      };
    },
    warnings,
    fails: hasGraveChange(changes, args),
  };
}

const placeChange = ({ direction, pointer: path, events }: Change, paths: Paths): SourceLocation =>
  paths.place({ direction, path, event: events[0] });

/** Says which of the changes are the user's own. */
function markAdditions(
  changes: readonly Change[],
  { additions }: CheckedSpec,
  model: Model,
): readonly Change[] {
  if (additions.size === 0) return changes;
  const paths = createPaths(model);
  return changes.map((change) =>
    findAddition(placeChange(change, paths), additions)
      ? { ...change, advice: `${change.advice} ${additionSentence}` }
      : change,
  );
}

function compareFleets({ from = "", to = "" }: Args<"diff">, model: Model): NamedDiff & WithWarnings {
  const [old, now] = [readFleet(from, model), readFleet(to, model)];
  return {
    ...diffFleets(model, old.value, now.value),
    from: formatFleet(old.value),
    to: formatFleet(now.value),
    warnings: uniqueProblems([...old.warnings, ...now.warnings]),
  };
}

function compareSpecs(
  now: Model,
  { from, to, specFrom, spec = ownSpec, additions }: Args<"diff">,
): NamedDiff & WithWarnings {
  const folder = specFrom ?? spec;
  if (to !== undefined)
    throwUsageProblem(
      "--spec-from accepts at most one range: the releases to compare the specs at.",
      "For example: mplus-codegen diff --spec-from OLD_SPEC 48..",
    );
  const old = loadSpec(folder);
  // Both specs have files with the same names, so the folder must be part of the path.
  if (!old.ok)
    throwProblems(
      old.problems.map(({ place, ...problem }) =>
        place ? { ...problem, place: { ...place, file: join(folder, place.file) } } : problem,
      ),
    );
  const range = from === undefined ? undefined : readFleet(from, now);
  const changed = diffSpecs(buildModel(old.value), now, range?.value);
  const names = {
    from: specFrom ?? "the spec",
    to: additions === undefined ? spec : `the spec with ${additions}`,
  };
  return { ...changed, ...names, warnings: range?.warnings ?? [] };
}

function showReleaseList({ spec: folder }: Args<"diff">) {
  const spec = requireSuccess(loadSpec(folder)).value;
  const { sources } = spec;
  const releases = spec.releases.map((entry) => ({ ...entry, release: formatRelease(entry.release) }));
  const rows = releases.map(({ release, date = "", summary }) => [
    styled("name", `v${release}`),
    plain(date),
    plain(summary),
  ]);
  const sourceRows = sources.map(({ title, newest, stated = "" }) => [
    plain(title),
    newest === undefined ? nothing : text`up to ${releaseText(toRelease(newest))}`,
    plain(stated),
  ]);
  return {
    report: () => [
      grid(rows),
      ...toParagraph(`Releases known up to ${describeKnownReleases(spec)}.`),
      ...(sources.length === 0 ? [] : [heading(3, "Sources:"), grid(sourceRows)]),
    ],
    json: () => ({ releases, knownUpTo: knownReleasesToJson(spec), sources }),
  };
}

/** `diff` with one argument. Lists the oldest release first. */
function showReleaseChanges(from: string, args: Args<"diff">) {
  const spec = requireSuccess(loadSpec(args.spec, args.additions)).value;
  const model = buildModel(spec);
  const { value: fleet, warnings } = readFleet(from, model);
  const releases = diffReleases(createSnapshots(model), rangeSince(model, fleet)).map((changed) => ({
    ...changed,
    changes: markAdditions(changed.changes, spec, model),
    entry: model.releases.find(({ release }) => release === changed.release),
  }));
  return {
    report: () =>
      releases.length === 0
        ? toParagraph("The spec lists no changes in these releases.")
        : releases.flatMap(reportRelease),
    json: () => ({
      releases: releases.map(({ release, changes, entry }) => ({
        ...entry,
        release: formatRelease(release),
        changes: changes.map(changeToJson),
      })),
      warnings,
    }),
    warnings,
    fails: releases.some(({ changes }) => hasGraveChange(changes, args)),
  };
}

/** Accepts a release, a range, or the stamp of an output folder. */
function readFleet(typed: string, model: Model) {
  if (basename(typed) !== stampName) return requireSuccess(parseRange(typed, model));
  const stamp = parseStamp(new TextDecoder().decode(requireUserFile(typed)), typed);
  return requireSuccess(readStampFleet(requireSuccess(stamp).value, model));
}

const verdictStyles: Readonly<Record<ChangeVerdict, Style>> = {
  breaking: "error",
  handle: "warning",
  safe: "good",
  docs: "faint",
};

function reportDiff({ from, to, ...comparison }: NamedDiff): readonly ReportBlock[] {
  const { changes } = comparison;
  if (changes.length === 0) return toParagraph(`The spec lists no changes from ${from} to ${to}.`);
  const counts = changeVerdicts
    .map((verdict) => [changes.filter((change) => change.verdict === verdict).length, verdict] as const)
    .filter(([count]) => count > 0);
  const total = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return [
    ...toParagraph(
      plain(`${total} from ${from} to ${to}: ${counts.map((count) => count.join(" ")).join(", ")}.`),
    ),
    ...tableChanges(comparison),
  ];
}

/** Changes to every event come first, then those of each other set of events. */
function tableChanges(comparison: Pick<Diff, "changes" | "events">): readonly ReportBlock[] {
  const isOwn = (change: Change): number => Number(!isShared(change, comparison));
  const sharedFirst = comparison.changes.toSorted((one, other) => isOwn(one) - isOwn(other));
  const groups = groupBy(sharedFirst, (change) => (isOwn(change) ? change.events.join(", ") : "Every event"));
  const columns = ["Verdict", "Side", "Path", "Change", "Since", "To do"];
  return [...groups].flatMap(([title, group]) => [
    heading(3, title),
    grid(group.map(toRow), { columns, isOfEntries: true }),
  ]);
}

/** A change to the whole request or answer has an empty pointer. */
const toRow = ({ verdict, direction, pointer, code: kind, release, advice }: Change) => [
  styled(verdictStyles[verdict], verdict),
  text`${direction}`,
  styled("name", pointer !== "" ? pointer : direction === "request" ? "(the event)" : "(the answer)"),
  code(kind),
  release === undefined ? nothing : releaseText(release),
  advice,
];

function reportRelease({ entry, ...changed }: ReleaseChanges & { readonly entry: ReleaseModel | undefined }) {
  const day = entry?.date === undefined ? "" : ` (${entry.date})`;
  const summary = entry === undefined ? "" : `: ${entry.summary}`;
  const title = heading(2, plain(`v${formatRelease(changed.release)}${day}${summary}`));
  return [title, ...tableChanges(changed)];
}
