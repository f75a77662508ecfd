import type { ListedEvent, Operated, ShownEvent } from "../../../templates/copied/inbox/events.js";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, grid, toParagraph } from "../../pages/blocks/builders.js";
import { report } from "../../base/problem/catalogue.js";
import type { Problem } from "../../base/problem/problem.js";
import { toVisibleLine } from "../../base/text/quote.js";
import type { Style } from "../../base/text/style.js";
import { suggest } from "../../base/text/words.js";
import { explainDatabaseError, openInbox, type OpenInbox } from "../inputs/open-inbox.js";
import type { Args } from "../options/commands.js";
import { throwProblems, throwUsageProblem } from "../call-error.js";
import type { CommandResult } from "../command-result.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `inbox`: what waits in a durable inbox and what is dead, and what a person does about it. */
export async function inbox(
  args: Args<"inbox">,
  { terminal, environment }: CommandContext,
): Promise<InboxResult> {
  checkUsage(args);
  terminal.progress("opening the inbox");
  const opened = await openInbox(args, environment);
  try {
    return await (args.action === "list" ? listInbox(opened, args) : actOnEvents(opened, args));
  } catch (error) {
    return throwProblems(explainDatabaseError(error));
  } finally {
    await opened.connection.close();
  }
}

type InboxResult = CommandResult<InboxJson>;

export type InboxJson = InboxList | { readonly event: ShownEvent } | { readonly events: readonly Operated[] };

/** The events that are not handled yet. */
interface InboxList {
  /** How many there are, shown or not. */
  readonly summary: Readonly<Record<"waiting" | "running" | "dead" | "blockedSessions", number>> & {
    /** When the oldest of those that wait was stored; null if none waits. */
    readonly oldest: string | null;
  };
  /** The events, the oldest first; at most --limit. */
  readonly events: readonly ListedEvent[];
}

/** Ends the call at an option or an id that the action has no use for, or that it lacks. */
function checkUsage({ action, id, dead, limit, all }: Args<"inbox">): void {
  const isList = action === "list";
  const seeList = "mplus-codegen inbox list shows the ids; the beginning of one is enough.";
  const oneEvent = "For example: mplus-codegen inbox list scanCode; to see one event: inbox show <id>";
  const badLimit = "--limit is not a whole number from 1 to 99999.";
  const rows: readonly (readonly [isMisuse: boolean, message: string, hint: string])[] = [
    [isList && id.length > 1, "list takes the name of one event.", oneEvent],
    [isList && !/^[1-9]\d{0,4}$/.test(limit), badLimit, "For example: --limit 20"],
    [!isList && dead, "--dead goes with list.", "Leave it out."],
    [
      all && (action !== "retry" || id.length > 0),
      "--all goes with retry, and without ids.",
      "What is dropped is gone: name each event.",
    ],
    [action === "show" && id.length !== 1, "show takes one id.", seeList],
    [!isList && !all && id.length === 0, `Say which events to ${action}.`, seeList],
  ];
  for (const [isMisuse, message, hint] of rows) if (isMisuse) throwUsageProblem(message, hint);
}

async function listInbox(
  { connection, listEvents, readHealth }: OpenInbox,
  { id: [event], dead, limit }: Args<"inbox">,
): Promise<InboxResult> {
  const filter = { limit: Number(limit), isFiltered: dead || event !== undefined };
  const events = await listEvents(connection, { dead, event, limit: filter.limit });
  const { waiting, running, dead: failed, blockedSessions, oldestAt } = await readHealth(connection);
  const summary = { waiting: waiting - running, running, dead: failed, blockedSessions, oldest: oldestAt };
  return { report: () => reportEventList({ summary, events }, filter), json: () => ({ summary, events }) };
}

/** Shows the event that is named, or acts on those that are, if all of them are there. */
async function actOnEvents(opened: OpenInbox, { id, action, all }: Args<"inbox">): Promise<InboxResult> {
  const { connection, retryEvents, dropEvents } = opened;
  const found = await findEventsById(opened, id);
  const [event] = found;
  if (action === "show" && event) return { report: () => reportEvent(event), json: () => ({ event }) };
  const ids = [...new Set(found.map((each) => each.id))];
  const events = await (action === "retry"
    ? retryEvents(connection, all ? "dead" : ids)
    : dropEvents(connection, ids));
  return {
    report: () => reportOutcomes(events, action),
    json: () => ({ events }),
    fails: events.some(({ outcome }) => outcome !== "done"),
  };
}

