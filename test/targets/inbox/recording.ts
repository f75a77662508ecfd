import { createRequire } from "node:module";
import { context, metrics, propagation, trace } from "@opentelemetry/api";
import { toolPath } from "../../workbench/tools.js";

/** What an SDK of OpenTelemetry was told in this process. */
export interface Recorded {
  readonly spans: readonly RecordedSpan[];
  /** The last value of each metric for each set of attributes; of a histogram how many values there were. */
  readonly metrics: readonly (readonly [name: string, attributes: object, value: number])[];
}

export interface RecordedSpan {
  readonly name: string;
  readonly kind: number;
  readonly trace: string;
  readonly id: string;
  readonly parent?: string | undefined;
  readonly attributes: object;
  readonly status: object;
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
  context.setGlobalContextManager(
    new (load("@opentelemetry/context-async-hooks").AsyncLocalStorageContextManager)().enable(),
  );
  propagation.setGlobalPropagator(new (load("@opentelemetry/core").W3CTraceContextPropagator)());
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
  );
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  return async () => {
    await reader.forceFlush();
    const last = exporter.getMetrics().at(-1)?.scopeMetrics ?? [];
    return { spans: spans.getFinishedSpans().map(toSpan), metrics: last.flatMap(toMetrics) };
  };
}

const toSpan = (span: SdkSpan): RecordedSpan => ({
  name: span.name,
  kind: span.kind,
  trace: span.spanContext().traceId,
  id: span.spanContext().spanId,
  parent: span.parentSpanContext?.spanId,
  attributes: span.attributes,
  status: span.status,
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

/** The parts of the packages that are used, each of which has some. */
interface Sdk {
  readonly InMemorySpanExporter: new () => { getFinishedSpans(): readonly SdkSpan[] };
  readonly SimpleSpanProcessor: new (exporter: object) => object;
  readonly BasicTracerProvider: new (options: object) => Parameters<typeof trace.setGlobalTracerProvider>[0];
  readonly InMemoryMetricExporter: new (temporality: number) => {
    getMetrics(): readonly { readonly scopeMetrics: readonly ScopeMetrics[] }[];
  };
  readonly PeriodicExportingMetricReader: new (options: object) => { forceFlush(): Promise<void> };
  readonly MeterProvider: new (options: object) => Parameters<typeof metrics.setGlobalMeterProvider>[0];
  readonly AsyncLocalStorageContextManager: new () => {
    enable(): Parameters<typeof context.setGlobalContextManager>[0];
  };
  readonly W3CTraceContextPropagator: new () => Parameters<typeof propagation.setGlobalPropagator>[0];
}
