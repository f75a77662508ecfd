// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { parseRelease, toShop, type Fleet, type Problem } from "../validators/results.js";
import { refusals } from "./http.js";
import type { Log } from "./log.js";
import { findSigner } from "./signature.js";
import { createFingerprint, failLate } from "./store.js";
import {
  decodeSecrets,
  isObject,
  MissingSecret,
  toBase64,
  toPrintable,
  toReason,
  tryToRead,
} from "./values.js";
import type { Awaitable, JsonObject, Keys } from "./values.js";

/** One webhook subscription, as set up in the back office of the POS. */
export interface Subscription {
  /**
   * The secret key as the back office shows it (base64). While keys rotate, a list: each of them is
   * accepted, and the first one signs.
   */
  readonly secret: string | readonly string[];
  /** The release that this shop runs, such as `59.3`. If it is given, answers are checked against it. */
  readonly version?: string | undefined;
  /** Your own name for it, which handlers get. */
  readonly name?: string | undefined;
}

/** The subscription of an id. Several may share an id: the one whose secret signed is meant. */
export type SubscriptionEntry = Subscription | readonly Subscription[];

/** The subscriptions by their id, or a function that finds the entry of an id. */
export type Subscriptions =
  | Readonly<Record<string, SubscriptionEntry>>
  | ((id: string) => Awaitable<SubscriptionEntry | null | undefined>);

