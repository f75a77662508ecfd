import {
  context,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from "@opentelemetry/api";
import type { StoredEvent } from "../receiver/queued.js";
import { toReason } from "../receiver/values.js";
import type { Health, Job } from "./job-table.js";

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

/** Runs something in a span; what comes of it says whether that is an error. */
function runInSpan<T extends string>(span: Span, parent: Context, run: () => Promise<T>): Promise<T> {
  return context.with(trace.setSpan(parent, span), async () => {
    try {
      const outcome = await run();
      if (failures.has(outcome)) span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
      return outcome;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: toReason(error) });
      throw error;
    } finally {
      span.end();
    }
  });
}

const failures: ReadonlySet<string> = new Set(["failed", "lost", "released"] satisfies Outcome[]);

/** Runs the storing of an event in a span, with the headers that lead from there to its handling. */
export function traceStoring<T extends string>(
  event: StoredEvent,
  store: (headers: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const attributes = { ...describe(event, event.id), "messaging.operation.type": "send" };
  const options = { kind: SpanKind.PRODUCER, attributes };
  const span = trace.getTracer(name).startSpan(`send ${event.event}`, options);
  const counter = metrics.getMeter(name).createCounter("mplus.inbox.stored", { unit: "{event}" });
  const count = (outcome: string): void => counter.add(1, { "mplus.outcome": outcome });
  return runInSpan(span, context.active(), async () => {
    const headers: Record<string, string> = {};
    propagation.inject(context.active(), headers);
    const outcome = await store(headers).catch((error: unknown) => {
      count("failed");
      throw error;
    });
    count(outcome);
    return outcome;
  });
}

/** Runs the handling of an event in a span, whose parent is the span that it was stored in. */
export async function traceHandling(job: Job, id: string, handle: () => Promise<Outcome>): Promise<Outcome> {
  const attributes = { ...describe(job, id), "messaging.operation.type": "process" };
  const parent = propagation.extract(context.active(), job.trace ?? {});
  const span = trace
    .getTracer(name)
    .startSpan(`process ${job.event}`, { kind: SpanKind.CONSUMER, attributes }, parent);
  const meter = metrics.getMeter(name);
  const begun = performance.now();
  const outcome = await runInSpan(span, parent, handle);
  const labels = { "messaging.destination.name": job.event, "mplus.outcome": outcome };
  meter.createCounter("mplus.inbox.handled", { unit: "{event}" }).add(1, labels);
  const seconds = (performance.now() - begun) / 1000;
  meter.createHistogram("messaging.process.duration", { unit: "s" }).record(seconds, labels);
  return outcome;
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