/** The events that are named by the beginnings of their ids. */
async function findEventsById(
  { connection, findEvents, listEvents }: OpenInbox,
  names: readonly string[],
): Promise<readonly ShownEvent[]> {
  const found: ShownEvent[] = [];
  const problems: Problem[] = [];
  for (const id of names) {
    const [event, ...others] = await findEvents(connection, id);
    if (event === undefined) {
      // Of a shortened id, what is near is the beginning of another.
      const candidates = (await listEvents(connection)).map((each) => each.id.slice(0, id.length));
      problems.push(report("unknown-stored-event", { id, suggestion: suggest(id, candidates) }));
    } else if (others.length > 0) {
      const ids = [event, ...others].map((each) => each.id);
      const shown = ids.length > 3 ? [...ids.slice(0, 3), "others"] : ids;
      problems.push(report("ambiguous-stored-event", { id, found: shown }));
    } else found.push(event);
  }
  if (problems.length > 0) throwProblems(problems);
  return found;
}

/** What the events were chosen by. */
interface ListFilter {
  readonly limit: number;
  readonly isFiltered: boolean;
}

/** The events of an inbox, each with its last error below it, and how many there are in all. */
const reportEventList = ({ summary, events }: InboxList, filter: ListFilter): readonly ReportBlock[] => [
  ...(events.length > 0 ? [grid(events.map(toEventRow), { isOfEntries: true })] : []),
  ...toParagraph(describeListEnd(events.length, filter)),
  ...toParagraph(describeCounts(summary)),
];

function describeListEnd(count: number, { limit, isFiltered }: ListFilter): string {
  if (count === 0) return isFiltered ? "None of the events is one of these." : "";
  return count < limit ? "" : `These are the oldest ${count}; --limit shows more.`;
}

/** One event with what the shop sent, as it came. */
function reportEvent(event: ShownEvent): readonly ReportBlock[] {
  const { id, subscriptionId, about, state, attempts, storedAt, queue, waitingBehind, body } = event;
  const rows: readonly (readonly [name: string, value: Text])[] = [
    ["event", styled("name", event.event)],
    ["id", plain(id)],
    ["state", styled(stateStyles[state], state)],
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
function reportOutcomes(events: readonly Operated[], action: string): readonly ReportBlock[] {
  if (events.length === 0) return toParagraph("No event is dead.");
  if (events.length > maxListedOutcomes) return countOutcomes(events, action);
  return bullets(
    events.map(
      ({ id, outcome }) => text`${styled("name", shortenId(id))} ${describeOutcome(outcome, action)}`,
    ),
  );
}

/** Of more events than this, people read how many and not which; `--json` has all of them. */
const maxListedOutcomes = 20;

function countOutcomes(events: readonly Operated[], action: string): readonly ReportBlock[] {
  const counts = new Map<Operated["outcome"], number>();
  for (const { outcome } of events) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return bullets([...counts].map(([outcome, count]) => text`${count} × ${describeOutcome(outcome, action)}`));
}

const stateStyles = {
  waiting: "name",
  blocked: "warning",
  retrying: "warning",
  running: "good",
  dead: "error",
  handled: "good",
  cancelled: "faint",
} as const satisfies Readonly<Record<ListedEvent["state"], Style>>;

/** As much of an id as names one event among many thousands. */
const shortenId = (id: string): string => id.slice(0, 8);

function toEventRow(event: ListedEvent): readonly Text[] {
  const { id, state, about, attempts, storedAt, nextAttemptAt, waitingBehind, lastError } = event;
  return [
    styled("name", shortenId(id)),
    styled(stateStyles[state], state),
    plain(event.event),
    plain(about),
    plain(formatTime(storedAt)),
    plain(attempts === 0 ? "" : `${attempts} ${attempts === 1 ? "attempt" : "attempts"}`),
    plain(waitingBehind === 0 ? "" : `${waitingBehind} behind it`),
    plain(nextAttemptAt === null ? "" : `next ${formatTime(nextAttemptAt)}`),
    styled("faint", toVisibleLine(lastError ?? "")),
  ];
}

function describeCounts({ waiting, running, dead, blockedSessions, oldest }: InboxList["summary"]): Text {
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
    : styled("warning", outcomeReasons[outcome]);

/** Why nothing was done. */
const outcomeReasons = {
  gone: "is gone: it was dropped, or deleted some time after it was handled",
  waiting: "is not dead: it waits for its turn",
  retrying: "is not dead: it waits for its next attempt",
  running: "is being handled: it was left alone",
  dead: "is dead",
  handled: "has been handled",
  cancelled: "was cancelled: it can be dropped",
} as const satisfies Readonly<Record<Exclude<Operated["outcome"], "done">, string>>;
