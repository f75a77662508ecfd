import type { Log } from "./log.js";
import { findSigner, signWith } from "./signature.js";
import { checkCount, isObject, toReason, type Awaitable, type Keys } from "./values.js";

/**
 * Keeps texts for a while, for every process that serves the same webhooks. The target `stores` has one on PostgreSQL or
 * PGlite, and one on Redis. Keys do not show what they stand for. All keys of a subscription have the same text before
 * their first dot, so that a store can keep one subscription from crowding out another. A store that takes more than two
 * seconds is not asked again for five.
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

type Limits = Readonly<Record<keyof Quota, number>>;

/** Fills in the defaults of a quota. @throws Error if it is invalid. */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota): Limits {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
}

/** A text that a store is given; which subscription it counts for, and with how many bytes: the same in every store. */
export type Entry = ReturnType<typeof toEntry>;

/** Makes an entry of what a store is given. @throws RangeError if it alone is over the quota. */
export function toEntry({ bytes }: Limits, key: string, text: string, milliseconds: number) {
  // What it takes in this process: beside its texts some 200 bytes, as measured on 64 bits.
  const size = 2 * (key.length + text.length) + 200;
  if (size > bytes)
    throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
  return { key, owner: getOwner(key), text, size, milliseconds };
}

/** The text before the dot, which the keys of a subscription share; the whole key if it has no dot. */
export const getOwner = (key: string): string => key.split(".", 1)[0] ?? key;

type KeptEntry = Entry & { readonly until: number };

/**
 * A store in the memory of this process: `createMemoryStore({ entries: 4096 })`. It takes at most the quota for each
 * subscription that has sent something. A text that is larger than the whole quota is not kept: `add` and `set` throw a
 * RangeError.
 * @throws Error if the quota is invalid.
 */
export function createMemoryStore(quota: Quota = {}): Store {
  const advice = "{ entries, bytes }, as in createMemoryStore({ entries: 4096 })";
  if (!isObject(quota)) throw new Error(`createMemoryStore takes ${advice}.`);
  const limits = toLimits(quota);
  /** The entries of each subscription, the oldest first. */
  const sections = new Map<string, Map<string, KeptEntry>>();
  const set = (...given: Parameters<Store["set"]>): void => {
    const entry = toEntry(limits, ...given);
    const now = performance.now();
    const section = sections.get(entry.owner) ?? new Map<string, KeptEntry>();
    sections.set(entry.owner, section);
    section.delete(entry.key);
    section.set(entry.key, { ...entry, until: now + entry.milliseconds });
    let bytes = 0;
    for (const { size } of section.values()) bytes += size;
    for (const { key, size, until } of section.values()) {
      if (until > now && section.size <= limits.entries && bytes <= limits.bytes) break;
      section.delete(key);
      bytes -= size;
    }
  };
  return {
    add(key, text, milliseconds) {
      const entry = sections.get(getOwner(key))?.get(key);
      if (entry !== undefined && entry.until > performance.now()) return entry.text;
      set(key, text, milliseconds);
      return undefined;
    },
    set,
    delete: (key) => sections.get(getOwner(key))?.delete(key),
  };
}

/** Asks a store. If that fails, it is logged, and the result is undefined. */
export async function tryStore<T>(name: string, log: Log, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    log.error({ err: error }, `the store of ${name} failed: ${toReason(error)}`);
    return undefined;
  }
}

/**
 * In milliseconds: how long a store may take, and for how long it is not asked after that. A failure that took as long as
 * `slow` was silence too, which a time-out of the store's client has ended.
 */
const [timeout, pause, slow] = [2000, 5000, 250];

/**
 * A store that fails instead of not answering, as a client that queues while it is offline does. Its silence is waited
 * for once, and not in every call of every event, because a till waits for the sum.
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
    } catch (error) {
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

/** The answer, or a rejection if it takes longer than that many milliseconds. */
export async function failLate<T>(answer: Awaitable<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = (): void => reject(new Error(`it did not answer in ${milliseconds} ms`));
    timer = setTimeout(fail, milliseconds);
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
export const digest = async ({ keys }: KeyHolder, parts: readonly unknown[]): Promise<string> =>
  // The oldest key, which stays the same when a new one is put before it.
  await signWith(keys.at(-1) ?? keys[0], toText(parts));

/** Whether a text is the digest of these values, made with any secret of the subscription. Compared in constant time. */
export const isDigest = async (
  { keys }: KeyHolder,
  parts: readonly unknown[],
  text: string,
): Promise<boolean> => (await findSigner(keys, new TextEncoder().encode(toText(parts)), text)) !== -1;

/** No JSON starts like this, so a digest made with a shop's secret is never the signature of a request. */
const toText = (parts: readonly unknown[]): string => `mplus-codegen store\n${JSON.stringify(parts)}`;

/**
 * Identifies a subscription, also among those that share its id, by its secret alone. Its id is not signed, and a
 * look-up may accept it in several spellings.
 */
export const createFingerprint = async (subscription: KeyHolder): Promise<string> =>
  (await digest(subscription, ["scope"])).slice(0, 22);

/** Makes a key for a store. It does not show what it was made of, except for the fingerprint before its dot. */
export const createKey = async (
  { subscription, account }: KeyOwner,
  parts: readonly unknown[],
): Promise<string> => `${account.fingerprint}.${await digest(subscription, parts)}`;

/**
 * Finds the place of one text in a store: of what these parts name, for one subscription. The text is sealed: first answers
 * are signed again and answers of users are acted upon, so that without a seal, somebody who can write to the store would
 * not need the secret.
 */
export async function findSlot(store: Store, owner: KeyOwner, parts: readonly unknown[]) {
  const key = await createKey(owner, parts);
  const seal = async (text: string): Promise<string> =>
    `${await digest(owner.subscription, ["sealed", key, text])} ${text}`;
  return {
    /** As {@link Store.add}; also undefined if the store has a text that was not sealed with the secret. */
    async add(text: string, milliseconds: number): Promise<string | undefined> {
      const sealed = await store.add(key, await seal(text), milliseconds);
      if (typeof sealed !== "string") return undefined;
      const kept = sealed.slice(sealed.indexOf(" ") + 1);
      return (await seal(kept)) === sealed ? kept : undefined;
    },
    set: async (text: string, milliseconds: number): Promise<unknown> =>
      await store.set(key, await seal(text), milliseconds),
    delete: async (): Promise<unknown> => await store.delete(key),
  };
}
