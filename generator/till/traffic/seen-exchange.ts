import type { Exchange, LeftOut } from "../engine/till.js";

/** A request of a shop and its answer as they went over the wire, and what they say of the shop. */
export interface SeenExchange extends Exchange {
  /** The id of the subscription, as the request gives it. */
  readonly subscription: string;
  /** Who sent it: a shop, or this program, once more. */
  readonly source: "shop" | "again";
  /** Whether the signature of the request holds; undefined: without a secret, nobody knows. */
  readonly isVerified: boolean | undefined;
  /** The release that the shop has proved up to now: it runs this one or a later one. Undefined: none. */
  readonly proved: string | undefined;
  /** The parts of the request that no release in the spec has. */
  readonly unknown: readonly LeftOut[];
}

/** What is needed to send a request once more. */
export interface SentRequest {
  readonly event: string;
  readonly subscription: string;
  /** JSON, as it came. */
  readonly body: string;
}
