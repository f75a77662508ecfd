import { splitPointer, type Problem } from "../validators/results.js";
import {
  escapeControls,
  getCause,
  isError,
  isThenable,
  toReason,
  tryToRead,
  type JsonObject,
} from "./values.js";

/** Where the receiver writes: the part of a pino logger that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The event, subscription, status and so on of a line; never a secret, a signature or any part of a body. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The event and the subscription of a line. */
export const toFields = (given: {
  readonly event: string;
  readonly subscription: { readonly id: string };
}): LogFields => ({ eventName: given.event, subscriptionId: given.subscription.id });

/**
 * A log that never throws. Its lines may have a thrown value, which can be anything: an error whose message throws, a
 * revoked proxy. The log gets an Error that says the same, and nothing else that is in it.
 */
export function createSafeLog(log: Log): Log {
  const write = (level: keyof Log) => (fields: LogFields, message: string) => {
    const { err, ...others } = fields;
    const ways = [
      () => log[level]("err" in fields ? { ...others, err: toLoggable(err) } : others, message),
      () => log[level](others, message),
      () => consoleLog.error(others, message),
    ];
    const tryNext = (): void => {
      try {
        const written: unknown = ways.shift()?.();
        // A rejection that nobody catches would end the process.
        if (isThenable(written)) Promise.resolve(written).then(undefined, tryNext);
      } catch {
        tryNext();
      }
    };
    tryNext();
  };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

/** Writes nothing. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Writes warnings and errors to the console, and nothing else. No text in them can control a terminal. */
export const consoleLog: Log = {
  ...silentLog,
  warn: (fields, message) => console.warn(toLine(message), toShown(fields)),
  error: (fields, message) => console.error(toLine(message), toShown(fields)),
};

/** A console takes its first text for a format. */
const toLine = (message: string): string => `mplus: ${escapeControls(message).replaceAll("%", "%%")}`;

/** A console shows the stacks of errors as they are; other texts it quotes. */
const toShown = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isError(value) ? toLoggable(value, escapeControls) : value,
    ]),
  );

/**
 * What a log gets of a thrown value: an Error with its name, message and stack, and with its causes likewise. Nothing else
 * of it: an error of a database may have a query with its values. `write` changes each line of a text.
 */
function toLoggable(thrown: unknown, write = (line: string): string => line, depth = 0): Error {
  const writeLines = (text: string): string => text.split("\n").map(write).join("\n");
  const reason = toReason(thrown);
  const message = writeLines(reason);
  const error = isError(thrown) ? thrown : undefined;
  const name = write(readText(() => error?.name) ?? "Error");
  // It begins with the message, which may be of any length.
  const whole = readText(() => error?.message) ?? "";
  const stack = readText(() => error?.stack)?.replace(whole, () => reason);
  const isDeep = depth >= 4;
  const cause = error && getCause(error);
  const errors = tryToRead(() => (error as { readonly errors?: unknown } | undefined)?.errors);
  const isMany = Array.isArray(errors) && !isDeep;
  const properties = {
    name,
    stack: stack === undefined ? `${name}: ${message}` : writeLines(stack),
    // pino takes the name of the class instead of `name`, if it is a function.
    constructor: { name },
    ...(isError(cause) && !isDeep && { cause: toLoggable(cause, write, depth + 1) }),
    ...(isMany && { errors: errors.slice(0, 10).map((each) => toLoggable(each, write, depth + 1)) }),
  };
  // They are not listed, as those of other errors are not.
  const hidden = Object.entries(properties).map(([key, value]) => [
    key,
    { value, configurable: true, writable: true },
  ]);
  return Object.defineProperties(new Error(message), Object.fromEntries(hidden) as PropertyDescriptorMap);
}

function readText(get: () => unknown): string | undefined {
  const text = tryToRead(get);
  return typeof text === "string" ? text : undefined;
}

/**
 * The problems of an answer in one line: each names its place once, as a JSON Pointer, and what is there if that can be
 * no customer's data.
 */
export function describeProblems(problems: readonly Problem[], answer?: unknown): string {
  return problems.map((problem) => describeProblem(problem, answer)).join("; ");
}

