import type { Fleet } from "../../validators/results.js";
import { toBase64 } from "../values/base64.js";
import type { Log } from "../api/log.js";
import type { Awaitable } from "../values/awaitable.js";
import type { Subscription, SubscriptionEntry, Subscriptions } from "../api/subscription.js";
import { refusals, type Outcome } from "../http/refusal.js";
import { checkVersion } from "./check-version.js";
import { toPrintable } from "../values/printable.js";
import { toReason } from "../values/thrown.js";
import { decodeSecrets, type Keys } from "./secret.js";

/** A checked subscription, with its keys decoded. */
export interface KnownSubscription {
  readonly id: string;
  readonly name: string | undefined;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/** The subscriptions that share an id; the one that signed a request sent it. */
export type Candidates = readonly [KnownSubscription, ...KnownSubscription[]];

/** Finds the subscriptions of an id. Never throws. */
export type FindSubscription = (id: string) => Awaitable<Outcome<Candidates>>;

/** The vendor makes keys of this length; a warning is logged for shorter ones. */
const advisedKeyBytes = 24;

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
  return (id) => (id === "" ? { refusal: refusals.noSubscriptionId } : find(id));
}

function createRecordFinder(
  subscriptions: Readonly<Record<string, SubscriptionEntry>>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  const known = new Map<string, Outcome<Candidates>>();
  const owners = new Map<string, string>();
  for (const [id, entry] of Object.entries(subscriptions)) {
    const candidates = checkEntry(id, entry, fleet);
    for (const subscription of candidates) {
      warnOfShortKeys(subscription, log);
      warnOfSharedKeys(subscription, owners, log);
    }
    known.set(id, { value: candidates });
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
      // `(id) => shops[id]` also finds inherited properties: `constructor`, `__proto__`.
      const isInherited = typeof found === "function" || found === Object.prototype;
      if (found === undefined || found === null || isInherited) {
        return { refusal: refusals.unknownSubscription };
      }
      return { value: checkEntry(id, found, fleet) };
    } catch (error) {
      const subscriptionId = toPrintableId(id);
      log.error({ subscriptionId, err: error }, `a subscription could not be used: ${toReason(error)}`);
      return { refusal: refusals.handlerFailed };
    }
  };
}

/** An id for the log: a stranger can send any. */
const toPrintableId = (id: string): string => toPrintable(id, 101);

function checkEntry(id: string, entry: SubscriptionEntry, fleet: Fleet): Candidates {
  const list = (Array.isArray(entry) ? entry : [entry]) as readonly Subscription[];
  const [first, ...others] = list.map((each) => checkSubscription(id, each, fleet));
  if (first === undefined)
    throw new Error(`Subscription ${JSON.stringify(toPrintableId(id))}: the list is empty.`);
  const keys =
    list.length === 1 ? [] : [first, ...others].flatMap(({ keys }) => [...new Set(keys.map(toBase64))]);
  if (new Set(keys).size < keys.length) {
    throw new Error(
      `Subscription ${JSON.stringify(toPrintableId(id))}: two subscriptions in the list have the same secret.`,
    );
  }
  return [first, ...others];
}

function checkSubscription(
  id: string,
  { secret, version, name }: Subscription,
  fleet: Fleet,
): KnownSubscription {
  try {
    if (version !== undefined) checkVersion(version, fleet);
    return { id, name, keys: decodeSecrets(secret), version };
  } catch (error) {
    throw new Error(`Subscription ${JSON.stringify(toPrintableId(id))}: ${toReason(error)}.`);
  }
}

/** The id is not signed, so a request of one of them can be posted as one of the other. */
function warnOfSharedKeys({ id, keys }: KnownSubscription, owners: Map<string, string>, log: Log): void {
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

function warnOfShortKeys({ id, keys }: KnownSubscription, log: Log): void {
  if (keys.every((key) => key.length >= advisedKeyBytes)) return;
  log.warn(
    { subscriptionId: id },
    `a secret has fewer than ${advisedKeyBytes} bytes; create a longer one in the POS`,
  );
}
