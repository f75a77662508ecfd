// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isThenable } from "../values/awaitable.js";
import { escapeControls } from "../values/printable.js";
import { isError, toLoggable } from "../values/thrown.js";

/** Where the receiver writes: the part of a pino logger that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The event, subscription, status and so on of a line; never a secret, a signature or any part of a body. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * A log that never throws. Its lines may have a thrown value, which can be anything: an error whose message throws, a
 * revoked proxy. The log gets an Error that says the same, and nothing else that is in it.
 */
export function createSafeLog(log: Log): Log {
  const write = (level: keyof Log) => (fields: LogFields, message: string) => {
    const { err, ...others } = fields;
    tryInTurn(
      () => log[level]("err" in fields ? { ...others, err: toLoggable(err) } : others, message),
      () => log[level](others, message),
      () => consoleLog.error(others, message),
    );
  };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

function tryInTurn(first: () => unknown, ...others: readonly (() => unknown)[]): void {
  const next = (): void => {
    const [second, ...rest] = others;
    if (second) tryInTurn(second, ...rest);
  };
  try {
    const written = first();
    // A rejection that nobody catches would end the process.
    if (isThenable(written)) Promise.resolve(written).then(undefined, next);
  } catch {
    next();
  }
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
