import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, grid, toParagraph } from "../../pages/blocks/builders.js";
import { report } from "../../base/problem/catalogue.js";
import type { Problem } from "../../base/problem/problem.js";
import { groupBy } from "../../contract/read/values.js";
import { toVisibleLine, truncate } from "../../base/text/quote.js";
import { explainDatabaseError, openInbox, type OpenInbox } from "../inputs/open-inbox.js";
import {
  dropEvents,
  listEvents,
  mostListed,
  retryEvents,
  showEvent,
  type ListedEvent,
  type Operated,
  type ShownEvent,
} from "../inputs/stored-events.js";
import type { Args } from "../options/commands.js";
import { throwProblems, throwUsageProblem } from "../call-error.js";
import type { CommandContext } from "../terminal/terminal.js";

export async function inbox(args: Args<"inbox">, { environment }: CommandContext) {
  checkUsage(args);
  const opened = await openInbox(args, environment);
  try {
    return await (args.action === "list" ? listInbox(opened, args) : actOnEvents(opened, args));
  } catch (error) {
    return throwProblems(explainDatabaseError(error));
  } finally {
    await opened.close();
  }
}

export type InboxJson = ReturnType<Awaited<ReturnType<typeof inbox>>["json"]>;

function checkUsage({ action, id, dead, limit, all }: Args<"inbox">): void {
  const isList = action === "list";
  const seeList = "To see the ids, run mplus-codegen inbox list. The first characters of an id are enough.";
  const oneEvent = "For example: mplus-codegen inbox list scanCode. To see one event: inbox show <id>";
  const badLimit = "--limit must be a whole number from 1 to 99999.";
  const badAll = "--all works only with retry, and without ids.";
  const rows: readonly (readonly [isMisuse: boolean, message: string, hint: string])[] = [
    [isList && id.length > 1, "list accepts one event name.", oneEvent],
    [isList && !/^[1-9]\d{0,4}$/.test(limit), badLimit, "For example: --limit 20"],
    [!isList && dead, "--dead works only with list.", "Remove it."],
    [all && (action !== "retry" || id.length > 0), badAll, "Dropping cannot be undone, so name each event."],
    [action === "show" && id.length !== 1, "show needs exactly one id.", seeList],
    [!isList && !all && id.length === 0, `Name the events to ${action}.`, seeList],
  ];
  for (const [isMisuse, message, hint] of rows) if (isMisuse) throwUsageProblem(message, hint);
}

async function listInbox(opened: OpenInbox, { id: [event], dead, limit }: Args<"inbox">) {
  const listed = await listEvents(opened);
  const { waiting, running, dead: deadCount } = await opened.readHealth();
  const isShortened = waiting > mostListed;
  const matching = listed.filter(
    (each) => (!dead || each.state === "dead") && (event === undefined || each.event === event),
  );
  const events = matching.slice(0, Number(limit));
  /** Counts all events, shown or not. */
  const summary = { waiting: waiting - running, running, dead: deadCount };
  const rest = `More than ${mostListed} events are waiting, so only dead events and those behind them are listed.`;
  const more = `Only the oldest ${limit} are listed. Use --limit to see more.`;
  const failures = styled(summary.dead === 0 ? "good" : "error", `Dead: ${summary.dead}.`);
  return {
    report: () => [
      ...(events.length > 0 ? [grid(events.map(toEventRow), { isOfEntries: true })] : []),
      ...toParagraph(
        events.length === 0 ? "No matching events." : events.length < matching.length ? more : "",
      ),
      ...toParagraph(isShortened && !dead ? rest : ""),
      ...toParagraph(text`Waiting: ${summary.waiting}. Running: ${running}. ${failures}`),
    ],
    json: () => ({ summary, events }),
  };
}

/** Acts only if all events exist. */
async function actOnEvents(opened: OpenInbox, { id, action, all }: Args<"inbox">) {
  const found = await findEventsById(opened, id);
  const [event] = found;
  if (action === "show" && event) return { report: () => reportEvent(event), json: () => ({ event }) };
  const named = all ? (await listEvents(opened)).filter(({ state }) => state === "dead") : found;
  const ids = [...new Set(named.map((each) => each.id))];
  const events = await (action === "retry" ? retryEvents : dropEvents)(opened, ids);
  return {
    report: () => reportOutcomes(events, action),
    json: () => ({ events }),
    fails: events.some(({ outcome }) => outcome !== "done"),
  };
}

/** The first characters of an id identify a listed event. */
async function findEventsById(opened: OpenInbox, names: readonly string[]): Promise<readonly ShownEvent[]> {
  const listed = names.length > 0 ? await listEvents(opened) : [];
  const found: ShownEvent[] = [];
  const problems: Problem[] = [];
  for (const id of names) {
    const ids = listed.map((each) => each.id).filter((each) => each.startsWith(id.toLowerCase()));
    const event = ids.length > 1 ? undefined : await showEvent(opened, ids[0] ?? id);
    if (ids.length > 1) problems.push(report("ambiguous-stored-event", { id, found: ids.slice(0, 10) }));
    else if (event === undefined) problems.push(report("unknown-stored-event", { id }));
    else found.push(event);
  }
  if (problems.length > 0) throwProblems(problems);
  return found;
}

function reportEvent(event: ShownEvent): readonly ReportBlock[] {
  const rows: Readonly<Record<string, string | number | null>> = {
    event: event.event,
    id: event.id,
    state: event.state,
    attempts: event.attempts,
    shortages: event.shortages === 0 ? null : event.shortages,
    stored: formatTime(event.storedAt),
    "next attempt": event.nextAttemptAt && formatTime(event.nextAttemptAt),
    "last error": event.lastError,
    about: event.about,
    "waiting behind it": event.waitingBehind,
    subscription: event.subscriptionId,
  };
  const shown = Object.entries(rows).filter(([, value]) => value !== null && value !== "");
  return [grid(shown.map(([name, value]) => [name, plain(`${value}`)])), codeBlock("json", event.body)];
}

function reportOutcomes(events: readonly Operated[], action: string): readonly ReportBlock[] {
  if (events.length === 0) return toParagraph("No dead events.");
  const done = action === "retry" ? "retried" : "dropped";
  return bullets(
    [...groupBy(events, ({ outcome }) => outcome)].map(([outcome, group]) => {
      const ids = truncate(group.map(({ id }) => shortenId(id)).join(", "), 200);
      const what = outcome === "done" ? styled("good", done) : styled("warning", `unchanged (${outcome})`);
      return text`${group.length} ${what}: ${ids}`;
    }),
  );
}

/** Eight characters identify one event among many thousands. */
const shortenId = (id: string): string => id.slice(0, 8);

function toEventRow(event: ListedEvent): readonly Text[] {
  const { id, state, about, attempts, shortages, storedAt, nextAttemptAt, waitingBehind, lastError } = event;
  return [
    styled("name", shortenId(id)),
    styled(state === "dead" ? "error" : "name", state),
    plain(event.event),
    plain(about),
    plain(formatTime(storedAt)),
    plain(formatCount(attempts, "attempt")),
    plain(formatCount(shortages, "shortage")),
    plain(waitingBehind === 0 ? "" : `${waitingBehind} behind it`),
    plain(nextAttemptAt === null ? "" : `next ${formatTime(nextAttemptAt)}`),
    styled("faint", toVisibleLine(lastError ?? "")),
  ];
}

const formatCount = (count: number, noun: string): string =>
  count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;

/** To the second, in UTC. */
const formatTime = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 19)}Z`;
