import type { CheckContext } from "../validators/checks.js";
import { parseRelease, toShop, type Fleet, type Problem } from "../validators/results.js";
import { refusals, type Refusal } from "./http.js";
import type { Log } from "./log.js";
import { findSigner } from "./signature.js";
import { createFingerprint } from "./store.js";
import {
  andThen,
  decodeSecrets,
  toBase64,
  toPrintable,
  toReason,
  type Awaitable,
  type JsonObject,
  type Keys,
} from "./values.js";

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

/** What an id stands for. Several subscriptions may share an id: the one whose secret signed is meant. */
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
  /** What answers to it are checked for. */
  readonly shop: CheckContext;
}

/** The subscriptions that share an id; the one that signed a request sent it. */
export type Candidates = readonly [KnownSubscription, ...KnownSubscription[]];

/** Finds the subscriptions of an id. Never throws. */
export type FindSubscription = (id: string) => Awaitable<Candidates | Refusal>;

/**
 * Creates the look-up of subscriptions. A record is checked at once; an entry that a function finds is checked when it
 * is found.
 * @throws Error that says which subscription of a record is wrong, and why.
 */
export function createFinder(subscriptions: Subscriptions, fleet: Fleet, log: Log): FindSubscription {
  const find =
    typeof subscriptions === "function"
      ? createLookUp(subscriptions, fleet, log)
      : createRecord(subscriptions, fleet, log);
  return (id) => (id === "" ? refusals.noSubscriptionId : find(id));
}

function createRecord(
  subscriptions: Readonly<Record<string, SubscriptionEntry>>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  const entries = Object.entries(subscriptions);
  const known = new Map(entries.map(([id, entry]) => [id, checkEntry(id, entry, fleet)]));
  warnOfKeys([...known.values()].flat(), log);
  return (id) => known.get(id) ?? refusals.unknownSubscription;
}

const createLookUp =
  (find: Extract<Subscriptions, (id: string) => unknown>, fleet: Fleet, log: Log): FindSubscription =>
  async (id) => {
    try {
      const found = await find(id);
      // `(id) => shops[id]` also finds inherited properties: `constructor`, `__proto__`.
      const isInherited = typeof found === "function" || found === Object.prototype;
      if (found === undefined || found === null || isInherited) return refusals.unknownSubscription;
      return checkEntry(id, found, fleet);
    } catch (error) {
      const fields = { subscriptionId: toPrintableId(id), err: error };
      log.error(fields, `a subscription could not be used: ${toReason(error)}`);
      return refusals.handlerFailed;
    }
  };

/** An id for the log: a stranger can send any. */
const toPrintableId = (id: string): string => toPrintable(id, 101);

function checkEntry(id: string, entry: SubscriptionEntry, fleet: Fleet): Candidates {
  try {
    const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
    const [first, ...others] = list.map(({ secret, version, name }): KnownSubscription => {
      return { id, name, version, shop: readShop(version, fleet), keys: decodeSecrets(secret) };
    });
    if (first === undefined) throw new Error("the list is empty");
    // A look-up function gets here with every request, and most ids have one subscription.
    if (others.length === 0) return [first];
    const candidates: Candidates = [first, ...others];
    const texts = candidates.flatMap(({ keys }) => [...new Set(keys.map(toBase64))]);
    if (new Set(texts).size < texts.length)
      throw new Error("two subscriptions in the list have the same secret");
    return candidates;
  } catch (error) {
    throw new Error(`Subscription ${JSON.stringify(toPrintableId(id))}: ${toReason(error)}.`);
  }
}

/** @throws Error if it is not `major[.minor[.patch]]`, or is outside the fleet that the code was generated for. */
function readShop(version: string | undefined, fleet: Fleet): CheckContext {
  if (version !== undefined && parseRelease(version) === undefined)
    throw new Error(`the version ${JSON.stringify(version)} is not a release such as "59.3" or "v59.3.2"`);
  return toShop(version, fleet);
}

/** The vendor makes keys of this length; a warning is logged for shorter ones. */
const advisedKeyBytes = 24;

/** The id is not signed, so with one key for two ids, a request of one of them can be posted as one of the other. */
function warnOfKeys(subscriptions: readonly KnownSubscription[], log: Log): void {
  const owners = new Map<string, string>();
  for (const { id, keys } of subscriptions) {
    const warn = (message: string): void => log.warn({ subscriptionId: id }, message);
    if (keys.some((key) => key.length < advisedKeyBytes))
      warn(`a secret has fewer than ${advisedKeyBytes} bytes; create a longer one in the POS`);
    for (const key of keys.map(toBase64)) {
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id) continue;
      warn(
        `subscription ${JSON.stringify(id)} has the same secret as ${JSON.stringify(owner)}, so a request of one ` +
          "can be posted as one of the other; give each a secret of its own",
      );
    }
  }
}

