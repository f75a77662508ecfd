import type { Exchange, Verdict } from "../till/api/till.js";

/** What no receiver may answer to an event that a till sends, in words that are the same each time; undefined: it may answer this. */
export function findFlaw({ event, verdict }: Exchange): string | undefined {
  if (verdict.kind === "taken" || isSayingNo(verdict)) return undefined;
  if (verdict.kind === "failed") {
    const { status, error } = verdict;
    return `${event} fails with status ${status}${error ? ` (${error.code})` : ""}`;
  }
  const [{ code, path = "" } = { code: "nothing" }] = verdict.findings;
  const place = path.replace(/\/\d+/g, "").slice(1).replaceAll("/", ".");
  const says = verdict.kind === "silent" ? "no answer" : "an answer that no till can use";
  return `${event} gets ${says} (${code}${place === "" ? "" : ` at ${place}`})`;
}

/**
 * Whether a receiver says in the vendor's format that it does not take an event. It may do that; but what a till sends is signed, is
 * JSON and names its subscription, so that nobody can say that this is not so.
 */
export const isSayingNo = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === "failed" &&
  [200, 400].includes(verdict.status) &&
  verdict.error !== undefined &&
  !/^(?:NO_|INVALID_(?:SIGNATURE|JSON|SUBSCRIPTION_ID|CONTENT_TYPE)$)/.test(verdict.error.code);

/** Whether a receiver says that it has no such event: its shops do not send that one. */
export const isUnknownEvent = ({ reply }: Exchange): boolean =>
  [404, 405, 501].includes(reply?.status ?? 200);
