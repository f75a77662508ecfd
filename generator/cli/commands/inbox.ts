import type { ShownEvent } from "../../../templates/copied/inbox/events.js";
import { report } from "../../base/problem/catalogue.js";
import type { Problem } from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import { explainFailure, openInbox, type OpenInbox } from "../open-inbox.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { refuse, refuseCall, type Told } from "../report/ending.js";
import { reportOperated, reportShown, reportStored } from "../report/inbox.js";
import type { Surroundings } from "../terminal.js";

/** `inbox`: what waits in a durable inbox and what is dead, and what a person does about it. */
export async function inbox(
  args: Args<"inbox">,
  { terminal, environment }: Surroundings,
): Promise<Inspected> {
  refuseMisuse(args);
  terminal.progress("opening the inbox");
  const opened = await openInbox(args, environment);
  try {
    return await (args.action === "list" ? list(opened, args) : actOnEvents(opened, args));
  } catch (error) {
    return refuse(explainFailure(error));
  } finally {
    await opened.connection.close();
  }
}

type Inspected = Told<Result<"inbox">>;

/** Ends the call at an option or an id that the action has no use for, or that it lacks. */
function refuseMisuse({ action, id, dead, limit, all }: Args<"inbox">): void {
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
  for (const [isMisuse, message, hint] of rows) if (isMisuse) refuseCall(message, hint);
}

async function list(
  { connection, listEvents, readHealth }: OpenInbox,
  { id: [event], dead, limit }: Args<"inbox">,
): Promise<Inspected> {
  const choice = { limit: Number(limit), isFiltered: dead || event !== undefined };
  const events = await listEvents(connection, { dead, event, limit: choice.limit });
  const { waiting, running, dead: failed, blockedSessions, oldestAt } = await readHealth(connection);
  const summary = { waiting: waiting - running, running, dead: failed, blockedSessions, oldest: oldestAt };
  return { report: () => reportStored({ summary, events }, choice), json: () => ({ summary, events }) };
}

/** Shows the event that is named, or acts on those that are, if all of them are there. */
async function actOnEvents(opened: OpenInbox, { id, action, all }: Args<"inbox">): Promise<Inspected> {
  const { connection, retryEvents, dropEvents } = opened;
  const found = await findNamed(opened, id);
  const [event] = found;
  if (action === "show" && event) return { report: () => reportShown(event), json: () => ({ event }) };
  const ids = [...new Set(found.map((each) => each.id))];
  const events = await (action === "retry"
    ? retryEvents(connection, all ? "dead" : ids)
    : dropEvents(connection, ids));
  return {
    report: () => reportOperated(events, action),
    json: () => ({ events }),
    fails: events.some(({ outcome }) => outcome !== "done"),
  };
}

/** The events that are named by the beginnings of their ids. */
async function findNamed(
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
  if (problems.length > 0) refuse(problems);
  return found;
}
