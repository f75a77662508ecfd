import { Refusal, refusals, type Reply } from "./http.js";
import type { Log } from "./log.js";
import { createMemoryStore, findSlot, tryStore, type Store } from "./store.js";
import type { Account, VerifiedEvent } from "./subscriptions.js";
import { isObject, type JsonObject } from "./values.js";

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
export const getTill = ({ sender }: JsonObject): readonly unknown[] =>
  isObject(sender) ? [sender["branchNumber"], sender["workplaceNumber"], sender["instanceId"]] : [];

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

type Identity = readonly unknown[];

/** What a request is about: the till, its sale, and the event's own objects. The same in every round of an event. */
export const getSubject = (body: JsonObject, own: readonly string[]): Identity => {
  return [getTill(body), getSessionId(body), own.map((name) => body[name])];
};

/**
 * What tells one round of an event from the next: its number, its time (as the number may start again) and what the user
 * answered. Undefined if the POS does not number its events, or not with a number and a text: two nulls are not the same.
 */
export function getRound({ event, dialog, form }: JsonObject): Identity | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  const isNumbered = typeof eventCounter === "number" && typeof eventTimestamp === "string";
  return isNumbered ? [eventCounter, eventTimestamp, dialog, form] : undefined;
}

/** Recognises an event that comes again. Undefined if its POS does not number it, or polls, and so repeats itself. */
export function getIdentity({ event, body }: VerifiedEvent, own: readonly string[]): Identity | undefined {
  const round = getRound(body);
  return round === undefined || isPolling(body) ? undefined : [event, round, getSubject(body, own)];
}

/** In milliseconds: how long a repeat waits for the first request, and how often it checks. */
const waitFor = 30_000;
const checkEvery = 50;

/** A text in the store that begins like this is the claim of a request that is handling the event. */
const running = "running";

/** In milliseconds. If the process of a claim dies, the claim runs out; before that, three renewals may fail. */
const claimFor = 15_000;
const renewEvery = 3000;

/**
 * Remembers first answers, so that an event is handled once. Refusals and faults are not remembered, because a second
 * attempt may succeed. An event that is answered before it is handled counts as answered. If the store fails, events are
 * handled: twice is better than not at all.
 */
export function createAnswerOnce(
  { store = createMemoryStore(), keepFor, keepErrors = false }: DedupeOptions & { readonly keepFor: number },
  log: Log,
) {
  const ask = <T>(call: () => Promise<T>) => tryStore("first answers", log, call);
  /** Answers an event, or repeats the answer that the same event got before; `mayWait` says whether a repeat may wait. */
  return async (
    given: VerifiedEvent & { readonly work: Promise<unknown> | undefined },
    ownObjects: readonly string[],
    mayWait: () => boolean,
    answer: () => Promise<Reply>,
  ): Promise<Reply> => {
    const identity = getIdentity(given, ownObjects);
    if (identity === undefined) return answer();
    const slot = await findSlot(store, given, ["event", ...identity]);
    // The claim has an owner: whoever has lost it (the store was restarted, say) must not end another's.
    const claim = `${running} ${crypto.randomUUID()}`;
    const takeClaim = () => ask(() => slot.add(claim, claimFor));
    const changeIfOwn = (change: () => Promise<unknown>) =>
      ask(async () => {
        if (((await slot.add(claim, claimFor)) ?? claim) === claim) await change();
      });
    const end = performance.now() + waitFor;
    let known = await takeClaim();
    // Another process may be handling it; and on some platforms one request cannot wait for another.
    while (known?.startsWith(running) && performance.now() < end && mayWait()) {
      await new Promise((resolve) => setTimeout(resolve, checkEvery));
      known = await takeClaim();
    }
    if (known?.startsWith(running)) throw refusals.stillRunning;
    if (known !== undefined) return fromText(known);
    const stopRenewing = repeat(renewEvery, () => changeIfOwn(() => slot.set(claim, claimFor)));
    let kept: string | undefined;
    const endClaim = async (): Promise<void> => {
      await stopRenewing();
      await changeIfOwn(() => (kept === undefined ? slot.delete() : slot.set(kept, keepFor)));
    };
    try {
      const reply = await answer();
      if (reply.status === 200 || keepErrors) kept = toText(reply);
      return reply;
    } finally {
      // A handler that has timed out still runs: until it ends, no repeat may run it again.
      if (kept === undefined && given.work) void given.work.then(endClaim, endClaim);
      else await endClaim();
    }
  };
}

const toText = ({ status, code = "", text }: Reply): string => JSON.stringify([status, code, text]);

function fromText(known: string): Reply {
  const [status, code, text] = JSON.parse(known) as [number, string, string];
  return { status, code: code === "" ? undefined : code, text };
}

/** Does something every so many milliseconds. Returns what stops that, and waits for what is being done. */
function repeat(milliseconds: number, work: () => Promise<unknown>): () => Promise<unknown> {
  let working: Promise<unknown> | undefined;
  const workOnce = () => work().finally(() => (working = undefined));
  const timer = setInterval(() => void (working ??= workOnce()), milliseconds);
  // Where a timer is an object, it would keep the process from ending.
  (timer as { readonly unref?: () => unknown }).unref?.();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

/** How many bodies of a subscription each process remembers. */
const maxSeen = 4096;

/**
 * Refuses a body that came for another event before, whatever became of it then. The URL names the event and is not signed:
 * without this check, somebody who has captured the start of a session could replay it to cancel the session.
 * @param claimed The event that the body belongs to.
 * @throws Refusal
 */
export function refuseReplay(claimed: string, event: string): void {
  if (claimed === event) return;
  const message = `This body came before, as ${claimed}. Each event has a body of its own, with its own eventCounter.`;
  throw new Refusal(400, "INVALID_DATA", message);
}

/** Claims a body for an event. Returns the event that it was claimed for before, if it was. */
export function claimBody({ seen }: Account, signature: string, event: string): string {
  // 72 bits, which nobody can choose without the secret.
  const key = signature.slice(0, 12);
  const claimed = seen.get(key) ?? event;
  seen.set(key, claimed);
  const [oldest = ""] = seen.keys();
  if (seen.size > maxSeen) seen.delete(oldest);
  return claimed;
}

/**
 * Remembers the bodies of each subscription for all processes that share a store, and refuses those of another event. If
 * the store fails, only the memory of this process counts. @throws Refusal
 */
export const createSharedReplayCheck =
  (store: Store, keepFor: number, log: Log) =>
  async (given: VerifiedEvent, signature: string): Promise<void> => {
    const { event, account } = given;
    const slot = await findSlot(store, given, ["body", signature]);
    const claimed = (await tryStore("deliveries", log, () => slot.add(event, keepFor))) ?? event;
    // It came to another process before: its repeats may come to this one.
    if (claimed !== event) account.seen.set(signature.slice(0, 12), claimed);
    refuseReplay(claimed, event);
  };
