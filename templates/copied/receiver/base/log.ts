import type { Problem } from "../../validators/results.js";
import type { Log, LogFields } from "./handlers.js";
import type { HandlerFailure, Observer } from "./options.js";
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

/**
 * Tells of an error of the user's code.
 * @param fields `err` is what was thrown, if anything was.
 * @param status Of the answer that the POS got, if it has one.
 */
export type Report = (fields: LogFields, message: string, status: number | undefined) => void;

export interface Reports {
  /** Passes an error to `onHandlerError`. */
  readonly tell: Report;
  /** Logs an error, and passes it to `onHandlerError`. */
  readonly report: Report;
}

export function createReports(log: Log, onHandlerError: Observer["onHandlerError"]): Reports {
  const tell: Report = (fields, message, status) => {
    if (!onHandlerError) return;
    const { eventName, subscriptionId } = fields as Pick<HandlerFailure, "eventName" | "subscriptionId">;
    const error = "err" in fields ? fields["err"] : new Error(message);
    callSafely(
      () => onHandlerError({ error, message, eventName, subscriptionId, status }),
      // Not told, because that would fail again.
      (fault) => log.error({ eventName, subscriptionId, err: fault }, sayHookThrew(fault)),
    );
  };
  const report: Report = (fields, message, status) => {
    log.error(fields, message);
    tell(fields, message, status);
  };
  return { tell, report };
}

/** Calls a hook. If it throws or rejects, that is reported and does not change the answer. */
export const callHook = (report: Report, fields: LogFields, call: () => unknown, status?: number): void =>
  callSafely(call, (fault) => report({ ...fields, err: fault }, sayHookThrew(fault), status));

const sayHookThrew = (fault: unknown): string => `a hook threw: ${toReason(fault)}`;

function callSafely(call: () => unknown, note: (fault: unknown) => void): void {
  try {
    const result = call();
    if (isThenable(result)) Promise.resolve(result).then(undefined, note);
  } catch (fault: unknown) {
    note(fault);
  }
}
