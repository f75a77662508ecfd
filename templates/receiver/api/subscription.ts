import type { Awaitable } from "../values/awaitable.js";

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
