import { describeFleet } from "../../describe.js";
import type { Problem } from "../../problem/problem.js";
import { showInvisible, toVisibleLine } from "../../text/quote.js";
import { describeKnown, knownToJson } from "../../time/history.js";
import { paint, type Style } from "../../text/style.js";
import { formatRelease } from "../../time/release.js";
import { formatReason } from "../../view/reasons.js";
import type { View } from "../../view/view.js";
import type { Action, Plan, PlannedFile } from "../../write/plan.js";
import type { Result } from "../json/results.js";
import type { Patch } from "../patch.js";
import { formatTable } from "./tables.js";

/** What a run of `generate` did, would do, or found to be out of date. */
export interface Summary {
  readonly mode: "written" | "dry-run" | "check";
  readonly out: string;
  readonly view: View;
  readonly plan: Plan;
  /** What is due, line by line, where that was asked for. */
  readonly patch?: Patch;
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
      : formatTable(due.map(({ action, path }) => [[styles[action], action], path]));
  return `${listed}${[totalLine(summary), ...lines].join("\n")}\n`;
}

/** The summaries of all outputs for a program. */
export const summariesToJson = (
  summaries: readonly Summary[],
  warnings: readonly Problem[],
): Result<"generate"> => ({ outputs: summaries.map(toJson), warnings });

function toJson({ mode, out, view, plan, patch }: Summary) {
  const lines = new Map(patch?.files.map(({ path, added, removed }) => [path, { added, removed }]));
  return {
    mode,
    out,
    fleet: { label: view.fleet.label, steps: view.fleet.releases.map(formatRelease) },
    knownUpTo: knownToJson(view),
    counts: countActions(plan.files),
    files: plan.files.map(({ path, target, action }) => ({ path, target, action, ...lines.get(path) })),
    omissions: view.omissions.map(({ what, reason }) => ({ what, reason: formatReason(reason, view.fleet) })),
    ...(patch && { patch: patch.text }),
  };
}

const countActions = (files: readonly Pick<PlannedFile, "action">[]): Record<Action, number> =>
  Object.fromEntries(
    actions.map((action) => [action, files.filter((file) => file.action === action).length]),
  ) as Record<Action, number>;

/** What is new or gone is seen first. */
const styles: Readonly<Record<Action, Style>> = {
  create: "good",
  change: "warning",
  delete: "error",
  unchanged: "faint",
};

const verbs: Readonly<Record<Action, string>> = {
  create: "new",
  change: "changed",
  delete: "deleted",
  unchanged: "unchanged",
};

/** Counts what is done to files, in words. */
const formatCounts = (files: readonly Pick<PlannedFile, "action">[]): string =>
  actions
    .map((action) => ({ action, count: countActions(files)[action] }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${count} ${verbs[action]}`)
    .join(", ");

function formatCountTable(files: readonly PlannedFile[]): string {
  const names = [...new Set(files.map(({ target }) => target))];
  return formatTable(
    names.map((name) => [["name", name], formatCounts(files.filter(({ target }) => target === name))]),
  );
}

function totalLine({ mode, out, plan }: Summary): string {
  const counts = formatCounts(plan.files);
  const folder = showInvisible(`${out}/`);
  if (mode === "written") return `${paint("good", "Wrote")} to ${folder}: ${counts}.`;
  return mode === "dry-run"
    ? `${paint("title", "Would write")} to ${folder}: ${counts}. Nothing was written.`
    : `${folder} is ${paint("error", "not up to date")}: ${counts}.`;
}

const nothingLine = ({ out, plan }: Summary): string =>
  `${paint("good", "Nothing to do:")} the ${plan.files.length} files in ${showInvisible(`${out}/`)} are up to date.`;

function fleetLine(view: View): string {
  const { fleet, releases } = view;
  const known = releases.length > 0 ? ` The spec knows releases up to ${describeKnown(view)}.` : "";
  return `Fleet ${fleet.label}: ${describeFleet(fleet)}.${known}`;
}

/** Tells a changed option from a change of the spec. */
const beforeLines = ({ before }: Plan): string[] =>
  before === undefined ? [] : [`Before, the folder was made for ${toVisibleLine(before)}.`];

function omissionLines({ omissions }: View): string[] {
  if (omissions.length === 0) return [];
  const shown = omissions.slice(0, 3).map(({ what }) => what);
  const more = omissions.length > shown.length ? ", …" : "";
  const parts = omissions.length === 1 ? "1 part" : `${omissions.length} parts`;
  return [`Left out, because not every shop of the fleet knows it: ${parts} (${shown.join(", ")}${more}).`];
}
