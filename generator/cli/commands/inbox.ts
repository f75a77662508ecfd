import type { ShownEvent } from "../../../templates/inbox/events.js";
import type { ReportBlock } from "../../blocks/block.js";
import { printForTerminal } from "../../blocks/terminal.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { suggest } from "../../text/words.js";
import { explainFailure, openInbox, type OpenInbox } from "../open-inbox.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { reportOperated, reportShown, reportStored } from "../report/inbox.js";
import type { Surroundings } from "../terminal.js";

/** `inbox`: what waits in a durable inbox and what is dead, and what a person does about it. */
export async function inbox(args: Args<"inbox">, { terminal, environment }: Surroundings): Promise<Ending> {
  const misuse = findMisuse(args);
  if (misuse) return problemEnding([misuse], args.json);
  terminal.progress("opening the inbox");
  const opened = await openInbox(args, environment);
  if (!opened.ok) return problemEnding(opened.problems, args.json);
  try {
    const done = await (args.action === "list" ? list(opened.value, args) : actOnEvents(opened.value, args));
    if (!done.ok) return problemEnding(done.problems, args.json);
    const { result, blocks, code = 0 } = done.value;
    const ending = args.json ? jsonEnding(result) : successEnding(printForTerminal(blocks, terminal));
    return { ...ending, code };
  } catch (error) {
    return problemEnding([explainFailure(error)], args.json);
  } finally {
    await opened.value.connection.close();
  }
}

/** What is printed with `--json`, and what without. Exit code 1: it could not be done with one of the events. */
interface Done {
  readonly result: Result<"inbox">;
  readonly blocks: readonly ReportBlock[];
  readonly code?: 0 | 1;
}

/** An option or an id that the action has no use for, or one that it lacks. */
function findMisuse({ action, id, dead, limit, all }: Args<"inbox">): Problem | undefined {
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
  const [, message = "", hint = ""] = rows.find(([isMisuse]) => isMisuse) ?? [];
  return message === "" ? undefined : report("usage", { message, hint });
}

async function list(
  { connection, listEvents, readHealth }: OpenInbox,
  { id: [event], dead, limit }: Args<"inbox">,
): Promise<Outcome<Done>> {
  const choice = { limit: Number(limit), isFiltered: dead || event !== undefined };
  const events = await listEvents(connection, { dead, event, limit: choice.limit });
  const { waiting, running, dead: failed, blockedSessions, oldestAt } = await readHealth(connection);
  const summary = { waiting: waiting - running, running, dead: failed, blockedSessions, oldest: oldestAt };
  return success({ result: { summary, events }, blocks: reportStored({ summary, events }, choice) });
}

/** Shows the event that is named, or acts on those that are, if all of them are there. */
async function actOnEvents(opened: OpenInbox, { id, action, all }: Args<"inbox">): Promise<Outcome<Done>> {
  const { connection, retryEvents, dropEvents } = opened;
  const found = await findNamed(opened, id);
  if (!found.ok) return found;
  const [event] = found.value;
  if (action === "show" && event) return success({ result: { event }, blocks: reportShown(event) });
  const ids = [...new Set(found.value.map((each) => each.id))];
  const events = await (action === "retry"
    ? retryEvents(connection, all ? "dead" : ids)
    : dropEvents(connection, ids));
  const code = events.every(({ outcome }) => outcome === "done") ? 0 : 1;
  return success({ result: { events }, blocks: reportOperated(events, action), code });
}

/** The events that are named by the beginnings of their ids. */
async function findNamed(
  { connection, findEvents, listEvents }: OpenInbox,
  names: readonly string[],
): Promise<Outcome<readonly ShownEvent[]>> {
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
  return problems.length > 0 ? failure(problems) : success(found);
}
