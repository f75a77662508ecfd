// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Where the receiver writes: the part of a pino logger that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** What a line is about. Never holds a secret, a signature or any part of a body. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes warnings and errors to the console, and nothing else. */
export const consoleLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, message) => console.warn(`mplus: ${message}`, fields),
  error: (fields, message) => console.error(`mplus: ${message}`, fields),
};
