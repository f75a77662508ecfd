import { Refusal, refusals, type Reply } from "./http.js";
import type { Log } from "./log.js";
import { createMemoryStore, findSlot, type Slot, type Store } from "./store.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { isObject, toReason, type Awaitable, type JsonObject } from "./values.js";

/** How an event that comes twice is recognised. */
export interface DedupeOptions {
  /** Where first answers are kept. Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long they are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
  /** Whether an `{ error }` that a handler answers is kept too. Default: no, as a second attempt may succeed. */
  readonly keepErrors?: boolean | undefined;
}

/** The till that sent a request. A POS may leave out any part of it. */
export function getTill({ sender }: JsonObject): readonly unknown[] {
  if (!isObject(sender)) return [];
  const { branchNumber, workplaceNumber, instanceId } = sender;
  return [branchNumber, workplaceNumber, instanceId];
}

/** The id of the sale that a request is about; undefined if there is none, or an empty one. */
export function getSessionId({ session }: JsonObject): unknown {
  const id = isObject(session) ? session["sessionId"] : undefined;
  return id === null || id === "" ? undefined : id;
}

/** Whether the POS sends the event again and again until it is told that it is finished. */
export const isPolling = ({ event }: JsonObject): boolean =>
  isObject(event) && event["eventPolling"] === true;

/** Whether the POS waits for the answer: unless it sends `eventBlocking: false` and is not polling. */
export const isAwaited = (body: JsonObject): boolean =>
  !isObject(body["event"]) || body["event"]["eventBlocking"] !== false || isPolling(body);

/**
 * What makes an event the one it is, so that it is recognised when it comes again. Undefined if the POS is polling, and so
 * repeats itself, or does not number the event.
 */
export function getIdentity(
  { event, body }: VerifiedEvent,
  ownObjects: readonly string[],
): readonly unknown[] | undefined {
  const round = getRound(body);
  return round === undefined || isPolling(body) ? undefined : [event, round, getSubject(body, ownObjects)];
}

/** What a request is about: the till, its sale, and the event's own objects. The same in every round of an event. */
export function getSubject(body: JsonObject, ownObjects: readonly string[]): readonly unknown[] {
  return [getTill(body), getSessionId(body), ownObjects.map((name) => body[name])];
}

/**
 * What tells one round of an event from the next: its number, its time (as the number may start again) and what the user
 * answered. Undefined if the POS does not number its events, or not with a number and a text: two nulls are not the same.
 */
export function getRound({ event, dialog, form }: JsonObject): readonly unknown[] | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  const isNumbered = typeof eventCounter === "number" || typeof eventCounter === "bigint";
  return isNumbered && typeof eventTimestamp === "string"
    ? [eventCounter, eventTimestamp, dialog, form]
    : undefined;
}

/** Answers an event, or repeats the answer that the same event got before. `mayWait` is whether a repeat may wait. */
export type AnswerOnce = (
  given: VerifiedEvent,
  ownObjects: readonly string[],
  mayWait: () => boolean,
  answer: () => Awaitable<Reply | Refusal>,
) => Promise<Reply | Refusal>;

/** In milliseconds: how long a repeat waits for the first request, and how often it checks. */
const waitFor = 30_000;
const checkEvery = 50;

/**
 * Remembers first answers, so that an event is handled once. Refusals and faults are not remembered, because a second
 * attempt may succeed. An event that is answered before it is handled counts as answered. If the store fails, events are
 * handled: twice is better than not at all.
 */
export function createAnswerOnce(
  { store = createMemoryStore(), keepFor, keepErrors = false }: DedupeOptions & { readonly keepFor: number },
  log: Log,
): AnswerOnce {
  const claims = createClaims(keepFor, log);
  const isKept = (reply: Reply): boolean =>
    !(reply instanceof Refusal) && (reply.status === 200 || keepErrors);
  return async (given, ownObjects, mayWait, answer) => {
    const identity = getIdentity(given, ownObjects);
    if (identity === undefined) return answer();
    const slot = await findSlot(store, given, ["event", ...identity]);
    const known = await claimOrWait(() => claims.claim(slot), mayWait);
    if (known === running) return refusals.stillRunning;
    if (known !== undefined) return fromText(known);
    try {
      const reply = await answer();
      await (isKept(reply) ? claims.keep(slot, toText(reply)) : claims.release(slot));
      return reply;
    } catch (error) {
      await claims.release(slot);
      throw error;
    }
  };
}

/**
 * Waits while the same event is being handled. It polls, because that may happen in another process, and because on some
 * platforms one request cannot wait for another.
 */
