import { toVisibleLine } from "../../text/invisible.js";
import { listWords } from "../../text/list.js";
import { describeKnown, knownToJson } from "../../time/as-of.js";
import { formatRelease } from "../../time/release.js";
import { formatReason } from "../../view/reasons.js";
import type { View } from "../../view/view.js";
import type { Action, Plan, PlannedFile } from "../../write/plan.js";
import { formatTable } from "./terminal-text.js";

/** What a run of `generate` did, would do, or found to be out of date. */
export interface Summary {
  readonly mode: "written" | "dry-run" | "check";
  readonly out: string;
  readonly view: View;
  readonly plan: Plan;
}

const actions: readonly Action[] = ["create", "change", "delete", "unchanged"];

/** The summary as text. */
export function formatSummary(summary: Summary): string {
  const { mode, plan } = summary;
  const due = plan.files.filter(({ action }) => action !== "unchanged");
  const lines = [fleetLine(summary.view), ...beforeLines(plan), ...omissionLines(summary.view)];
  if (due.length === 0) return `${[nothingLine(summary), ...lines].join("\n")}\n`;
  const listed =
    mode === "written"
      ? formatCountTable(plan.files)
      : formatTable(due.map(({ action, path }) => [action, path]));
  return `${listed}${[totalLine(summary), ...lines].join("\n")}\n`;
}

/** The summary as JSON. */
export function summaryToJson({ mode, out, view, plan }: Summary): string {
  const files = plan.files.map(({ path, target, action }) => ({ path, target, action }));
  const omissions = view.omissions.map(({ what, reason }) => ({
    what,
    reason: formatReason(reason, view.fleet),
  }));
  const fleet = { label: view.fleet.label, steps: view.fleet.releases.map(formatRelease) };
  return `${JSON.stringify({ mode, out, fleet, knownUpTo: knownToJson(view), counts: countActions(plan.files), files, omissions }, null, 2)}\n`;
}

const countActions = (files: readonly PlannedFile[]): Record<Action, number> =>
  Object.fromEntries(
    actions.map((action) => [action, files.filter((file) => file.action === action).length]),
  ) as Record<Action, number>;

const verbs: Readonly<Record<Action, string>> = {
  create: "new",
  change: "changed",
  delete: "deleted",
  unchanged: "unchanged",
};

const formatCounts = (files: readonly PlannedFile[]): string =>
  actions
    .map((action) => ({ action, count: countActions(files)[action] }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${count} ${verbs[action]}`)
    .join(", ");

function formatCountTable(files: readonly PlannedFile[]): string {
  const names = [...new Set(files.map(({ target }) => target))];
  return formatTable(
    names.map((name) => [name, formatCounts(files.filter(({ target }) => target === name))]),
  );
}

function totalLine({ mode, out, plan }: Summary): string {
  const counts = formatCounts(plan.files);
  if (mode === "written") return `Wrote to ${out}/: ${counts}.`;
  return mode === "dry-run"
    ? `Would write to ${out}/: ${counts}. Nothing was written.`
    : `${out}/ is not up to date: ${counts}.`;
}

const nothingLine = ({ out, plan }: Summary): string =>
  `Nothing to do: the ${plan.files.length} files in ${out}/ are up to date.`;

function fleetLine(view: View): string {
  const { fleet, releases } = view;
  const known = releases.length > 0 ? ` The spec knows releases up to ${describeKnown(view)}.` : "";
  return `Fleet ${fleet.label}: ${describeFleet(fleet)}.${known}`;
}

/** Tells a changed option from a change of the spec. */
const beforeLines = ({ before }: Plan): string[] =>
  before === undefined ? [] : [`Before, the folder was made for ${toVisibleLine(before)}.`];

/** Describes the releases of a fleet in words. */
export function describeFleet({ label, releases, isList }: View["fleet"]): string {
  const names = releases.map((release) => `v${formatRelease(release)}`);
  if (isList) return `shops that run ${listWords(names, "or")}`;
  const [min = "", max = ""] = label.split("..");
  if (min === "" && max === "") return "shops of any release";
  if (max === "") return `shops from v${min} on`;
  if (min === "") return `shops up to v${max}`;
  return min === max ? `shops that run v${min}` : `shops from v${min} to v${max}`;
}

function omissionLines({ omissions }: View): string[] {
  if (omissions.length === 0) return [];
  const shown = omissions.slice(0, 3).map(({ what }) => what);
  const more = omissions.length > shown.length ? ", …" : "";
  const parts = omissions.length === 1 ? "1 part" : `${omissions.length} parts`;
  return [`Left out, because not every shop of the fleet knows it: ${parts} (${shown.join(", ")}${more}).`];
}
