import { once } from "node:events";
import { connect } from "node:net";
import { connect as connectTls, TLSSocket, type ConnectionOptions } from "node:tls";
import { formatWording } from "../../base/problem/catalogue.js";
import { getErrorCode } from "../../base/problem/problem.js";
import type { Exchange, TillOptions } from "../engine/till.js";
import { readFacts, type DiagnosisInput } from "./facts.js";
import { faults } from "./faults.js";

/** What is wrong with a server, for a person. */
export interface Complaint {
  /** Stable: the kind of fault, such as `redirect`. */
  readonly id: string;
  /** A sentence: what was seen, by its name. */
  readonly message: string;
  /** A sentence: what to do about it. */
  readonly change: string;
}

/**
 * Names what is wrong with a server after one request: the fault that is nearest to the wire, as it hides all others.
 * Undefined if nothing is.
 */
export async function diagnose(seen: DiagnosisInput): Promise<Complaint | undefined> {
  const facts = readFacts(seen, await speaksTls(seen));
  const fault = faults.find(({ when }) => when(facts));
  if (!fault) return nameFinding(seen);
  const sentences = fault.wordings.map((wording) => formatWording(wording, facts));
  const message = sentences.find((sentence) => sentence !== undefined) ?? "";
  return { id: fault.id, message, change: sentences.at(-1) ?? "" };
}

/** The same of an exchange of a till; what else is known of it takes the place of what the exchange says. */
export function diagnoseExchange(
  { event, url, headers, body, result, verdict }: Exchange,
  { url: endpoint, subscription, secret }: Pick<TillOptions, "url" | "subscription" | "secret">,
  more: Partial<DiagnosisInput> = {},
): Promise<Complaint | undefined> {
  const findings = "findings" in verdict ? verdict.findings : [];
  const sent = { url, headers, body: Buffer.from(body) };
  const seen = { endpoint, event, subscription, secret, sent, findings };
  return result ? diagnose({ ...seen, result, ...more }) : Promise.resolve(undefined);
}

/** Asks what one request leaves open: whether a server that hangs up on HTTP speaks TLS. */
async function speaksTls({ result, sent }: DiagnosisInput): Promise<boolean> {
  const isMute = result.kind === "none" && ["hung-up", "not-http"].includes(result.cause.kind);
  if (!isMute || !sent.url.startsWith("http:")) return false;
  // Who that is does not matter here, and nothing is sent.
  const { failure } = await testConnection(new URL(sent.url), 10_000, { rejectUnauthorized: false });
  return failure === undefined;
}

/** The complaint that only a till can make: it cannot use an answer that came as it should. */
function nameFinding({ findings: [finding, ...others] }: DiagnosisInput): Complaint | undefined {
  if (!finding) return undefined;
  const { code, message, path = "" } = finding;
  const rest = others.length > 0 ? ` (and ${others.length} more)` : "";
  return {
    id: code,
    message: `${path === "" ? "" : `At ${path} of the answer: `}${message}${rest}`,
    change: "Correct the answer there; `mplus-codegen explain` tells since when something is known to tills.",
  };
}

/** The port of a server, and why it was not reached, by the code of the error; or until when its certificate is valid. */
interface ConnectionResult {
  readonly port: number;
  /** `ABORT_ERR`: in time. */
  readonly failure?: string;
  readonly validTo?: string;
}

/** Connects to the host and port of a URL, with TLS where there are options for it, sends nothing, and hangs up. */
export async function testConnection(
  url: URL,
  deadline: number,
  tls?: ConnectionOptions,
): Promise<ConnectionResult> {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const address = { host: toHost(url), port };
  const socket = tls ? connectTls({ ...tls, ...address }) : connect(address);
  try {
    const signal = AbortSignal.timeout(Math.ceil(deadline));
    await once(socket, tls ? "secureConnect" : "connect", { signal });
    return { port, ...(socket instanceof TLSSocket && { validTo: socket.getPeerCertificate().valid_to }) };
  } catch (error) {
    return { port, failure: getErrorCode(error) };
  } finally {
    socket.destroy();
  }
}

/** The host of a URL, without the brackets of an IPv6 address. */
export const toHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");
