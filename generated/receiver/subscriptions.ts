// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type { CheckContext } from "../validators/checks.js";
import { parseRelease, toShop, type Fleet } from "../validators/results.js";
import { SeenBodies } from "./dedupe.js";
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
      ? createAsyncFinder(subscriptions, fleet, log)
      : createRecordFinder(subscriptions, fleet, log);
  return (id) => (id === "" ? refusals.noSubscriptionId : find(id));
}

function createRecordFinder(
  subscriptions: Readonly<Record<string, SubscriptionEntry>>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  const known = new Map<string, Candidates>();
  const owners = new Map<string, string>();
  for (const [id, entry] of Object.entries(subscriptions)) {
    const candidates = checkEntry(id, entry, fleet);
    for (const subscription of candidates) warnOfKeys(subscription, owners, log);
    known.set(id, candidates);
  }
  return (id) => known.get(id) ?? refusals.unknownSubscription;
}

function createAsyncFinder(
  find: Extract<Subscriptions, (id: string) => unknown>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  return async (id) => {
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
}

/** An id for the log: a stranger can send any. */
const toPrintableId = (id: string): string => toPrintable(id, 101);

function checkEntry(id: string, entry: SubscriptionEntry, fleet: Fleet): Candidates {
  const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
  const fail = (reason: string): never => {
    throw new Error(`Subscription ${JSON.stringify(toPrintableId(id))}: ${reason}.`);
  };
  const check = ({ secret, version, name }: Subscription): KnownSubscription => {
    try {
      return { id, name, version, shop: readShop(version, fleet), keys: decodeSecrets(secret) };
    } catch (error) {
      return fail(toReason(error));
    }
  };
  const [first, ...others] = list.map(check);
  if (first === undefined) return fail("the list is empty");
  const keys =
    others.length === 0 ? [] : [first, ...others].flatMap((each) => [...new Set(each.keys.map(toBase64))]);
  if (new Set(keys).size < keys.length) fail("two subscriptions in the list have the same secret");
  return [first, ...others];
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
function warnOfKeys({ id, keys }: KnownSubscription, owners: Map<string, string>, log: Log): void {
  if (keys.some((key) => key.length < advisedKeyBytes)) {
    log.warn(
      { subscriptionId: id },
      `a secret has fewer than ${advisedKeyBytes} bytes; create a longer one in the POS`,
    );
  }
  for (const key of keys.map(toBase64)) {
    const owner = owners.get(key) ?? id;
    owners.set(key, owner);
    if (owner === id) continue;
    log.warn(
      { subscriptionId: id },
      `subscription ${JSON.stringify(id)} has the same secret as ${JSON.stringify(owner)}, so a request of one ` +
        "can be posted as one of the other; give each a secret of its own",
    );
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
  const [only, ...others] = candidates;
  if (others.length === 0)
    return andThen(
      findSigner(only.keys, bytes, signature),
      (signer): Awaitable<KnownSubscription | Refusal> =>
        signer === -1 ? refuseSignature(candidates, bytes, signature, log) : accept(only, signer, log),
    );
  // All keys of all candidates are tried, so that the time taken does not tell which one matched.
  const signers = candidates.map(({ keys }) => Promise.resolve(findSigner(keys, bytes, signature)));
  return Promise.all(signers).then((found): Awaitable<KnownSubscription | Refusal> => {
    const index = found.findIndex((signer) => signer !== -1);
    const sender = candidates[index];
    return sender === undefined
      ? refuseSignature(candidates, bytes, signature, log)
      : accept(sender, found[index] ?? 0, log);
  });
}

function accept(sender: KnownSubscription, signer: number, log: Log): KnownSubscription {
  const { id, keys } = sender;
  if (signer > 0)
    log.info({ subscriptionId: id }, `the POS still signs with secret ${signer + 1} of ${keys.length}`);
  return sender;
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
  if (bytes.length <= maxForHint) {
    // The most frequent mistake in senders: the base64 text of the secret used as the key.
    const texts = candidates.flatMap(({ keys }) =>
      keys.map((key) => new TextEncoder().encode(toBase64(key))),
    );
    if ((await findSigner(texts as unknown as Keys, bytes, signature)) !== -1)
      log.warn(
        { subscriptionId: candidates[0].id },
        "the sender used the text of the secret as its key; the key is the secret, base64-decoded",
      );
  }
  return refusals.wrongSignature;
}

/** What this process remembers about one subscription from one request to the next. */
export interface Account {
  /** Identifies the subscription. */
  readonly fingerprint: string;
  /** How much of it is in flight, in bytes. */
  inFlight: number;
  readonly seen: SeenBodies;
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
