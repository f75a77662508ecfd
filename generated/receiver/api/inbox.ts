// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/**
 * Keeps events until a worker has handled them. The receiver stores and answers; `createInbox` of the target `inbox` is
 * one on PostgreSQL, or in a folder.
 */
export interface Inbox {
  /**
   * Keeps an event. Resolves once it cannot be lost any more; an event that is there already is kept too.
   * @throws Error if the inbox cannot be reached: the request is then refused with status 503, to be sent again.
   */
  add(event: StoredEvent): Promise<Kept>;
}

/**
 * What became of an event: it is `kept`; it was `dropped`, which the inbox has logged, and is answered all the same; or
 * it is `refused`, which is answered with status 503.
 */
export type Kept = "kept" | "dropped" | "refused";

/** An event as an inbox keeps it, after its signature was verified and its body matched its type. */
export interface StoredEvent {
  /** A UUID: the same when the same event comes again, so that it is kept once. */
  readonly id: string;
  /** Events of one key are handled one after another, as they were stored. Shows nothing of what it stands for. */
  readonly key: string;
  readonly event: string;
  readonly subscriptionId: string;
  /** The session that the event is about, or else its till, for people who look into the inbox. */
  readonly about: string;
  /** The JSON of the request, as it came. */
  readonly body: string;
  /** Proves, with a secret of the subscription, that a receiver put this event here. */
  readonly seal: string;
}

/** Runs the handler of a stored event. Rejects if it fails: then the event is handled again later. */
export type HandleStored = (stored: StoredEvent, run: StoredRun) => Promise<void>;

/** One attempt to handle a stored event. */
export interface StoredRun {
  /** Aborts when the time of the handler is over, or another worker has taken the event. */
  readonly signal: AbortSignal;
  /** How many attempts there were before. */
  readonly attempt: number;
  /** Writes in the transaction that also marks the event as handled. It begins with the first query. */
  readonly transaction: Transaction;
}

/** A transaction of the inbox's database: the part of a client of `pg` that a handler needs. */
export interface Transaction {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as clients of databases have it
  query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}
