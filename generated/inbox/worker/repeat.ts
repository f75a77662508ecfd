// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../../receiver/log.js";
import { toReason } from "../../receiver/values.js";

/** Runs something again and again, with a pause in milliseconds after each time. Returns what ends that. */
export function repeat(pause: number, run: () => Promise<void> | void, log?: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const next = (): void => {
    if (!isStopped) timer = setTimeout(go, pause);
  };
  const go = (): void => {
    // A database that is away is logged where events are fetched.
    Promise.resolve()
      .then(run)
      .catch((error: unknown) => log?.debug({ reason: toReason(error) }, "the upkeep of the inbox failed"))
      .finally(next);
  };
  next();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