/** A checked subscription, with its keys decoded. */
export interface KnownSubscription {
  readonly id: string;
  readonly name: string | undefined;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/**
 * Creates the look-up of the subscriptions that share an id; it rejects with a Refusal. Secrets that are missing, as they are
 * in a build, are reported when an event comes.
 * @throws Error that says which other part of a record is wrong.
 */
export function createFinder(subscriptions: Subscriptions, fleet: Fleet, log: Log) {
  const find =
    typeof subscriptions === "function"
      ? async (id: string) => {
          // A look-up may accept several spellings of an id, and a stranger chooses one, which comes into the log.
          if (toPrintable(id, 101) !== id) return undefined;
          return checkFound(id, await failLate(subscriptions(id), lookUpTimeout), fleet);
        }
      : createRecord(subscriptions, fleet, log);
  const isDue = createLimiter();
  return async (id: string): Promise<readonly KnownSubscription[]> => {
    if (id === "") throw refusals.noSubscriptionId;
    let found: readonly KnownSubscription[] | undefined;
    try {
      found = await find(id);
    } catch (error: unknown) {
      // Anything can be thrown: a proxy may throw again when it is looked at.
      const isMissing = tryToRead(() => error instanceof MissingSecret);
      const fields = { subscriptionId: id, err: error };
      if (!isMissing || isDue(id)) log.error(fields, `a subscription could not be used: ${toReason(error)}`);
      throw refusals.handlerFailed;
    }
    if (found === undefined) throw refusals.unknownSubscription;
    return found;
  };
}

/** In milliseconds. */
const lookUpTimeout = 10_000;

/** Allows one line a minute for each id. */
function createLimiter(): (id: string) => boolean {
  const dueAt = new Map<string, number>();
  return (id) => {
    const now = performance.now();
    if (now < (dueAt.get(id) ?? 0)) return false;
    if (dueAt.size >= 1000) dueAt.clear();
    dueAt.set(id, now + 60_000);
    return true;
  };
}

function createRecord(subscriptions: Readonly<Record<string, SubscriptionEntry>>, fleet: Fleet, log: Log) {
  if (!isObject(subscriptions)) throw new Error("subscriptions must be an object or a function.");
  const known = new Map<string, readonly KnownSubscription[]>();
  const unusable = new Map<string, unknown>();
  for (const [id, entry] of Object.entries(subscriptions)) {
    try {
      known.set(id, checkEntry(id, entry, fleet));
    } catch (error: unknown) {
      if (!(error instanceof MissingSecret)) throw error;
      unusable.set(id, error);
    }
  }
  warnOfKeys([...known.values()].flat(), log);
  return (id: string) => {
    if (unusable.has(id)) throw unusable.get(id);
    return known.get(id);
  };
}

function checkFound(id: string, found: SubscriptionEntry | null | undefined, fleet: Fleet) {
  // `(id) => shops[id]` also finds inherited properties: `constructor`, `__proto__`.
  const isInherited = typeof found === "function" || found === Object.prototype;
  return found === undefined || found === null || isInherited ? undefined : checkEntry(id, found, fleet);
}

function checkEntry(id: string, entry: SubscriptionEntry, fleet: Fleet): readonly KnownSubscription[] {
  try {
    const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
    if (list.length === 0) throw new Error("the list is empty");
    const checked = list.map(({ secret, version, name }) => {
      if (version !== undefined && parseRelease(version) === undefined)
        throw new Error(
          `the version ${JSON.stringify(version)} is not a release such as "59.3" or "v59.3.2"`,
        );
      // Throws if the code was not generated for it.
      toShop(version, fleet);
      return { id, name, version, keys: decodeSecrets(secret) };
    });
    const texts = checked.flatMap(({ keys }) => [...new Set(keys.map(toBase64))]);
    if (new Set(texts).size < texts.length)
      throw new Error("two subscriptions in the list have the same secret");
    return checked;
  } catch (error: unknown) {
    const message = `Subscription ${JSON.stringify(toPrintable(id, 101))}: ${toReason(error)}.`;
    throw error instanceof MissingSecret ? new MissingSecret(message) : new Error(message);
  }
}

/** The length of the vendor's keys. */
const advisedKeyBytes = 24;

/** The id is not signed, so with one key for two ids, a request of one of them can be posted as one of the other. */
function warnOfKeys(subscriptions: readonly KnownSubscription[], log: Log): void {
  const owners = new Map<string, string>();
  for (const { id, keys } of subscriptions) {
    if (keys.some((key) => key.length < advisedKeyBytes)) {
      const message = `a secret has fewer than ${advisedKeyBytes} bytes; create a longer one in the POS`;
      log.warn({ subscriptionId: id }, message);
    }
    for (const key of keys.map(toBase64)) {
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      const message = `subscription ${JSON.stringify(id)} has the same secret as ${JSON.stringify(owner)}, so a request of one can be posted as one of the other; give each a secret of its own`;
      if (owner !== id) log.warn({ subscriptionId: id }, message);
    }
  }
}

/** Finds the subscription that signed a body, among those that share an id. @throws Refusal if none did */
export async function authenticate(
  candidates: readonly KnownSubscription[],
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<KnownSubscription> {
  if (signature === "") throw refusals.noSignature;
  // All keys of all candidates are tried, so that the time taken does not tell which one matched.
  const signers = await Promise.all(candidates.map(({ keys }) => findSigner(keys, bytes, signature)));
  const index = signers.findIndex((signer) => signer !== -1);
  const [sender, signer = 0] = [candidates[index], signers[index]];
  const fields = { subscriptionId: candidates[0]?.id };
  if (sender === undefined) throw refusals.wrongSignature;
  if (signer > 0) log.info(fields, `the POS still signs with secret ${signer + 1} of ${sender.keys.length}`);
  return sender;
}

/** An event whose signature, or seal, was verified. */
export interface VerifiedEvent {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
  readonly account: Account;
}

/** An event as handlers get it: its body was checked, too. */
export interface CheckedEvent extends VerifiedEvent {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
}

/** What this process remembers about one subscription from one request to the next. */
export interface Account {
  readonly fingerprint: string;
  /** The bytes of its requests in flight. */
  bytesInFlight: number;
  /** The events that its latest bodies came for, by the start of their signatures. */
  readonly seen: Map<string, string>;
  /** How often it has sent each unknown part. */
  readonly unknown: Map<string, number>;
  /** The events for which an unsent answer was logged. */
  readonly unsent: Set<string>;
  /** Whether it was logged that its requests prove a later release than the configured one. */
  isMismatchReported: boolean;
}

/** Keeps an account for each verified subscription, so that the requests of one never change what another gets. */
export function createAccounts() {
  const known = new WeakMap<KnownSubscription, Account>();
  // By its fingerprint, because a look-up function returns a new object each time.
  const accounts = new Map<string, Account>();
  return async (subscription: KnownSubscription): Promise<Account> => {
    const found = known.get(subscription);
    if (found) return found;
    const fingerprint = await createFingerprint(subscription);
    const account = accounts.get(fingerprint) ?? {
      fingerprint,
      bytesInFlight: 0,
      seen: new Map<string, string>(),
      unknown: new Map<string, number>(),
      unsent: new Set<string>(),
      isMismatchReported: false,
    };
    accounts.set(fingerprint, account);
    known.set(subscription, account);
    return account;
  };
}
