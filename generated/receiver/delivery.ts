// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Account, Ticket } from "./accounts.js";
import type { JsonObject } from "./json-body.js";
import type { Observation } from "./observer.js";
import type { RawRequest } from "./raw-message.js";
import type { KnownSubscription } from "./subscriptions.js";

/** An event whose signature holds. */
export interface Delivery {
  readonly event: string;
  readonly body: JsonObject;
  readonly signature: string;
  readonly subscription: KnownSubscription;
  readonly account: Account;
  readonly ticket: Ticket;
  /** The request that brought it: its signal is made when it is asked for. */
  readonly source: Pick<RawRequest, "signal" | "waitUntil">;
  readonly observation: Observation | undefined;
}
