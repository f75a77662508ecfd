// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { parseRelease, toShop, type Fleet, type Problem } from "../validators/results.js";
import { refusals } from "./http.js";
import type { Log } from "./log.js";
import { findSigner } from "./signature.js";
import { createFingerprint } from "./store.js";
import {
  decodeSecrets,
  MissingSecret,
  toBase64,
  toPrintable,
  toReason,
  tryToRead,
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
}

/** The subscriptions that share an id; the one that signed a request sent it. */
export type Candidates = readonly [KnownSubscription, ...KnownSubscription[]];

/** Finds the subscriptions of an id. @throws Refusal */
export type FindSubscription = (id: string) => Awaitable<Candidates>;

/**
 * Creates the look-up of subscriptions. A record is checked at once, but for secrets that are empty or missing, as they are
 * in a build: those are reported when an event comes.
 * @throws Error that says which subscription of a record is wrong, and why.
 */
export function createFinder(subscriptions: Subscriptions, fleet: Fleet, log: Log): FindSubscription {
  const find =
    typeof subscriptions === "function"
      ? async (id: string) => toCandidates(id, await subscriptions(id), fleet)
      : createRecord(subscriptions, fleet, log);
  const isDue = createPacer();
  return async (id) => {
    if (id === "") throw refusals.noSubscriptionId;
    try {
      return (await find(id)) ?? refuseUnknown();
    } catch (error) {
      if (error === refusals.unknownSubscription) throw error;
      const fields = { subscriptionId: toPrintableId(id), err: error };
      if (!isMissing(error) || isDue(id))
        log.error(fields, `a subscription could not be used: ${toReason(error)}`);
      throw refusals.handlerFailed;
    }
  };
}

function refuseUnknown(): never {
  throw refusals.unknownSubscription;
}

/** Anything can be thrown: a proxy may throw again when it is looked at. */
const isMissing = (error: unknown): boolean => tryToRead(() => error instanceof MissingSecret) === true;

/** Allows one line a minute for each id. */
function createPacer(): (id: string) => boolean {
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
  fleet: Fleet,
  log: Log,
): (id: string) => Candidates | undefined {
  const known = new Map<string, Candidates>();
  const unusable = new Map<string, unknown>();
  for (const [id, entry] of Object.entries(subscriptions)) {
    try {
      known.set(id, checkEntry(id, entry, fleet));
    } catch (error) {
      if (!(error instanceof MissingSecret)) throw error;
      unusable.set(id, error);
    }
  }
  warnOfKeys([...known.values()].flat(), log);
  return (id) => {
    if (unusable.has(id)) throw unusable.get(id);
    return known.get(id);
  };
}

function toCandidates(
  id: string,
  found: SubscriptionEntry | null | undefined,
  fleet: Fleet,
): Candidates | undefined {
  // `(id) => shops[id]` also finds inherited properties: `constructor`, `__proto__`.
  const isInherited = typeof found === "function" || found === Object.prototype;
  return found === undefined || found === null || isInherited ? undefined : checkEntry(id, found, fleet);
}

/** An id for the log: a stranger can send any. */
const toPrintableId = (id: string): string => toPrintable(id, 101);

function checkEntry(id: string, entry: SubscriptionEntry, fleet: Fleet): Candidates {
  try {
    const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
    const [first, ...others] = list.map(({ secret, version, name }): KnownSubscription => {
      checkVersion(version, fleet);
      return { id, name, version, keys: decodeSecrets(secret) };
    });
    if (first === undefined) throw new Error("the list is empty");
    const candidates: Candidates = [first, ...others];
    const texts = candidates.flatMap(({ keys }) => [...new Set(keys.map(toBase64))]);
    if (new Set(texts).size < texts.length)
      throw new Error("two subscriptions in the list have the same secret");
    return candidates;
  } catch (error) {
    const message = `Subscription ${JSON.stringify(toPrintableId(id))}: ${toReason(error)}.`;
    throw error instanceof MissingSecret ? new MissingSecret(message) : new Error(message);
  }
}

/** @throws Error if it is not `major[.minor[.patch]]`, or is outside the fleet that the code was generated for. */
function checkVersion(version: string | undefined, fleet: Fleet): void {
  if (version !== undefined && parseRelease(version) === undefined)
    throw new Error(`the version ${JSON.stringify(version)} is not a release such as "59.3" or "v59.3.2"`);
  toShop(version, fleet);
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
      if (owner !== id)
        warn(
          `subscription ${JSON.stringify(id)} has the same secret as ${JSON.stringify(owner)}, so a request of one ` +
            "can be posted as one of the other; give each a secret of its own",
        );
    }
  }
}

/** Finds the subscription that signed a body, among those that share an id. @throws Refusal if none did */
export async function authenticate(
  candidates: Candidates,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<KnownSubscription> {
  if (signature === "") throw refusals.noSignature;
  // All keys of all candidates are tried, so that the time taken does not tell which one matched.
  const signers = await Promise.all(candidates.map(({ keys }) => findSigner(keys, bytes, signature)));
  const index = signers.findIndex((signer) => signer !== -1);
  const [sender, signer = 0] = [candidates[index], signers[index]];
  if (sender === undefined) {
    await logTextAsKey(candidates, bytes, signature, log);
    throw refusals.wrongSignature;
  }
  const { id, keys } = sender;
  if (signer > 0)
    log.info({ subscriptionId: id }, `the POS still signs with secret ${signer + 1} of ${keys.length}`);
  return sender;
}

/** In bytes. Testers of a sender send small bodies; checking larger ones would let strangers cost us time. */
const maxForHint = 10_000;

/** Logs the most frequent mistake in senders: the base64 text of the secret used as the key. */
async function logTextAsKey(
  candidates: Candidates,
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<void> {
  if (bytes.length > maxForHint) return;
  const texts = candidates.flatMap(({ keys }) => keys.map((key) => new TextEncoder().encode(toBase64(key))));
  if ((await findSigner(texts as unknown as Keys, bytes, signature)) === -1) return;
  const message = "the sender used the text of the secret as its key; the key is the secret, base64-decoded";
  log.warn({ subscriptionId: candidates[0].id }, message);
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
  /** The events that its latest bodies came for, by the start of their signatures. */
  readonly seen: Map<string, string>;
  /** How often it has sent each unknown part. */
  readonly unknown: Map<string, number>;
  /** The events of which the log has that an answer was not sent. */
  readonly unsent: Set<string>;
  /** Whether the log has that its requests prove a later release than its configured one. */
  isMismatchReported: boolean;
}

/** Finds the account of a subscription whose signature was verified. */
export type FindAccount = (subscription: KnownSubscription) => Promise<Account>;

/** Keeps an account for each subscription, so that the requests of one never change what another gets. */
export function createAccounts(): FindAccount {
  // By its fingerprint, because a look-up function returns a new object each time.
  const accounts = new Map<string, Account>();
  return async (subscription) => {
    const fingerprint = await createFingerprint(subscription);
    const account = accounts.get(fingerprint) ?? {
      fingerprint,
      inFlight: 0,
      seen: new Map<string, string>(),
      unknown: new Map<string, number>(),
      unsent: new Set<string>(),
      isMismatchReported: false,
    };
    accounts.set(fingerprint, account);
    return account;
  };
}
