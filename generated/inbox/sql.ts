// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Whether an event waits in the session of another; said so that the index fits that pg-boss has of those. */
export const isWaitingBeside = (other: string): string =>
  `behind.name = ${other}.name AND behind.singleton_key = ${other}.singleton_key AND ${isWaiting("behind")}`;

/** Whether an event waits. pg-boss has an index of exactly these: nothing of an inbox is what it calls blocked. */
export const isWaiting = (event: string): string =>
  `${event}.state < 'active' AND NOT ${event}.blocked AND ${event}.policy = 'key_strict_fifo'`;

/** A time as a text: drivers differ in what they make of one. */
export const toText = (time: string): string =>
  `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
