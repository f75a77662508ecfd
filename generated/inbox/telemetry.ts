// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { context, metrics, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { StoredEvent } from "../receiver/queued.js";
import { toReason } from "../receiver/values.js";
import type { Health } from "./events.js";
import type { Traced } from "./job-table.js";

// The API does nothing unless the program sets up an SDK. Names are those of the semantic conventions for messaging,
// where these have one. This file is the only one that imports the API.

/** What became of an attempt. */
export type Outcome = "handled" | "failed" | "lost" | "released";

const name = "mplus-inbox";

const failures: ReadonlySet<string> = new Set(["failed", "lost", "released"] satisfies Outcome[]);

/** What is done to an event, as its spans and counters call it. */
const steps = {
  send: { kind: SpanKind.PRODUCER, counter: "mplus.inbox.stored" },
  process: { kind: SpanKind.CONSUMER, counter: "mplus.inbox.handled" },
} as const;

/**
 * Stores or handles an event in a span, and counts the outcome. The parent of the span is the one that the event came with. The
 * headers lead from the span to the next one. Nothing that a customer wrote is told.
 */
export async function traceStep<T extends string>(
  step: keyof typeof steps,
  event: StoredEvent & Traced,
  run: (headers: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  const { kind, counter } = steps[step];
  const destination = { "messaging.destination.name": event.event };
  const attributes = {
    "messaging.system": "mplus_inbox",
    ...destination,
    "messaging.message.id": event.id,
    "mplus.subscription.id": event.subscriptionId,
    "messaging.operation.type": step,
  };
  // Whoever wrote the row: a propagator takes texts only.
  const came = Object.entries(event.trace ?? {}).filter(([, value]) => typeof value === "string");
  const parent = propagation.extract(context.active(), Object.fromEntries(came));
  const span = trace.getTracer(name).startSpan(`${step} ${event.event}`, { kind, attributes }, parent);
  const meter = metrics.getMeter(name);
  const begun = performance.now();
  const end = (outcome: string, message: string): void => {
    if (failures.has(outcome)) span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.end();
    const labels = { ...(step === "process" && destination), "mplus.outcome": outcome };
    meter.createCounter(counter, { unit: "{event}" }).add(1, labels);
    if (step === "send") return;
    const seconds = (performance.now() - begun) / 1000;
    meter.createHistogram("messaging.process.duration", { unit: "s" }).record(seconds, labels);
  };
  return context.with(trace.setSpan(parent, span), async () => {
    const headers: Record<string, string> = {};
    if (step === "send") propagation.inject(context.active(), headers);
    const outcome = await run(headers).catch((error: unknown) => {
      end("failed", toReason(error));
      throw error;
    });
    end(outcome, outcome);
    return outcome;
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
