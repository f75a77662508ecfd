// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Transaction } from "../../receiver/api/inbox.js";
import type { Connection, OpenTransaction } from "../connection.js";

/** The transaction of one attempt: none until the first query. */
export interface LazyTransaction extends Transaction {
  /** Ends it for the handler: what it asks from now on is refused. Resolves with the transaction, if one has begun. */
  finish(): Promise<OpenTransaction | undefined>;
}

export function createLazyTransaction(connection: Connection): LazyTransaction {
  let open: Promise<OpenTransaction> | undefined;
  let isFinished = false;
  return {
    async query(text, values) {
      if (isFinished) throw new Error("The attempt is over: its transaction takes no more queries.");
      open ??= connection.begin();
      return (await open).query(text, values);
    },
    async finish() {
      isFinished = true;
      return open;
    },
  };
}
