// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../api/log.js";
import type { DedupeOptions } from "../api/options.js";
import { refusals, type Outcome, type Reply } from "../http/refusal.js";
import type { Awaitable } from "../values/awaitable.js";
import type { JsonObject } from "../values/json-object.js";
import { toReason } from "../values/thrown.js";
import { getIdentity } from "./event-identity.js";
import { createKey, type KeyOwner } from "./key.js";
import { createMemoryStore } from "./memory-store.js";
import { sealStore, type SealedKey } from "./sealed-store.js";

/** A request that may be a repeat of an earlier one. */
export interface PossibleRepeat extends KeyOwner {
  readonly event: string;
  readonly body: JsonObject;
  /** The names of the event's own objects. */
  readonly ownObjects: readonly string[];
  /** Whether it may wait while the first one is being handled. */
  mayWait(): boolean;
}

/** Answers an event, or repeats the answer that the same event got before. */
export type AnswerOnce = (
  request: PossibleRepeat,
  answer: () => Awaitable<Outcome<Reply>>,
) => Promise<Outcome<Reply>>;

/** The text in the store while the first request is being handled. */
const running = "running";

/** In milliseconds: after this, the process that was handling it is taken to have died. */
const runningFor = 60_000;

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
  const attempt = async <T>(call: () => Awaitable<T>): Promise<T | undefined> => {
    try {
      return await call();
    } catch (error) {
      log.error({ err: error }, `the store of first answers failed: ${toReason(error)}`);
      return undefined;
    }
  };
  const sealed = sealStore(store);
  const forget = (key: SealedKey): Promise<unknown> => attempt(() => sealed.delete(key));
  const keep = async (key: SealedKey, { value }: Outcome<Reply>): Promise<unknown> => {
    if (value === undefined || (value.status !== 200 && !keepErrors)) return forget(key);
    const isKept = await attempt(() => sealed.set(key, toText(value), keepFor).then(() => true));
    // An answer that is too large for the store must not leave its event marked as running.
    return isKept ?? forget(key);
  };
  return async (request, answer) => {
    const text = await createIdempotencyKey(request);
    if (text === undefined) return answer();
    const key = { key: text, subscription: request.subscription };
    const add = () => attempt(() => sealed.add(key, running, runningFor));
    const known = await claim(add, () => request.mayWait());
    if (known === running) return { refusal: refusals.stillRunning };
    if (known) return { value: fromText(known) };
    try {
      const outcome = await answer();
      await keep(key, outcome);
      return outcome;
    } catch (error) {
      await forget(key);
      throw error;
    }
  };
}

/**
 * Waits while the same event is being handled. It polls, because that may happen in another process, and because on some
 * platforms one request cannot wait for another.
 */
async function claim(
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

/** Undefined for an event that is not recognised when it comes again. */
function createIdempotencyKey(request: PossibleRepeat): Awaitable<string | undefined> {
  const identity = getIdentity(request.event, request.body, request.ownObjects);
  return identity && createKey(request, ["event", ...identity]);
}

function toText({ status, code = "", text }: Reply): string {
  return JSON.stringify([status, code, text]);
}

function fromText(known: string): Reply {
  const [status, code, text] = JSON.parse(known) as [number, string, string];
  return { status, code: code === "" ? undefined : code, text };
}
