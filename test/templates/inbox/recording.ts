import { createRequire } from "node:module";
import { context, metrics, propagation, trace } from "@opentelemetry/api";
import { toolPath } from "../../workbench/tools.js";

/** What an SDK of OpenTelemetry was told in this process. */
export interface Recorded {
  readonly spans: readonly RecordedSpan[];
  /** The last value of each metric for each set of attributes; of a histogram how many values there were. */
  readonly metrics: readonly (readonly [name: string, attributes: object, value: number])[];
}

export interface RecordedSpan extends Pick<SdkSpan, "name" | "kind" | "attributes" | "status"> {
  readonly trace: string;
  readonly id: string;
  readonly parent?: string | undefined;
}

/** Sets up the SDK as a user's program does. Returns what gives what it was told so far. */
export function startRecording(): () => Promise<Recorded> {
  const load = createRequire(toolPath("any.js")) as (name: string) => Sdk;
  const { InMemorySpanExporter, SimpleSpanProcessor, BasicTracerProvider } = load(
    "@opentelemetry/sdk-trace-base",
  );
  const { InMemoryMetricExporter, PeriodicExportingMetricReader, MeterProvider } = load(
    "@opentelemetry/sdk-metrics",
  );
  const spans = new InMemorySpanExporter();
  // 1: each export has the sums since the start.
  const exporter = new InMemoryMetricExporter(1);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const manager = new (load("@opentelemetry/context-async-hooks").AsyncLocalStorageContextManager)();
  context.setGlobalContextManager(manager.enable() as never);
  propagation.setGlobalPropagator(new (load("@opentelemetry/core").W3CTraceContextPropagator)() as never);
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
  trace.setGlobalTracerProvider(provider as never);
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }) as never);
  return async () => {
    await reader.forceFlush();
    const last = exporter.getMetrics().at(-1)?.scopeMetrics ?? [];
    return { spans: spans.getFinishedSpans().map(toSpan), metrics: last.flatMap(toMetrics) };
  };
}

const toSpan = (span: SdkSpan): RecordedSpan => ({
  name: span.name,
  kind: span.kind,
  attributes: span.attributes,
  status: span.status,
  trace: span.spanContext().traceId,
  id: span.spanContext().spanId,
  parent: span.parentSpanContext?.spanId,
});

const toMetrics = ({ metrics: all }: ScopeMetrics): Recorded["metrics"] =>
  all.flatMap(({ descriptor, dataPoints }) =>
    dataPoints.map(({ attributes, value }) => {
      const count = typeof value === "number" ? value : value.count;
      return [`${descriptor.name} in ${descriptor.unit}`, attributes, count] as const;
    }),
  );

interface SdkSpan {
  readonly name: string;
  readonly kind: number;
  spanContext(): { readonly traceId: string; readonly spanId: string };
  readonly parentSpanContext?: { readonly spanId: string };
  readonly attributes: object;
  readonly status: object;
}

interface ScopeMetrics {
  readonly metrics: readonly {
    readonly descriptor: { readonly name: string; readonly unit: string };
    readonly dataPoints: readonly {
      readonly attributes: object;
      readonly value: number | { readonly count: number };
    }[];
  }[];
}

/** The classes of the packages, of which each has some, and what is called of their objects. */
type Sdk = Readonly<Record<ClassName, new (options?: unknown) => SdkObject>>;
type ClassName =
  | `${"InMemorySpan" | "InMemoryMetric"}Exporter`
  | `${"BasicTracer" | "Meter"}Provider`
  | "SimpleSpanProcessor"
  | "PeriodicExportingMetricReader"
  | "AsyncLocalStorageContextManager"
  | "W3CTraceContextPropagator";

interface SdkObject {
  getFinishedSpans(): readonly SdkSpan[];
  getMetrics(): readonly { readonly scopeMetrics: readonly ScopeMetrics[] }[];
  forceFlush(): Promise<void>;
  enable(): object;
}
