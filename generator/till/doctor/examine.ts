import { diagnoseExchange } from "./diagnose.js";
import type { RawRequest } from "./facts.js";
import type { ProbeContext, RequestRewrite, Examination, ProbeFinding, Probe, EventResult } from "./probe.js";
import { addressProbes } from "./address-probes.js";
import { eventProbes } from "./event-probes.js";
import { playSale } from "./play-sale.js";
import { saleProbes } from "./sale-probes.js";
import { shopProbes } from "./shop-probes.js";
import { listUntried, type Untried } from "./untried.js";
import { once } from "../../base/once.js";
import { maskSecret } from "../engine/signature.js";

export const probes: readonly Probe[] = [...addressProbes, ...eventProbes, ...shopProbes, ...saleProbes];

/** Each probe that applies, in order, and what was not tried. */
export interface Diagnosis {
  readonly findings: readonly ProbeFinding[];
  readonly untried: readonly Untried[];
}

export async function examine(examination: Examination): Promise<Diagnosis> {
  const findings = new Map<string, ProbeFinding>();
  const durations: { readonly event: string; readonly duration: number }[] = [];
  const send: ProbeContext["send"] = async (change, answer, shop) => {
    const till = { ...examination.till, ...shop };
    const sent = await sendEvent({ ...examination, till }, change, answer);
    durations.push({ event: examination.event, duration: sent.result.duration });
    return sent;
  };
  const play = once(async () => {
    const sale = await playSale(examination);
    for (const { event, first } of sale.events)
      durations.push({ event: event.name, duration: first.result?.duration ?? 0 });
    return sale;
  });
  const context = { ...examination, findings, durations, send, playSale: play };
  for (const probe of probes) {
    const finding = await runProbe(probe, context);
    if (finding) findings.set(probe.id, finding);
  }
  const isReached = findings.get("event")?.state === "well";
  return {
    findings: [...findings.values()],
    untried: isReached ? listUntried(examination, await play(), findings) : [],
  };
}

async function runProbe(probe: Probe, access: ProbeContext): Promise<ProbeFinding | undefined> {
  const { needs, basis } = probe;
  const isAsked = needs === undefined || ["well", "advice"].includes(access.findings.get(needs)?.state ?? "");
  if (!isAsked) return { probe, state: "skipped", saw: `Skipped: it depends on "${needs}".` };
  const observation = await probe.ask(access);
  if (!observation) return undefined;
  const { isWell, isDoubtful = false, saw, change, ...words } = observation;
  const isWrong = basis === "documented" && !isDoubtful;
  const hide = (text: string): string =>
    [access.till, access.other].reduce((all, shop) => maskSecret(all, shop?.secret ?? ""), text);
  return {
    probe,
    state: isWell ? "well" : isWrong ? "wrong" : "advice",
    saw: hide(saw),
    ...(change !== undefined && { change: hide(change) }),
    ...words,
  };
}

/**
 * Sends an event from a new till.
 * @throws TillError if a till of this release cannot send it
 */
export async function sendEvent(
  { startTill, till: options, event, parts, model }: Omit<Examination, "deadline" | "other">,
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
  const complaint = await diagnoseExchange(exchange, options, { model, sent, isDoctor: true });
  return { sent, result, exchange, isTaken: verdict.kind === "taken", complaint };
}

/** Statuses that forbid a response body. */
const emptyStatuses = [204, 205, 304];
