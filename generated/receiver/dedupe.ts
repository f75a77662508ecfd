// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Awaitable } from "./handlers.js";
import { isObject, type JsonObject } from "./json-body.js";
import { createKey } from "./key.js";
import type { Log } from "./log.js";
import { roundOf, tillOf } from "./occurrence.js";
import { refusals, type Reply, type Step } from "./refusal.js";
import { toReason } from "./report.js";
import { createMemoryStore, type Store } from "./store.js";
import type { KnownSubscription } from "./subscriptions.js";

/** How an event that comes twice is known again. */
export interface DedupeOptions {
  /** Where first answers are kept. Default: the memory of this process, 10 000 answers of it. */
  readonly store?: Store | undefined;
  /** How long they are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
}

/** An event as it was delivered. */
export interface Occurrence {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
}

/** Answers an event, or repeats what the same event was answered before. */
export type AnswerOnce = (
  occurrence: Occurrence,
  answer: () => Awaitable<Step<Reply>>,
) => Promise<Step<Reply>>;

const tenMinutes = 10 * 60 * 1000;

/** What a store holds while the first delivery is still being handled. */
const running = "running";

/** In milliseconds: after this, whoever was handling it is taken to have died. */
const runningFor = 60_000;

/** In milliseconds: how long a repeat waits for the first one, and how often it looks. */
const patience = 30_000;
const pace = 50;

/**
 * Starts to remember answers. A refusal or a fault is not remembered: a repeat may do better. An event that is answered
 * before it is handled counts as answered. When the store fails, events are handled: twice is better than not at all.
 */
export function createAnswerOnce(
  { store = createMemoryStore(), keepFor = tenMinutes }: DedupeOptions,
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
  return async (occurrence, answer) => {
    const key = await keyOf(occurrence);
    if (key === undefined) return answer();
    const known = await claim(() => attempt(() => store.add(key, running, runningFor)));
    if (known === running) return { refusal: refusals.stillRunning };
    if (known) return { value: fromText(known) };
    try {
      const step = await answer();
      await attempt(() => (step.refusal ? store.delete(key) : store.set(key, toText(step.value), keepFor)));
      return step;
    } catch (error) {
      await attempt(() => store.delete(key));
      throw error;
    }
  };
}

/**
 * Waits while the same event is being handled: by looking again and again, because it may be in another process, and
 * because some platforms keep one request from waiting for another.
 */
async function claim(add: () => Promise<string | null | undefined>): Promise<string | null | undefined> {
  const end = performance.now() + patience;
  let known = await add();
  while (known === running && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, pace));
    known = await add();
  }
  return known;
}

/** Undefined where the POS polls, and so repeats itself, or does not number the event. */
function keyOf({ event, body, subscription }: Occurrence): Awaitable<string | undefined> {
  const round = roundOf(body);
  const isPolling = isObject(body["event"]) && body["event"]["eventPolling"] === true;
  if (round === undefined || isPolling) return undefined;
  return createKey(subscription, ["event", event, tillOf(body), round]);
}

/** Status and body, the body as it is sent. */
function toText({ status, body, text }: Reply): string {
  return `${status} ${text ?? JSON.stringify(body)}`;
}

function fromText(known: string): Reply {
  const end = known.indexOf(" ");
  const text = known.slice(end + 1);
  return { status: Number(known.slice(0, end)), body: JSON.parse(text) as object, text };
}