/** Finds the subscription that signed a body, among those that share an id; refuses the body if none did. */
export function authenticate(
  candidates: Candidates,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Awaitable<KnownSubscription | Refusal> {
  if (signature === "") return refusals.noSignature;
  const accept = (signers: readonly number[]): Awaitable<KnownSubscription | Refusal> => {
    const index = signers.findIndex((signer) => signer !== -1);
    const sender = candidates[index];
    if (sender === undefined) return refuseSignature(candidates, bytes, signature, log);
    const { id, keys } = sender;
    const signer = signers[index] ?? 0;
    if (signer > 0)
      log.info({ subscriptionId: id }, `the POS still signs with secret ${signer + 1} of ${keys.length}`);
    return sender;
  };
  // All keys of all candidates are tried, so that the time taken does not tell which one matched.
  const signers = candidates.map(({ keys }) => findSigner(keys, bytes, signature));
  const isSettled = (found: readonly Awaitable<number>[]): found is readonly number[] =>
    !found.some((signer) => signer instanceof Promise);
  return isSettled(signers) ? accept(signers) : Promise.all(signers as Promise<number>[]).then(accept);
}

/** In bytes. */
const maxForHint = 10_000;

async function refuseSignature(
  candidates: Candidates,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<Refusal> {
  // Somebody who tests a sender sends small bodies; checking larger ones would let strangers cost us time.
  if (bytes.length > maxForHint) return refusals.wrongSignature;
  // The most frequent mistake in senders: the base64 text of the secret used as the key.
  const texts = candidates.flatMap(({ keys }) => keys.map((key) => new TextEncoder().encode(toBase64(key))));
  if ((await findSigner(texts as unknown as Keys, bytes, signature)) !== -1)
    log.warn(
      { subscriptionId: candidates[0].id },
      "the sender used the text of the secret as its key; the key is the secret, base64-decoded",
    );
  return refusals.wrongSignature;
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
  /** Identifies the subscription. */
  readonly fingerprint: string;
  /** How much of it is in flight, in bytes. */
  inFlight: number;
  readonly seen: SeenBodies;
  /** How often it has sent each unknown part. */
  readonly unknown: Map<string, number>;
  /** Whether the log was told that its requests prove a later release than its configured one. */
  isMismatchReported: boolean;
}

/** Finds the account of a subscription whose signature was verified. */
export type FindAccount = (subscription: KnownSubscription) => Awaitable<Account>;

/** Keeps an account for each subscription, so that the requests of one never change what another gets. */
export function createAccounts(): FindAccount {
  // A look-up function returns a new object each time, but its fingerprint stays the same.
  const byFingerprint = new Map<string, Account>();
  const bySubscription = new WeakMap<KnownSubscription, Account>();
  const open = (fingerprint: string): Account => ({
    fingerprint,
    inFlight: 0,
    seen: new SeenBodies(),
    unknown: new Map(),
    isMismatchReported: false,
  });
  return (subscription) =>
    bySubscription.get(subscription) ??
    andThen(createFingerprint(subscription), (fingerprint) => {
      const account = byFingerprint.get(fingerprint) ?? open(fingerprint);
      byFingerprint.set(fingerprint, account);
      bySubscription.set(subscription, account);
      return account;
    });
}

/** How many bodies are remembered at least; at most there are twice as many. */
const generation = 2048;

/**
 * The events that the latest bodies of a subscription came for, in two generations: the older one is forgotten
 * at once, as a map that loses its oldest entry at each request grows slow.
 */
class SeenBodies {
  private young = new Map<string, string>();
  private old = new Map<string, string>();

  /**
   * Returns the event that this signature was claimed for before; otherwise claims it for this event.
   * @param signature In base64. Its start is kept: 72 bits, which nobody can choose without the secret.
   */
  claim(signature: string, event: string): string {
    const key = signature.slice(0, 12);
    const known = this.young.get(key) ?? this.old.get(key);
    if (known !== undefined) return known;
    this.assign(signature, event);
    return event;
  }

  /** Has a body belong to an event, whatever it was claimed for. */
  assign(signature: string, event: string): void {
    if (this.young.size >= generation) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(signature.slice(0, 12), event);
  }
}
