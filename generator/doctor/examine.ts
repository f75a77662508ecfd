import { post, type PostResult } from "../till/wire/post.js";
import { diagnose, type Wire } from "./diagnose.js";
import type { Access, Change, Examination, ProbeFinding, Probe, Sent } from "./probe.js";
import { addressProbes } from "./probes/address.js";
import { eventProbes } from "./probes/events.js";

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
  const { url: endpoint, subscription, secret } = options;
  const { fetch, carried } = startWatch(change && ((wire) => change(wire, secret)), answer);
  const till = startTill({ ...options, fetch });
  const exchange = await till.send(event, parts).finally(() => till.close());
  const [first] = await Promise.all(carried);
  if (!first) throw new Error("The till sent nothing.");
  const { verdict } = exchange;
  const findings = "findings" in verdict ? verdict.findings : [];
  const seen = { ...first, endpoint, event, subscription, secret, findings, isDoctor: true };
  return { ...first, exchange, isTaken: verdict.kind === "taken", complaint: await diagnose(seen) };
}

/** Stands where the network is, for a till: changes the first request, and keeps the bytes that are sent and come. */
function startWatch(change = (wire: Wire): Wire => wire, answer?: string) {
  const carried: Promise<Pick<Sent, "sent" | "result">>[] = [];
  const carry: typeof fetch = async (input, init) => {
    const wire = await readWire(input, init);
    const sent = carried.length === 0 ? change(wire) : wire;
    // The till's own deadline is the one that counts: it comes by the signal.
    const request = { ...sent, signal: init?.signal ?? undefined, deadline: maxTimeout };
    const carrying = post(request).then((result) => ({ sent, result }));
    carried.push(carrying);
    return toResponse((await carrying).result, answer);
  };
  return { fetch: carry, carried };
}

/** The longest time that a timer takes, in milliseconds. */
const maxTimeout = 2 ** 31 - 1;

/** Reads a request that `fetch` was asked to make. */
async function readWire(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Wire> {
  const url = input instanceof Request ? input.url : String(input);
  const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
  return { url, headers: Object.fromEntries(new Headers(init.headers)), body };
}

function toResponse(result: PostResult, answer?: string): Response {
  if (result.kind === "none") throw new Error(result.cause.message, { cause: result.cause });
  const { status, headers, body } = result;
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? (answer ?? new Uint8Array(body)) : null, { status, headers });
}
