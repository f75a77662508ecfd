import { findFault, nameFinding, type Complaint } from "../doctor/diagnose.js";
import { readFacts } from "../doctor/facts.js";
import type { TillContract } from "../engine/till-set-up.js";
import type { Exchange, Finding } from "../engine/till-types.js";
import type { SeenExchange } from "../engine/seen-exchange.js";

export interface ReportedFinding extends Pick<Finding, "code" | "message"> {
  /** JSON Pointer into the answer. */
  readonly path?: string | undefined;
  /** What to change, in a sentence. */
  readonly change?: string | undefined;
}

/** Why the answer counts for nothing. The fault closest to the wire hides all others. */
export function listFindings(
  exchange: Exchange | SeenExchange,
  complaint: Complaint | undefined,
): readonly ReportedFinding[] {
  const { verdict } = exchange;
  if (verdict.kind === "taken") return [];
  if (verdict.kind === "failed") return listFailures(exchange, verdict.error, complaint);
  const [first, ...others] = verdict.findings;
  if (!first || !complaint || errorFaults.includes(complaint.id)) return verdict.findings;
  if (verdict.kind === "refused" && complaint.id === first.code)
    return [{ ...first, change: complaint.change }, ...others];
  return [{ code: first.code, message: complaint.message, change: complaint.change }];
}

/** The receiver's own words, unless they are about a fault that we can name. */
function listFailures(
  exchange: Exchange | SeenExchange,
  error: { readonly code: string; readonly message: string } | undefined,
  complaint: Complaint | undefined,
): readonly ReportedFinding[] {
  // The notes say why the receiver refuses a stranger, whatever its words are.
  if ("isVerified" in exchange && exchange.isVerified === false) return [];
  if (!complaint) return error ? [error] : [];
  if (!error) return [{ code: complaint.id, message: complaint.message, change: complaint.change }];
  if (complaint.id === "refused-by-receiver") return [error];
  const message = quotingFaults.includes(complaint.id) ? error.message : complaint.message;
  return [{ code: error.code, message, change: complaint.change }];
}

/** Faults whose message quotes the receiver's own error. */
const quotingFaults: readonly string[] = ["failed", "error-with-200"];

/** Errors of the receiver, which are no reason for a till to reject an answer. */
const errorFaults: readonly string[] = [...quotingFaults, "refused-by-receiver"];

/** The fault that an exchange shows. Undefined if it shows none. */
export function findComplaint(
  exchange: Exchange | SeenExchange,
  secret: string | undefined,
  contract: TillContract,
): Complaint | undefined {
  const { event, url, headers, body, result, verdict } = exchange;
  const findings = "findings" in verdict ? verdict.findings : [];
  if (!result || isPlain(exchange)) return undefined;
  // Nothing is known about signatures, which nearly every answer with status 200 has.
  if (secret === undefined && result.kind === "reply" && result.status === 200)
    return nameFinding(findings, contract.model);
  const [path = "", ...query] = url.split(/(?=\?)/);
  const endpoint = [path.slice(0, -event.length - 1), ...query].join("");
  const subscription = "subscription" in exchange ? exchange.subscription : "";
  const sent = { url, headers, body: Buffer.from(body) };
  const seen = { endpoint, event, subscription, secret: secret ?? "", sent, result, findings };
  return findFault(readFacts(seen, false)) ?? nameFinding(findings, contract.model);
}

/** True for an accepted answer about which no till complains. Most exchanges are like this. */
function isPlain({ verdict, reply, ...exchange }: Exchange | SeenExchange): boolean {
  const isVerified = !("isAnswerVerified" in exchange) || exchange.isAnswerVerified === true;
  return (
    verdict.kind === "taken" &&
    isVerified &&
    reply?.status === 200 &&
    /^application\/json\b/i.test(reply.headers["content-type"] ?? "") &&
    reply.headers["content-encoding"] === undefined &&
    Boolean(reply.headers["x-mplus-signature"]) &&
    !reply.body.startsWith("\ufeff")
  );
}
