// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Transaction } from "../receiver/handlers.js";
import { getCode } from "../receiver/values.js";
import { toQuery, type OpenTransaction } from "./connection.js";

/** The transaction of one attempt: none until the first query. */
export interface LazyTransaction extends Transaction {
  /**
   * Ends it for the handler: what it asks from now on is refused. Resolves when what it asked before is done, with the
   * transaction, if one has begun.
   */
  finish(): Promise<OpenTransaction | undefined>;
  /** Ends it, and undoes what it wrote: what has not begun does not begin. Never rejects. */
  rollBack(): Promise<void>;
  /** Why the last query failed that did, but for those that only say that an earlier one had. */
  readonly lastFault: () => unknown;
}

/** Creates a transaction whose queries run one after the other, however they are asked: a connection takes one at a time. */
export function createLazyTransaction(begin: () => Promise<OpenTransaction>): LazyTransaction {
  let open: Promise<OpenTransaction> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let [isFinished, isUndone] = [false, false];
  let fault: unknown;
  const refuseIf = (isOver: boolean): void => {
    if (isOver) throw new Error("The attempt is over: its transaction takes no more queries.");
  };
  const run = async (text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> => {
    refuseIf(isUndone);
    const transaction = await (open ??= begin());
    // It may have waited for its turn.
    refuseIf(isUndone);
    return transaction.query(text, values);
  };
  return {
    query: toQuery((text, values) => {
      const isLate = isFinished;
      const result = last.then(() => refuseIf(isLate)).then(() => run(text, values));
      // Also what a handler does not wait for is caught: unhandled, it would end the process.
      const settled = result.catch((error: unknown) => {
        if (!isLate && !isOfAborted(error)) fault = error;
      });
      if (!isLate) last = settled;
      return result;
    }),
    async finish() {
      isFinished = true;
      await last;
      return open;
    },
    async rollBack() {
      isFinished = isUndone = true;
      await last;
      // A transaction that did not begin has nothing to end.
      await (await open?.catch(() => undefined))?.rollback();
    },
    lastFault: () => fault,
  };
}

/** Whether PostgreSQL says no more than that an earlier query of the transaction failed. */
export const isOfAborted = (error: unknown): boolean => error instanceof Error && getCode(error) === "25P02";
