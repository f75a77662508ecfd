import type { Exchange, LeftOut } from "../engine/till.js";

/** A request of a shop and its answer as they went over the wire, and what they say of the shop. */
export interface SeenExchange extends Exchange {
  /** The id of the subscription, as the request gives it. */
  readonly subscription: string;
  /** Who sent it: a shop, or this program, once more. */
  readonly source: "shop" | "again";
  /** Whether the signature of the request holds; undefined: without a secret, nobody knows. */
  readonly isVerified: boolean | undefined;
  /** Whether that of the answer does; undefined: it has none, or nobody knows. */
  readonly isAnswerVerified: boolean | undefined;
  /** The release of the shop as far as it is known: `v48`, or what it has proved: `v57 or later`. */
  readonly runs: string | undefined;
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
