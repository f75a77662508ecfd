import type { Account } from "../store/accounts.js";

/** A request in flight, which counts towards the limit of its subscription. */
export interface Ticket {
  readonly account: Account;
  /** The length of its body, in bytes. */
  readonly size: number;
  /** Work that goes on after the answer: the request is in flight until that ends. */
  work: Promise<unknown> | undefined;
}

/** What a request takes besides its body, in bytes: its connection, its parsed body, promises. */
const overhead = 16 * 1024;

/**
 * Counts a request as in flight. Without a limit, handlers that are slower than their shop sends would fill the memory,
 * especially with events that are answered before they are handled.
 * @returns Undefined if the limit is reached. A request larger than the limit is let in if it is the only one.
 */
export function startRequest(account: Account, size: number, limit: number): Ticket | undefined {
  if (account.inFlight > 0 && account.inFlight + size + overhead > limit) return undefined;
  account.inFlight += size + overhead;
  return { account, size, work: undefined };
}

/**
 * Whether repeated requests may wait for the first one. They get half of the limit, so that somebody who replays a
 * captured request cannot keep out the shop's own.
 */
export const mayWait = (account: Account, limit: number): boolean => account.inFlight <= limit / 2;

/** Counts an answered request as done, once all work after its answer has ended. */
export function finishRequest(ticket: Ticket): void {
  const { account, size, work } = ticket;
  if (work === undefined) {
    account.inFlight -= size + overhead;
    return;
  }
  // That work may itself start more work.
  ticket.work = undefined;
  const next = (): void => finishRequest(ticket);
  work.then(next, next);
}
