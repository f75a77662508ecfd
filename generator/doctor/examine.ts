import { maxTimeout, post, type PostResult } from "../till/wire/post.js";
import { diagnoseExchange, type Wire } from "./diagnose.js";
import type { Access, Change, Examination, ProbeFinding, Probe, Sent } from "./probe.js";
import { addressProbes } from "./address.js";
import { eventProbes } from "./events.js";

/** Every question, in the order of asking: from outside in. */
export const probes: readonly Probe[] = [...addressProbes, ...eventProbes];

/** Asks every question that makes sense, one after another. */
export async function examine(examination: Examination): Promise<readonly ProbeFinding[]> {
  const findings = new Map<string, ProbeFinding>();
  const durations: number[] = [];
  const send: Access["send"] = async (change, answer) => {
    const sent = await sendEvent(examination, change, answer);
    durations.push(sent.result.duration);
    return sent;
  };
  for (const probe of probes) {
    examination.tell?.(probe.question);
    const finding = await ask(probe, { ...examination, findings, durations, send });
    if (finding) findings.set(probe.id, finding);
  }
  return [...findings.values()];
}

async function ask(probe: Probe, access: Access): Promise<ProbeFinding | undefined> {
  const { needs, basis } = probe;
  const isAsked = needs === undefined || ["well", "advice"].includes(access.findings.get(needs)?.state ?? "");
  if (!isAsked) return { probe, state: "skipped", saw: `Not asked: it needs "${needs}".` };
  const observation = await probe.ask(access);
  if (!observation) return undefined;
  const { isWell, ...words } = observation;
  return { probe, state: isWell ? "well" : basis === "documented" ? "wrong" : "advice", ...words };
}

/**
 * Sends an event from a till of its own.
 * @throws TillError if a till of this release cannot send it
 */
export async function sendEvent(
  { startTill, till: options, event, parts }: Omit<Examination, "deadline">,
  change?: Change,
  answer?: string,
): Promise<Sent> {
  const { fetch, carried } = startWatch(change && ((wire) => change(wire, options.secret)), answer);
  const till = startTill({ ...options, fetch });
  const exchange = await till.send(event, parts).finally(() => till.close());
  const [first] = await Promise.all(carried);
  if (!first) throw new Error("The till sent nothing.");
  const complaint = await diagnoseExchange(exchange, options, { ...first, isDoctor: true });
  return { ...first, exchange, isTaken: exchange.verdict.kind === "taken", complaint };
}

/** Stands where the network is, for a till: changes the first request, and keeps the bytes that are sent and come. */
function startWatch(change = (wire: Wire): Wire => wire, answer?: string) {
  const carried: Promise<Pick<Sent, "sent" | "result">>[] = [];
  const carry: typeof fetch = async (input, init) => {
    // As a till asks for it.
    const [url, body] = [input as string, init?.body as Uint8Array];
    const wire = { url, headers: Object.fromEntries(new Headers(init?.headers)), body };
    const sent = carried.length === 0 ? change(wire) : wire;
    // The till's own deadline is the one that counts: it comes by the signal.
    const request = { ...sent, signal: init?.signal ?? undefined, deadline: maxTimeout };
    const carrying = post(request).then((result) => ({ sent, result }));
    carried.push(carrying);
    return toResponse((await carrying).result, answer);
  };
  return { fetch: carry, carried };
}

function toResponse(result: PostResult, answer?: string): Response {
  if (result.kind === "none") throw new Error(result.cause.message, { cause: result.cause });
  const { status, headers, body } = result;
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? (answer ?? new Uint8Array(body)) : null, { status, headers });
}
