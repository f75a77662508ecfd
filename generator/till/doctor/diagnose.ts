import { once } from "node:events";
import { connect, type ConnectionOptions } from "node:tls";
import { formatWording } from "../../base/problem/catalogue.js";
import { getErrorCode } from "../../base/problem/problem.js";
import type { Model } from "../../contract/model/model.js";
import type { Exchange, TillOptions } from "../engine/till-types.js";
import { toHost } from "./connection-hint.js";
import { readFacts, type DiagnosisInput, type Facts } from "./facts.js";
import { faults } from "./faults.js";

export interface Complaint {
  /** For example `redirect`. Stable. */
  readonly id: string;
  readonly message: string;
  readonly change: string;
}

/** Finds the fault closest to the wire, because that fault hides all others. */
export const diagnose = async (seen: DiagnosisInput): Promise<Complaint | undefined> =>
  findFault(readFacts(seen, await speaksTls(seen))) ?? nameFinding(seen.findings, seen.model);

/** Undefined if only a till can tell what is wrong. */
export function findFault(facts: Facts): Complaint | undefined {
  const fault = faults.find(({ when }) => when(facts));
  if (!fault) return undefined;
  const sentences = fault.wordings.map((wording) => formatWording(wording, facts));
  const message = sentences.find((sentence) => sentence !== undefined) ?? "";
  return { id: fault.id, message, change: sentences.at(-1) ?? "" };
}

export function diagnoseExchange(
  { event, url, headers, body, result, verdict }: Exchange,
  { url: endpoint, subscription, secret }: Pick<TillOptions, "url" | "subscription" | "secret">,
  more: Partial<DiagnosisInput> & Pick<DiagnosisInput, "model">,
): Promise<Complaint | undefined> {
  const findings = "findings" in verdict ? verdict.findings : [];
  const sent = { url, headers, body: Buffer.from(body) };
  const seen = { endpoint, event, subscription, secret, sent, findings };
  return result ? diagnose({ ...seen, result, ...more }) : Promise.resolve(undefined);
}

/** Opens a second connection to test for TLS. */
async function speaksTls({ result, sent }: DiagnosisInput): Promise<boolean> {
  const isMute = result.kind === "none" && ["hung-up", "not-http"].includes(result.cause.kind);
  if (!isMute || !sent.url.startsWith("http:")) return false;
  // The identity of the server does not matter: nothing is sent.
  const { failure } = await testConnection(new URL(sent.url), 10_000, { rejectUnauthorized: false });
  return failure === undefined;
}

/** Reports why the till cannot use a well-formed answer. Only a till can find such faults. */
export function nameFinding(
  [finding, ...others]: DiagnosisInput["findings"],
  model: Model,
): Complaint | undefined {
  if (!finding) return undefined;
  const { code, message, path = "" } = finding;
  const rest = others.length > 0 ? ` (and ${others.length} more)` : "";
  return {
    id: code,
    message: `${path === "" ? "" : `In the answer at ${path}: `}${message}${rest}`,
    change: findCure(code, model),
  };
}

/** For an error code of the protocol, the contract's advice. Other codes are the till's, or the validator's. */
function findCure(code: string, { errorCodes }: Model): string {
  return (
    errorCodes?.values.find(({ value }) => value === code)?.advice ??
    cures[code] ??
    "Correct the answer; `mplus-codegen explain` shows which release a property or value requires."
  );
}

const cures: Readonly<Record<string, string>> = {
  "after-end": "Do not change a sale that has ended.",
  "amount-too-large": "Check the price and the quantity: amounts are euros.",
  "answered-twice": "Answer a repeated request as you answered it first.",
  contradiction: "Send only one of them.",
  "polling-not-answered": "Add it to the answer.",
  "wrong-echo": "Send the value of the request.",
};

/** The error code if there is no connection (`ABORT_ERR` after a timeout), or else the end of the certificate. */
interface ConnectionResult {
  readonly failure?: string;
  readonly validTo?: string;
}

/** Opens a TLS connection, and sends nothing. */
export async function testConnection(
  url: URL,
  deadline: number,
  options: ConnectionOptions = {},
): Promise<ConnectionResult> {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const socket = connect({ ...options, host: toHost(url), port });
  try {
    await once(socket, "secureConnect", { signal: AbortSignal.timeout(Math.ceil(deadline)) });
    return { validTo: socket.getPeerCertificate().valid_to };
  } catch (error) {
    return { failure: getErrorCode(error) };
  } finally {
    socket.destroy();
  }
}
