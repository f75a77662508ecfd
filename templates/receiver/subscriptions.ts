import type { Fleet } from "./contract.js";
import type { Log } from "./log.js";
import type { Awaitable, Subscription, Subscriptions } from "./options.js";
import { checkRelease } from "./release.js";
import { refusals, type Step } from "./refusal.js";
import { toReason } from "./report.js";
import { decodeSecrets, type Keys } from "./secret.js";

/** A subscription that was checked, with its keys decoded. */
export interface KnownSubscription {
  readonly id: string;
  readonly keys: Keys;
  readonly version: string | undefined;
}

/** Finds a subscription by its id. */
export type FindSubscription = (id: string) => Awaitable<KnownSubscription | undefined>;

/** Keys that are shorter than what the vendor hands out deserve a word, once. */
const advisedKeyBytes = 24;

/**
 * Makes the look-up of subscriptions. A record is checked here and now; what a function finds, when it
 * finds it.
 * @throws Error that says which subscription is wrong, and how.
 */
export function createFinder(subscriptions: Subscriptions, fleet: Fleet, log: Log): FindSubscription {
  if (typeof subscriptions === "function") {
    return async (id) => checkSubscription(id, await subscriptions(id), fleet);
  }
  const known = new Map(
    Object.entries(subscriptions).map(([id, each]) => [id, checkSubscription(id, each, fleet)]),
  );
  for (const subscription of known.values()) warnOfShortKeys(subscription, log);
  return (id) => known.get(id);
}

/** Finds out who sends. Does not reject: a look-up that fails is logged, and refused with status 500. */
export async function identify(
  { findSubscription, log }: { readonly findSubscription: FindSubscription; readonly log: Log },
  id: string,
): Promise<Step<KnownSubscription>> {
  if (id === "") return { refusal: refusals.noSubscriptionId };
  try {
    const subscription = await findSubscription(id);
    return subscription === undefined ? { refusal: refusals.unknownSubscription } : { value: subscription };
  } catch (error) {
    log.error(
      { subscriptionId: id, err: error },
      `a subscription could not be looked up: ${toReason(error)}`,
    );
    return { refusal: refusals.handlerFailed };
  }
}

function checkSubscription(
  id: string,
  subscription: Subscription | null | undefined,
  fleet: Fleet,
): KnownSubscription | undefined {
  if (subscription === undefined || subscription === null) return undefined;
  const { secret, version } = subscription;
  try {
    if (version !== undefined) checkRelease(version, fleet);
    return { id, keys: decodeSecrets(secret), version };
  } catch (error) {
    throw new Error(`Subscription ${JSON.stringify(id)}: ${(error as Error).message}.`);
  }
}

function warnOfShortKeys(subscription: KnownSubscription | undefined, log: Log): void {
  if (subscription?.keys.some((key) => key.length < advisedKeyBytes)) {
    log.warn(
      { subscriptionId: subscription.id },
      `a secret has fewer than ${advisedKeyBytes} bytes; let the POS make a longer one`,
    );
  }
}
