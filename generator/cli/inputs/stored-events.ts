import type { JobWithMetadata } from "pg-boss";
import type { StoredEvent } from "../../../templates/copied/receiver/base/options.js";
import { isObject } from "../../base/json.js";
import { uuidPattern } from "../../contract/read/ajv.js";
import type { OpenInbox } from "./open-inbox.js";

/** User-facing names for pg-boss's states. */
const states = {
  created: "waiting",
  retry: "retrying",
  active: "running",
  failed: "dead",
  completed: "handled",
  cancelled: "cancelled",
} as const;

/**
 * The state of an event. `blocked`: an earlier event of its session is dead. `retrying`: it failed and waits for its
 * next attempt. `dead`: it has no attempts left. `cancelled`: somebody cancelled it in the database. The inbox
 * itself never cancels events.
 */
export type EventState = (typeof states)[keyof typeof states] | "blocked";

/** Without the shop's data. Times are in UTC, in ISO 8601. */
export interface ListedEvent extends Pick<StoredEvent, "id" | "event" | "subscriptionId" | "about"> {
  readonly state: EventState;
  /** The number of failed attempts. */
  readonly attempts: number;
  /** The number of attempts that the database interrupted. */
  readonly shortages: number;
  readonly storedAt: string;
  /** Null unless the event waits for its next attempt. */
  readonly nextAttemptAt: string | null;
  /** On one line. */
  readonly lastError: string | null;
  /** The number of later events of its session that wait. */
  readonly waitingBehind: number;
}

export interface ShownEvent extends ListedEvent, Pick<StoredEvent, "key" | "body"> {}

/** If more events wait, the inbox does not list them, because pg-boss returns all of them at once with their bodies. */
export const mostListed = 10_000;

/** Oldest first. If too many events wait, lists only sessions with a dead event. */
export async function listEvents(inbox: OpenInbox): Promise<readonly ListedEvent[]> {
  const { boss, queue } = inbox;
  const jobs: Job[] = [];
  for (const key of await boss.getBlockedKeys(queue))
    jobs.push(...(await boss.findJobs<Data>(queue, { key })));
  if ((await inbox.readHealth()).waiting <= mostListed)
    jobs.push(...(await boss.findJobs<Data>(queue, { queued: true })));
  const found = [...new Map(jobs.map((job) => [job.id, job])).values()];
  return toListed(
    inbox,
    found.filter(({ state }) => state in listedStates),
  );
}

type Data = object | null;
type Job = JobWithMetadata<Data>;

const listedStates = { created: true, retry: true, failed: true };

/** A row that was written by hand may contain `infinity`. */
const toText = (time: unknown): string => (time instanceof Date ? time.toISOString() : String(time));

/** Oldest first, with the state of their session. */
function toListed({ readJob }: OpenInbox, jobs: readonly Job[]): ListedEvent[] {
  const behind = new Map<string, number>();
  const blocked = new Set(jobs.filter(({ state }) => state === "failed").map((job) => job.singletonKey));
  const newestFirst = [...jobs].sort((a, b) => +b.createdOn - +a.createdOn || (a.id < b.id ? 1 : -1));
  const events = newestFirst.map((job): ListedEvent => {
    const { id, key, event, subscriptionId, about, failures, shortages } = readJob(job);
    const { state, createdOn, startAfter, output } = job;
    const waitingBehind = behind.get(key) ?? 0;
    if (state === "created" || state === "retry") behind.set(key, waitingBehind + 1);
    const message: unknown = isObject(output) ? output["message"] : null;
    const error = typeof message === "string" ? message : JSON.stringify(output);
    return {
      ...{ id, event, subscriptionId, about },
      state: state === "created" && blocked.has(key) ? "blocked" : states[state],
      attempts: failures,
      shortages,
      storedAt: toText(createdOn),
      nextAttemptAt: state === "retry" ? toText(startAfter) : null,
      lastError: isObject(output) && state !== "completed" ? error.replace(/\s+/g, " ").slice(0, 500) : null,
      waitingBehind,
    };
  });
  return events.reverse();
}

/** PostgreSQL rejects ids that are not UUIDs. */
const findJob = async ({ boss, queue }: OpenInbox, id: string): Promise<Job | undefined> =>
  uuidPattern.test(id) ? (await boss.findJobs<Data>(queue, { id }))[0] : undefined;

/** `id` is the full id. */
export async function showEvent(inbox: OpenInbox, id: string): Promise<ShownEvent | undefined> {
  const { boss, queue, readJob } = inbox;
  const job = await findJob(inbox, id);
  if (job === undefined) return undefined;
  const { key, body } = readJob(job);
  const listed = toListed(inbox, await boss.findJobs<Data>(queue, { key })).find(
    (each) => each.id === job.id,
  );
  return listed && { ...listed, key, body };
}

/** The event was changed, does not exist, or has a state that does not allow the change. */
export interface Operated {
  readonly id: string;
  readonly outcome: "done" | "gone" | Exclude<EventState, "blocked">;
}

/**
 * Retries dead events once, immediately and before events that wait behind them. An event that fails again is dead again. An
 * event that waits for its next attempt gets it now. Other events do not change, and their outcome is their state.
 */
export function retryEvents(inbox: OpenInbox, ids: readonly string[]): Promise<readonly Operated[]> {
  const { boss, queue, transact, readJob, changeJob, isOne } = inbox;
  return operate(inbox, ids, ["dead", "retrying"], (job) =>
    transact(async (db) => {
      const event = readJob(job);
      if (job.state === "retry") return (await changeJob(boss, event, { db, startAfter: 0 })).updated === 1;
      if (!isOne(await boss.retry(queue, job.id, { db }))) return false;
      // A failure, a shortage or a crash ends the next attempt. Earlier crashes no longer count, but the event that
      // caused them runs alone.
      const returns = job.retryCount + 1 - event.failures - event.shortages;
      const last = { attempts: 0, returns, isSuspect: event.isSuspect || returns > event.returns };
      await changeJob(boss, { ...event, ...last }, { db, startAfter: 0, deleteAfterSeconds: week });
      return true;
    }),
  );
}

const week = 7 * 24 * 60 * 60;

/**
 * Deletes events, so that the next event of their session can run. Does not delete running events, nor handled
 * events, which identify repeats. The outcome of such an event is its state.
 */
export const dropEvents = (inbox: OpenInbox, ids: readonly string[]): Promise<readonly Operated[]> =>
  operate(inbox, ids, ["waiting", "retrying", "dead", "cancelled"], async ({ id }) =>
    inbox.isOne(await inbox.boss.deleteJob(inbox.queue, id)),
  );

async function operate(
  inbox: OpenInbox,
  ids: readonly string[],
  fitting: readonly EventState[],
  act: (job: Job) => Promise<boolean>,
): Promise<readonly Operated[]> {
  const operated: Operated[] = [];
  for (const id of ids) {
    const job = await findJob(inbox, id);
    const isDone = job && fitting.includes(states[job.state]) && (await act(job));
    operated.push({ id, outcome: isDone ? "done" : job ? states[job.state] : "gone" });
  }
  return operated;
}
