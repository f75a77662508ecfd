// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isThenable } from "../values/awaitable.js";
import type { Log } from "./log.js";
import { toReason } from "../values/thrown.js";

/** Hooks for every request and its answer: for metrics, and for OpenTelemetry. */
export interface Observer {
  /** Called when a request has come in, before anything about it is checked. */
  readonly onReceived?: ((exchange: Exchange) => unknown) | undefined;
  /** Called when it was answered. The exchange is the same object, so that a WeakMap can hold data about it. */
  readonly onAnswered?: ((exchange: Exchange, outcome: ExchangeOutcome) => unknown) | undefined;
}

/** A request and its answer. */
export interface Exchange {
  /** The name of an event; undefined if the URL has none. */
  readonly eventName: string | undefined;
}

/** How a request was answered. */
export interface ExchangeOutcome {
  readonly status: number;
  /** The code of the error, if one was answered. */
  readonly code: string | undefined;
  /** The subscription whose signature was verified, if any. */
  readonly subscriptionId: string | undefined;
  /** From the call of the receiver to its answer, in milliseconds. */
  readonly duration: number;
  /** How much of that the handler took, in milliseconds; undefined if no handler was waited for. */
  readonly handlerDuration: number | undefined;
  /**
   * The bodies, if the signature of the request was verified and it is JSON. They hold customers' data: this is a function,
   * so that they do not end up in the log of somebody who logs an outcome.
   */
  readonly readBodies: () => ExchangeBodies | undefined;
}

/** A verified request and its answer, as they went over the wire. */
export interface ExchangeBodies {
  readonly request: string;
  readonly answer: string;
}

/** One exchange under observation. */
export interface Observation {
  readonly exchange: Exchange;
  readonly started: number;
  handlerDuration: number | undefined;
  /** The body of the request, once it was verified and parsed. */
  verified: Uint8Array | undefined;
}

/** Starts an observation; undefined if there are no hooks, which must cost nothing. */
export function startObservation(
  { onReceived, onAnswered, log }: Observer & { readonly log: Log },
  eventName: string | undefined,
): Observation | undefined {
  if (onReceived === undefined && onAnswered === undefined) return undefined;
  const exchange: Exchange = { eventName };
  const started = performance.now();
  callHook(log, () => onReceived?.(exchange));
  return { exchange, started, handlerDuration: undefined, verified: undefined };
}

/** Ends an observation. */
export function endObservation(
  { onAnswered, log }: Observer & { readonly log: Log },
  { exchange, started, handlerDuration, verified }: Observation,
  { status, code, text: answer }: Pick<ExchangeOutcome, "status" | "code"> & { readonly text: string },
  subscriptionId: string | undefined,
): void {
  const duration = performance.now() - started;
  const readBodies = () => verified && { request: new TextDecoder().decode(verified), answer };
  const outcome = { status, code, subscriptionId, duration, handlerDuration, readBodies };
  callHook(log, () => onAnswered?.(exchange, outcome));
}

/** Calls a hook. If it throws or rejects, that is logged and changes no answer. */
export function callHook(log: Log, call: () => unknown): void {
  const note = (fault: unknown): void =>
    log.error({ err: fault }, `an observer of the receiver threw: ${toReason(fault)}`);
  try {
    const result = call();
    if (isThenable(result)) Promise.resolve(result).then(undefined, note);
  } catch (fault) {
    note(fault);
  }
}
