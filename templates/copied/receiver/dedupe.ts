import { Refusal, refusals, type Reply } from "./http.js";
import type { Log } from "./log.js";
import { createMemoryStore, findSlot, tryStore, type Store } from "./store.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { isObject, type JsonObject } from "./values.js";

/** Settings for answering repeated events. */
export interface DedupeOptions {
  /** Keeps the first answers. Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** Time that first answers are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
  /** Also keeps an `{ error }` that a handler returns. Default: false, because a second attempt may succeed. */
  readonly keepErrors?: boolean | undefined;
}

/** A POS may leave out any of these. */
export const getTill = ({ sender }: JsonObject): readonly unknown[] =>
  isObject(sender) ? [sender["branchNumber"], sender["workplaceNumber"], sender["instanceId"]] : [];

/** Undefined if missing or empty. */
export function getSessionId({ session }: JsonObject): unknown {
  const id = isObject(session) ? session["sessionId"] : undefined;
  return id === null || id === "" ? undefined : id;
}

/** True if the POS repeats the event until an answer says that it is finished. */
export const isPolling = ({ event }: JsonObject): boolean =>
  isObject(event) && event["eventPolling"] === true;

/** True if the POS waits for the answer: always, except with `eventBlocking: false` and no polling. */
export const isAwaited = (body: JsonObject): boolean =>
  !isObject(body["event"]) || body["event"]["eventBlocking"] !== false || isPolling(body);

type Identity = readonly unknown[];

/** The till, its sale and the event's own objects: constant through all rounds of an event. */
export const getSubject = (body: JsonObject, own: readonly string[]): Identity => [
  getTill(body),
  getSessionId(body),
  own.map((name) => body[name]),
];

/**
 * One round of an event: its number, its time (numbering may restart) and the user's answer. Undefined if the POS does
 * not number its events.
 */
export function getRound({ event, dialog, form }: JsonObject): Identity | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  // Two nulls may belong to two different events.
  const isNumbered = typeof eventCounter === "number" && typeof eventTimestamp === "string";
  return isNumbered ? [eventCounter, eventTimestamp, dialog, form] : undefined;
}

/** Identifies repeats of an event. Undefined if the POS does not number its events, or polls. */
export function getIdentity({ event, body }: VerifiedEvent, own: readonly string[]): Identity | undefined {
  const round = getRound(body);
  return round === undefined || isPolling(body) ? undefined : [event, round, getSubject(body, own)];
}

/** In milliseconds: the longest wait of a repeat for the first request, and the interval of its checks. */
const waitFor = 30_000;
const checkEvery = 50;

const running = "running";

/** In milliseconds. The claim of a dead process expires; a live one may miss three renewals. */
const claimFor = 15_000;
const renewEvery = 3000;

/**
 * Handles an event once, and repeats its first answer. Refusals and failures are not kept, because a second attempt
 * may succeed. An event that is answered before it is handled counts as answered. If the store fails, events are
 * handled anyway, because twice is better than never.
 */
export function createAnswerOnce(
  { store = createMemoryStore(), keepFor, keepErrors = false }: DedupeOptions & { readonly keepFor: number },
  log: Log,
) {
  const ask = <T>(call: () => Promise<T>) => tryStore("first answers", log, call);
  return async (
    given: VerifiedEvent & { readonly work?: Promise<unknown> },
    ownObjects: readonly string[],
    mayWait: () => boolean,
    answer: () => Promise<Reply>,
  ): Promise<Reply> => {
    const identity = getIdentity(given, ownObjects);
    if (identity === undefined) return answer();
    const slot = await findSlot(store, given, ["event", ...identity]);
    // Unique, so that a request whose claim was lost cannot end another request's claim.
    const claim = `${running} ${crypto.randomUUID()}`;
    const takeClaim = () => slot.add(claim, claimFor);
    const changeIfOwn = (change: () => Promise<unknown>) =>
      ask(async () => {
        if (((await takeClaim()) ?? claim) === claim) await change();
      });
    const end = performance.now() + waitFor;
    let stored = await ask(takeClaim);
    // Another process may be handling the event, so there is no promise to await.
    while (stored?.startsWith(running) && performance.now() < end && mayWait()) {
      await new Promise((resolve) => setTimeout(resolve, checkEvery));
      // If the store fails now, the other request may still be running.
      const found = await ask(async () => [await takeClaim()]);
      if (found) [stored] = found;
    }
    if (stored?.startsWith(running)) throw refusals.stillRunning;
    if (stored !== undefined) {
      const [status, code, text] = JSON.parse(stored) as [number, string, string];
      return { status, code: code || undefined, text };
    }
    let renewal: Promise<unknown> | undefined;
    const renew = async (): Promise<void> => {
      await changeIfOwn(() => slot.set(claim, claimFor));
      renewal = undefined;
    };
    const timer = setInterval(() => void (renewal ??= renew()), renewEvery);
    // In Node, the timer would keep the process alive.
    (timer as { readonly unref?: () => unknown }).unref?.();
    let kept: string | undefined;
    const endClaim = async (): Promise<void> => {
      clearInterval(timer);
      await renewal;
      await changeIfOwn(() => (kept === undefined ? slot.delete() : slot.set(kept, keepFor)));
    };
    try {
      const reply = await answer();
      if (reply.status === 200 || keepErrors) {
        const { status, code = "", text } = reply;
        kept = JSON.stringify([status, code, text]);
      }
      return reply;
    } finally {
      // A handler that timed out still runs, so no repeat may start it again until it ends.
      if (kept === undefined && given.work) void given.work.then(endClaim, endClaim);
      else await endClaim();
    }
  };
}

/**
 * Rejects a body that was first received as another event. The URL names the event and is not signed, so without this
 * check an attacker could replay the captured start of a session to cancel it.
 * @throws Refusal
 */
export function refuseReplay(firstEvent: string, event: string): void {
  if (firstEvent === event) return;
  const message = `This body was already received as ${firstEvent}; each event must have its own body and eventCounter.`;
  throw new Refusal(400, "INVALID_DATA", message);
}

/**
 * Like `refuseReplay`, but across processes that share a store. If the store fails, this process's memory decides.
 * @throws Refusal
 */
export const createSharedReplayCheck =
  (store: Store, keepFor: number, log: Log) =>
  async (given: VerifiedEvent, signature: string): Promise<void> => {
    const { event, account } = given;
    const slot = await findSlot(store, given, ["body", signature]);
    const firstEvent = (await tryStore("deliveries", log, () => slot.add(event, keepFor))) ?? event;
    // Another process received it first, and repeats may reach this process.
    if (firstEvent !== event) account.seen.correct(signature, firstEvent);
    refuseReplay(firstEvent, event);
  };
