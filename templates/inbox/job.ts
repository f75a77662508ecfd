import type { StoredEvent } from "../receiver/queued.js";

/** What a job of the queue holds: the event, and the trace that it came in. The job has its id and its key. */
export interface Job extends Omit<StoredEvent, "id" | "key"> {
  /** The headers of the W3C's trace context. */
  readonly trace?: Readonly<Record<string, string>> | undefined;
}

/** Reads what a row has, whoever wrote it: what is missing is empty, and no seal fits that. */
export function readJob(data: unknown): Job {
  const given = (typeof data === "object" && data !== null ? data : {}) as Readonly<Record<string, unknown>>;
  const read = (name: keyof Job): string => (typeof given[name] === "string" ? given[name] : "");
  const { trace } = given;
  const headers = typeof trace === "object" && trace !== null ? Object.entries(trace) : [];
  return {
    event: read("event"),
    subscriptionId: read("subscriptionId"),
    about: read("about"),
    body: read("body"),
    seal: read("seal"),
    trace: Object.fromEntries(headers.filter(([, value]) => typeof value === "string")),
  };
}
