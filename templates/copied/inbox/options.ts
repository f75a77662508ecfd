import { consoleLog, createSafeLog, type Log } from "../receiver/log.js";
import { checkCount } from "../receiver/values.js";

export interface InboxOptions {
  /** A PostgreSQL URL, as for `pg`, or a folder, which only one process at a time can open. */
  readonly database: string;
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

/** @throws Error that names the invalid option. */
export function readOptions(options: InboxOptions): InboxSettings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const defaults = Object.entries(numbers).map(([name, [usual]]) => [name, usual] as const);
  const settings = {
    schema: "mplus_inbox",
    ...Object.fromEntries([...defaults, ...given]),
    log: createSafeLog(options.log ?? consoleLog),
  } as InboxSettings;
  if (typeof settings.database !== "string" || findKind(settings.database) === undefined)
    throw new Error(
      "database must be a postgres:// URL or a folder. Its value is not shown, because it may contain a password.",
    );
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(settings.schema))
    throw new Error(
      "schema must be at most 41 lowercase letters, digits and _, and must not begin with a digit.",
    );
  for (const [name, [, least, most]] of Object.entries(numbers))
    checkCount(name, settings[name as keyof typeof numbers], most, least);
  return settings;
}

/**
 * Distinguishes a PostgreSQL URL from a folder. Undefined for neither: another URL, or one that is misspelled, quoted
 * or written as `password=…`. If such a text counted as a folder, that folder's name would show the password.
 */
export function findKind(database: string): "postgres" | "folder" | undefined {
  if (/^postgres(?:ql)?:\/\//i.test(database)) return "postgres";
  const isOdd =
    /^\s|\s$|["']|:\/\/|^postgres(?:ql)?:|:[^/\\:]*@|(?:host|server|user|uid|password|pwd|dbname)\s*=/i.test(
      database,
    );
  return database === "" || isOdd ? undefined : "folder";
}
