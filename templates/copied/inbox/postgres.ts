import type { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { ConstructorOptions, PgBoss } from "pg-boss";
import { getCode, isError } from "../receiver/base/values.js";
import { passive, startBoss, type Opening, type Pool, type Pools } from "./connection.js";
import { createTurns } from "./turns.js";

/**
 * In milliseconds. `soon` limits statements that store or claim an event. `late` is the least limit for handlers'
 * statements and for upkeep. Past its limit, a connection counts as broken, because a network may drop everything
 * silently.
 */
export const [soon, late] = [10_000, 60_000];

/** @throws Error if the database cannot be reached or, when opened read-only, is missing or has another version. */
export async function openPostgres({
  database,
  schema,
  connections,
  deadline,
  look,
  log,
}: Opening): Promise<Pools> {
  const common = { connectionString: database, schema, application_name: "mplus-inbox", keepAlive: true };
  const started: PgBoss[] = [];
  let isTold = false;
  const warn = (granted: number): void => {
    if (!isTold)
      log.warn({ granted }, "the database grants fewer connections than the option connections allows");
    isTold = true;
  };
  const start = async (max: number, how: ConstructorOptions & Timeout): Promise<Pool> => {
    const turns = createTurns(max, warn);
    // One connection stays open, because the server may refuse a new one.
    const options = { ...common, connectionTimeoutMillis: 5000, max, min: 1, ...how };
    const boss = await startBoss(options, log, (task) =>
      turns.run(task, () => AbortSignal.timeout(how.query_timeout)),
    );
    started.push(boss);
    hearErrors(boss);
    return { boss, turns };
  };
  // pg-boss waits for running statements, which hang if the network does.
  const close = (): Promise<unknown> =>
    Promise.race([
      Promise.all(started.map((boss) => boss.stop({ graceful: false }))),
      sleep(soon, undefined, { ref: false }),
    ]);
  const forStoring = Math.max(1, Math.floor(connections / 4));
  const longest = Math.max(deadline, late) + soon;
  try {
    const upkeep = await start(connections - forStoring, { query_timeout: longest, ...(look && passive) });
    return { upkeep, storing: await start(forStoring, { query_timeout: soon, ...passive }), close };
  } catch (error: unknown) {
    await close();
    throw isPlain(database) ? error : hideReason(error);
  }
}

/**
 * pg-boss begins to listen for errors of a connection only after it has it. Without a listener, an error that comes
 * together with a new connection would end the process.
 */
function hearErrors(boss: PgBoss): void {
  const { pool } = boss.getDb() as unknown as { readonly pool: EventEmitter };
  pool.on("connect", (client: EventEmitter) => client.on("error", () => undefined));
}

interface Timeout {
  /** In milliseconds. */
  readonly query_timeout: number;
}

/**
 * False if a password may contain an unencoded special character. The text after that character would be read as the
 * host or the database.
 */
const isPlain = (url: string): boolean => /^\w+:\/\/(?:[^\s@/?#]*@)?[^\s@]*$/.test(url);

const readCode = (error: unknown): string => {
  const code = isError(error) ? getCode(error) : undefined;
  return typeof code === "string" ? code : "unreadable URL";
};

const hideReason = (error: unknown): Error =>
  new Error(
    `Cannot open the inbox's database (${readCode(error)}). Details are hidden, ` +
      "because the password in its URL has a character that must be percent-encoded, such as @ / ? or #.",
  );
