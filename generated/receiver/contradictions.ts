// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { parseRelease } from "../validators/release.js";
import type { InferredVersion } from "./infer-version.js";
import type { Log } from "./log.js";
import type { KnownSubscription } from "./subscriptions.js";

/** Watches for shops whose requests prove a later release than their subscription says. */
export type WatchVersion = (subscription: KnownSubscription, infer: () => InferredVersion) => void;

/** So many shops are remembered as reported; past that, the earliest are forgotten. */
const mostReported = 10_000;

/** Reports such a shop once, not at each of its requests. */
export function createWatch(log: Log): WatchVersion {
  const reported = new Set<string>();
  return (subscription, infer) => {
    const { id, version } = subscription;
    if (version === undefined || reported.has(id)) return;
    const { version: proved, evidence } = infer();
    if ((parseRelease(proved) ?? 0) <= (parseRelease(version) ?? 0)) return;
    remember(reported, id);
    const proof = evidence.find(({ release }) => release === proved);
    log.warn(
      { subscriptionId: id, version, proved, path: proof?.path },
      `subscription ${JSON.stringify(id)} is set to v${version.replace(/^v/, "")}, but its shop runs ` +
        `v${proved ?? ""} or later: its request holds ${proof?.path === "" ? "that event" : (proof?.path ?? "")}`,
    );
  };
}

function remember(reported: Set<string>, id: string): void {
  reported.add(id);
  const [oldest] = reported;
  if (reported.size > mostReported && oldest !== undefined) reported.delete(oldest);
}
