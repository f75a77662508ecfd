import { isShared, type Diff, type Change } from "../../diff/change.js";
import { verdicts, type Verdict } from "../../diff/kinds/kind.js";

/** A diff with the names of its two sides. */
export interface DiffReport extends Diff {
  readonly from: string;
  readonly to: string;
}

/** Changes that concern the same events; `names` is empty for changes that concern all events. */
export interface Group {
  readonly names: readonly string[];
  readonly changes: readonly Change[];
}

/** Groups changes: first those of all events, then those of each event. Events with the same changes share a group. */
export function groupByEvent(diff: Diff): readonly Group[] {
  const { changes } = diff;
  const own = changes.filter((change) => !isShared(change, diff));
  const names = [...new Set(own.flatMap((change) => change.events))].sort();
  const groups = new Map<string, Group>();
  for (const name of names) {
    const touching = own.filter((change) => change.events.includes(name));
    const key = touching.map((change) => own.indexOf(change)).join();
    groups.set(key, { names: [...(groups.get(key)?.names ?? []), name], changes: touching });
  }
  const shared = { names: [], changes: changes.filter((change) => isShared(change, diff)) };
  return [shared, ...groups.values()].filter((group) => group.changes.length > 0);
}

/** The heading of a group. */
export const formatTitle = ({ names }: Group): string =>
  names.length === 0 ? "Every event" : names.join(", ");

/** Counts the changes of each verdict. */
const countVerdicts = (changes: readonly Change[]): readonly (readonly [Verdict, number])[] =>
  verdicts
    .map((verdict) => [verdict, changes.filter((change) => change.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0);

/** `5 changes from v48 to v59: 1 breaking, 4 safe.` */
export function formatTotal({ from, to, changes }: DiffReport): string {
  if (changes.length === 0) return `Nothing that the spec knows changes from ${from} to ${to}.`;
  const counts = countVerdicts(changes).map(([verdict, count]) => `${count} ${verdict}`);
  const total = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${total} from ${from} to ${to}: ${counts.join(", ")}.`;
}

/** Describes what changed: the pointer into a request or an answer, or all of it. */
export const describeTarget = ({ pointer, direction }: Change): string =>
  pointer !== "" ? pointer : direction === "request" ? "(the event)" : "(the answer)";
