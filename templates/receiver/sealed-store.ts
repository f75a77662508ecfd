import { digest } from "./key.js";
import { toPatientStore } from "./patient-store.js";
import type { Store } from "./store.js";
import type { KnownSubscription } from "./subscriptions.js";

/** A store whose texts come back as they went in, or not at all. */
export interface SealedStore {
  /** As {@link Store.add}; undefined also where the store has a text that we did not put there. */
  add(key: SealedKey, text: string, milliseconds: number): Promise<string | undefined>;
  set(key: SealedKey, text: string, milliseconds: number): Promise<unknown>;
  delete(key: SealedKey): Promise<unknown>;
}

/** A key and the subscription whose secret seals what stands under it. */
export interface SealedKey {
  readonly key: string;
  readonly subscription: KnownSubscription;
}

/**
 * Seals what a store keeps: first answers are signed once more, and answers of users are acted upon, so that whoever
 * can write to the store would else have what the secret is for.
 */
export function sealStore(given: Store): SealedStore {
  const store = toPatientStore(given);
  const seal = async ({ subscription, key }: SealedKey, text: string): Promise<string> =>
    `${await digest(subscription, ["sealed", key, text])} ${text}`;
  return {
    async add(key, text, milliseconds) {
      const sealed = await store.add(key.key, await seal(key, text), milliseconds);
      if (typeof sealed !== "string") return undefined;
      const kept = sealed.slice(sealed.indexOf(" ") + 1);
      return (await seal(key, kept)) === sealed ? kept : undefined;
    },
    set: async (key, text, milliseconds) => store.set(key.key, await seal(key, text), milliseconds),
    delete: async ({ key }) => await store.delete(key),
  };
}
