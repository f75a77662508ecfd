import type { Awaitable, Log } from "./handlers.js";
import type { Quota, Store } from "./options.js";
import { findSigner, signWith } from "./signature.js";
import { checkCount, isObject, toReason, type Keys } from "./values.js";

/** Fills in a quota's defaults. @throws Error if it is invalid. */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota) {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
}

type Limits = ReturnType<typeof toLimits>;

/** A text with its size in bytes and its subscription, computed alike in every store. */
export type Entry = ReturnType<typeof toEntry>;

/** @throws RangeError if the text alone is over the quota. */
export function toEntry({ bytes }: Limits, key: string, text: string, milliseconds: number) {
  // Besides its strings, an entry takes some 200 bytes, as measured on a 64-bit machine.
  const size = 2 * (key.length + text.length) + 200;
  if (size > bytes) throw new RangeError(`${size} bytes exceed the quota of one subscription (${bytes})`);
  return { key, owner: getOwner(key), text, size, milliseconds };
}

/** The part before the first dot, which a subscription's keys share; the whole key if it has no dot. */
export const getOwner = (key: string): string => key.split(".", 1)[0] ?? key;

type KeptEntry = Entry & { readonly until: number };

/**
 * Creates a store in this process's memory, with a quota for each subscription: `createMemoryStore({ entries: 4096 })`.
 * `add` and `set` throw a RangeError for a text larger than the quota.
 * @throws Error if the quota is invalid.
 */
export function createMemoryStore(quota: Quota = {}): Store {
  const advice = "{ entries, bytes }, as in createMemoryStore({ entries: 4096 })";
  if (!isObject(quota)) throw new Error(`createMemoryStore expects ${advice}.`);
  const limits = toLimits(quota);
  /** By subscription; oldest entry first. */
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

/** Logs a failure and returns undefined. */
export async function tryStore<T>(name: string, log: Log, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error: unknown) {
    log.error({ err: error }, `the store for ${name} failed: ${toReason(error)}`);
    return undefined;
  }
}

/** In milliseconds. A failure after more than `slow` counts as a timeout too: the store's client ended it. */
const [timeout, pause, slow] = [2000, 5000, 250];

/**
 * Makes a store fail when it does not answer, for example because its client queues calls while offline. Tills wait
 * for the sum of all calls, so after one timeout, calls fail at once for a while.
 */
export function withStoreTimeout(store: Store): Store {
  /** On the clock of `performance`; 0 while the store answers. */
  let askAgainAt = 0;
  const ask = async <T>(call: () => Awaitable<T>): Promise<T> => {
    const start = performance.now();
    if (start < askAgainAt) throw new Error("it did not answer in time and is skipped for 5 s");
    // One call tries again; the others do not wait for it.
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

/** A digest of JSON values, which cannot be computed without the subscription's secret. */
export const digest = ({ keys }: KeyHolder, parts: readonly unknown[]): Promise<string> =>
  // The oldest key, which stays when a new one is put before it.
  signWith(keys.at(-1) ?? keys[0], toText(parts));

/** True if a text is the digest of these values with any secret of the subscription. Compares in constant time. */
export async function isDigest({ keys }: KeyHolder, parts: readonly unknown[], text: string) {
  return (await findSigner(keys, new TextEncoder().encode(toText(parts)), text)) !== -1;
}

/** No JSON starts like this, so a digest is never a request's signature. */
const toText = (parts: readonly unknown[]): string => `mplus-codegen store\n${JSON.stringify(parts)}`;

/** Identifies a subscription by its secret alone: the id is not signed, and a look-up may accept several spellings. */
export const createFingerprint = async (subscription: KeyHolder): Promise<string> =>
  (await digest(subscription, ["scope"])).slice(0, 22);

/** Creates a key for a store. It reveals only the fingerprint before the dot. */
export async function createKey({ subscription, account }: KeyOwner, parts: readonly unknown[]) {
  return `${account.fingerprint}.${await digest(subscription, parts)}`;
}

/**
 * Returns one entry of a store. Its text is sealed: first answers are signed again and users' answers are acted upon,
 * so without a seal, write access to the store would be as good as the secret.
 */
export async function findSlot(store: Store, owner: KeyOwner, parts: readonly unknown[]) {
  const key = await createKey(owner, parts);
  const seal = async (text: string) => `${await digest(owner.subscription, ["sealed", key, text])} ${text}`;
  return {
    /** Like {@link Store.add}, but returns undefined for a text that was not sealed with the secret. */
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
