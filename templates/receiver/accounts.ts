import { andThen } from "./awaitable.js";
import type { Awaitable } from "./handlers.js";
import { scopeOf } from "./key.js";
import { createClaimedBodies, type ClaimedBodies } from "./claimed-bodies.js";
import type { KnownSubscription } from "./subscriptions.js";

/** What this process knows of one subscription from one request to the next. */
export interface Account {
  /** What tells it from all others. */
  readonly scope: string;
  /** What is being handled of it, in bytes. */
  underWay: number;
  readonly bodies: ClaimedBodies;
  /** Whether its requests have contradicted its configured release, and the log was told. */
  isContradicted: boolean;
}

/** Finds the account of a subscription that has proved itself. */
export type FindAccount = (subscription: KnownSubscription) => Awaitable<Account>;

/** Opens accounts: one for each subscription, so that nothing one of them sends changes what another gets. */
export function createAccounts(events: ReadonlySet<string>): FindAccount {
  // A subscription that a function finds is a new object each time, but has the scope that it had.
  const byScope = new Map<string, Account>();
  const bySubscription = new WeakMap<KnownSubscription, Account>();
  const open = (scope: string): Account => ({
    scope,
    underWay: 0,
    bodies: createClaimedBodies([...events]),
    isContradicted: false,
  });
  return (subscription) =>
    bySubscription.get(subscription) ??
    andThen(scopeOf(subscription), (scope) => {
      const account = byScope.get(scope) ?? open(scope);
      byScope.set(scope, account);
      bySubscription.set(subscription, account);
      return account;
    });
}

/** A request that is under way. */
export interface Ticket {
  readonly account: Account;
  /** How long its body is, in bytes. */
  readonly size: number;
  /** What goes on after its answer: it is under way until that ends. */
  work: Promise<unknown> | undefined;
}

/** What a request takes beside its body, in bytes: its connection, what it was parsed to, promises. */
const overhead = 16 * 1024;

/**
 * Counts a request as under way. A handler that is slower than its shop sends would else fill the memory, most of all with
 * events that are answered before they are handled.
 * @returns Undefined where it may not come in. What is larger than `most` may come alone.
 */
export function enter(account: Account, size: number, most: number): Ticket | undefined {
  if (account.underWay > 0 && account.underWay + size + overhead > most) return undefined;
  account.underWay += size + overhead;
  return { account, size, work: undefined };
}

/**
 * Whether there is room for requests that only wait: they get half of it, so that somebody who repeats a request that he
 * has seen does not keep the shop's own from coming in.
 */
export const mayWait = (account: Account, most: number): boolean => account.underWay <= most / 2;

/** Counts a request that was answered as done, as soon as nothing goes on any more. */
export function leave(ticket: Ticket): void {
  const { account, size, work } = ticket;
  if (work === undefined) {
    account.underWay -= size + overhead;
    return;
  }
  // What goes on may itself leave something behind.
  ticket.work = undefined;
  const next = (): void => leave(ticket);
  work.then(next, next);
}