async function claimOrWait(
  add: () => Promise<string | undefined>,
  mayWait: () => boolean,
): Promise<string | undefined> {
  const end = performance.now() + waitFor;
  let known = await add();
  while (known === running && performance.now() < end && mayWait()) {
    await new Promise((resolve) => setTimeout(resolve, checkEvery));
    known = await add();
  }
  return known;
}

const toText = ({ status, code = "", text }: Reply): string => JSON.stringify([status, code, text]);

function fromText(known: string): Reply {
  const [status, code, text] = JSON.parse(known) as [number, string, string];
  return { status, code: code === "" ? undefined : code, text };
}

/** The text in the store while an event is being handled. */
const running = "running";

/** In milliseconds: after this, the process that was handling it is taken to have died. */
const runningFor = 60_000;

/** How many claims are remembered that could not be ended, because the store was away. */
const maxOverdue = 1000;

/**
 * Keeps in a store who handles an event, and for `keepFor` milliseconds what came of it. Where the store fails, that is
 * logged, and nothing rejects.
 */
function createClaims(keepFor: number, log: Log) {
  /** When each runs out by itself. */
  const claimed = new WeakMap<Slot, number>();
  /** What could not be ended, by its key. Until it runs out, a repeat would wait for a handler that has ended long ago. */
  const overdue = new Map<string, { readonly slot: Slot; readonly until: number }>();
  const attempt = async <T>(call: Promise<T>): Promise<{ readonly value: T } | undefined> => {
    try {
      return { value: await call };
    } catch (error) {
      log.error({ err: error }, `the store of first answers failed: ${toReason(error)}`);
      return undefined;
    }
  };
  const release = async (slot: Slot): Promise<void> => {
    const until = claimed.get(slot);
    if ((await attempt(slot.delete())) || until === undefined) return;
    overdue.set(slot.key, { slot, until });
    for (const oldest of overdue.keys()) if (overdue.size > maxOverdue) overdue.delete(oldest);
  };
  const releaseUnanswered = async (slot: Slot): Promise<void> => {
    // What the silent store was given at last may have come through, and is then left there.
    const known = await attempt(slot.add(running, runningFor));
    if (known && (known.value ?? running) === running) await attempt(slot.delete());
  };
  const releaseOverdue = (): void => {
    for (const { slot, until } of overdue.values()) {
      overdue.delete(slot.key);
      if (until > performance.now()) void releaseUnanswered(slot);
    }
  };
  return {
    /** Claims an event. Gives {@link running} if it is claimed, the text that was kept, or undefined: it is to be handled. */
    async claim(slot: Slot): Promise<string | undefined> {
      const until = performance.now() + runningFor;
      const known = await attempt(slot.add(running, runningFor));
      if (known === undefined) return undefined;
      if (known.value === undefined) {
        claimed.set(slot, until);
        // The older claim of the same event is over: this one stays.
        overdue.delete(slot.key);
      }
      releaseOverdue();
      return known.value;
    },
    /** Puts a text in the place of a claim. */
    async keep(slot: Slot, text: string): Promise<void> {
      // An answer that is too large for the store must not leave its event marked as running.
      if (!(await attempt(slot.set(text, keepFor)))) await release(slot);
    },
    /** Ends a claim with nothing kept. */
    release,
  };
}

/**
 * Refuses a body that came for another event before, whatever became of it then. The URL names the event and is not signed:
 * without this check, somebody who has captured the start of a session could replay it to cancel the session.
 * @param claimed The event that the body belongs to.
 */
export function refuseReplay(claimed: string, event: string): Refusal | undefined {
  if (claimed === event) return undefined;
  const message = `This body came before, as ${claimed}. Each event has a body of its own, with its own eventCounter.`;
  return new Refusal(400, "INVALID_DATA", message);
}

/**
 * Remembers the bodies of each subscription for all processes that share a store, and refuses those of another event. If
 * the store fails, only what this process remembers counts.
 */
export const createSharedReplayCheck =
  (store: Store, keepFor: number, log: Log) =>
  async (given: VerifiedEvent, signature: string): Promise<Refusal | undefined> => {
    const { event } = given;
    try {
      const slot = await findSlot(store, given, ["body", signature]);
      const claimed = (await slot.add(event, keepFor)) ?? event;
      // It came to another process before: its repeats may come to this one.
      if (claimed !== event) given.account.seen.assign(signature, claimed);
      return refuseReplay(claimed, event);
    } catch (error) {
      log.error({ err: error }, `the store of deliveries failed: ${toReason(error)}`);
      return undefined;
    }
  };
