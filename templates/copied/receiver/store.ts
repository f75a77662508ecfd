import { findSigner, signWith } from "./signature.js";
import { andThen, checkCount, isObject, isThenable, type Awaitable, type Keys } from "./values.js";

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

/** A quota in figures. */
type Limits = Readonly<Record<keyof Quota, number>>;

/**
 * Fills in the defaults of a quota.
 * @throws Error if it is invalid.
 */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota): Limits {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
}

/** A text that a store is given. */
export interface Entry {
  readonly key: string;
  /** The subscription whose quota it counts in. */
  readonly owner: string;
  readonly text: string;
  /** How much memory it takes in this process, about: in every store it counts for so many bytes. */
  readonly size: number;
  readonly milliseconds: number;
}

/** What an entry takes besides its texts, in bytes: measured on 64 bits. */
const overhead = 200;

/**
 * Makes an entry of what a store is given.
 * @throws RangeError if it alone is over the quota.
 */
export function toEntry({ bytes }: Limits, key: string, text: string, milliseconds: number): Entry {
  const size = 2 * (key.length + text.length) + overhead;
  if (size > bytes)
    throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
  return { key, owner: getOwner(key), text, size, milliseconds };
}

/** The entries of one subscription, the oldest first. */
interface Section {
  readonly entries: Map<string, KeptEntry>;
  bytes: number;
}

interface KeptEntry extends Pick<Entry, "text" | "size"> {
  /** In milliseconds of a clock that never jumps. */
  readonly until: number;
}

/**
 * A store in the memory of this process: `createMemoryStore({ entries: 4096 })`. It takes at most the quota for each
 * subscription that has sent something. A text that is larger than the whole quota is not kept: `add` and `set` throw a
 * RangeError.
 * @throws Error if the quota is invalid.
 */
export function createMemoryStore(quota: Quota = {}): Store {
  // The argument was a number in an earlier version, which JavaScript code may still pass.
  if (!isObject(quota)) {
    throw new Error(
      "createMemoryStore takes { entries, bytes }, as in createMemoryStore({ entries: 4096 }).",
    );
  }
  const limits = toLimits(quota);
  /** By the subscription; the one that has set nothing for longest comes first. */
  const sections = new Map<string, Section>();
  const set = (...given: Parameters<Store["set"]>): void => {
    const { key, owner, text, size, milliseconds } = toEntry(limits, ...given);
    const now = performance.now();
    const section: Section = sections.get(owner) ?? { entries: new Map(), bytes: 0 };
    sections.delete(owner);
    sections.set(owner, section);
    remove(section, key);
    section.entries.set(key, { text, size, until: now + milliseconds });
    section.bytes += size;
    for (const oldest of section.entries.keys()) {
      if (section.entries.size <= limits.entries && section.bytes <= limits.bytes) break;
      remove(section, oldest);
    }
    sweep(sections, now);
  };
  return {
    add(key, text, milliseconds) {
      const entry = sections.get(getOwner(key))?.entries.get(key);
      if (entry !== undefined && entry.until > performance.now()) return entry.text;
      set(key, text, milliseconds);
      return undefined;
    },
    set,
    delete: (key) => remove(sections.get(getOwner(key)), key),
  };
}

function remove(section: Section | undefined, key: string): void {
  const entry = section?.entries.get(key);
  if (section === undefined || entry === undefined) return;
  section.bytes -= entry.size;
  section.entries.delete(key);
}

/** Forgets what is over of the subscription that has set nothing for longest. */
function sweep(sections: Map<string, Section>, now: number): void {
  for (const [owner, section] of sections) {
    for (const [key, { until }] of section.entries) {
      if (until > now) return;
      remove(section, key);
    }
    sections.delete(owner);
    return;
  }
}

/** The text before the dot, which the keys of a subscription share; the whole key if it has no dot. */
export function getOwner(key: string): string {
  const end = key.indexOf(".");
  return end === -1 ? key : key.slice(0, end);
}

/** In milliseconds: after this a store counts as failed. */
const timeout = 2000;

/** In milliseconds: a failure that took as long was silence too, which a time-out of the store's client has ended. */
const slow = 250;

/** In milliseconds: for how long a silent store is not asked again. */
const pause = 5000;

/**
 * A store that fails instead of not answering, as a client that queues while it is offline does. Its silence is waited
 * for once, and not in every call of every event, because a till waits for the sum: calls then fail at once, until one may
 * try again. Failing at once costs nothing: such a store is asked each time.
 */
export function withStoreTimeout(store: Store): Store {
  const ask = createBreaker();
  return {
    add: (...call) => ask(() => store.add(...call)),
    set: (...call) => ask(() => store.set(...call)),
    delete: (...call) => ask(() => store.delete(...call)),
  };
}

