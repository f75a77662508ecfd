import { splitPointer, type Problem } from "../validators/results.js";
import { escapeControls, isError, isThenable, toReason, tryToRead, type JsonObject } from "./values.js";

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

/** A log that never throws. If the given one does, the line goes to the console. */
export function createSafeLog(log: Log): Log {
  const writeSafely = async (level: keyof Log, { err, ...others }: LogFields, message: string) => {
    try {
      // A log may return a promise, whatever its type says.
      await (log[level] as (...line: unknown[]) => unknown)(
        err === undefined ? others : { ...others, err },
        message,
      );
    } catch {
      consoleLog.error(others, message);
    }
  };
  const write = (level: keyof Log) => (fields: LogFields, message: string) => {
    const all = "err" in fields ? { ...fields, err: toLoggable(fields["err"]) } : fields;
    void writeSafely(level, all, message);
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
 * A thrown value as an Error with its name, message, stack and causes, and nothing else of it: an error of a database may
 * have a query with its values. `write` changes each line of a text.
 */
function toLoggable(thrown: unknown, write = (line: string): string => line, depth = 0): Error {
  const error = isError(thrown) ? thrown : undefined;
  const read = (name: "name" | "message" | "stack" | "cause" | "errors"): unknown =>
    tryToRead(() => (error as unknown as Readonly<Record<string, unknown>> | undefined)?.[name]);
  const readText = (name: "name" | "message" | "stack"): string | undefined => {
    const text = read(name);
    return typeof text === "string" ? text : undefined;
  };
  const writeLines = (text: string): string => text.split("\n").map(write).join("\n");
  const toInner = (inner: unknown): Error => toLoggable(inner, write, depth + 1);
  const reason = toReason(thrown);
  const name = write(readText("name") ?? "Error");
  // The stack begins with the message, which may be of any length.
  const stack = readText("stack")?.replace(readText("message") ?? "", () => reason) ?? `${name}: ${reason}`;
  const [cause, errors] = depth < 4 ? [read("cause"), read("errors")] : [];
  const properties = {
    name,
    stack: writeLines(stack),
    // pino takes the name of the class instead of `name`, if it is a function.
    constructor: { name },
    ...(isError(cause) && { cause: toInner(cause) }),
    ...(Array.isArray(errors) && { errors: errors.slice(0, 10).map(toInner) }),
  };
  // Hidden, as those of other errors are.
  const hidden = Object.entries(properties).map(([key, value]) => [key, { value, writable: true }]);
  return Object.defineProperties(
    new Error(writeLines(reason)),
    Object.fromEntries(hidden) as PropertyDescriptorMap,
  );
}

/** The problems of an answer in one line: each names its place once, as a JSON Pointer, and the kind of value there. */
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

/** The kind of a value, as the value may be a customer's. A word in place of a known one comes from code. */
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

/** Calls `onReceived`; returns what calls `onAnswered`. The name is undefined if the URL names no event. */
export function observe(observer: Observer, log: Log, eventName: string | undefined) {
  const started = performance.now();
  const exchange: Exchange = { eventName };
  callHook(log, () => observer.onReceived?.(exchange));
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
 * The hooks that write a trace: each verified request with its answer as one line of JSON, which `mplus-codegen drift` reads.
 * It contains no secret, but your customers' data: `createReceiver({ ...createTrace((line) => appendFile(file, line)), … })`.
 */
export const createTrace = (write: (line: string) => unknown): Required<Pick<Observer, "onAnswered">> => ({
  onAnswered: ({ eventName }, { status, subscriptionId, duration, readBodies }) => {
    const bodies = readBodies();
    if (bodies === undefined) return undefined;
    // In milliseconds since 1970, by a clock that does not jump.
    const at = Math.round(performance.timeOrigin + performance.now() - duration);
    const head = JSON.stringify({ at, event: eventName, subscription: subscriptionId, status });
    const parts = [`"request":${toOneLine(bodies.request)}`, `"answer":${toOneLine(bodies.answer)}`];
    return write(`${head.slice(0, -1)},${parts.join(",")}}\n`);
  },
});

/** Bodies are taken as they are, as parsing would round long numbers. In JSON, a line end is never inside a text. */
const toOneLine = (json: string): string => (json === "" ? "null" : json.replace(/[\r\n]+/g, " "));
