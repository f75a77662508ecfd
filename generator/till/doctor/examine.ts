import { diagnoseExchange } from "./diagnose.js";
import type { RawRequest } from "./facts.js";
import type { ProbeContext, RequestRewrite, Examination, ProbeFinding, Probe, EventResult } from "./probe.js";
import { addressProbes } from "./address-probes.js";
import { eventProbes } from "./event-probes.js";

export const probes: readonly Probe[] = [...addressProbes, ...eventProbes];

export async function examine(examination: Examination): Promise<readonly ProbeFinding[]> {
  const findings = new Map<string, ProbeFinding>();
  const durations: number[] = [];
  const send: ProbeContext["send"] = async (change, answer) => {
    const sent = await sendEvent(examination, change, answer);
    durations.push(sent.result.duration);
    return sent;
  };
  for (const probe of probes) {
    const finding = await runProbe(probe, { ...examination, findings, durations, send });
    if (finding) findings.set(probe.id, finding);
  }
  return [...findings.values()];
}

async function runProbe(probe: Probe, access: ProbeContext): Promise<ProbeFinding | undefined> {
  const { needs, basis } = probe;
  const isAsked = needs === undefined || ["well", "advice"].includes(access.findings.get(needs)?.state ?? "");
  if (!isAsked) return { probe, state: "skipped", saw: `Skipped: it depends on "${needs}".` };
  const observation = await probe.ask(access);
  if (!observation) return undefined;
  const { isWell, ...words } = observation;
  return { probe, state: isWell ? "well" : basis === "documented" ? "wrong" : "advice", ...words };
}

/**
 * Sends an event from a new till.
 * @throws TillError if a till of this release cannot send it
 */
export async function sendEvent(
  { startTill, till: options, event, parts }: Omit<Examination, "deadline">,
  change?: RequestRewrite,
  answer?: string,
): Promise<EventResult> {
  const wires: RawRequest[] = [];
  // Replaces the network: changes the first request, and records every request as sent.
  const carry: typeof fetch = async (input, init) => {
    const [url, body] = [input as string, init?.body as Uint8Array<ArrayBuffer>];
    const wire = { url, headers: Object.fromEntries(new Headers(init?.headers)), body };
    const wanted = change && wires.length === 0 ? change(wire, options.secret) : wire;
    wires.push(wanted);
    const reply = await fetch(wanted.url, { ...init, ...wanted, body: Buffer.from(wanted.body) });
    return answer === undefined || emptyStatuses.includes(reply.status) ? reply : new Response(answer, reply);
  };
  const till = startTill({ ...options, fetch: carry });
  const exchange = await till.send(event, parts).finally(() => till.close());
  const [sent] = wires;
  const { result, verdict } = exchange;
  if (!sent || !result) throw new Error("The till sent nothing.");
  const complaint = await diagnoseExchange(exchange, options, { sent, isDoctor: true });
  return { sent, result, exchange, isTaken: verdict.kind === "taken", complaint };
}

/** Statuses that forbid a response body. */
const emptyStatuses = [204, 205, 304];
