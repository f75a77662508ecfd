// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** What pg-boss calls the states of a job, and what people call them. */
export const states = {
  created: "waiting",
  retry: "retrying",
  active: "running",
  completed: "handled",
  failed: "dead",
  cancelled: "cancelled",
} as const;

/** What pg-boss calls a state. */
export type JobState = keyof typeof states;

/**
 * What becomes of an event: it waits for its turn; an earlier event of its session is dead and blocks it; it failed and
 * waits for its next attempt; a worker is handling it; its attempts are used up; it has been handled; or somebody
 * cancelled it, which nothing of this inbox does.
 */
export type EventState = (typeof states)[JobState] | "blocked";
