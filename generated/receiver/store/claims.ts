// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../api/log.js";
import type { Store } from "../api/store.js";
import type { Awaitable } from "../values/awaitable.js";
import { toReason } from "../values/thrown.js";
import { sealStore, type SealedKey } from "./sealed-store.js";

/** Who handles an event, and what came of it, in a store. Where the store fails, that is logged, and nothing rejects. */
export interface Claims {
  /** Claims an event. Gives {@link running} if it is claimed, the text that was kept, or undefined: it is to be handled. */
  claim(key: SealedKey): Promise<string | undefined>;
  /** Puts a text in the place of a claim. */
  keep(key: SealedKey, text: string): Promise<void>;
  /** Ends a claim with nothing kept. */
  release(key: SealedKey): Promise<void>;
}

/** The text in the store while an event is being handled. */
export const running = "running";

/** In milliseconds: after this, the process that was handling it is taken to have died. */
const runningFor = 60_000;

/** How many claims are remembered that could not be ended, because the store was away. */
const mostOverdue = 1000;

/** Keeps claims in a store; texts for `keepFor` milliseconds. */
export function createClaims(store: Store, keepFor: number, log: Log): Claims {
  const sealed = sealStore(store);
  /** When each runs out by itself. */
  const claimed = new WeakMap<SealedKey, number>();
  /** What could not be ended, by its text. Until it runs out, a repeat would wait for a handler that has ended long ago. */
  const overdue = new Map<string, { readonly key: SealedKey; readonly until: number }>();
  const attempt = async <T>(call: () => Awaitable<T>): Promise<{ readonly value: T } | undefined> => {
    try {
      return { value: await call() };
    } catch (error) {
      log.error({ err: error }, `the store of first answers failed: ${toReason(error)}`);
      return undefined;
    }
  };
  const release = async (key: SealedKey): Promise<void> => {
    const until = claimed.get(key);
    if ((await attempt(() => sealed.delete(key))) || until === undefined) return;
    overdue.set(key.key, { key, until });
    for (const oldest of overdue.keys()) if (overdue.size > mostOverdue) overdue.delete(oldest);
  };
  const releaseUnanswered = async (key: SealedKey): Promise<void> => {
    // What the silent store was given at last may have come through, and is then left there.
    const known = await attempt(() => sealed.add(key, running, runningFor));
    if (known && (known.value ?? running) === running) await attempt(() => sealed.delete(key));
  };
  const releaseOverdue = (): void => {
    for (const { key, until } of overdue.values()) {
      overdue.delete(key.key);
      if (until > performance.now()) void releaseUnanswered(key);
    }
  };
  return {
    async claim(key) {
      const until = performance.now() + runningFor;
      const known = await attempt(() => sealed.add(key, running, runningFor));
      if (known === undefined) return undefined;
      if (known.value === undefined) {
        claimed.set(key, until);
        // The older claim of the same event is over: this one stays.
        overdue.delete(key.key);
      }
      releaseOverdue();
      return known.value;
    },
    async keep(key, text) {
      // An answer that is too large for the store must not leave its event marked as running.
      if (!(await attempt(() => sealed.set(key, text, keepFor)))) await release(key);
    },
    release,
  };
}
