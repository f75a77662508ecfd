// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isThenable } from "./awaitable.js";
import { toLoggable } from "./thrown.js";

/** Where the receiver writes: the part of a pino logger that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** What a line is about. Never holds a secret, a signature or any part of a body. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * A log that does not throw. What is logged may be what was thrown, and that may be anything: an error whose message
 * throws, a proxy that was revoked. Where it cannot be written, the line is written without it.
 */
export function createSafeLog(log: Log): Log {
  const write = (level: keyof Log) => (fields: LogFields, message: string) => {
    const { err, ...others } = fields;
    const loggable = toLoggable(err);
    tryInTurn(
      () => log[level](loggable === undefined ? others : { ...others, err: loggable }, message),
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
    // Nobody else would catch it, and what nobody catches ends the process.
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

/** Writes warnings and errors to the console, and nothing else. */
export const consoleLog: Log = {
  ...silentLog,
  warn: (fields, message) => console.warn(`mplus: ${message}`, fields),
  error: (fields, message) => console.error(`mplus: ${message}`, fields),
};
