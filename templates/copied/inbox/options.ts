import { consoleLog, createSafeLog } from "../receiver/base/log.js";
import type { Log } from "../receiver/base/handlers.js";
import { checkCount } from "../receiver/base/values.js";

export interface InboxOptions {
  /**
   * A PostgreSQL URL, as for `pg`, or a folder that begins with `./`, `../` or `/`, which only one process at a time can
   * open. Checked at first use, so that builds need no database.
   */
  readonly database: string | undefined;
  /** Schema for the inbox's tables: lowercase letters, digits and `_`. Default: `mplus_inbox`. */
  readonly schema?: string | undefined;
  /**
   * Most database connections of a process. A quarter is for storing and claiming events, the rest for handlers'
   * transactions and upkeep. No effect in a folder. Default: 26.
   */
  readonly connections?: number | undefined;
  /** Number of attempts before an event is dead. Default: 10. */
  readonly attempts?: number | undefined;
  /** Pause before the second attempt, in milliseconds (rounded to seconds); it doubles each time. Default: 1000. */
  readonly retryDelay?: number | undefined;
  /** Longest pause between attempts, in milliseconds. Default: 300 000 (five minutes). */
  readonly longestDelay?: number | undefined;
  /** Time limit for an attempt, in milliseconds; then its `signal` aborts. Default: 60 000. */
  readonly deadline?: number | undefined;
  /** Time to keep handled events, in milliseconds, during which repeats are recognized. Default: a week. */
  readonly keepFor?: number | undefined;
  /** A log, such as a pino logger. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

export interface InboxSettings extends Readonly<
  Required<{ [K in keyof InboxOptions]: NonNullable<InboxOptions[K]> }>
> {
  readonly log: Log;
}

const [day, year] = [24 * 60 * 60 * 1000, 365 * 24 * 60 * 60 * 1000];

const numbers = {
  connections: [26, 2, 1000],
  attempts: [10, 1, 1000],
  retryDelay: [1000, 0, 10 * year - 1],
  longestDelay: [300_000, 1, 10 * year],
  deadline: [60_000, 1, day - 60_000],
  keepFor: [7 * day, 1, 10 * year],
} as const;

/** Does not check `database`. @throws Error that names the invalid option. */
export function readOptions(options: InboxOptions): InboxSettings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const defaults = Object.entries(numbers).map(([name, [usual]]) => [name, usual] as const);
  const settings = {
    database: "",
    schema: "mplus_inbox",
    ...Object.fromEntries([...defaults, ...given]),
    log: createSafeLog(options.log ?? consoleLog),
  } as InboxSettings;
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(settings.schema))
    throw new Error(
      "schema must be at most 41 lowercase letters, digits and _, and must not begin with a digit.",
    );
  for (const [name, [, least, most]] of Object.entries(numbers))
    checkCount(name, settings[name as keyof typeof numbers], most, least);
  return settings;
}

/**
 * Distinguishes a PostgreSQL URL from a folder. A folder must begin as a path does: `shop` may be the name of a
 * database, and `password=…` a misspelled URL, which the folder's name would show.
 * @throws Error if the database is missing or neither. The message does not contain it.
 */
export function findKind(database: string): "postgres" | "folder" {
  if (/^postgres(?:ql)?:\/\//i.test(database)) return "postgres";
  if (/^(?:\.{0,2}|[a-z]:)[/\\]/i.test(database) && !/^\/\/|\s$|:[^/\\:]*@/.test(database)) return "folder";
  throw new Error(
    database === ""
      ? 'The option "database" of the inbox is undefined or empty. Set it to a PostgreSQL URL or a folder. If it is ' +
          "read from an environment variable such as DATABASE_URL, set that variable where this process runs."
      : 'The option "database" of the inbox must be a URL that begins with postgres://, or a folder that begins ' +
          "with ./, ../ or /. Its value is not shown, because it may contain a password.",
  );
}
