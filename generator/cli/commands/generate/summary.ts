import type { ReportBlock } from "../../../pages/blocks/block.js";
import { plain, styled, text, type Text } from "../../../pages/blocks/text.js";
import { bullets, grid } from "../../../pages/blocks/builders.js";
import { toPlainString } from "../../../pages/blocks/text.js";
import { fleetText } from "../../../pages/prose/fleet-text.js";
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

export interface OutputSummary {
  readonly mode: "written" | "check";
  readonly out: string;
  readonly view: View;
  readonly plan: Plan;
  /** Undefined if the command line sets an import extension. */
  readonly pick: ImportExtensionPick | undefined;
}

export const hasChanges = ({ plan }: OutputSummary): boolean => listPendingFiles(plan).length > 0;

const actions: Readonly<Record<FileAction, readonly [verb: string, style: Style]>> = {
  create: ["new", "good"],
  change: ["changed", "warning"],
  delete: ["deleted", "error"],
  unchanged: ["unchanged", "faint"],
};

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

function describeOutput(summary: OutputSummary): Text {
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
  const known = releases.length > 0 ? ` The spec covers releases up to ${describeKnownReleases(view)}.` : "";
  return plain(`Fleet ${fleet.label}: ${toPlainString(fleetText(fleet))}.${known}`);
}

export function describePick({ importExtension, because = "" }: ImportExtensionPick): Text {
  const ending = importExtension === "none" ? "have no file extension" : `end in .${importExtension}`;
  return plain(`Imports ${ending}: ${because}. Use --import-extension to change this.`);
}

/** Without these settings, a changed option would look like a changed spec. */
const describeEarlierSettings = ({ before }: Plan): readonly Text[] =>
  before === undefined ? [] : [plain(`The folder was previously generated for ${before}.`)];

function describeOmissions({ omissions }: View): readonly Text[] {
  if (omissions.length === 0) return [];
  const shown = omissions.slice(0, 3).map(({ what }) => what);
  const more = omissions.length > shown.length ? ", …" : "";
  const parts = omissions.length === 1 ? "1 part" : `${omissions.length} parts`;
  return [plain(`Left out because not every shop supports it: ${parts} (${shown.join(", ")}${more}).`)];
}
