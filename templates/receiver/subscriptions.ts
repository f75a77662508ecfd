import type { Fleet } from "../validators/fleet-check.js";
import { toBase64 } from "./base64.js";
import type { Log } from "./log.js";
import type { Awaitable } from "./handlers.js";
import type { Subscription, SubscriptionEntry, Subscriptions } from "./options.js";
import { refusals, type Step } from "./refusal.js";
import { checkRelease } from "./release.js";
import { toReason } from "./thrown.js";
import { decodeSecrets, type Keys } from "./secret.js";

/** A subscription that was checked, with its keys decoded. */
export interface KnownSubscription {
  readonly id: string;
  readonly name: string | undefined;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/** The subscriptions that share an id; of these, the one that signed a request sent it. */
export type Namesakes = readonly [KnownSubscription, ...KnownSubscription[]];

/** Finds the subscriptions of the id in a request's header. Does not throw. */
export type FindSubscription = (id: string) => Awaitable<Step<Namesakes>>;

/** Shorter keys than the vendor hands out deserve a word, once. */
const advisedKeyBytes = 24;

/**
 * Makes the look-up of subscriptions. A record is checked here and now; what a function finds is checked
 * when it finds it.
 * @throws Error that says which subscription of a record is wrong, and how.
 */
export function createFinder(subscriptions: Subscriptions, fleet: Fleet, log: Log): FindSubscription {
  const find =
    typeof subscriptions === "function"
      ? createAsyncFinder(subscriptions, fleet, log)
      : createRecordFinder(subscriptions, fleet, log);
  return (id) => (id === "" ? { refusal: refusals.noSubscriptionId } : find(id));
}

function createRecordFinder(
  subscriptions: Readonly<Record<string, SubscriptionEntry>>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  const known = new Map<string, Step<Namesakes>>();
  const owners = new Map<string, string>();
  for (const [id, entry] of Object.entries(subscriptions)) {
    const namesakes = checkEntry(id, entry, fleet);
    for (const subscription of namesakes) {
      warnOfShortKeys(subscription, log);
      warnOfSharedKeys(subscription, owners, log);
    }
    known.set(id, { value: namesakes });
  }
  return (id) => known.get(id) ?? { refusal: refusals.unknownSubscription };
}

function createAsyncFinder(
  find: Extract<Subscriptions, (id: string) => unknown>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  return async (id) => {
    try {
      const found = await find(id);
      // `(id) => shops[id]` finds what every object inherits: `constructor`, `__proto__`.
      const isInherited = typeof found === "function" || found === Object.prototype;
      if (found === undefined || found === null || isInherited) {
        return { refusal: refusals.unknownSubscription };
      }
      return { value: checkEntry(id, found, fleet) };
    } catch (error) {
      const subscriptionId = toShown(id);
      log.error({ subscriptionId, err: error }, `a subscription could not be used: ${toReason(error)}`);
      return { refusal: refusals.handlerFailed };
    }
  };
}

/** An id as a log may have it: anybody can make one up, of any length and with what terminals obey. */
const toShown = (id: string): string =>
  (id.length > 100 ? `${id.slice(0, 100)}…` : id).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "?");

function checkEntry(id: string, entry: SubscriptionEntry, fleet: Fleet): Namesakes {
  const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
  const [first, ...others] = list.map((each) => checkSubscription(id, each, fleet));
  if (first === undefined) throw new Error(`Subscription ${JSON.stringify(toShown(id))}: the list is empty.`);
  const keys =
    list.length === 1 ? [] : [first, ...others].flatMap(({ keys }) => [...new Set(keys.map(toBase64))]);
  if (new Set(keys).size < keys.length) {
    throw new Error(`Subscription ${JSON.stringify(toShown(id))}: two of the list have the same secret.`);
  }
  return [first, ...others];
}

function checkSubscription(
  id: string,
  { secret, version, name }: Subscription,
  fleet: Fleet,
): KnownSubscription {
  try {
    if (version !== undefined) checkRelease(version, fleet);
    return { id, name, keys: decodeSecrets(secret), version };
  } catch (error) {
    throw new Error(`Subscription ${JSON.stringify(toShown(id))}: ${toReason(error)}.`);
  }
}

/** The id is not signed: what one of them has sent can be posted as sent by the other. */
function warnOfSharedKeys({ id, keys }: KnownSubscription, owners: Map<string, string>, log: Log): void {
  for (const key of keys.map(toBase64)) {
    const owner = owners.get(key) ?? id;
    owners.set(key, owner);
    if (owner === id) continue;
    log.warn(
      { subscriptionId: id },
      `subscription ${JSON.stringify(id)} has the secret of ${JSON.stringify(owner)}, so that what the one has sent ` +
        "can be posted as the other's; give each a secret of its own",
    );
  }
}

function warnOfShortKeys({ id, keys }: KnownSubscription, log: Log): void {
  if (keys.every((key) => key.length >= advisedKeyBytes)) return;
  log.warn(
    { subscriptionId: id },
    `a secret has fewer than ${advisedKeyBytes} bytes; have the POS make a longer one`,
  );
}
