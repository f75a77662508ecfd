import type { Till, TillOptions } from "./api/till.js";
import { readTillContract, type TillContract } from "./running/contract.js";
import { startTill } from "./running/start.js";

export type {
  EventSetUp,
  Exchange,
  Fault,
  Finding,
  LeftOut,
  PendingEvent,
  Reply,
  Report,
  Till,
  TillOptions,
  TillSession,
  Verdict,
} from "./api/till.js";
export type { Json, JsonObject } from "./values/json.js";
export { TillError } from "./values/error.js";
export type { TillSettings } from "./api/settings.js";

/** Reads the contract when it is first asked for. */
function readOnce(): () => TillContract {
  let contract: TillContract | undefined;
  return () => (contract ??= readTillContract());
}

const getContract = readOnce();

/**
 * Starts a till that sends events to your server as a shop of a release would, and does what the answers say:
 *
 *     const till = createTill({ url, subscription: "shop-12", secret, release: "58.1" });
 *     const { verdict } = await till.scan("2900004815168");
 *     await till.close();
 *
 * @throws TillError if an option is at fault
 */
export const createTill = (options: TillOptions): Till => startTill(getContract(), options);
