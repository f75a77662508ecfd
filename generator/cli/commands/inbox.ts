import { printForTerminal } from "../../blocks/terminal.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { suggest } from "../../text/words.js";
import { explainFailure, openInbox, type OpenInbox } from "../open-inbox.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { reportOperated, reportShown, reportStored } from "../report/inbox.js";
import type { Surroundings, Terminal } from "../terminal.js";

/** `inbox`: what waits in a durable inbox and what is dead, and what a person does about it. */
export async function inbox(args: Args<"inbox">, { terminal, environment }: Surroundings): Promise<Ending> {
  const misuse = findMisuse(args);
  if (misuse) return problemEnding([misuse], args.json);
  terminal.progress("opening the inbox");
  const opened = await openInbox(args, environment);
  if (!opened.ok) return problemEnding(opened.problems, args.json);
  try {
    return await actions[args.action](opened.value, args, terminal);
  } catch (error) {
    return problemEnding([explainFailure(error)], args.json);
  } finally {
    await opened.value.connection.close();
  }
}

type Action = (inbox: OpenInbox, args: Args<"inbox">, terminal: Terminal) => Promise<Ending>;

const actions: Readonly<Record<Args<"inbox">["action"], Action>> = {
  list,
  show,
  retry: (opened, args) => operate(opened, args, opened.retryEvents),
  drop: (opened, args) => operate(opened, args, opened.dropEvents),
};

/** An option or an id that the action has no use for, or one that it lacks. */
function findMisuse({ action, id, dead, limit, all }: Args<"inbox">): Problem | undefined {
  const usage = (message: string, hint: string) => report("usage", { message, hint });
  if (action === "list") {
    if (id.length > 1)
      return usage(
        "list takes the name of one event.",
        "For example: mplus-codegen inbox list scanCode; to see one event: inbox show <id>",
      );
    if (!/^[1-9]\d{0,4}$/.test(limit))
      return usage("--limit is not a whole number from 1 to 99999.", "For example: --limit 20");
  } else if (dead) return usage("--dead goes with list.", "Leave it out.");
  if (all) return findMisuseOfAll(action, id);
  if (action === "show" && id.length !== 1) return usage("show takes one id.", seeList);
  return action !== "list" && id.length === 0 ? usage(`Say which events to ${action}.`, seeList) : undefined;
}

const seeList = "mplus-codegen inbox list shows the ids; the beginning of one is enough.";

const findMisuseOfAll = (action: string, id: readonly string[]): Problem | undefined =>
  action === "retry" && id.length === 0
    ? undefined
    : report("usage", {
        message: "--all goes with retry, and without ids.",
        hint: "What is dropped is gone: name each event.",
      });

async function list(
  { connection, listEvents, readHealth }: OpenInbox,
  { id: [event], dead, limit, json }: Args<"inbox">,
  terminal: Terminal,
): Promise<Ending> {
  const choice = { limit: Number(limit), isFiltered: dead || event !== undefined };
  const events = await listEvents(connection, { dead, event, limit: choice.limit });
  const { waiting, running, dead: failed, blockedSessions, oldestAt } = await readHealth(connection);
  const counts = { waiting: waiting - running, running, dead: failed, blockedSessions, oldest: oldestAt };
  const result = { summary: counts, events } satisfies Result<"inbox">;
  return json ? jsonEnding(result) : successEnding(printForTerminal(reportStored(result, choice), terminal));
}

async function show(opened: OpenInbox, { id, json }: Args<"inbox">, terminal: Terminal): Promise<Ending> {
  const found = await findIds(opened, id);
  if (!found.ok) return problemEnding(found.problems, json);
  const event = await opened.showEvent(opened.connection, found.value[0] ?? "");
  if (!event) return problemEnding([reportGone(id[0] ?? "")], json);
  return json
    ? jsonEnding({ event } satisfies Result<"inbox">)
    : successEnding(printForTerminal(reportShown(event), terminal));
}

const reportGone = (id: string): Problem => report("unknown-stored-event", { id, suggestion: undefined });

/** Acts on the events that are named, if all of them are there. Exit code 1: it could not be done with one of them. */
async function operate(
  opened: OpenInbox,
  { id, action, all, json }: Args<"inbox">,
  act: OpenInbox["dropEvents"] | OpenInbox["retryEvents"],
): Promise<Ending> {
  const found = await findIds(opened, id);
  if (!found.ok) return problemEnding(found.problems, json);
  const events = all
    ? await opened.retryEvents(opened.connection, "dead")
    : await act(opened.connection, found.value);
  const ending = json
    ? jsonEnding({ events } satisfies Result<"inbox">)
    : successEnding(printForTerminal(reportOperated(events, action)));
  return events.every(({ outcome }) => outcome === "done") ? ending : { ...ending, code: 1 };
}

/** The whole ids of events that are named by the beginnings of theirs, each once. */
async function findIds(inbox: OpenInbox, names: readonly string[]): Promise<Outcome<readonly string[]>> {
  const found: string[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const [id, ...others] = (await inbox.findEvents(inbox.connection, name)).map((event) => event.id);
    if (id === undefined) problems.push(await reportUnknown(inbox, name));
    else if (others.length > 0) problems.push(reportAmbiguous(name, [id, ...others]));
    else found.push(id);
  }
  return problems.length > 0 ? failure(problems) : success([...new Set(found)]);
}

async function reportUnknown(inbox: OpenInbox, id: string): Promise<Problem> {
  const events = await inbox.listEvents(inbox.connection);
  // Of a shortened id, what is near is the beginning of another.
  const candidates = events.map((event) => event.id.slice(0, id.length));
  return report("unknown-stored-event", { id, suggestion: suggest(id, candidates) });
}

const reportAmbiguous = (id: string, found: readonly string[]): Problem =>
  report("ambiguous-stored-event", {
    id,
    found: found.length > 3 ? [...found.slice(0, 3), "others"] : found,
  });
