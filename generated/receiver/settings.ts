// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createAccounts, type FindAccount } from "./accounts.js";
import type { BodyLimits } from "./body.js";
import { checkCount } from "./check-count.js";
import type { AnyContract, Contract, ErrorReport } from "./contract.js";
import { createConversations, type FindConversation } from "./conversations.js";
import { createDeadlines } from "./deadlines.js";
import { createAnswerOnce, type AnswerOnce } from "./dedupe.js";
import type { AnyHandler, AnyHandlers, ErrorHandler } from "./handlers.js";
import { consoleLog, createSafeLog, type Log } from "./log.js";
import type { Observer } from "./observer.js";
import type { ReceiverOptions } from "./options.js";
import { claimBodyHere, createClaimBody, type ClaimBody } from "./claim-body.js";
import { createFinder, type FindSubscription } from "./subscriptions.js";
import { createTraffic, type Traffic } from "./traffic.js";
import { createReportUnknown, type ReportUnknown } from "./unknown-parts.js";

type PlainOption = "unsupported" | "invalidRequests" | "nonBlocking" | "handlerTimeout" | "healthCheck";

/** The options of a receiver, checked and complete, with the contract that they are for. */
export interface Settings extends BodyLimits, Observer, Pick<ReceiverOptions<unknown, unknown>, PlainOption> {
  readonly contract: AnyContract;
  /** The names of the events, by themselves: a look-up that knows no inherited names. */
  readonly events: ReadonlySet<string>;
  readonly handlers: AnyHandlers;
  readonly onTimeout: AnyHandlers;
  readonly onError: ErrorHandler<ErrorReport, string> | undefined;
  readonly findSubscription: FindSubscription;
  readonly findConversation: FindConversation;
  readonly claimBody: ClaimBody;
  readonly answerOnce: AnswerOnce | undefined;
  readonly findAccount: FindAccount;
  readonly inFlightLimit: number;
  readonly reportUnknown: ReportUnknown | undefined;
  /** Where the receiver writes: it does not throw. */
  readonly log: Log;
  /** The log as it was given, for handlers. */
  readonly givenLog: Log;
  readonly traffic: Traffic;
}

/**
 * Completes the options with their defaults.
 * @throws Error that says which option is wrong, and how.
 */
export function createSettings<Requests, Responses, Report extends ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: ReceiverOptions<Requests, Responses, Report>,
): Settings {
  const {
    onUnknown,
    dedupe,
    conversations,
    onError,
    bodyLimit = mebibyte,
    bodyTimeout = 10_000,
    inFlightLimit = 8 * mebibyte,
    receivingLimit = 64 * mebibyte,
  } = options;
  const givenLog = options.log ?? consoleLog;
  const log = createSafeLog(givenLog);
  const { store, keepFor = tenMinutes } = dedupe ?? {};
  const { invalidRequests, nonBlocking, unsupported, handlerTimeout, healthCheck } = options;
  const events = new Set<string>(contract.events);
  checkCount("bodyLimit", bodyLimit);
  checkCount("inFlightLimit", inFlightLimit);
  checkCount("receivingLimit", receivingLimit);
  if (receivingLimit < bodyLimit) throw new Error("receivingLimit must not be less than bodyLimit.");
  checkCount("dedupe.keepFor", keepFor);
  if (conversations?.keepFor !== undefined) checkCount("conversations.keepFor", conversations.keepFor);
  checkCount("bodyTimeout", bodyTimeout, longestTimer);
  if (handlerTimeout !== undefined) checkCount("handlerTimeout", handlerTimeout, longestTimer);
  checkChoice("unsupported", unsupported, ["reject", "omit"]);
  checkChoice("invalidRequests", invalidRequests, ["refuse", "report"]);
  checkChoice("nonBlocking", nonBlocking, ["answerFirst", "wait"]);
  if (healthCheck !== undefined) checkHealthCheck(healthCheck, events);
  return {
    contract: contract,
    events,
    handlers: bindHandlers("handlers", options.handlers, events),
    onTimeout: bindHandlers("onTimeout", options.onTimeout ?? {}, events),
    onError: onError as ErrorHandler<ErrorReport, string> | undefined,
    ...{ invalidRequests, nonBlocking, unsupported, handlerTimeout, healthCheck, bodyLimit, bodyTimeout },
    bodyDeadlines: createDeadlines(bodyTimeout),
    receiving: { most: receivingLimit, sinks: new Set(), held: 0 },
    onReceived: options.onReceived,
    onAnswered: options.onAnswered,
    findSubscription: createFinder(options.subscriptions, contract.fleet, log),
    findConversation: createConversations(contract, conversations),
    claimBody: store ? createClaimBody(store, keepFor, log) : claimBodyHere,
    answerOnce: dedupe && createAnswerOnce({ ...dedupe, keepFor }, log),
    findAccount: createAccounts(events),
    inFlightLimit,
    reportUnknown: onUnknown && createReportUnknown(contract.knownParts, onUnknown, log),
    log,
    givenLog,
    traffic: createTraffic(),
  };
}

const mebibyte = 1024 * 1024;

/** In milliseconds. */
const tenMinutes = 10 * 60 * 1000;

/** A longer timer fires at once. */
const longestTimer = 2 ** 31 - 1;

/** The handlers of events. A class may hold them; what every object inherits is none of them. */
function bindHandlers(option: string, handlers: object, events: ReadonlySet<string>): AnyHandlers {
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler === "function" && !events.has(name)) {
      const names = [...events].join(", ");
      throw new Error(`${option}.${name}: there is no such event; there are ${names}.`);
    }
  }
  const bound = new Map<string, AnyHandler>();
  for (const name of events) {
    if (name in Object.prototype && !Object.hasOwn(handlers, name)) continue;
    const handler = (handlers as Readonly<Record<string, unknown>>)[name];
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new Error(`${option}.${name} must be a function.`);
    bound.set(name, handler.bind(handlers) as AnyHandler);
  }
  return bound;
}

function checkChoice(name: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw new Error(`${name} must be ${choices.map((each) => JSON.stringify(each)).join(" or ")}.`);
}

function checkHealthCheck(name: string, events: ReadonlySet<string>): void {
  if (!/^[\w.-]+$/.test(name)) throw new Error("healthCheck must be one segment of a path, such as health.");
  if (events.has(name)) throw new Error(`healthCheck must not be the name of an event: ${name}.`);
}
