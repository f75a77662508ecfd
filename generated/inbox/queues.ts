// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** How many queues the events of an inbox are spread over: looking for the next event takes time in what waits in one. */
const count = 16;

/** The names of the queues. */
export const queueNames: readonly string[] = Array.from(
  { length: count },
  (_, index) => `mplus-${String(index).padStart(2, "0")}`,
);

/** The queue that the events of a key are in: always the same one, as order is kept within a queue. */
export function chooseQueue(key: string): string {
  let hash = 0;
  for (let index = 0; index < key.length; index += 1) hash = (hash * 31 + key.charCodeAt(index)) >>> 0;
  return queueNames[hash % count] ?? "";
}
