import type { BodyLimits } from "./body.js";
import type { Contract, ErrorReport, EventName } from "./contract.js";
import { consoleLog, type Log } from "./log.js";
import type { ReceiverOptions } from "./options.js";
import { createFinder, type FindSubscription } from "./subscriptions.js";

/** The options of a receiver, checked and complete, with the contract that they are for. */
export interface Settings<Requests, Responses, Report extends ErrorReport>
  extends BodyLimits, Pick<ReceiverOptions<Requests, Responses, Report>, "handlers" | "onError"> {
  readonly contract: Contract<Requests, Responses, Report>;
  /** The names of the events, by themselves: a look-up that knows no inherited names. */
  readonly events: ReadonlyMap<string, EventName<Requests, Responses>>;
  readonly findSubscription: FindSubscription;
  readonly log: Log;
}

/**
 * Completes the options with their defaults.
 * @throws Error that says which option is wrong, and how.
 */
export function createSettings<Requests, Responses, Report extends ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: ReceiverOptions<Requests, Responses, Report>,
): Settings<Requests, Responses, Report> {
  const { subscriptions, handlers, onError, log = consoleLog } = options;
  const { bodyLimit = 1024 * 1024, bodyTimeout = 10_000 } = options;
  const events = new Map<string, EventName<Requests, Responses>>(contract.events.map((name) => [name, name]));
  checkHandlers(handlers, events);
  checkCount("bodyLimit", bodyLimit, Number.MAX_SAFE_INTEGER);
  checkCount("bodyTimeout", bodyTimeout, longestTimer);
  const findSubscription = createFinder(subscriptions, contract.fleet, log);
  return { contract, events, handlers, onError, bodyLimit, bodyTimeout, findSubscription, log };
}

/** A longer timer fires at once. */
const longestTimer = 2 ** 31 - 1;

function checkHandlers(handlers: object, events: ReadonlyMap<string, string>): void {
  for (const [name, handler] of Object.entries(handlers)) {
    const isFunction = typeof handler === "function";
    if (isFunction && !events.has(name)) {
      const names = [...events.keys()].join(", ");
      throw new Error(`handlers.${name}: there is no such event; there are ${names}.`);
    }
    if (!isFunction && handler !== undefined && events.has(name)) {
      throw new Error(`handlers.${name} must be a function.`);
    }
  }
}

function checkCount(name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new Error(`${name} must be a whole number from 1 to ${most}.`);
  }
}
