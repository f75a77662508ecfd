import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
} from "@opentelemetry/api";
import type { StoredEvent } from "../receiver/queued.js";
import { toReason } from "../receiver/values.js";
import type { Health } from "./health.js";
import type { Job } from "./job.js";

// The API does nothing unless the program sets up an SDK. Names are those of the semantic conventions for messaging,
// where these have one. This file is the only one that imports the API.

/** What became of an attempt. */
export type Outcome = "handled" | "failed" | "lost" | "released";

const name = "mplus-inbox";

/** What says what an event is; nothing that a customer wrote. */
const describe = (event: Pick<StoredEvent, "event" | "subscriptionId">, id: string): Attributes => ({
  "messaging.system": "mplus_inbox",
  "messaging.destination.name": event.event,
  "messaging.message.id": id,
  "mplus.subscription.id": event.subscriptionId,
});

/** Runs the storing of an event in a span, with the headers that lead from there to its handling. */
export async function traceStoring<T extends string>(
  event: StoredEvent,
  store: (headers: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const attributes = { ...describe(event, event.id), "messaging.operation.type": "send" };
  const span = trace
    .getTracer(name)
    .startSpan(`send ${event.event}`, { kind: SpanKind.PRODUCER, attributes });
  const headers: Record<string, string> = {};
  const inside = trace.setSpan(context.active(), span);
  propagation.inject(inside, headers);
  const counter = metrics.getMeter(name).createCounter("mplus.inbox.stored", { unit: "{event}" });
  const count = (outcome: string): void => counter.add(1, { "mplus.outcome": outcome });
  return context.with(inside, async () => {
    try {
      const outcome = await store(headers);
      count(outcome);
      return outcome;
    } catch (error) {
      count("failed");
      span.setStatus({ code: SpanStatusCode.ERROR, message: toReason(error) });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Runs the handling of an event in a span, whose parent is the span that it was stored in. */
export async function traceHandling(job: Job, id: string, handle: () => Promise<Outcome>): Promise<Outcome> {
  const attributes = { ...describe(job, id), "messaging.operation.type": "process" };
  const parent: Context = propagation.extract(context.active(), job.trace ?? {});
  const options = { kind: SpanKind.CONSUMER, attributes };
  const span = trace.getTracer(name).startSpan(`process ${job.event}`, options, parent);
  const meter = metrics.getMeter(name);
  const begun = performance.now();
  return context.with(trace.setSpan(parent, span), async () => {
    try {
      const outcome = await handle();
      if (outcome !== "handled") span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
      const labels = { "messaging.destination.name": job.event, "mplus.outcome": outcome };
      meter.createCounter("mplus.inbox.handled", { unit: "{event}" }).add(1, labels);
      meter
        .createHistogram("messaging.process.duration", { unit: "s" })
        .record((performance.now() - begun) / 1000, labels);
      return outcome;
    } finally {
      span.end();
    }
  });
}

/** Lets the metrics ask how an inbox is. Returns what ends that. */
export function observeHealth(getHealth: () => Promise<Health>): () => void {
  const meter = metrics.getMeter(name);
  const waiting = meter.createObservableGauge("mplus.inbox.waiting", { unit: "{event}" });
  const dead = meter.createObservableGauge("mplus.inbox.dead", { unit: "{event}" });
  const oldest = meter.createObservableGauge("mplus.inbox.oldest", { unit: "s" });
  const gauges = [waiting, dead, oldest];
  const observe: Parameters<typeof meter.addBatchObservableCallback>[0] = async (result) => {
    const health = await getHealth();
    if (health.database === "down") return;
    result.observe(waiting, health.waiting);
    result.observe(dead, health.dead);
    result.observe(oldest, health.oldest / 1000);
  };
  meter.addBatchObservableCallback(observe, gauges);
  return () => meter.removeBatchObservableCallback(observe, gauges);
}
