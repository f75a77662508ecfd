import type { Db } from "pg-boss";
import { getCode, isContainer, isError } from "../receiver/base/values.js";
import type { Connection, OpenTransaction } from "./connection.js";
import { toQuery } from "./database.js";

/**
 * A handler's transaction. It begins with the first query. Queries run one at a time, even if issued concurrently.
 * `signal` ends the wait for a connection.
 */
export function createLazyTransaction(connect: () => Promise<Connection>, signal: AbortSignal) {
  let open: Promise<OpenTransaction> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let [hasBegun, isFinished, isUndone] = [false, false, false];
  const thrown = new WeakSet<object>();
  let spoiler: unknown;
  const note = (error: unknown): void => {
    if (isContainer(error)) thrown.add(error);
    if (!isOfAborted(error)) spoiler = error;
  };
  const begin = async (): Promise<OpenTransaction> => {
    const transaction = await (await connect()).begin(signal);
    hasBegun = true;
    return transaction;
  };
  const over = new Error("The attempt has ended, so its transaction accepts no more queries.");
  return {
    query: toQuery((text, values) => {
      const result = isFinished
        ? Promise.reject(over)
        : last.then(async () => {
            if (isUndone) throw over;
            open ??= begin();
            return (await open).db.executeSql(text, values);
          });
      // Also catches queries that the handler does not await: unhandled, they would end the process.
      const noted = result.catch((error: unknown) => (error === over ? undefined : note(error)));
      if (!isFinished) last = noted;
      return result;
    }),
    /** Rejects further queries. Resolves when earlier queries are done. */
    async finish(): Promise<void> {
      isFinished = true;
      await last;
    },
    async complete(run: (db: Db | undefined) => Promise<boolean>): Promise<void> {
      const transaction = await open;
      try {
        const isOurs = await run(transaction?.db);
        await (isOurs ? transaction?.commit() : transaction?.rollback());
      } catch (error: unknown) {
        note(error);
        throw error;
      }
    },
    /** Never rejects. */
    async rollBack(): Promise<void> {
      isFinished = isUndone = true;
      await (await open?.catch(() => undefined))?.rollback();
    },
    /** False until a query had a connection. */
    hasBegun: () => hasBegun,
    /** True while a query waits for a connection, and if it got none. */
    lacksConnection: () => open !== undefined && !hasBegun,
    /** True for an error of a query or of the commit. */
    hasThrown: (error: unknown) => isContainer(error) && thrown.has(error),
    /** The failed query behind PostgreSQL's refusal of all later ones; any other error as it is. */
    findCause: (error: unknown) => (isOfAborted(error) ? (spoiler ?? error) : error),
  };
}

const isOfAborted = (error: unknown): boolean => isError(error) && getCode(error) === "25P02";
