import type { ReportBlock } from "../../../pages/blocks/block.js";
import { plain, styled, text, type Text } from "../../../pages/blocks/text.js";
import { bullets, grid } from "../../../pages/blocks/builders.js";
import { describeFleet } from "../../../contract/describe.js";
import { describeKnownReleases, knownReleasesToJson } from "../../../base/time/fleet.js";
import type { Style } from "../../../base/text/style.js";
import { formatRelease } from "../../../base/time/release.js";
import { formatReason } from "../../../contract/view/reasons.js";
import type { ImportExtensionPick } from "../../../output/import-extension.js";
import type { View } from "../../../contract/view/view.js";
import {
  isPending,
  listPendingFiles,
  type FileAction,
  type Plan,
  type PlannedFile,
} from "../../../output/plan.js";

/** What a run of `generate` did, or found to be out of date. */
export interface OutputSummary {
  readonly mode: "written" | "check";
  readonly out: string;
  readonly view: View;
  readonly plan: Plan;
  /** The import extension, where the call names none. */
  readonly pick: ImportExtensionPick | undefined;
}

/** Whether anything was written, or would be. */
export const hasChanges = ({ plan }: OutputSummary): boolean => listPendingFiles(plan).length > 0;

/** What may be done to a file: in a sentence, and how it is seen: what is new or gone is seen first. */
const actions: Readonly<Record<FileAction, readonly [verb: string, style: Style]>> = {
  create: ["new", "good"],
  change: ["changed", "warning"],
  delete: ["deleted", "error"],
  unchanged: ["unchanged", "faint"],
};

/** The summary: what is done to which files, or to how many of each target, and for whom they are. */
export function reportSummary(summary: OutputSummary): readonly ReportBlock[] {
  const { mode, plan, view, pick } = summary;
  const changed = plan.files.filter(isPending);
  if (changed.length === 0) return bullets([describeOutput(summary)]);
  const isCode = plan.files.some(({ path }) => path.endsWith(".ts"));
  const about = [
    describeViewFleet(view),
    ...(pick?.because !== undefined && isCode ? [describePick(pick)] : []),
    ...describeEarlierSettings(plan),
    ...describeOmissions(view),
  ];
  const rows =
    mode === "written"
      ? listByTarget(plan.files)
      : changed.map(({ action, path }) => [styled(actions[action][1], action), plain(path)]);
  return [grid(rows), ...bullets([describeOutput(summary), ...about])];
}

/** The same for a program. */
export function summaryToJson({ mode, out, view, plan }: OutputSummary) {
  return {
    mode,
    out,
    fleet: { label: view.fleet.label, steps: view.fleet.releases.map(formatRelease) },
    knownUpTo: knownReleasesToJson(view),
    counts: listCounts(plan.files),
    files: plan.files.map(({ path, target, action }) => ({ path, target, action })),
    omissions: view.omissions.map(({ what, reason }) => ({ what, reason: formatReason(reason, view.fleet) })),
  };
}

type PlannedAction = Pick<PlannedFile, "action">;

const listCounts = (files: readonly PlannedAction[]): Record<FileAction, number> =>
  Object.fromEntries(
    Object.keys(actions).map((action) => [action, files.filter((file) => file.action === action).length]),
  ) as Record<FileAction, number>;

/** Counts what is done to files, in words. */
const formatActionCounts = (files: readonly PlannedAction[]): string =>
  Object.entries(listCounts(files))
    .filter(([, count]) => count > 0)
    .map(([action, count]) => `${count} ${actions[action as FileAction][0]}`)
    .join(", ");

const listByTarget = (files: readonly PlannedFile[]): readonly (readonly Text[])[] =>
  [...new Set(files.map(({ target }) => target))].map((name) => [
    styled("name", name),
    plain(formatActionCounts(files.filter(({ target }) => target === name))),
  ]);

/** What was done to a folder, in one sentence. */
export function describeOutput(summary: OutputSummary): Text {
  const { mode, out, plan } = summary;
  const [counts, folder] = [formatActionCounts(plan.files), plain(`${out}/`)];
  if (!hasChanges(summary))
    return text`${styled("good", "Nothing to do:")} the ${plan.files.length} files in ${folder} are up to date.`;
  return mode === "written"
    ? text`${styled("good", "Wrote")} to ${folder}: ${counts}.`
    : text`${folder} is ${styled("error", "not up to date")}: ${counts}.`;
}

function describeViewFleet(view: View): Text {
  const { fleet, releases } = view;
  const known = releases.length > 0 ? ` The spec knows releases up to ${describeKnownReleases(view)}.` : "";
  return plain(`Fleet ${fleet.label}: ${describeFleet(fleet)}.${known}`);
}

/** Says how imports end, and why. */
export function describePick({ importExtension, because = "" }: ImportExtensionPick): Text {
  const ending = importExtension === "none" ? "have no file extension" : `end in .${importExtension}`;
  return plain(`Imports ${ending}: ${because}. To change it: --import-extension.`);
}

/** Distinguishes a changed option from a change of the spec. */
const describeEarlierSettings = ({ before }: Plan): readonly Text[] =>
  before === undefined ? [] : [plain(`Before, the folder was made for ${before}.`)];

function describeOmissions({ omissions }: View): readonly Text[] {
  if (omissions.length === 0) return [];
  const shown = omissions.slice(0, 3).map(({ what }) => what);
  const more = omissions.length > shown.length ? ", …" : "";
  const parts = omissions.length === 1 ? "1 part" : `${omissions.length} parts`;
  return [
    plain(`Left out, because not every shop of the fleet knows it: ${parts} (${shown.join(", ")}${more}).`),
  ];
}
