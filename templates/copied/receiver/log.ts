import type { Problem } from "../validators/results.js";
import type { Reply } from "./http.js";
import {
  cut,
  cutName,
  escapeControls,
  ignoreRejections,
  isError,
  isObject,
  isThenable,
  toReason,
  tryToRead,
  type JsonObject,
} from "./values.js";

/** The receiver's log: the part of pino's interface that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The event, subscription, status and so on. Never contains a secret, a signature or a value from a body. */
export type LogFields = Readonly<Record<string, unknown>>;

export const toFields = (given: {
  readonly event: string;
  readonly subscription: { readonly id: string };
}): LogFields => ({ eventName: given.event, subscriptionId: given.subscription.id });

/** Wraps a log so that it never throws. Lines that it fails to write go to the console. */
export function createSafeLog(log: Log): Log {
  const writeSafely = async (level: keyof Log, fields: LogFields, message: string) => {
    const { err, ...others } = fields;
    // Any value can be thrown, including a promise.
    ignoreRejections(err);
    try {
      const line = "err" in fields ? { ...others, err: toLoggable(err) } : others;
      // A log may return a promise, despite its type.
      const written: unknown = log[level](line, message);
      await written;
    } catch {
      consoleLog.error(others, message);
    }
  };
  const write = (level: keyof Log) => (fields: LogFields, message: string) =>
    void writeSafely(level, fields, message);
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Writes warnings and errors to the console, with control characters escaped. */
export const consoleLog: Log = {
  ...silentLog,
  warn: (fields, message) => console.warn(toLine(message), toShown(fields)),
  error: (fields, message) => console.error(toLine(message), toShown(fields)),
};

/** The console treats its first argument as a format. */
const toLine = (message: string): string => `mplus: ${escapeControls(message).replaceAll("%", "%%")}`;

/** The console escapes neither error stacks nor all control characters in strings. */
function toShown(value: unknown): unknown {
  if (isError(value)) return toLoggable(value, escapeControls);
  if (typeof value === "string") return escapeControls(value);
  if (Array.isArray(value)) return value.map(toShown);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toShown(part)]));
}

/**
 * Copies a thrown value to an Error with only name, message, stack and causes, because a database's error may include
 * a query and its values. `write` changes each line.
 */
function toLoggable(thrown: unknown, write = (line: string): string => line, depth = 0): Error {
  const read = (name: string): unknown =>
    isError(thrown) ? tryToRead(() => (thrown as unknown as JsonObject)[name]) : undefined;
  const readText = (name: string): string | undefined => {
    const text = read(name);
    return typeof text === "string" ? text : undefined;
  };
  const writeLines = (text: string): string => text.split("\n").map(write).join("\n");
  const toInner = (inner: unknown): Error => toLoggable(inner, write, depth + 1);
  const reason = toReason(thrown);
  const name = write(cutName(readText("name") ?? "Error"));
  // The stack starts with the message, which may be of any length.
  const stack = readText("stack")?.replace(readText("message") ?? "", () => reason) ?? `${name}: ${reason}`;
  const [cause, errors] = depth < 4 ? [read("cause"), read("errors")] : [];
  const error = new Error(writeLines(reason));
  // Not enumerable, as in other errors.
  const define = (key: string, value: unknown) =>
    Object.defineProperty(error, key, { value, writable: true });
  define("name", name);
  define("stack", writeLines(cut(stack, 10_000)));
  // pino prefers the class name to `name`, if the constructor is a function.
  define("constructor", { name });
  if (isError(cause)) define("cause", toInner(cause));
  if (Array.isArray(errors)) define("errors", errors.slice(0, 10).map(toInner));
  return error;
}

/** Names the places of problems. Their messages never quote a value, because it may be customer data. */
export const describeProblems = (problems: readonly Problem[]): string =>
  problems.map(({ path, message }) => `${path}${path && ": "}${message.replace(/\.$/, "")}`).join("; ");

/** Hooks for each request and its answer, for metrics and OpenTelemetry. */
export interface Observer {
  /** Called when a request arrives, before any check. */
  readonly onReceived?: ((exchange: Exchange) => unknown) | undefined;
  /** Called after the answer, with the same exchange object, which can be a key of a WeakMap. */
  readonly onAnswered?: ((exchange: Exchange, outcome: ExchangeOutcome) => unknown) | undefined;
}

export interface Exchange {
  /** The event's name; undefined if the URL names no event. */
  readonly eventName: string | undefined;
}

export interface ExchangeOutcome {
  readonly status: number;
  /** The error code of the answer, if any. */
  readonly code: string | undefined;
  /** The subscription's id, if the signature was verified. */
  readonly subscriptionId: string | undefined;
  /** Time from request to answer, in milliseconds. */
  readonly duration: number;
  /** The handler's share of `duration`; undefined if the answer did not wait for a handler. */
  readonly handlerDuration: number | undefined;
  /**
   * Returns the JSON bodies of a verified request. A function, so that customer data does not slip into a log with the
   * outcome.
   */
  readonly readBodies: () => ExchangeBodies | undefined;
}

/** A verified request and its answer, exactly as sent. */
export interface ExchangeBodies {
  readonly request: string;
  readonly answer: string;
}

/** Calls `onReceived`, and returns the function that calls `onAnswered`. */
export function observe(observer: Observer, log: Log, eventName: string | undefined) {
  const started = performance.now();
  const exchange: Exchange = { eventName };
  callHook(log, () => observer.onReceived?.(exchange));
  return (
    { status, code, text: answer }: Reply,
    subscriptionId: string | undefined,
    delivery: { readonly bytes: Uint8Array; readonly handlerDuration?: number } | undefined,
  ): void => {
    const outcome: ExchangeOutcome = {
      status,
      code,
      subscriptionId,
      duration: performance.now() - started,
      handlerDuration: delivery?.handlerDuration,
      readBodies: () => delivery && { request: new TextDecoder().decode(delivery.bytes), answer },
    };
    callHook(log, () => observer.onAnswered?.(exchange, outcome));
  };
}

/** If a hook throws or rejects, that is logged and does not change the answer. */
export function callHook(log: Log, call: () => unknown): void {
  const note = (fault: unknown): void => log.error({ err: fault }, `a hook threw: ${toReason(fault)}`);
  try {
    const result = call();
    if (isThenable(result)) Promise.resolve(result).then(undefined, note);
  } catch (fault: unknown) {
    note(fault);
  }
}

/**
 * Writes a recording for `mplus-codegen replay` and `drift`: one line of JSON for each verified request and its answer.
 * It contains customer data, but no secret: `createReceiver({ ...createTrace((line) => appendFile(file, line)), … })`.
 */
export const createTrace = (write: (line: string) => unknown): Required<Pick<Observer, "onAnswered">> => ({
  onAnswered: ({ eventName }, { status, subscriptionId, duration, readBodies }) => {
    const bodies = readBodies();
    if (bodies === undefined) return undefined;
    // Milliseconds since 1970, from a monotonic clock.
    const at = Math.round(performance.timeOrigin + performance.now() - duration);
    const facts = {
      at,
      event: eventName,
      subscription: subscriptionId,
      duration: Math.round(duration),
      status,
    };
    const head = JSON.stringify(facts).slice(0, -1);
    return write(`${head},"request":${toOneLine(bodies.request)},"answer":${toOneLine(bodies.answer)}}\n`);
  },
});

/** Not parsed, because parsing would round long numbers. JSON strings contain no line breaks. */
const toOneLine = (json: string): string => (json === "" ? "null" : json.replace(/[\r\n]+/g, " "));
