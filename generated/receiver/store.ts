// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Log } from "./log.js";
import { findSigner, signWith } from "./signature.js";
import { checkCount, isObject, toReason, type Awaitable, type Keys } from "./values.js";

/**
 * Keeps texts for a while, for every process that serves the same webhooks. The target `stores` has one on PostgreSQL or
 * PGlite, and one on Redis. All keys of a subscription have the same text before their first dot, so that a store can keep
 * one subscription from crowding out another. A store that takes more than two seconds is not asked again for five.
 */
export interface Store {
  /** In one atomic step: keeps the text if the key has none, otherwise returns the one it has. */
  add(key: string, text: string, milliseconds: number): Awaitable<string | null | undefined>;
  /** Keeps the text, and replaces an earlier one. */
  set(key: string, text: string, milliseconds: number): Awaitable<unknown>;
  delete(key: string): Awaitable<unknown>;
}

/** How much is kept for one subscription; beyond that its own oldest entries are forgotten, and no others. */
export interface Quota {
  /** How many keys. Default: 4096. */
  readonly entries?: number | undefined;
  /** How much memory keys and values may take, about. Default: 1 KiB for each entry. */
  readonly bytes?: number | undefined;
}

/** Fills in the defaults of a quota. @throws Error if it is invalid. */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota) {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
}

type Limits = ReturnType<typeof toLimits>;

/** A text with its size in bytes and the subscription that it counts for: the same in every store. */
export type Entry = ReturnType<typeof toEntry>;

/** @throws RangeError if the text alone is over the quota. */
export function toEntry({ bytes }: Limits, key: string, text: string, milliseconds: number) {
  // Beside its texts, an entry takes some 200 bytes of this process, as measured on 64 bits.
  const size = 2 * (key.length + text.length) + 200;
  if (size > bytes)
    throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
  return { key, owner: getOwner(key), text, size, milliseconds };
}

/** The text before the dot, which the keys of a subscription share; the whole key if it has no dot. */
export const getOwner = (key: string): string => key.split(".", 1)[0] ?? key;

type KeptEntry = Entry & { readonly until: number };

/**
 * Creates a store in the memory of this process, with a quota for each subscription: `createMemoryStore({ entries: 4096 })`.
 * `add` and `set` throw a RangeError for a text that is larger than the whole quota.
 * @throws Error if the quota is invalid.
 */
export function createMemoryStore(quota: Quota = {}): Store {
  const advice = "{ entries, bytes }, as in createMemoryStore({ entries: 4096 })";
  if (!isObject(quota)) throw new Error(`createMemoryStore takes ${advice}.`);
  const limits = toLimits(quota);
  /** By subscription; the oldest entry comes first. */
  const sections = new Map<string, { readonly entries: Map<string, KeptEntry>; bytes: number }>();
  const set = (...given: Parameters<Store["set"]>): void => {
    const entry = toEntry(limits, ...given);
    const now = performance.now();
    const section = sections.get(entry.owner) ?? { entries: new Map<string, KeptEntry>(), bytes: 0 };
    const { entries } = section;
    sections.set(entry.owner, section);
    section.bytes += entry.size - (entries.get(entry.key)?.size ?? 0);
    entries.delete(entry.key);
    entries.set(entry.key, { ...entry, until: now + entry.milliseconds });
    for (const { key, size, until } of entries.values()) {
      if (until > now && entries.size <= limits.entries && section.bytes <= limits.bytes) break;
      entries.delete(key);
      section.bytes -= size;
    }
  };
  return {
    add(key, text, milliseconds) {
      const entry = sections.get(getOwner(key))?.entries.get(key);
      if (entry !== undefined && entry.until > performance.now()) return entry.text;
      set(key, text, milliseconds);
      return undefined;
    },
    set,
    delete(key) {
      const section = sections.get(getOwner(key));
      const size = section?.entries.get(key)?.size ?? 0;
      if (section?.entries.delete(key)) section.bytes -= size;
    },
  };
}

