// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isThenable } from "./awaitable.js";
import type { Log } from "./log.js";
import type { Reply } from "./refusal.js";
import { toReason } from "./thrown.js";

/** Told of every request and its answer: a place for metrics, and for the spans of OpenTelemetry. */
export interface Observer {
  /** A request has come in; nothing about it has been checked yet. */
  readonly onReceived?: ((exchange: Exchange) => unknown) | undefined;
  /** It has been answered. The exchange is the same object, so that a WeakMap can tie a span to it. */
  readonly onAnswered?: ((exchange: Exchange, outcome: ExchangeOutcome) => unknown) | undefined;
}

/** A request on its way. */
export interface Exchange {
  /** One of the events; undefined where the URL names none. */
  readonly eventName: string | undefined;
}

/** What became of a request. */
export interface ExchangeOutcome {
  readonly status: number;
  /** The code of the error that was answered. */
  readonly code: string | undefined;
  /** The subscription whose signature held; undefined where none did. */
  readonly subscriptionId: string | undefined;
  /** From the call of the receiver to its answer, in milliseconds. */
  readonly duration: number;
  /** What the handler took of that, in milliseconds; undefined where none was waited for. */
  readonly handlerDuration: number | undefined;
}

/** One exchange under observation. */
export interface Observation {
  readonly exchange: Exchange;
  readonly started: number;
  handlerDuration: number | undefined;
}

/** Begins an observation; undefined where nobody looks, which must cost nothing. */
export function observe(
  { onReceived, onAnswered, log }: Observer & { readonly log: Log },
  eventName: string | undefined,
): Observation | undefined {
  if (onReceived === undefined && onAnswered === undefined) return undefined;
  const exchange: Exchange = { eventName };
  const started = performance.now();
  tell(log, () => onReceived?.(exchange));
  return { exchange, started, handlerDuration: undefined };
}

/** Ends an observation. */
export function conclude(
  { onAnswered, log }: Observer & { readonly log: Log },
  { exchange, started, handlerDuration }: Observation,
  { status, code }: Reply,
  subscriptionId: string | undefined,
): void {
  const duration = performance.now() - started;
  const outcome = { status, code, subscriptionId, duration, handlerDuration };
  tell(log, () => onAnswered?.(exchange, outcome));
}

/** Calls what only looks on: its faults, at once or later, are the log's business, never the till's. */
export function tell(log: Log, call: () => unknown): void {
  const note = (fault: unknown): void =>
    log.error({ err: fault }, `an observer of the receiver threw: ${toReason(fault)}`);
  try {
    const told = call();
    if (isThenable(told)) Promise.resolve(told).then(undefined, note);
  } catch (fault) {
    note(fault);
  }
}
