// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../api/log.js";
import type { DedupeOptions } from "../api/options.js";
import { refusals, type Outcome, type Reply } from "../http/refusal.js";
import type { Awaitable } from "../values/awaitable.js";
import type { JsonObject } from "../values/json-object.js";
import { createClaims, running } from "./claims.js";
import { getIdentity } from "./event-identity.js";
import { createKey, type KeyOwner } from "./key.js";
import { createMemoryStore } from "./memory-store.js";

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
  const claims = createClaims(store, keepFor, log);
  const isKept = ({ status }: Reply): boolean => status === 200 || keepErrors;
  return async (request, answer) => {
    const text = await createIdempotencyKey(request);
    if (text === undefined) return answer();
    const key = { key: text, subscription: request.subscription };
    const known = await claimOrWait(
      () => claims.claim(key),
      () => request.mayWait(),
    );
    if (known === running) return { refusal: refusals.stillRunning };
    if (known) return { value: fromText(known) };
    try {
      const outcome = await answer();
      const { value } = outcome;
      await (value && isKept(value) ? claims.keep(key, toText(value)) : claims.release(key));
      return outcome;
    } catch (error) {
      await claims.release(key);
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
