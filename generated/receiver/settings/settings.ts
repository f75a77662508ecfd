// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorReport } from "../api/events.js";
import type { AnyHandlers, ErrorHandler } from "../api/handlers.js";
import { consoleLog, createSafeLog, type Log } from "../api/log.js";
import type { Observer } from "../api/observer.js";
import type { CheckedOptions, ReceiverOptions } from "../api/options.js";
import type { AnyQueued } from "../api/queued.js";
import { createConversations, type FindConversation } from "../ask/conversations.js";
import { createFinder, type FindSubscription } from "../auth/subscriptions.js";
import type { BodyLimits } from "../http/body.js";
import { createSharedTimer } from "../http/shared-timer.js";
import { createKeepEvent, type KeepEvent } from "../inbox/keep-event.js";
import { createAccounts, type FindAccount } from "../store/accounts.js";
import { createAnswerOnce, type AnswerOnce } from "../store/dedupe.js";
import { checkReplayInProcess, createReplayCheck, type CheckReplay } from "../store/replay-check.js";
import { checkCount } from "../values/check-count.js";
import { createReportUnknown, type ReportUnknown } from "../version/unknown-parts.js";
import { bindHandlers } from "./bind-handlers.js";
import type { AnyContract, Contract } from "./contract.js";
import { guardStores } from "./guard-stores.js";
import { createRequestCounter, type RequestCounter } from "./request-counter.js";

type PlainOption = "unsupported" | "invalidRequests" | "nonBlocking" | "handlerTimeout" | "healthCheck";

/** The options of a receiver, checked and complete, with the contract that they are for. */
export interface Settings extends BodyLimits, Observer, Pick<ReceiverOptions<unknown, unknown>, PlainOption> {
  readonly contract: AnyContract;
  /** The names of the events; a set has no inherited names. */
  readonly events: ReadonlySet<string>;
  readonly handlers: AnyHandlers;
  readonly onTimeout: AnyHandlers;
  readonly queued: AnyQueued;
  readonly keepEvent: KeepEvent | undefined;
  readonly onError: ErrorHandler<ErrorReport, string> | undefined;
  readonly findSubscription: FindSubscription;
  readonly findConversation: FindConversation;
  readonly checkReplay: CheckReplay;
  readonly answerOnce: AnswerOnce | undefined;
  readonly findAccount: FindAccount;
  readonly inFlightLimit: number;
  readonly reportUnknown: ReportUnknown | undefined;
  /** Where the receiver writes; never throws. */
  readonly log: Log;
  /** The log from the options, for handlers. */
  readonly givenLog: Log;
  readonly requests: RequestCounter;
}

/**
 * Checks the options, and fills in their defaults.
 * @throws Error that says which option is wrong, and why.
 */
export function createSettings<Requests, Responses, Report extends ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: CheckedOptions<Requests, Responses, Report>,
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
  const stores = guardStores(dedupe, conversations);
  const { keepFor = tenMinutes } = dedupe ?? {};
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
    contract,
    events,
    handlers: bindHandlers("handlers", options.handlers, events),
    onTimeout: bindHandlers("onTimeout", options.onTimeout ?? {}, events),
    queued: bindHandlers("queued", options.queued ?? {}, events),
    keepEvent: options.inbox && createKeepEvent(contract, options.inbox, log),
    onError: onError as ErrorHandler<ErrorReport, string> | undefined,
    ...{ invalidRequests, nonBlocking, unsupported, handlerTimeout, healthCheck, bodyLimit, bodyTimeout },
    bodyTimer: createSharedTimer(bodyTimeout),
    receiving: { limit: receivingLimit, buffers: new Set(), held: 0 },
    onReceived: options.onReceived,
    onAnswered: options.onAnswered,
    findSubscription: createFinder(options.subscriptions, contract.fleet, log),
    findConversation: createConversations(contract, { ...conversations, store: stores.conversations }),
    checkReplay: stores.dedupe ? createReplayCheck(stores.dedupe, keepFor, log) : checkReplayInProcess,
    answerOnce: dedupe && createAnswerOnce({ ...dedupe, store: stores.dedupe, keepFor }, log),
    findAccount: createAccounts(events),
    inFlightLimit,
    reportUnknown: onUnknown && createReportUnknown(contract.knownParts, onUnknown, log),
    log,
    givenLog,
    requests: createRequestCounter(),
  };
}

const mebibyte = 1024 * 1024;

/** In milliseconds. */
const tenMinutes = 10 * 60 * 1000;

/** In milliseconds. A longer timer fires at once. */
const longestTimer = 2 ** 31 - 1;

function checkChoice(name: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw new Error(`${name} must be ${choices.map((each) => JSON.stringify(each)).join(" or ")}.`);
}

function checkHealthCheck(name: string, events: ReadonlySet<string>): void {
  if (!/^[\w.-]+$/.test(name)) throw new Error("healthCheck must be one segment of a path, such as health.");
  if (events.has(name)) throw new Error(`healthCheck must not be the name of an event: ${name}.`);
}
