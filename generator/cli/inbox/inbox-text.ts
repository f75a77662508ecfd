import { showInvisible, toVisibleLine } from "../../text/quote.js";
import { paint, type Style } from "../../text/style.js";
import type { Operated } from "../../../templates/inbox/events.js";
import type { ListedEvent, ShownEvent } from "../../../templates/inbox/job-table.js";
import type { Result } from "../json/results.js";
import { formatParagraph, formatRows, formatTable, type Cell, type Room } from "../report/tables.js";

interface Stored {
  readonly summary: Extract<Result<"inbox">, { readonly summary: unknown }>["summary"];
  readonly events: readonly ListedEvent[];
}

/** What the events were chosen by. */
export interface Choice {
  readonly limit: number;
  readonly isFiltered: boolean;
}

/** The events of an inbox, each with its last error below it, and how many there are in all. */
export function formatStored({ summary, events }: Stored, choice: Choice, room: Room = {}): string {
  const rows = formatRows(events.map(toRow), room);
  const errors = events.map(({ lastError }) =>
    lastError === null ? "" : formatParagraph(["faint", toVisibleLine(lastError)], { ...room, indent: 4 }),
  );
  const list = rows.map((row, index) => row + (errors[index] ?? "")).join("");
  return `${list}${formatEnd(events.length, choice)}${formatSummary(summary)}`;
}

function formatEnd(count: number, { limit, isFiltered }: Choice): string {
  if (count === 0) return isFiltered ? "None of the events is one of these.\n" : "";
  return count < limit ? "\n" : `\nThese are the oldest ${count}; --limit shows more.\n`;
}

/** One event with what the shop sent, as it came. */
export function formatShown(event: ShownEvent, room: Room = {}): string {
  const { id, subscriptionId, about, state, attempts, storedAt, queue, waitingBehind, body } = event;
  const rows: (readonly [string, Cell])[] = [
    ["event", ["name", event.event]],
    ["id", id],
    ["state", [styles[state], state]],
    ["attempts", `${attempts}`],
    ["stored", formatTime(storedAt)],
    ["next attempt", event.nextAttemptAt === null ? "" : formatTime(event.nextAttemptAt)],
    ["last error", toVisibleLine(event.lastError ?? "")],
    ["about", toVisibleLine(about)],
    ["waiting behind it", `${waitingBehind}`],
    ["subscription", toVisibleLine(subscriptionId)],
    ["queue", queue],
  ];
  const table = formatTable(
    rows.filter(([, value]) => value !== ""),
    room,
  );
  return `${table}\n${showInvisible(body)}\n`;
}

/** What became of the events that were named, a line each. */
export function formatOperated(events: readonly Operated[], action: string): string {
  if (events.length === 0) return "No event is dead.\n";
  if (events.length > most) return formatOutcomes(events, action);
  return events
    .map(({ id, outcome }) => `${paint("name", shorten(id))} ${formatOutcome(outcome, action)}\n`)
    .join("");
}

/** Of more events than this, people read how many and not which; `--json` has all of them. */
const most = 20;

function formatOutcomes(events: readonly Operated[], action: string): string {
  const counts = new Map<Operated["outcome"], number>();
  for (const { outcome } of events) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} × ${formatOutcome(outcome, action)}\n`).join("");
}

const styles = {
  waiting: "name",
  blocked: "warning",
  retrying: "warning",
  running: "good",
  dead: "error",
  handled: "good",
  cancelled: "faint",
} as const satisfies Readonly<Record<ListedEvent["state"], Style>>;

/** As much of an id as names one event among many thousands. */
const shorten = (id: string): string => id.slice(0, 8);

function toRow(event: ListedEvent): readonly Cell[] {
  const { id, state, about, attempts, storedAt, nextAttemptAt, waitingBehind } = event;
  return [
    ["name", shorten(id)],
    [styles[state], state],
    toVisibleLine(event.event),
    toVisibleLine(about),
    formatTime(storedAt),
    attempts === 0 ? "" : `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`,
    waitingBehind === 0 ? "" : `${waitingBehind} behind it`,
    nextAttemptAt === null ? "" : `next ${formatTime(nextAttemptAt)}`,
  ];
}

function formatSummary({ waiting, running, dead, blockedSessions, oldest }: Stored["summary"]): string {
  const since = oldest === null ? "" : ` (the oldest since ${formatTime(oldest)})`;
  const counts = `Waiting: ${waiting}${since}. Running: ${running}. `;
  if (dead === 0) return `${counts}${paint("good", "Dead: 0.")}\n`;
  const blocked = `Blocked sessions: ${blockedSessions}.`;
  return `${counts}${paint("error", `Dead: ${dead}.`)} ${blocked}\n`;
}

/** To the second, in UTC. */
const formatTime = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 19)}Z`;

const formatOutcome = (outcome: Operated["outcome"], action: string): string =>
  outcome === "done"
    ? paint("good", action === "retry" ? "is tried again" : "is dropped")
    : paint("warning", reasons[outcome]);

/** Why nothing was done. */
const reasons = {
  gone: "is gone: it was dropped, or deleted some time after it was handled",
  waiting: "is not dead: it waits for its turn",
  retrying: "is not dead: it waits for its next attempt",
  running: "is being handled: it was left alone",
  dead: "is dead",
  handled: "has been handled",
  cancelled: "was cancelled: it can be dropped",
} as const satisfies Readonly<Record<Exclude<Operated["outcome"], "done">, string>>;