/** Asks a store. A failure is logged, and the result is undefined. */
export async function tryStore<T>(name: string, log: Log, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error: unknown) {
    log.error({ err: error }, `the store of ${name} failed: ${toReason(error)}`);
    return undefined;
  }
}

/** In milliseconds. A failure that took as long as `slow` was silence too, ended by a timeout of the store's client. */
const [timeout, pause, slow] = [2000, 5000, 250];

/**
 * Makes a store fail when it does not answer, as a client does that queues while it is offline. Silence is waited for once,
 * not in every call, because a till waits for the sum.
 */
export function withStoreTimeout(store: Store): Store {
  /** On the clock of `performance`; 0 while the store answers. */
  let askAgainAt = 0;
  const ask = async <T>(call: () => Awaitable<T>): Promise<T> => {
    const start = performance.now();
    if (start < askAgainAt) throw new Error("it did not answer in time, and is not asked again for 5 s");
    // One call tries it again, and others do not wait with it.
    if (askAgainAt > 0) askAgainAt = start + pause;
    try {
      const answer = await failLate(call(), timeout);
      askAgainAt = 0;
      return answer;
    } catch (error: unknown) {
      const end = performance.now();
      askAgainAt = end - start < slow ? 0 : end + pause;
      throw error;
    }
  };
  return {
    add: (...call) => ask(() => store.add(...call)),
    set: (...call) => ask(() => store.set(...call)),
    delete: (...call) => ask(() => store.delete(...call)),
  };
}

/** Rejects if the answer takes longer than this. */
export async function failLate<T>(answer: Awaitable<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface KeyHolder {
  readonly keys: Keys;
}

interface KeyOwner {
  readonly subscription: KeyHolder;
  readonly account: { readonly fingerprint: string };
}

/** A digest of some JSON values that cannot be made without the subscription's secret. */
export const digest = ({ keys }: KeyHolder, parts: readonly unknown[]): Promise<string> =>
  // The oldest key, which stays the same when a new one is put before it.
  signWith(keys.at(-1) ?? keys[0], toText(parts));

/** Whether a text is the digest of these values, made with any secret of the subscription. Compared in constant time. */
export async function isDigest({ keys }: KeyHolder, parts: readonly unknown[], text: string) {
  return (await findSigner(keys, new TextEncoder().encode(toText(parts)), text)) !== -1;
}

/** No JSON starts like this, so a digest is never the signature of a request. */
const toText = (parts: readonly unknown[]): string => `mplus-codegen store\n${JSON.stringify(parts)}`;

/** Identifies a subscription by its secret alone: its id is not signed, and a look-up may accept several spellings. */
export const createFingerprint = async (subscription: KeyHolder): Promise<string> =>
  (await digest(subscription, ["scope"])).slice(0, 22);

/** Makes a key for a store. It shows nothing of its parts, only the fingerprint before the dot. */
export async function createKey({ subscription, account }: KeyOwner, parts: readonly unknown[]) {
  return `${account.fingerprint}.${await digest(subscription, parts)}`;
}

/**
 * Finds the place of one text in a store. The text is sealed: first answers are signed again and answers of users are acted
 * upon, so that without a seal, somebody who can write to the store would not need the secret.
 */
export async function findSlot(store: Store, owner: KeyOwner, parts: readonly unknown[]) {
  const key = await createKey(owner, parts);
  const seal = async (text: string) => `${await digest(owner.subscription, ["sealed", key, text])} ${text}`;
  return {
    /** Like {@link Store.add}; undefined for a text that was not sealed with the secret. */
    async add(text: string, milliseconds: number): Promise<string | undefined> {
      const sealed = await store.add(key, await seal(text), milliseconds);
      if (typeof sealed !== "string") return undefined;
      const kept = sealed.slice(sealed.indexOf(" ") + 1);
      return (await seal(kept)) === sealed ? kept : undefined;
    },
    set: async (text: string, milliseconds: number) => store.set(key, await seal(text), milliseconds),
    delete: async () => await store.delete(key),
  };
}
