// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { toEntry, toLimits, type Entry, type Quota, type Store } from "../receiver/store.js";

/** What runs one statement: a `Pool` of `pg`, a PGlite. */
export interface PostgresClient {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** What a store in PostgreSQL can be told. */
export interface PostgresStoreOptions extends Quota {
  /** The schema that its table is in: a name of a-z, 0-9 and _. Default: `mplus_store`. */
  readonly schema?: string | undefined;
}

const defaultSchema = "mplus_store";

/**
 * A store that all processes with the same database share. Its table is created when it is first used. Each subscription
 * has a quota; while many processes write it may be over it by a sixteenth for each of them. A text that is larger than the
 * whole quota is not kept: `add` and `set` reject with a RangeError. No text may have the character NUL, or half of a pair of
 * surrogates; the receiver's have neither.
 * @throws Error if an option is invalid.
 */
export function createPostgresStore(client: PostgresClient, options: PostgresStoreOptions = {}): Store {
  const limits = toLimits(options);
  const statements = createStatements(options.schema ?? defaultSchema);
  const query = createQuery(client, statements.create);
  const shares = new Map<string, number>();
  let writes = 0;
  /** An owner is held to the quota at the first write, as a process may not live long, and whenever a share of it is written. */
  const tidy = async ({ owner, size }: Entry): Promise<undefined> => {
    const written = (shares.get(owner) ?? 1) + Math.max(1 / limits.entries, size / limits.bytes);
    shares.set(owner, written >= share ? 0 : written);
    if (written >= share) await query(statements.trim, [owner, limits.entries, limits.bytes]);
    if (writes++ % sweepEvery === 0) await query(statements.sweep, []);
    return undefined;
  };
  return {
    async add(...given) {
      const entry = toEntry(limits, ...given);
      for (;;) {
        const [row] = await query(statements.add, toValues(entry));
        const { kept, text } = row as { readonly kept: boolean; readonly text: string | null };
        if (kept) return tidy(entry);
        if (text !== null) return text;
      }
    },
    async set(...given) {
      const entry = toEntry(limits, ...given);
      await query(statements.set, toValues(entry));
      await tidy(entry);
    },
    delete: (key) => query(statements.delete, [key]),
  };
}

/**
 * How many writes of this process one sweep follows, fewer than it can remove; the part of a quota between two trims: to add up
 * what an owner has costs more than a write.
 */
const [sweepEvery, share] = [256, 1 / 16];

const toValues = ({ key, owner, text, size, milliseconds }: Entry): unknown[] => {
  return [key, owner, text, size, milliseconds];
};

/** The SQL that creates the table, for a database in which the program's own role may not. */
export const createPostgresStoreSql = (schema: string = defaultSchema): string =>
  createStatements(schema).create;

type Query = (statement: string, values: unknown[]) => Promise<readonly unknown[]>;

/** Creates the table before the first statement. If that fails, the next statement tries again. */
function createQuery(client: PostgresClient, create: string): Query {
  let created: Promise<unknown> | undefined;
  return async (statement, values) => {
    created ??= client.query(create, []);
    await created.catch((error: unknown) => {
      created = undefined;
      throw error;
    });
    return (await client.query(statement, values)).rows;
  };
}

/** How many entries one statement removes at most: a long one would hold up others. */
const batch = 1000;

/**
 * Writes down the statements of a store in one schema. Each is one round trip, and a transaction of its own.
 * @throws Error if the name of the schema is none that needs no quotes.
 */
function createStatements(schema: string) {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new Error("schema must be a name of at most 63 of a-z, 0-9 and _, the first no digit.");
  }
  const table = `"${schema}".entries`;
  const write = (condition: string): string => `
    INSERT INTO ${table} AS kept (key, owner, text, size, expires)
    SELECT $1::text, $2::text, $3::text, $4::bigint, clock_timestamp() + $5::float8 * interval '1 millisecond'
    ${condition}
    ON CONFLICT (key) DO UPDATE
    SET text = excluded.text, size = excluded.size, place = excluded.place, expires = excluded.expires`;
  return {
    create: create(schema, table),
    // Gives whether it was kept, and the text that was there. It looks first, as an insert that meets a row locks that,
    // which is a write. An insert that loses to one that came while this ran gives neither: it has to be asked again.
    add: `
    WITH found AS (SELECT text FROM ${table} WHERE key = $1::text AND expires > clock_timestamp()),
    written AS (${write("WHERE NOT EXISTS (SELECT FROM found)")}
    WHERE kept.expires <= clock_timestamp()
    RETURNING key)
    SELECT EXISTS (SELECT FROM written) AS kept, (SELECT text FROM found) AS text`,
    set: write(""),
    delete: `DELETE FROM ${table} WHERE key = $1`,
    // Forgets the oldest entries of an owner who is over the quota. A locked entry is being replaced or removed: whoever
    // does that needs no help, and waiting could be a deadlock.
    trim: `
    DELETE FROM ${table} WHERE key IN (
      SELECT key FROM ${table} WHERE owner = $1 AND place <= (
        SELECT max(place) FROM (
          SELECT place, row_number() OVER newer AS entries, sum(size) OVER newer AS bytes
          FROM ${table} WHERE owner = $1
          WINDOW newer AS (ORDER BY place DESC ROWS UNBOUNDED PRECEDING)
        ) AS each WHERE entries > $2::bigint OR bytes > $3::bigint
      ) FOR UPDATE SKIP LOCKED)`,
    sweep: `
    DELETE FROM ${table} WHERE key IN (
      SELECT key FROM ${table} WHERE expires <= clock_timestamp()
      ORDER BY expires LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
  };
}

/**
 * A role that may not create anything can run it where the table is. Without the lock, two that create the same table at
 * once fail, in spite of `IF NOT EXISTS`; its number is arbitrary. Whoever waited for it has to look again: a connection
 * remembers names that were not there, until a query reads the catalogue.
 */
function create(schema: string, table: string): string {
  const isMissing = `NOT EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = '${schema}' AND tablename = 'entries')`;
  return `DO $create$
BEGIN
  IF ${isMissing} THEN
    PERFORM pg_advisory_xact_lock(6016370418273195501);
    IF ${isMissing} THEN
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
  END IF;
END
$create$`;
}
