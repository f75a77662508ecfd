import { parseRelease } from "../validators/releases.js";
import { toShop, type Problem } from "../validators/results.js";
import type { FleetRule } from "../validators/rules.js";
import { refusals } from "./http.js";
import type { Log } from "./log.js";
import { createReplayMemory, type SeenBodies } from "./replay-memory.js";
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

/** A webhook subscription, as set up in the back office of the POS. */
export interface Subscription {
  /**
   * The secret key as the back office shows it (base64). During rotation, a list: each secret is accepted, and the
   * first one signs.
   */
  readonly secret: string | readonly string[];
  /** The release that this shop runs, such as `59.3`. If set, answers are checked against it. */
  readonly version?: string | undefined;
  /** Your own name for the subscription, passed to handlers. */
  readonly name?: string | undefined;
}

/** The subscription for an id. If several share an id, the one whose secret signed the request is used. */
export type SubscriptionEntry = Subscription | readonly Subscription[];

/** Subscriptions by id, or a function that looks up an id. */
export type Subscriptions =
  | Readonly<Record<string, SubscriptionEntry>>
  | ((id: string) => Awaitable<SubscriptionEntry | null | undefined>);

export interface KnownSubscription {
  readonly id: string;
  readonly name: string | undefined;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/**
 * Creates the look-up of the subscriptions with an id, which rejects with a Refusal. Missing secrets, as in a build,
 * are only reported when an event arrives.
 * @throws Error that names any other invalid part of a record.
 */
export function createFinder(subscriptions: Subscriptions, fleet: FleetRule, log: Log) {
  const find =
    typeof subscriptions === "function"
      ? async (id: string) => {
          // A look-up may accept several spellings of an id, and the sender's spelling gets into the log.
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
      // Safe for any thrown value: a proxy may throw again when inspected.
      const isMissing = tryToRead(() => error instanceof MissingSecret);
      // A sender with swapped settings may send its secret as the id.
      const fields = { ...(isMissing && { subscriptionId: id }), err: error };
      if (!isMissing || isDue(id)) log.error(fields, `subscription unavailable: ${toReason(error)}`);
      throw refusals.handlerFailed;
    }
    if (found === undefined) throw refusals.unknownSubscription;
    return found;
  };
}

const lookUpTimeout = 10_000;

/** Allows one line per minute and id. */
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

function createRecord(
  subscriptions: Readonly<Record<string, SubscriptionEntry>>,
  fleet: FleetRule,
  log: Log,
) {
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

function checkFound(id: string, found: SubscriptionEntry | null | undefined, fleet: FleetRule) {
  // `(id) => shops[id]` also finds inherited properties such as `constructor` and `__proto__`.
  const isInherited = typeof found === "function" || found === Object.prototype;
  return found === undefined || found === null || isInherited ? undefined : checkEntry(id, found, fleet);
}

function checkEntry(id: string, entry: SubscriptionEntry, fleet: FleetRule): readonly KnownSubscription[] {
  try {
    const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
    if (list.length === 0) throw new Error("the list is empty");
    const checked = list.map(({ secret, version, name }) => {
      if (version !== undefined && parseRelease(version) === undefined)
        throw new Error(
          `the version ${JSON.stringify(version)} is not a release such as "59.3" or "v59.3.2"`,
        );
      // Throws if the code was not generated for this release.
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

/** Length of the vendor's keys. */
const advisedKeyBytes = 24;

/** The id is not signed, so if two ids share a key, a request for one is also valid for the other. */
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
      const message = `subscription ${JSON.stringify(id)} has the same secret as ${JSON.stringify(owner)}, so a request for one is also valid for the other; give each its own secret`;
      if (owner !== id) log.warn({ subscriptionId: id }, message);
    }
  }
}

/** Finds the subscription that signed a body among those with the same id. @throws Refusal if none did. */
export async function authenticate(
  candidates: readonly KnownSubscription[],
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<KnownSubscription> {
  if (signature === "") throw refusals.noSignature;
  // Tries all keys of all candidates, so that timing does not reveal the matching one.
  const signers = await Promise.all(candidates.map(({ keys }) => findSigner(keys, bytes, signature)));
  const index = signers.findIndex((signer) => signer !== -1);
  const [sender, signer = 0] = [candidates[index], signers[index]];
  const fields = { subscriptionId: candidates[0]?.id };
  if (sender === undefined) throw refusals.wrongSignature;
  if (signer > 0) log.info(fields, `the POS still signs with secret ${signer + 1} of ${sender.keys.length}`);
  return sender;
}

export interface VerifiedEvent {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
  readonly account: Account;
}

export interface CheckedEvent extends VerifiedEvent {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
}

/** This process's memory of a subscription. */
export interface Account {
  readonly fingerprint: string;
  bytesInFlight: number;
  readonly seen: SeenBodies;
  readonly unknown: Map<string, number>;
  /** Events whose unsent answer was logged. */
  readonly unsent: Set<string>;
  isMismatchReported: boolean;
}

/** A look-up function returns new objects each time; those of a record keep their fingerprints. */
const fingerprints = new WeakMap<KnownSubscription, string>();

async function getFingerprint(subscription: KnownSubscription): Promise<string> {
  const known = fingerprints.get(subscription);
  if (known !== undefined) return known;
  const fingerprint = await createFingerprint(subscription);
  fingerprints.set(subscription, fingerprint);
  return fingerprint;
}

/** Identifies the subscriptions with one id by a secret, because a look-up may accept many spellings of the id. */
export const getOwner = async ([first]: readonly KnownSubscription[]): Promise<string> =>
  first === undefined ? "" : getFingerprint(first);

/** Keeps an account for each verified subscription, so that one's requests never affect another's answers. */
export function createAccounts() {
  const accounts = new Map<string, Account>();
  const replays = createReplayMemory();
  return async (subscription: KnownSubscription): Promise<Account> => {
    const fingerprint = await getFingerprint(subscription);
    const account = accounts.get(fingerprint) ?? {
      fingerprint,
      bytesInFlight: 0,
      seen: replays.open(),
      unknown: new Map<string, number>(),
      unsent: new Set<string>(),
      isMismatchReported: false,
    };
    accounts.set(fingerprint, account);
    return account;
  };
}
