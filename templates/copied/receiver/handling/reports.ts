import type { Problem, Valid } from "../../validators/results.js";
import type { Rules } from "../../validators/rules.js";
import type { Log } from "../base/handlers.js";
import { callHook, toFields, type Report } from "../base/log.js";
import type { UnknownPart } from "../base/options.js";
import type { VerifiedEvent } from "../base/subscriptions.js";
import { createLaterProofSearch, inferFromRequest, listUnknown, toNumber } from "./evidence.js";

/** Creates the function that warns, once per subscription, of a shop that runs a later release than its `version`. */
export function createReportMismatch(rules: Rules, log: Log) {
  const provesLater = createLaterProofSearch(rules);
  return (given: VerifiedEvent, request: unknown): void => {
    const { event, account, subscription } = given;
    const { id, version } = subscription;
    if (version === undefined || account.isMismatchReported) return;
    if (!provesLater(event, request, toNumber(version))) return;
    const [proof] = inferFromRequest(rules, request, event).evidence;
    if (!proof || toNumber(proof.release) <= toNumber(version)) return;
    account.isMismatchReported = true;
    log.warn(
      { subscriptionId: id, version, proved: proof.release, path: proof.path },
      `subscription ${JSON.stringify(id)} is set to v${version.replace(/^v/, "")}, but its shop runs ` +
        `v${proof.release} or later, because it sent ${proof.path === "" ? "this event" : proof.path}`,
    );
  };
}

/** Largest number of parts that is counted per subscription; beyond it, counting starts over. */
const maxCounted = 4096;

export const createReportUnknown =
  (rules: Rules, onUnknown: (part: UnknownPart) => unknown, report: Report) =>
  (given: VerifiedEvent, request: unknown): void => {
    const { event, subscription, account } = given;
    const { unknown: counts } = account;
    for (const place of listUnknown(rules, event, request)) {
      const count = (counts.get(place.path) ?? 0) + 1;
      if (counts.size >= maxCounted) counts.clear();
      counts.set(place.path, count);
      const part = { subscriptionId: subscription.id, eventName: event, ...place, count };
      callHook(report, toFields(given), () => onUnknown(part));
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
