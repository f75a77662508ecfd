import { Logger } from "@nestjs/common";
import type { Log, LogFields } from "../receiver/api/log.js";

/** Creates a log that writes to the logger of the Nest app. */
export function createNestLog(): Log {
  const logger = new Logger("Mplus");
  return {
    debug: (fields, message) => logger.debug(format(fields, message)),
    info: (fields, message) => logger.log(format(fields, message)),
    warn: (fields, message) => logger.warn(format(fields, message)),
    error: ({ err, ...fields }, message) =>
      logger.error(format(fields, message), err instanceof Error ? err.stack : undefined),
  };
}

function format(fields: LogFields, message: string): string {
  const toText = (_name: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return `${message} ${JSON.stringify(fields, toText)}`;
}
