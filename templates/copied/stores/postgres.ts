import { isObject } from "../receiver/base/values.js";
import { toEntry, toLimits } from "../receiver/base/store.js";
import type { Quota, Store } from "../receiver/base/options.js";
import { isTrimDue } from "./quota.js";

/** A client that runs one statement, such as a `Pool` of `pg`, or a PGlite. */
export interface PostgresClient {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

export interface PostgresStoreOptions extends Quota {
  /** Schema of the table: a-z, 0-9 and _. Default: `mplus_store`. */
  readonly schema?: string | undefined;
}

const defaultSchema = "mplus_store";

/**
 * Creates a store that all processes with the same database share. Its table is created at first use. A subscription
 * may exceed its quota by about a sixteenth. `add` and `set` reject a text larger than the quota with a RangeError. A
 * text must not contain NUL or half of a surrogate pair; the receiver's texts never do.
 * @throws Error if an option is invalid.
 */
export function createPostgresStore(client: PostgresClient, options: PostgresStoreOptions = {}): Store {
  const limits = toLimits(options);
  const statements = createStatements(options.schema ?? defaultSchema);
  const query = createQuery(client, statements.create);
  const write = async (statement: string, given: Parameters<Store["set"]>): Promise<boolean> => {
    const entry = toEntry(limits, ...given);
    const { key, owner, text, size, milliseconds } = entry;
    const written = await query(statement, [key, owner, text, size, milliseconds]);
    if (written.length === 0) return false;
    if (isTrimDue(entry, limits)) await query(statements.trim, [owner, limits.entries, limits.bytes]);
    return true;
  };
  return {
    async add(...given) {
      // Another process may delete the existing text before it is read.
      for (;;) {
        if (await write(statements.add, given)) return undefined;
        const [known] = await query(statements.find, [given[0]]);
        if (known !== undefined) return (known as { readonly text: string }).text;
      }
    },
    set: (...given) => write(statements.set, given),
    delete: (key) => query(statements.delete, [key]),
  };
}

/** Returns the SQL that creates the table, for a database in which the program's role may not create tables. */
export const createPostgresStoreSql = (schema: string = defaultSchema): string =>
  createStatements(schema).create;

type Query = (statement: string, values: unknown[]) => Promise<readonly unknown[]>;

/**
 * Creates the table before the first statement, and again after a failure. If transactions are serializable by default,
 * PostgreSQL rejects conflicting statements, which are repeated.
 */
function createQuery(client: PostgresClient, create: string): Query {
  let created: Promise<unknown> | undefined;
  return async (statement, values) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await (created ??= client.query(create, []));
        return (await client.query(statement, values)).rows;
      } catch (error: unknown) {
        created = undefined;
        if (attempt === 50 || !isObject(error) || error["code"] !== "40001") throw error;
      }
    }
  };
}

/**
 * Creates the statements for one schema. Each is one round trip and its own transaction.
 * @throws Error if the schema's name would need quotes.
 */
function createStatements(schema: string) {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new Error(
      "schema must be at most 63 characters of a-z, 0-9 and _, and must not begin with a digit.",
    );
  }
  const table = `"${schema}".entries`;
  const set = `
    INSERT INTO ${table} AS kept (key, owner, text, size, expires)
    VALUES ($1, $2, $3, $4, clock_timestamp() + $5::float8 * interval '1 millisecond')
    ON CONFLICT (key) DO UPDATE
    SET text = excluded.text, size = excluded.size, place = excluded.place, expires = excluded.expires`;
  return {
    create: create(schema, table),
    // Both return a row if they wrote the text.
    add: `${set} WHERE kept.expires <= clock_timestamp() RETURNING key`,
    set: `${set} RETURNING key`,
    find: `SELECT text FROM ${table} WHERE key = $1`,
    delete: `DELETE FROM ${table} WHERE key = $1`,
    // Removes up to a thousand expired entries of all owners, and an owner's oldest entries over the quota. Skips
    // locked entries, which are being written or removed: waiting for them could deadlock.
    trim: `
    WITH expired AS (DELETE FROM ${table} WHERE key IN (
      SELECT key FROM ${table} WHERE expires <= now()
      ORDER BY expires LIMIT 1000 FOR UPDATE SKIP LOCKED))
    DELETE FROM ${table} WHERE key IN (
      SELECT key FROM ${table} WHERE owner = $1 AND place <= (
        SELECT max(place) FROM (
          SELECT place, row_number() OVER newer AS entries, sum(size) OVER newer AS bytes
          FROM ${table} WHERE owner = $1
          WINDOW newer AS (ORDER BY place DESC ROWS UNBOUNDED PRECEDING)
        ) AS each WHERE entries > $2::bigint OR bytes > $3::bigint
      ) FOR UPDATE SKIP LOCKED)`,
  };
}

/**
 * A role without the right to create anything can run this once the table exists. Two connections may race despite `IF
 * NOT EXISTS`: the second one waits, and then finds the name taken.
 */
const create = (schema: string, table: string): string => `DO $create$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = '${schema}' AND tablename = 'entries') THEN
    CREATE SCHEMA IF NOT EXISTS "${schema}";
    CREATE TABLE ${table} (
      key text PRIMARY KEY,
      owner text NOT NULL,
      text text NOT NULL,
      size bigint NOT NULL,
      place bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,
      expires timestamptz NOT NULL
    );
    CREATE INDEX entries_of_owner ON ${table} (owner, place) INCLUDE (size);
    CREATE INDEX entries_by_expiry ON ${table} (expires);
  END IF;
EXCEPTION WHEN unique_violation OR duplicate_table THEN
  NULL;
END
$create$`;
