import type { Awaitable } from "./handlers.js";
import { isObject, type JsonObject } from "./json-body.js";
import { createKey } from "./key.js";
import type { Log } from "./log.js";
import { roundOf, subjectOf } from "./occurrence.js";
import { refusals, type Reply, type Step } from "./refusal.js";
import { sealStore, type SealedKey } from "./sealed-store.js";
import { createMemoryStore, type Store } from "./store.js";
import type { KnownSubscription } from "./subscriptions.js";
import { toReason } from "./thrown.js";

/** How an event that comes twice is known again. */
export interface DedupeOptions {
  /** Where first answers are kept. Default: {@link createMemoryStore}, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long they are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
  /** Whether an `{ error }` that a handler answers is kept, too. Default: no, as a repeat may do better. */
  readonly keepErrors?: boolean | undefined;
}

/** An event as it was delivered. */
export interface Occurrence {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
  /** The objects that make the event what it is. */
  readonly ownObjects: readonly string[];
  /** Whether there is room for it to wait for the first one. */
  mayWait(): boolean;
}

/** Answers an event, or repeats what the same event was answered before. */
export type AnswerOnce = (
  occurrence: Occurrence,
  answer: () => Awaitable<Step<Reply>>,
) => Promise<Step<Reply>>;

/** What a store holds while the first delivery is still being handled. */
const running = "running";

/** In milliseconds: after this, whoever was handling it is taken to have died. */
const runningFor = 60_000;

/** In milliseconds: how long a repeat waits for the first one, and how often it looks. */
const patience = 30_000;
const pace = 50;

/**
 * Starts to remember answers. A refusal or a fault is never remembered: a repeat may do better. An event that is answered
 * before it is handled counts as answered. When the store fails, events are handled: twice is better than not at all.
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
  const keep = async (key: SealedKey, { value }: Step<Reply>): Promise<unknown> => {
    if (value === undefined || (value.status !== 200 && !keepErrors)) return forget(key);
    const isKept = await attempt(() => sealed.set(key, toText(value), keepFor).then(() => true));
    // An answer that is too large for the store must not leave its event running.
    return isKept ?? forget(key);
  };
  return async (occurrence, answer) => {
    const text = await keyOf(occurrence);
    if (text === undefined) return answer();
    const key = { key: text, subscription: occurrence.subscription };
    const add = () => attempt(() => sealed.add(key, running, runningFor));
    const known = await claim(add, () => occurrence.mayWait());
    if (known === running) return { refusal: refusals.stillRunning };
    if (known) return { value: fromText(known) };
    try {
      const step = await answer();
      await keep(key, step);
      return step;
    } catch (error) {
      await forget(key);
      throw error;
    }
  };
}

/**
 * Waits while the same event is being handled: by looking again and again, because it may be in another process, and
 * because some platforms keep one request from waiting for another.
 */
async function claim(
  add: () => Promise<string | undefined>,
  mayWait: () => boolean,
): Promise<string | undefined> {
  const end = performance.now() + patience;
  let known = await add();
  while (known === running && performance.now() < end && mayWait()) {
    await new Promise((resolve) => setTimeout(resolve, pace));
    known = await add();
  }
  return known;
}

/** Undefined where the POS polls, and so repeats itself, or does not number the event. */
function keyOf({ event, body, subscription, ownObjects }: Occurrence): Awaitable<string | undefined> {
  const round = roundOf(body);
  const isPolling = isObject(body["event"]) && body["event"]["eventPolling"] === true;
  if (round === undefined || isPolling) return undefined;
  return createKey(subscription, ["event", event, round, subjectOf(body, ownObjects)]);
}

function toText({ status, code = "", text }: Reply): string {
  return JSON.stringify([status, code, text]);
}

function fromText(known: string): Reply {
  const [status, code, text] = JSON.parse(known) as [number, string, string];
  return { status, code: code === "" ? undefined : code, text };
}
