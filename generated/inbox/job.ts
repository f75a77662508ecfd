// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StoredEvent } from "../receiver/api/inbox.js";

/** What a job of the queue holds: the event, and the trace that it came in. The job has its id and its key. */
export interface Job extends Omit<StoredEvent, "id" | "key"> {
  /** The headers of the W3C's trace context. */
  readonly trace?: Readonly<Record<string, string>> | undefined;
}
