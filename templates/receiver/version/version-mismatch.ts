import { parseRelease } from "../../validators/results.js";
import type { Log } from "../api/log.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import type { Account } from "../store/accounts.js";
import type { InferredVersion } from "./infer-version.js";

/** A subscription and its account. */
export interface Sender {
  readonly subscription: Pick<KnownSubscription, "id" | "version">;
  readonly account: Pick<Account, "isMismatchReported">;
}

/** Logs that a request proves a later release than its subscription says: once for each subscription. */
export function reportVersionMismatch(
  { account, subscription }: Sender,
  infer: () => InferredVersion,
  log: Log,
): void {
  const { id, version } = subscription;
  if (version === undefined || account.isMismatchReported) return;
  const { version: proved, evidence } = infer();
  if ((parseRelease(proved) ?? 0) <= (parseRelease(version) ?? 0)) return;
  account.isMismatchReported = true;
  const proof = evidence.find(({ release }) => release === proved);
  log.warn(
    { subscriptionId: id, version, proved, path: proof?.path },
    `subscription ${JSON.stringify(id)} is set to v${version.replace(/^v/, "")}, but its shop runs ` +
      `v${proved ?? ""} or later: its request has ${proof?.path === "" ? "that event" : (proof?.path ?? "")}`,
  );
}
