// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { consoleLog, createSafeLog, type Log } from "../receiver/log.js";
import { checkCount } from "../receiver/values.js";

/** How an inbox keeps events, and how often they are tried. */
export interface InboxOptions {
  /** A URL of PostgreSQL, as `pg` takes it, or a folder, which one process at a time can have. */
  readonly database: string;
  /** The schema of the database that everything is in; small letters, digits, `_`. Default: `mplus_inbox`. */
  readonly schema?: string | undefined;
  /** How often an event is tried before it is dead. Default: 10. */
  readonly attempts?: number | undefined;
  /** The pause before the second attempt, in milliseconds, counted in whole seconds; then it doubles. Default: 1000. */
  readonly retryDelay?: number | undefined;
  /** The longest pause between two attempts, in milliseconds. Default: 300 000, which is five minutes. */
  readonly longestDelay?: number | undefined;
  /** How long one attempt of a handler may take, in milliseconds; then its `signal` aborts. Default: 60 000. */
  readonly deadline?: number | undefined;
  /** How long handled events are kept, in milliseconds: for that long a repeat is recognised. Default: a week. */
  readonly keepFor?: number | undefined;
  /** Where to write; a pino logger fits. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

/** The options with their usual values. */
export interface InboxSettings extends Readonly<
  Required<{ [K in keyof InboxOptions]: NonNullable<InboxOptions[K]> }>
> {
  readonly log: Log;
}

const [day, year] = [24 * 60 * 60 * 1000, 365 * 24 * 60 * 60 * 1000];

/** Of each option that is a number: its default, the least and the most that it may be. */
const numbers = {
  attempts: [10, 1, 1000],
  retryDelay: [1000, 0, 10 * year - 1],
  longestDelay: [300_000, 1, 10 * year],
  deadline: [60_000, 1, day - 60_000],
  keepFor: [7 * day, 1, 10 * year],
} as const;

/** @throws Error with one sentence on the option that is wrong. */
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
      "database must be a URL, postgres://…, or a folder. It is not shown: it may have a password.",
    );
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(settings.schema))
    throw new Error("schema must be small letters, digits and _, at most 41, and begin with no digit.");
  for (const [name, [, least, most]] of Object.entries(numbers))
    checkCount(name, settings[name as keyof typeof numbers], most, least);
  return settings;
}

/**
 * Whether a text is the URL of a PostgreSQL or a folder. Undefined if it is neither: a URL of something else, or one that is
 * misspelt, quoted or written as `password=…`. As a folder, it would be made, with the password in its name.
 */
export function findKind(database: string): "postgres" | "folder" | undefined {
  if (/^postgres(?:ql)?:\/\//i.test(database)) return "postgres";
  const isOdd =
    /^\s|\s$|["']|:\/\/|^postgres(?:ql)?:|:[^/\\:]*@|(?:host|server|user|uid|password|pwd|dbname)\s*=/i.test(
      database,
    );
  return database === "" || isOdd ? undefined : "folder";
}
