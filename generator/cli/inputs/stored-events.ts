import type { JobWithMetadata } from "pg-boss";
import type { StoredEvent } from "../../../templates/copied/receiver/queued.js";
import { isObject } from "../../base/json.js";
import { uuidPattern } from "../../contract/read/ajv.js";
import type { OpenInbox } from "./open-inbox.js";

/** The states of pg-boss, as people call them. */
const states = {
  created: "waiting",
  retry: "retrying",
  active: "running",
  failed: "dead",
  completed: "handled",
  cancelled: "cancelled",
} as const;

/**
 * What becomes of an event: it waits for its turn; an earlier event of its session is dead and blocks it; it failed and
 * waits for its next attempt; a worker is handling it; its attempts are used up; it has been handled; or somebody
 * cancelled it, which nothing of this inbox does.
 */
export type EventState = (typeof states)[keyof typeof states] | "blocked";

/** An event without what the shop sent. Times are in UTC, as ISO 8601 has them. */
export interface ListedEvent extends Pick<StoredEvent, "id" | "event" | "subscriptionId" | "about"> {
  readonly state: EventState;
  /** How often its handler has failed. */
  readonly attempts: number;
  readonly storedAt: string;
  /** When it may be tried again, if it waits for that. */
  readonly nextAttemptAt: string | null;
  /** Why the last attempt failed, on one line. */
  readonly lastError: string | null;
  /** How many events of its session were stored after it, and wait. */
  readonly waitingBehind: number;
}

/** An event with what the shop sent. */
export interface ShownEvent extends ListedEvent, Pick<StoredEvent, "key" | "body"> {}

/** Beyond so many, what waits is not listed: pg-boss gives all of it at once, with its bodies. */
export const mostListed = 10_000;

/** The events that wait or are dead, the oldest first; only the dead ones and those of their sessions, if too many wait. */
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

/** A row that somebody wrote may have `infinity`. */
const toText = (time: unknown): string => (time instanceof Date ? time.toISOString() : String(time));

/** Events with what their sessions look like, the oldest first. */
function toListed({ readJob }: OpenInbox, jobs: readonly Job[]): ListedEvent[] {
  const behind = new Map<string, number>();
  const blocked = new Set(jobs.filter(({ state }) => state === "failed").map((job) => job.singletonKey));
  const newestFirst = [...jobs].sort((a, b) => +b.createdOn - +a.createdOn || (a.id < b.id ? 1 : -1));
  const events = newestFirst.map((job): ListedEvent => {
    const { id, key, event, subscriptionId, about, failures } = readJob(job);
    const { state, createdOn, startAfter, output } = job;
    const waitingBehind = behind.get(key) ?? 0;
    if (state === "created" || state === "retry") behind.set(key, waitingBehind + 1);
    const message: unknown = isObject(output) ? output["message"] : null;
    const error = typeof message === "string" ? message : JSON.stringify(output);
    return {
      ...{ id, event, subscriptionId, about },
      state: state === "created" && blocked.has(key) ? "blocked" : states[state],
      attempts: failures,
      storedAt: toText(createdOn),
      nextAttemptAt: state === "retry" ? toText(startAfter) : null,
      lastError: isObject(output) && state !== "completed" ? error.replace(/\s+/g, " ").slice(0, 500) : null,
      waitingBehind,
    };
  });
  return events.reverse();
}

/** PostgreSQL refuses what is no UUID. */
const findJob = async ({ boss, queue }: OpenInbox, id: string): Promise<Job | undefined> =>
  uuidPattern.test(id) ? (await boss.findJobs<Data>(queue, { id }))[0] : undefined;

/** One event, by its whole id; undefined if there is none. */
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

/** What became of an event that somebody named: it was done, there is none of this id, or its state forbids it. */
export interface Operated {
  readonly id: string;
  readonly outcome: "done" | "gone" | Exclude<EventState, "blocked">;
}

/**
 * Has dead events tried once more, at once and before all that wait behind them. One that fails again is dead again. One that
 * waits for its next attempt has it now. What else there is stays as it is, and its outcome says what it is.
 */
export function retryEvents(inbox: OpenInbox, ids: readonly string[]): Promise<readonly Operated[]> {
  const { boss, queue, transact, readJob, changeJob, isOne } = inbox;
  return operate(inbox, ids, ["dead", "retrying"], (job) =>
    transact(async (db) => {
      const event = readJob(job);
      if (job.state === "retry") return (await changeJob(boss, event, { db, startAfter: 0 })).updated === 1;
      if (!isOne(await boss.retry(queue, job.id, { db }))) return false;
      // What ended its workers has one go as well.
      const last = { failures: event.attempts - 1, returns: job.retryCount + 2 - 2 * event.attempts };
      await changeJob(boss, { ...event, ...last }, { db, startAfter: 0, deleteAfterSeconds: week });
      return true;
    }),
  );
}

/** In seconds. */
const week = 7 * 24 * 60 * 60;

/**
 * Deletes events, so that the next one of their session is handled. What a worker is handling stays, and so does what was
 * handled, by which repeats are recognised: the outcome says so.
 */
export const dropEvents = (inbox: OpenInbox, ids: readonly string[]): Promise<readonly Operated[]> =>
  operate(inbox, ids, ["waiting", "retrying", "dead", "cancelled"], async ({ id }) =>
    inbox.isOne(await inbox.boss.deleteJob(inbox.queue, id)),
  );

/** Does something to each event that is in one of some states. */
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