function describeProblem({ path, code, message }: Problem, answer: unknown): string {
  const place = path === "" ? "the answer" : path;
  const name = path.slice(1).replaceAll("/", ".");
  const sentence = message.replace(/\.$/, "");
  if (code === "missing-property")
    return `${place} ${sentence.replace(/^"[^"]*" (is missing)(?: in "[^"]*")?/, "$1")}`;
  if (code === "unknown-property")
    return `${place}: ${sentence.replace(/^There is no property "[^"]*" here/, "there is no such property")}`;
  const last = name.split(".").at(-1) ?? "";
  const starts = [`"${name}" `, `"${last}" `, `\`${last}\` `, "The body "];
  const start = starts.find((each) => sentence.startsWith(each));
  const found = answer === undefined ? "" : describeValue(answer, path, code);
  return start === undefined
    ? `${place}: ${sentence}${found}`
    : `${place} ${sentence.slice(start.length)}${found}`;
}

/** What is at a place: its kind, as a text or a number may be a customer's. A word in the place of a known one is code's. */
function describeValue(answer: unknown, path: string, code: string): string {
  if (code !== "wrong-type" && code !== "unknown-value") return "";
  const value = tryToRead(() =>
    splitPointer(path).reduce<unknown>((part, key) => (part as JsonObject)[key], answer),
  );
  if (code === "unknown-value")
    return typeof value === "string" && /^[\w-]{1,24}$/.test(value) ? `, not ${JSON.stringify(value)}` : "";
  if (value === null || value === undefined || typeof value === "boolean") return `, not ${String(value)}`;
  if (typeof value === "object") return Array.isArray(value) ? ", not an array" : ", not an object";
  return `, not a ${typeof value === "number" && !Number.isInteger(value) ? "broken number" : typeof value}`;
}

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

/**
 * Tells the hooks of the options of a request, and makes what tells them how it was answered.
 * @param eventName Undefined if the URL names no event.
 */
export function observe(observer: Observer, log: Log, eventName: string | undefined) {
  const started = performance.now();
  const exchange: Exchange = { eventName };
  callHook(log, () => observer.onReceived?.(exchange));
  /** @param delivery What is known of a request that was verified and is JSON. */
  return (
    { status, code, text: answer }: Pick<ExchangeOutcome, "status" | "code"> & { readonly text: string },
    subscriptionId: string | undefined,
    delivery: { readonly bytes: Uint8Array; readonly handlerDuration: number | undefined } | undefined,
  ): void => {
    const duration = performance.now() - started;
    const readBodies = () => delivery && { request: new TextDecoder().decode(delivery.bytes), answer };
    const outcome = {
      status,
      code,
      subscriptionId,
      duration,
      handlerDuration: delivery?.handlerDuration,
      readBodies,
    };
    callHook(log, () => observer.onAnswered?.(exchange, outcome));
  };
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

/**
 * The hooks that write a trace: each verified request with its answer as one line of JSON, its line end included. `drift`
 * of mplus-codegen holds it against the contract. It has no signature and no secret, but all of your customers' data that
 * is in requests and answers: keep it as you keep that.
 *
 * `createReceiver({ ...createTrace((line) => appendFile("trace.ndjson", line)), … })`
 */
export const createTrace = (write: (line: string) => unknown): Required<Pick<Observer, "onAnswered">> => ({
  onAnswered: ({ eventName }, { status, subscriptionId, duration, readBodies }) => {
    const bodies = readBodies();
    if (bodies === undefined) return undefined;
    // Milliseconds since 1970, by a clock that does not jump: they order the lines, and tell how long nothing came.
    const at = Math.round(performance.timeOrigin + performance.now() - duration);
    const head = JSON.stringify({ at, event: eventName, subscription: subscriptionId, status });
    const parts = [`"request":${toOneLine(bodies.request)}`, `"answer":${toOneLine(bodies.answer)}`];
    return write(`${head.slice(0, -1)},${parts.join(",")}}\n`);
  },
});

/** Bodies are taken as they are, as parsing would round long numbers. In JSON, a line end is never inside a text. */
const toOneLine = (json: string): string => (json === "" ? "null" : json.replace(/[\r\n]+/g, " "));
