import type { Exchange, PendingEvent, Till, TillOptions, TillSession } from "../till/api/till.js";
import type { JsonObject } from "../json.js";
import type { Complaint } from "./complaint.js";
import { lookCloser } from "./look-closer.js";
import { nameFault } from "./name-fault.js";
import { readWire, startWatch, type Changes, type Glimpse, type Wire } from "./watch.js";

/** One event to send, from a till that is started for it. */
export interface EventToSend {
  readonly startTill: (options: TillOptions) => Till;
  readonly till: Omit<TillOptions, "fetch">;
  readonly event: string;
  /** What is special in it. */
  readonly parts: JsonObject;
  /** What happens on the way. */
  readonly changes?: Changes | undefined;
}

/** An event that was sent, what came of it, and what a till does then. */
export interface SentEvent {
  /** The release of the till. */
  readonly release: string;
  readonly exchange: Exchange;
  readonly glimpse: Glimpse;
  /** Whether a till uses the answer. */
  readonly isTaken: boolean;
  /** What is wrong; where the answer is taken nevertheless, what other tills may mind. */
  readonly complaint: Complaint | undefined;
  /** The parts of the sale that are not as they were before. */
  readonly effects: Readonly<Record<string, unknown>>;
  /** What the till does next by itself. */
  readonly pending: readonly PendingEvent[];
}

/**
 * Sends one event and judges its answer.
 * @throws TillError if a till of this release cannot send it
 */
export async function sendEvent({
  startTill,
  till: options,
  event,
  parts,
  changes,
}: EventToSend): Promise<SentEvent> {
  const watch = startWatch(changes);
  const till = startTill({ ...options, fetch: watch.fetch });
  try {
    const before = till.session;
    const exchange = await till.send(event, parts);
    const [glimpse] = await watch.glimpses();
    if (!glimpse) throw new Error("The till sent nothing.");
    const effects = findEffects(before, till.session);
    const { release, pending } = till;
    return { ...(await judge(exchange, glimpse, options)), release, effects, pending };
  } finally {
    await till.close();
  }
}

/**
 * The request that {@link sendEvent} would send, without sending it.
 * @throws TillError if a till of this release cannot send it
 */
export async function composeEvent({
  startTill,
  till: options,
  event,
  parts,
  changes,
}: EventToSend): Promise<Wire> {
  const composed: Promise<Wire>[] = [];
  const keep: typeof fetch = async (input, init) => {
    composed.push(readWire(input, init));
    await Promise.all(composed);
    throw new Error("Nothing is sent.");
  };
  const till = startTill({ ...options, fetch: keep });
  try {
    await till.send(event, parts);
  } finally {
    await till.close();
  }
  const [wire] = await Promise.all(composed);
  if (!wire) throw new Error("The till sent nothing.");
  return changes?.request ? changes.request(wire) : wire;
}

async function judge(
  exchange: Exchange,
  glimpse: Glimpse,
  { url, subscription, secret }: EventToSend["till"],
): Promise<Pick<SentEvent, "exchange" | "glimpse" | "isTaken" | "complaint">> {
  const { event, verdict } = exchange;
  const findings = "findings" in verdict ? verdict.findings : [];
  const seen = { endpoint: url, event, subscription, secret, ...glimpse, findings };
  const complaint = nameFault(await lookCloser(seen));
  return { exchange, glimpse, complaint, isTaken: verdict.kind === "taken" };
}

const findEffects = (before: TillSession, after: TillSession): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof TillSession]),
    ),
  );
