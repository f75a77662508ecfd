// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Store } from "../api/store.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import { digest } from "./key.js";

/** A store whose texts come back unchanged, or not at all. */
export interface SealedStore {
  /** As {@link Store.add}; also undefined if the store has a text that was not sealed with the secret. */
  add(key: SealedKey, text: string, milliseconds: number): Promise<string | undefined>;
  set(key: SealedKey, text: string, milliseconds: number): Promise<unknown>;
  delete(key: SealedKey): Promise<unknown>;
}

/** A key, and the subscription whose secret seals its text. */
export interface SealedKey {
  readonly key: string;
  readonly subscription: KnownSubscription;
}

/**
 * Seals the texts of a store. First answers are signed again and answers of users are acted upon: without a seal,
 * somebody who can write to the store would not need the secret.
 */
export function sealStore(store: Store): SealedStore {
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
