import type { ListedEvent, Operated, ShownEvent } from "../../../templates/copied/inbox/events.js";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, grid, toParagraph } from "../../pages/blocks/builders.js";
import { toVisibleLine } from "../../base/text/quote.js";
import type { Style } from "../../base/text/style.js";
import type { Result } from "../results.js";

interface Stored {
  readonly summary: Extract<Result<"inbox">, { readonly summary: unknown }>["summary"];
  readonly events: readonly ListedEvent[];
}

/** What the events were chosen by. */
interface Choice {
  readonly limit: number;
  readonly isFiltered: boolean;
}

/** The events of an inbox, each with its last error below it, and how many there are in all. */
export const reportStored = ({ summary, events }: Stored, choice: Choice): readonly ReportBlock[] => [
  ...(events.length > 0 ? [grid(events.map(toRow), { isOfEntries: true })] : []),
  ...toParagraph(describeEnd(events.length, choice)),
  ...toParagraph(describeCounts(summary)),
];

function describeEnd(count: number, { limit, isFiltered }: Choice): string {
  if (count === 0) return isFiltered ? "None of the events is one of these." : "";
  return count < limit ? "" : `These are the oldest ${count}; --limit shows more.`;
}

/** One event with what the shop sent, as it came. */
export function reportShown(event: ShownEvent): readonly ReportBlock[] {
  const { id, subscriptionId, about, state, attempts, storedAt, queue, waitingBehind, body } = event;
  const rows: readonly (readonly [name: string, value: Text])[] = [
    ["event", styled("name", event.event)],
    ["id", plain(id)],
    ["state", styled(styles[state], state)],
    ["attempts", plain(`${attempts}`)],
    ["stored", plain(formatTime(storedAt))],
    ["next attempt", plain(event.nextAttemptAt === null ? "" : formatTime(event.nextAttemptAt))],
    ["last error", plain(event.lastError ?? "")],
    ["about", plain(about)],
    ["waiting behind it", plain(`${waitingBehind}`)],
    ["subscription", plain(subscriptionId)],
    ["queue", plain(queue)],
  ];
  return [grid(rows.filter(([, value]) => value.length > 0)), codeBlock("json", body)];
}

/** The outcome of each event that was named, a line each. */
export function reportOperated(events: readonly Operated[], action: string): readonly ReportBlock[] {
  if (events.length === 0) return toParagraph("No event is dead.");
  if (events.length > maxListed) return countOutcomes(events, action);
  return bullets(
    events.map(({ id, outcome }) => text`${styled("name", shorten(id))} ${describeOutcome(outcome, action)}`),
  );
}

/** Of more events than this, people read how many and not which; `--json` has all of them. */
const maxListed = 20;

function countOutcomes(events: readonly Operated[], action: string): readonly ReportBlock[] {
  const counts = new Map<Operated["outcome"], number>();
  for (const { outcome } of events) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return bullets([...counts].map(([outcome, count]) => text`${count} × ${describeOutcome(outcome, action)}`));
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

function toRow(event: ListedEvent): readonly Text[] {
  const { id, state, about, attempts, storedAt, nextAttemptAt, waitingBehind, lastError } = event;
  return [
    styled("name", shorten(id)),
    styled(styles[state], state),
    plain(event.event),
    plain(about),
    plain(formatTime(storedAt)),
    plain(attempts === 0 ? "" : `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`),
    plain(waitingBehind === 0 ? "" : `${waitingBehind} behind it`),
    plain(nextAttemptAt === null ? "" : `next ${formatTime(nextAttemptAt)}`),
    styled("faint", toVisibleLine(lastError ?? "")),
  ];
}

function describeCounts({ waiting, running, dead, blockedSessions, oldest }: Stored["summary"]): Text {
  const since = oldest === null ? "" : ` (the oldest since ${formatTime(oldest)})`;
  const counts = `Waiting: ${waiting}${since}. Running: ${running}. `;
  return dead === 0
    ? text`${plain(counts)} ${styled("good", "Dead: 0.")}`
    : text`${plain(counts)} ${styled("error", `Dead: ${dead}.`)} Blocked sessions: ${blockedSessions}.`;
}

/** To the second, in UTC. */
const formatTime = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 19)}Z`;

const describeOutcome = (outcome: Operated["outcome"], action: string): Text =>
  outcome === "done"
    ? styled("good", action === "retry" ? "is tried again" : "is dropped")
    : styled("warning", reasons[outcome]);

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
