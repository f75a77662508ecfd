import { formatRelease } from "../time/release.js";
import { formatReason } from "../view/reasons.js";
import type { View } from "../view/view.js";
import type { Action, Plan, Step } from "../write/plan.js";
import { formatTable } from "./terminal.js";

/** What a run of `generate` did, would do, or found to differ. */
export interface Summary {
  readonly mode: "written" | "dry-run" | "check";
  readonly out: string;
  readonly view: View;
  readonly plan: Plan;
}

const actions: readonly Action[] = ["create", "change", "delete", "unchanged"];

/** The summary for a person. */
export function formatSummary(summary: Summary): string {
  const { mode, plan } = summary;
  const due = plan.steps.filter(({ action }) => action !== "unchanged");
  const lines = [fleetLine(summary.view), ...beforeLines(plan), ...omissionLines(summary.view)];
  if (due.length === 0) return `${[nothingLine(summary), ...lines].join("\n")}\n`;
  const listed =
    mode === "written" ? countTable(plan.steps) : formatTable(due.map(({ action, path }) => [action, path]));
  return `${listed}${[totalLine(summary), ...lines].join("\n")}\n`;
}

/** The summary for a program. */
export function summaryToJson({ mode, out, view, plan }: Summary): string {
  const files = plan.steps.map(({ path, target, action }) => ({ path, target, action }));
  const omissions = view.omissions.map(({ what, reason }) => ({
    what,
    reason: formatReason(reason, view.fleet),
  }));
  const fleet = { label: view.fleet.label, steps: view.fleet.steps.map(formatRelease) };
  return `${JSON.stringify({ mode, out, fleet, counts: countsOf(plan.steps), files, omissions }, null, 2)}\n`;
}

const countsOf = (steps: readonly Step[]): Record<Action, number> =>
  Object.fromEntries(
    actions.map((action) => [action, steps.filter((step) => step.action === action).length]),
  ) as Record<Action, number>;

const verbs: Readonly<Record<Action, string>> = {
  create: "new",
  change: "changed",
  delete: "deleted",
  unchanged: "unchanged",
};

const countList = (steps: readonly Step[]): string =>
  actions
    .map((action) => ({ action, count: countsOf(steps)[action] }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${count} ${verbs[action]}`)
    .join(", ");

function countTable(steps: readonly Step[]): string {
  const names = [...new Set(steps.map(({ target }) => target))];
  return formatTable(names.map((name) => [name, countList(steps.filter(({ target }) => target === name))]));
}

function totalLine({ mode, out, plan }: Summary): string {
  const counts = countList(plan.steps);
  if (mode === "written") return `Wrote to ${out}/: ${counts}.`;
  return mode === "dry-run"
    ? `Would write to ${out}/: ${counts}. Nothing was written.`
    : `${out}/ is not up to date: ${counts}.`;
}

const nothingLine = ({ out, plan }: Summary): string =>
  `Nothing to do: the ${plan.steps.length} files in ${out}/ are up to date.`;

function fleetLine({ fleet, releases }: View): string {
  const latest = releases.at(-1);
  const known = latest ? ` The spec knows releases up to v${formatRelease(latest.release)}.` : "";
  return `Fleet ${fleet.label}: ${describeFleet(fleet)}.${known}`;
}

/** So that a wrong flag is not taken for a change of the spec. */
const beforeLines = ({ before }: Plan): string[] =>
  before === undefined ? [] : [`Before, the folder was made for ${before}.`];

/** The fleet in words. */
export function describeFleet({ label, steps, isList }: View["fleet"]): string {
  if (isList) return `shops that run ${steps.map((step) => `v${formatRelease(step)}`).join(" or ")}`;
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
