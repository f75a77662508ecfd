import { parseRelease } from "../validators/release.js";
import type { Delivery } from "./delivery.js";
import type { InferredVersion } from "./infer-version.js";
import type { Log } from "./log.js";

/** Reports a shop whose requests prove a later release than its subscription says: once, not at each of its requests. */
export function reportContradiction(
  { account, subscription }: Pick<Delivery, "account" | "subscription">,
  infer: () => InferredVersion,
  log: Log,
): void {
  const { id, version } = subscription;
  if (version === undefined || account.isContradicted) return;
  const { version: proved, evidence } = infer();
  if ((parseRelease(proved) ?? 0) <= (parseRelease(version) ?? 0)) return;
  account.isContradicted = true;
  const proof = evidence.find(({ release }) => release === proved);
  log.warn(
    { subscriptionId: id, version, proved, path: proof?.path },
    `subscription ${JSON.stringify(id)} is set to v${version.replace(/^v/, "")}, but its shop runs ` +
      `v${proved ?? ""} or later: its request holds ${proof?.path === "" ? "that event" : (proof?.path ?? "")}`,
  );
}
