import { splitPointer, type Problem } from "../validators/results.js";
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

/** Where the receiver writes: the part of a pino logger that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The event, subscription, status and so on; never a secret, a signature or any part of a body. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The event and the subscription of a line. */
export const toFields = (given: {
  readonly event: string;
  readonly subscription: { readonly id: string };
}): LogFields => ({ eventName: given.event, subscriptionId: given.subscription.id });

/** A log that never throws. If the given one does, the line goes to the console. */
export function createSafeLog(log: Log): Log {
  const writeSafely = async (level: keyof Log, fields: LogFields, message: string) => {
    const { err, ...others } = fields;
    // What was thrown may be a promise, or hold one.
    ignoreRejections(err);
    try {
      const line = "err" in fields ? { ...others, err: toLoggable(err) } : others;
      // A log may return a promise, whatever its type says.
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

/** A console shows the stacks of errors as they are, and some controls in other texts. */
function toShown(value: unknown): unknown {
  if (isError(value)) return toLoggable(value, escapeControls);
  if (typeof value === "string") return escapeControls(value);
  if (Array.isArray(value)) return value.map(toShown);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toShown(part)]));
}

/**
 * A thrown value as an Error with its name, message, stack and causes only: an error of a database may have a query with its
 * values. `write` changes each line of a text.
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
  // The stack begins with the message, which may be of any length.
  const stack = readText("stack")?.replace(readText("message") ?? "", () => reason) ?? `${name}: ${reason}`;
  const [cause, errors] = depth < 4 ? [read("cause"), read("errors")] : [];
  const error = new Error(writeLines(reason));
  // Not enumerable, as in other errors.
  const define = (key: string, value: unknown) =>
    Object.defineProperty(error, key, { value, writable: true });
  define("name", name);
  define("stack", writeLines(cut(stack, 10_000)));
  // pino takes the name of the class instead of `name`, if it is a function.
  define("constructor", { name });
  if (isError(cause)) define("cause", toInner(cause));
  if (Array.isArray(errors)) define("errors", errors.slice(0, 10).map(toInner));
  return error;
}

/** The problems of an answer in one line, each with its place as a JSON Pointer and the kind of value there. */
export const describeProblems = (problems: readonly Problem[], answer?: unknown): string =>
  problems.map((problem) => describeProblem(problem, answer)).join("; ");

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
  const rest = start === undefined ? `: ${sentence}` : ` ${sentence.slice(start.length)}`;
  return place + rest + (answer === undefined ? "" : describeValue(answer, path, code));
}

/** The kind of a value, because the value may be a customer's. A word in place of a known one comes from code. */
function describeValue(answer: unknown, path: string, code: string): string {
  if (code !== "wrong-type" && code !== "unknown-value") return "";
  const read = (part: unknown, key: string): unknown => (part as JsonObject)[key];
  const value = tryToRead(() => splitPointer(path).reduce(read, answer));
  if (code === "unknown-value")
    return typeof value === "string" && /^[\w-]{1,24}$/.test(value) ? `, not ${JSON.stringify(value)}` : "";
  if (value === null || value === undefined || typeof value === "boolean") return `, not ${String(value)}`;
  if (typeof value === "object") return Array.isArray(value) ? ", not an array" : ", not an object";
  return `, not a ${typeof value === "number" && !Number.isInteger(value) ? "broken number" : typeof value}`;
}

/** Hooks for every request and its answer: for metrics, and for OpenTelemetry. */
export interface Observer {
  /** Called when a request has come in, before any check. */
  readonly onReceived?: ((exchange: Exchange) => unknown) | undefined;
  /** Called after the answer. The exchange is the same object, so that it can be a key of a WeakMap. */
  readonly onAnswered?: ((exchange: Exchange, outcome: ExchangeOutcome) => unknown) | undefined;
}

export interface Exchange {
  /** The name of an event; undefined if the URL has none. */
  readonly eventName: string | undefined;
}

/** How a request was answered. */
export interface ExchangeOutcome {
  readonly status: number;
  /** The code of the error, if one was answered. */
  readonly code: string | undefined;
  /** The subscription, if the signature was verified. */
  readonly subscriptionId: string | undefined;
  /** From the call of the receiver to its answer, in milliseconds. */
  readonly duration: number;
  /** The handler's part of that; undefined if the answer did not wait for a handler. */
  readonly handlerDuration: number | undefined;
  /** The bodies of a verified request in JSON. A function, so that customers' data does not get into a log with the outcome. */
  readonly readBodies: () => ExchangeBodies | undefined;
}

/** A verified request and its answer, as they went over the wire. */
export interface ExchangeBodies {
  readonly request: string;
  readonly answer: string;
}

/** Calls `onReceived`; returns the function that calls `onAnswered`. The name is undefined if the URL names no event. */
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

/** Calls a hook. If it throws or rejects, that is logged and changes no answer. */
export function callHook(log: Log, call: () => unknown): void {
  const note = (fault: unknown): void =>
    log.error({ err: fault }, `an observer of the receiver threw: ${toReason(fault)}`);
  try {
    const result = call();
    if (isThenable(result)) Promise.resolve(result).then(undefined, note);
  } catch (fault: unknown) {
    note(fault);
  }
}

/**
 * Writes a recording for `mplus-codegen replay` and `drift`: each verified request and its answer as one line of JSON. It contains
 * your customers' data, but no secret: `createReceiver({ ...createTrace((line) => appendFile(file, line)), … })`.
 */
export const createTrace = (write: (line: string) => unknown): Required<Pick<Observer, "onAnswered">> => ({
  onAnswered: ({ eventName }, { status, subscriptionId, duration, readBodies }) => {
    const bodies = readBodies();
    if (bodies === undefined) return undefined;
    // In milliseconds since 1970, by a clock that does not jump.
    const at = Math.round(performance.timeOrigin + performance.now() - duration);
    const took = Math.round(duration);
    const head = JSON.stringify({
      at,
      event: eventName,
      subscription: subscriptionId,
      duration: took,
      status,
    });
    const parts = [`"request":${toOneLine(bodies.request)}`, `"answer":${toOneLine(bodies.answer)}`];
    return write(`${head.slice(0, -1)},${parts.join(",")}}\n`);
  },
});

/** Not parsed, which would round long numbers. In JSON, a line end is never inside a text. */
const toOneLine = (json: string): string => (json === "" ? "null" : json.replace(/[\r\n]+/g, " "));
