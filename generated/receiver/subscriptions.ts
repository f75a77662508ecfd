// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Fleet } from "./contract.js";
import type { Log } from "./log.js";
import type { Awaitable, Subscription, Subscriptions } from "./options.js";
import { refusals, type Step } from "./refusal.js";
import { checkRelease } from "./release.js";
import { toReason } from "./report.js";
import { decodeSecrets, type Keys } from "./secret.js";

/** A subscription that was checked, with its keys decoded. */
export interface KnownSubscription {
  readonly id: string;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/** Finds a subscription by the id in a request's header. Does not throw. */
export type FindSubscription = (id: string) => Awaitable<Step<KnownSubscription>>;

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
  subscriptions: Readonly<Record<string, Subscription>>,
  fleet: Fleet,
  log: Log,
): FindSubscription {
  const known = new Map<string, Step<KnownSubscription>>();
  for (const [id, each] of Object.entries(subscriptions)) {
    const subscription = checkSubscription(id, each, fleet);
    warnOfShortKeys(subscription, log);
    known.set(id, { value: subscription });
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
      if (found === undefined || found === null) return { refusal: refusals.unknownSubscription };
      return { value: checkSubscription(id, found, fleet) };
    } catch (error) {
      log.error({ subscriptionId: id, err: error }, `a subscription could not be used: ${toReason(error)}`);
      return { refusal: refusals.handlerFailed };
    }
  };
}

function checkSubscription(id: string, { secret, version }: Subscription, fleet: Fleet): KnownSubscription {
  try {
    if (version !== undefined) checkRelease(version, fleet);
    return { id, keys: decodeSecrets(secret), version };
  } catch (error) {
    throw new Error(`Subscription ${JSON.stringify(id)}: ${toReason(error)}.`);
  }
}

function warnOfShortKeys({ id, keys }: KnownSubscription, log: Log): void {
  if (keys.every((key) => key.length >= advisedKeyBytes)) return;
  log.warn(
    { subscriptionId: id },
    `a secret has fewer than ${advisedKeyBytes} bytes; have the POS make a longer one`,
  );
}
