// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type { Quota, Store } from "../receiver/store.js";
import { measure, toLimits, type Limits } from "./limits.js";
import { getOwner } from "./owner.js";
import { createPostgresStatements, type PostgresStatements } from "./postgres-sql.js";
import { createRounds } from "./rounds.js";

/** What runs one statement: a `Pool` of `pg`, a PGlite. */
export interface PostgresClient {
  query(text: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** What a store in PostgreSQL can be told. */
export interface PostgresStoreOptions extends Quota {
  /** The schema that its table is in: a name of a-z, 0-9 and _. Default: `mplus_store`. */
  readonly schema?: string | undefined;
}

const usualSchema = "mplus_store";

/**
 * A store that all processes with the same database share. Its table is created when it is first used. Each subscription
 * has a quota; while many processes write it may be over it by a sixteenth for each of them. A text that is larger than the
 * whole quota is not kept: `add` and `set` reject with a RangeError. No text may have the character NUL, or half of a pair of surrogates;
 * the receiver's have neither.
 * @throws Error if an option is invalid.
 */
export function createPostgresStore(client: PostgresClient, options: PostgresStoreOptions = {}): Store {
  const limits = toLimits(options);
  const statements = createPostgresStatements(options.schema ?? usualSchema);
  const query = createQuery(client, statements);
  const tidy = createTidy(query, statements, limits);
  const toValues = (key: string, text: string, milliseconds: number): readonly [unknown[], number] => {
    const size = measure(key, text, limits);
    return [[key, getOwner(key), text, size, milliseconds], size];
  };
  return {
    async add(key, text, milliseconds) {
      const [values, size] = toValues(key, text, milliseconds);
      for (;;) {
        const [row] = await query(statements.add, values);
        const { kept, text: found } = row as { readonly kept: boolean; readonly text: string | null };
        if (kept) return tidy(getOwner(key), size);
        if (found !== null) return found;
      }
    },
    async set(key, text, milliseconds) {
      const [values, size] = toValues(key, text, milliseconds);
      await query(statements.set, values);
      await tidy(getOwner(key), size);
    },
    delete: (key) => query(statements.delete, [key]),
  };
}

/** The SQL that creates the table, for a database in which the program's own role may not. */
export const createPostgresStoreSql = (schema: string = usualSchema): string =>
  createPostgresStatements(schema).create;

type Query = (statement: string, values: unknown[]) => Promise<readonly unknown[]>;

/** Creates the table before the first statement. If that fails, the next statement tries again. */
function createQuery(client: PostgresClient, { create }: PostgresStatements): Query {
  let created: Promise<unknown> | undefined;
  const begin = (): Promise<unknown> =>
    (created ??= client.query(create, []).catch((error: unknown) => {
      created = undefined;
      throw error;
    }));
  return async (statement, values) => {
    await begin();
    return (await client.query(statement, values)).rows;
  };
}

/** Keeps the quota of an owner who has just written, and removes what is over: now and then, as both take a while. */
function createTidy(
  query: Query,
  { trim, sweep }: PostgresStatements,
  limits: Limits,
): (owner: string, size: number) => Promise<undefined> {
  const isDue = createRounds(limits);
  return async (owner, size) => {
    const due = isDue(owner, size);
    if (due.trim) await query(trim, [owner, limits.entries, limits.bytes]);
    if (due.sweep) await query(sweep, []);
    return undefined;
  };
}