function createBreaker(): <T>(call: () => Awaitable<T>) => Promise<T> {
  /** When the store may be asked again, on the clock of `performance`; 0 while it is not silent. */
  let askAgainAt = 0;
  return async (call) => {
    const start = performance.now();
    if (start < askAgainAt) throw new Error(sayPause(askAgainAt - start));
    const isTrial = askAgainAt > 0;
    // Not for ever: some platforms end a request, and with it the trial, without a word.
    if (isTrial) askAgainAt = start + pause;
    // By a timer, and not by the clock: a process that is busy is no silent store.
    const silence = { isSeen: false };
    const timer = setTimeout(() => (silence.isSeen = true), slow);
    try {
      const answer = await failLate(call(), timeout);
      // Only a trial ends the pause: a store that is sometimes just in time would cost every event seconds.
      if (isTrial) askAgainAt = 0;
      return answer;
    } catch (error) {
      if (silence.isSeen) askAgainAt = performance.now() + pause;
      else if (isTrial) askAgainAt = 0;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
}

function sayPause(milliseconds: number): string {
  return `it did not answer in time, and is not asked again for ${Math.ceil(milliseconds / 1000)} s`;
}

/** The answer, or a rejection if it takes longer than that many milliseconds. */
export function failLate<T>(answer: Awaitable<T>, milliseconds: number): Awaitable<T> {
  if (!isThenable(answer)) return answer;
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`it did not answer in ${milliseconds} ms`));
    const timer = setTimeout(fail, milliseconds);
    const stop = (): void => clearTimeout(timer);
    Promise.resolve(answer).then(resolve, reject).finally(stop);
  });
}

/** No JSON starts like this, so a digest made with a shop's secret is never the signature of a request. */
const domain = "mplus-codegen store\n";

/** What has the secrets of a subscription. */
interface KeyHolder {
  readonly keys: Keys;
}

/** A subscription, and the account with its fingerprint. */
interface KeyOwner {
  readonly subscription: KeyHolder;
  readonly account: { readonly fingerprint: string };
}

/**
 * Makes a key for a store with the subscription's secret. It does not show what it was made of, except for the
 * fingerprint before its dot, which all keys of the subscription share.
 */
export const createKey = (owner: KeyOwner, parts: readonly unknown[]): Awaitable<string> =>
  andThen(digest(owner.subscription, parts), (text) => `${owner.account.fingerprint}.${text}`);

/**
 * Identifies a subscription, also among those that share its id, by its secret alone. Its id is not signed, and a
 * look-up may accept it in several spellings.
 */
export const createFingerprint = (subscription: KeyHolder): Awaitable<string> =>
  andThen(digest(subscription, ["scope"]), (text) => text.slice(0, 22));

/** A digest of some JSON values that cannot be made without the subscription's secret. */
export function digest({ keys }: KeyHolder, parts: readonly unknown[]): Awaitable<string> {
  // The oldest key, which stays the same when a new one is put before it.
  return signWith(keys.at(-1) ?? keys[0], toText(parts));
}

/** Whether a text is the digest of these values, made with any secret of the subscription. Compared in constant time. */
export const isDigest = ({ keys }: KeyHolder, parts: readonly unknown[], text: string): Awaitable<boolean> =>
  andThen(findSigner(keys, new TextEncoder().encode(toText(parts)), text), (index) => index !== -1);

function toText(parts: readonly unknown[]): string {
  const write = (_name: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
  return domain + JSON.stringify(parts, write);
}

/** Where a store has one text, which comes back unchanged, or not at all. */
export interface Slot {
  readonly key: string;
  /** As {@link Store.add}; also undefined if the store has a text that was not sealed with the secret. */
  add(text: string, milliseconds: number): Promise<string | undefined>;
  set(text: string, milliseconds: number): Promise<unknown>;
  delete(): Promise<unknown>;
}

/**
 * Finds the slot of what these parts name, for one subscription. Its text is sealed: first answers are signed again and
 * answers of users are acted upon, so that without a seal, somebody who can write to the store would not need the secret.
 */
export async function findSlot(store: Store, owner: KeyOwner, parts: readonly unknown[]): Promise<Slot> {
  const key = await createKey(owner, parts);
  const seal = async (text: string): Promise<string> =>
    `${await digest(owner.subscription, ["sealed", key, text])} ${text}`;
  return {
    key,
    async add(text, milliseconds) {
      const sealed = await store.add(key, await seal(text), milliseconds);
      if (typeof sealed !== "string") return undefined;
      const kept = sealed.slice(sealed.indexOf(" ") + 1);
      return (await seal(kept)) === sealed ? kept : undefined;
    },
    set: async (text, milliseconds) => store.set(key, await seal(text), milliseconds),
    delete: async () => await store.delete(key),
  };
}
