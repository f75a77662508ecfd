// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { Refusal, refusals, type Reply } from "./http.js";
import type { Log } from "./log.js";
import { createMemoryStore, findSlot, tryStore, type Store } from "./store.js";
import type { Account, VerifiedEvent } from "./subscriptions.js";
import { isObject, type JsonObject } from "./values.js";

/** How repeated events are answered. */
export interface DedupeOptions {
  /** Where first answers are kept. Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long they are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
  /** Whether an `{ error }` that a handler answers is kept too. Default: no, as a second attempt may succeed. */
  readonly keepErrors?: boolean | undefined;
}

/** A POS may leave out any part of it. */
export const getTill = ({ sender }: JsonObject): readonly unknown[] =>
  isObject(sender) ? [sender["branchNumber"], sender["workplaceNumber"], sender["instanceId"]] : [];

/** The id of the sale; undefined if there is none, or an empty one. */
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

/** The till, its sale and the event's own objects: the same in every round of an event. */
export const getSubject = (body: JsonObject, own: readonly string[]): Identity => [
  getTill(body),
  getSessionId(body),
  own.map((name) => body[name]),
];

/**
 * One round of an event: its number, its time (the number may start again) and the user's answer. Undefined if the POS does
 * not number its events.
 */
export function getRound({ event, dialog, form }: JsonObject): Identity | undefined {
  if (!isObject(event)) return undefined;
  const { eventCounter, eventTimestamp } = event;
  // Nulls are not compared: two of them may be two events.
  const isNumbered = typeof eventCounter === "number" && typeof eventTimestamp === "string";
  return isNumbered ? [eventCounter, eventTimestamp, dialog, form] : undefined;
}

/** Identifies a repeat. Undefined if the POS does not number its events, or polls, and so repeats itself. */
export function getIdentity({ event, body }: VerifiedEvent, own: readonly string[]): Identity | undefined {
  const round = getRound(body);
  return round === undefined || isPolling(body) ? undefined : [event, round, getSubject(body, own)];
}

/** In milliseconds: how long a repeat waits for the first request, and how often it checks. */
const waitFor = 30_000;
const checkEvery = 50;

/** Start of a claim: the text in the store while a request is handling the event. */
const running = "running";

/** In milliseconds. The claim of a process that died runs out; three renewals may fail before that. */
const claimFor = 15_000;
const renewEvery = 3000;

/**
 * Handles an event once, and repeats its first answer. Refusals and faults are not remembered, because a second attempt may
 * succeed; an event that is answered before it is handled counts as answered. If the store fails, events are handled: twice is
 * better than not at all.
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
    // Each claim has an owner, who must not end another's after the store has lost it.
    const claim = `${running} ${crypto.randomUUID()}`;
    const takeClaim = () => slot.add(claim, claimFor);
    const changeIfOwn = (change: () => Promise<unknown>) =>
      ask(async () => {
        if (((await takeClaim()) ?? claim) === claim) await change();
      });
    const end = performance.now() + waitFor;
    let stored = await ask(takeClaim);
    // Another process may be handling it, so its promise cannot be awaited.
    while (stored?.startsWith(running) && performance.now() < end && mayWait()) {
      await new Promise((resolve) => setTimeout(resolve, checkEvery));
      // If the store fails now, the other request may still be handling it.
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
    // Where a timer is an object, it would keep the process from ending.
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
      // A handler that has timed out still runs: until it ends, no repeat may run it again.
      if (kept === undefined && given.work) void given.work.then(endClaim, endClaim);
      else await endClaim();
    }
  };
}

/**
 * Refuses a body that came for another event before. The URL names the event and is not signed: without this check,
 * somebody who has captured the start of a session could replay it to cancel the session.
 * @throws Refusal
 */
export function refuseReplay(firstEvent: string, event: string): void {
  if (firstEvent === event) return;
  const message = `This body came before, as ${firstEvent}. Each event has a body of its own, with its own eventCounter.`;
  throw new Refusal(400, "INVALID_DATA", message);
}

/** How many bodies of a subscription each receiver remembers. */
const maxSeen = 4096;

/** 72 bits of a signature, which nobody can choose without the secret. */
const toSeenKey = (signature: string): string => signature.slice(0, 12);

/** Claims a body for an event. Returns the event that it came for first; undefined if it comes for the first time. */
export function claimBody({ seen }: Account, signature: string, event: string): string | undefined {
  const key = toSeenKey(signature);
  const firstEvent = seen.get(key);
  seen.set(key, firstEvent ?? event);
  const [oldest = ""] = seen.keys();
  if (seen.size > maxSeen) seen.delete(oldest);
  return firstEvent;
}

/** The same for all processes that share a store. If it fails, the memory of this process counts. @throws Refusal */
export const createSharedReplayCheck =
  (store: Store, keepFor: number, log: Log) =>
  async (given: VerifiedEvent, signature: string): Promise<void> => {
    const { event, account } = given;
    const slot = await findSlot(store, given, ["body", signature]);
    const firstEvent = (await tryStore("deliveries", log, () => slot.add(event, keepFor))) ?? event;
    // It came to another process before: its repeats may come to this one.
    if (firstEvent !== event) account.seen.set(toSeenKey(signature), firstEvent);
    refuseReplay(firstEvent, event);
  };
