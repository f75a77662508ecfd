import type { Exchange, LeftOut } from "./till-types.js";
import type { Consequences } from "./consequences.js";

export interface SeenExchange extends Exchange {
  readonly subscription: string;
  /** `again` if this program sent it. */
  readonly source: "shop" | "again";
  /** True if the body is signed but no request: a stranger may have sent back an answer. */
  readonly isEcho: boolean;
  /** True for a request with a valid signature. Undefined without a secret. */
  readonly isVerified: boolean | undefined;
  /** Undefined without a signature or a secret. */
  readonly isAnswerVerified: boolean | undefined;
  /** For example `v48`, or `v57 or later` if its requests prove that. Undefined if unknown. */
  readonly runs: string | undefined;
  /** Parts of the request that no release in the spec has. */
  readonly unknown: readonly LeftOut[];
  /** What a till would do, with only what the request says about the sale. */
  readonly consequences: Consequences;
}

export interface SentRequest {
  readonly event: string;
  readonly subscription: string;
  readonly body: string;
}
