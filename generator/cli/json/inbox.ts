/** An event, as every list has it. */
interface Stored {
  /** Its id, a UUID. */
  readonly id: string;
  /** The name of the event. */
  readonly event: string;
  /** The id of the subscription that it came for. */
  readonly subscriptionId: string;
  /** The session that it is about, or else its till. */
  readonly about: string;
  /** What becomes of it. */
  readonly state: "waiting" | "blocked" | "retrying" | "running" | "dead" | "handled" | "cancelled";
  /** How many attempts have begun. */
  readonly attempts: number;
  /** When it was stored, in UTC as ISO 8601 has it. */
  readonly storedAt: string;
  /** When it may be tried again; null if it does not wait for that. */
  readonly nextAttemptAt: string | null;
  /** Why the last attempt failed; null if none did. */
  readonly lastError: string | null;
  /** How many events of its session were stored after it, and wait. */
  readonly waitingBehind: number;
}

/** The events that are not handled yet. */
interface Listed {
  /** How many there are, shown or not. */
  readonly summary: {
    /** How many wait for a worker. */
    readonly waiting: number;
    /** How many are being handled. */
    readonly running: number;
    /** How many have used up their attempts. */
    readonly dead: number;
    /** How many sessions wait until somebody retries or drops a dead event. */
    readonly blockedSessions: number;
    /** When the oldest of those that wait was stored; null if none waits. */
    readonly oldest: string | null;
  };
  /** The events, the oldest first; at most --limit. */
  readonly events: readonly Stored[];
}

/** One event. */
interface Shown {
  /** All that is kept of it. */
  readonly event: Stored & {
    /** The queue that it is in. */
    readonly queue: string;
    /** Events of one key are handled one after another. */
    readonly key: string;
    /** The JSON of the request, as it came: a customer's data may be in it. */
    readonly body: string;
  };
}

/** What became of the events that were named. */
interface Operated {
  /** In the order in which they were named; of all that are dead, the oldest first. */
  readonly events: readonly {
    /** Its id, a UUID. */
    readonly id: string;
    /** It was done; or the event was gone; or its state, in which that cannot be done. */
    readonly outcome: "done" | "gone" | "waiting" | "retrying" | "running" | "dead" | "handled" | "cancelled";
  }[];
}

export type Inbox = Listed | Shown | Operated;
