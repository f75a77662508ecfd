import { parseRelease } from "../../validators/releases.js";
import { toShop, type Problem } from "../../validators/results.js";
import type { FleetRule } from "../../validators/rules.js";
import type { Log } from "./handlers.js";
import type { Report } from "./log.js";
import type { Subscription, SubscriptionEntry, Subscriptions } from "./options.js";
import { refusals } from "./refusals.js";
import { createReplayMemory, type SeenBodies } from "./replay-memory.js";
import { createFingerprint, failLate } from "./store.js";
import {
  decodeSecrets,
  isObject,
  MissingSecret,
  toBase64,
  toPrintable,
  toReason,
  tryToRead,
  type JsonObject,
  type Keys,
} from "./values.js";

export interface KnownSubscription {
  readonly id: string;
  readonly name: string | undefined;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/** What the receiver knows of its senders. */
export interface Senders {
  /** @throws Refusal */
  readonly find: (id: string) => Promise<readonly KnownSubscription[]>;
  readonly open: (subscription: KnownSubscription) => Promise<Account>;
}

interface Voice {
  readonly log: Log;
  readonly report: Report;
}

/** @throws Error that names the invalid part of a record. */
export const createSenders = (subscriptions: Subscriptions, fleet: FleetRule, voice: Voice): Senders => ({
  find: createFinder(subscriptions, fleet, voice),
  open: createAccounts(),
});

/**
 * Creates the look-up of the subscriptions with an id, which rejects with a Refusal. Missing secrets, as in a build,
 * are only reported when an event arrives.
 * @throws Error that names any other invalid part of a record.
 */
function createFinder(subscriptions: Subscriptions, fleet: FleetRule, { log, report }: Voice) {
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
      if (!isMissing || isDue(id)) report(fields, `subscription unavailable: ${toReason(error)}`, 500);
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

export interface VerifiedEvent {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: KnownSubscription;
  readonly account: Account;
  /** Of the answer that the POS gets if the handler fails: 500, or the status of the answer that it has got. */
  status: number | undefined;
}

export interface CheckedEvent extends VerifiedEvent {
  request: unknown;
  requestProblems: readonly Problem[];
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
function createAccounts() {
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
