import type { Problem, Valid } from "../validators/results.js";
import type { Rules } from "../validators/rules.js";
import { inferFromRequest, listUnknown, toNumber, type UnknownPlace } from "./evidence.js";
import { callHook, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";

export function reportMismatch(
  rules: Rules,
  { event, account, subscription: { id, version } }: VerifiedEvent,
  request: unknown,
  log: Log,
): void {
  if (version === undefined || account.isMismatchReported) return;
  const [proof] = inferFromRequest(rules, request, event).evidence;
  if (!proof || toNumber(proof.release) <= toNumber(version)) return;
  account.isMismatchReported = true;
  log.warn(
    { subscriptionId: id, version, proved: proof.release, path: proof.path },
    `subscription ${JSON.stringify(id)} is set to v${version.replace(/^v/, "")}, but its shop runs ` +
      `v${proof.release} or later, because it sent ${proof.path === "" ? "this event" : proof.path}`,
  );
}

/** A part of a request that no release of your fleet has. */
export interface UnknownPart extends UnknownPlace {
  readonly subscriptionId: string;
  readonly eventName: string;
  /** How often this subscription has sent it, including this time. All items of a list count as one part. */
  readonly count: number;
}

/** Largest number of parts that is counted per subscription; beyond it, counting starts over. */
const maxCounted = 4096;

export const createReportUnknown =
  (rules: Rules, onUnknown: (part: UnknownPart) => unknown, log: Log) =>
  ({ event, subscription, account: { unknown: counts } }: VerifiedEvent, request: unknown): void => {
    for (const place of listUnknown(rules, event, request)) {
      const count = (counts.get(place.path) ?? 0) + 1;
      if (counts.size >= maxCounted) counts.clear();
      counts.set(place.path, count);
      callHook(log, () => onUnknown({ subscriptionId: subscription.id, eventName: event, ...place, count }));
    }
  };

export function logProblems(log: Log, given: VerifiedEvent, problems: readonly Problem[]): void {
  const fields = toFields(given);
  for (const { path, message } of problems)
    log.warn({ ...fields, path }, `the ${given.event} request does not match the spec: ${path}: ${message}`);
}

const maxNamed = 5;

/**
 * Logs the parts that were left out of a request: paths and codes, never values. All nulls share a line, because a till
 * may write null for every empty property.
 */
export function logLeftOut(
  log: Log,
  given: VerifiedEvent,
  { leftOut = [], moreLeftOut: more }: Pick<Valid<unknown>, "leftOut" | "moreLeftOut">,
): void {
  const fields = toFields(given);
  const start = `left out of the ${given.event} request:`;
  for (const { path, code, message } of leftOut)
    if (code !== "null") log.warn({ ...fields, path, code }, `${start} ${message}`);
  if (more && more.misfits > 0) log.warn(fields, `${start} ${more.misfits} more`);
  const nulls = leftOut.filter(({ code }) => code === "null").map(({ path }) => path);
  if (nulls.length === 0) return;
  const count = nulls.length + (more?.nulls ?? 0);
  const paths = nulls.slice(0, maxNamed);
  const others = count > paths.length ? ` and ${count - paths.length} more` : "";
  log.info(
    { ...fields, code: "null", count, paths },
    `null counts as absent in the ${given.event} request: ${paths.join(", ")}${others}`,
  );
}
