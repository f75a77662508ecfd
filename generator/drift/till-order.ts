import { getAt, type JsonObject } from "../base/json.js";
import { maxShops, type SeenExchange } from "./read-record.js";

/** An exchange with what the till did after it. */
export interface FollowedExchange {
  readonly exchange: SeenExchange;
  readonly request: JsonObject;
  /** The next request of the same till, if it is recorded. */
  next: (SeenExchange & { readonly request: JsonObject }) | undefined;
  /** For a report: the request that it is about, if it is recorded. */
  readonly reported: SeenExchange | undefined;
}

/**
 * Calls back with each exchange when the next one of its till, or the end, is known. Reports come at once: they are
 * no events of the till.
 */
export function createTillOrder(onFollowed: (followed: FollowedExchange) => void) {
  /** The last exchange of each till. */
  const waiting = new Map<string, FollowedExchange>();
  const finish = (): void => {
    for (const followed of waiting.values()) onFollowed(followed);
    waiting.clear();
  };
  const findReported = (report: SeenExchange): SeenExchange | undefined => {
    const counter = getAt(report.request, ["original", "event", "eventCounter"]);
    const isReported = ({ exchange, request }: FollowedExchange): boolean =>
      exchange.shop === report.shop &&
      exchange.event === report.event &&
      (counter === undefined || counter === getAt(request, ["event", "eventCounter"]));
    return [...waiting.values()].findLast(isReported)?.exchange;
  };
  const add = (exchange: SeenExchange): void => {
    const { request, shop, isReport } = exchange;
    if (!request) return;
    const followed = {
      exchange,
      request,
      next: undefined,
      reported: isReport ? findReported(exchange) : undefined,
    };
    if (isReport) {
      onFollowed(followed);
      return;
    }
    const till = JSON.stringify([shop.id, ...tillNames.map((name) => getAt(request, ["sender", name]))]);
    const before = waiting.get(till);
    if (before) onFollowed({ ...before, next: { ...exchange, request } });
    waiting.delete(till);
    waiting.set(till, followed);
    if (waiting.size > maxShops) finish();
  };
  return { add, finish };
}

/** They identify a till in its shop. */
const tillNames = ["branchNumber", "workplaceNumber", "instanceId"];
