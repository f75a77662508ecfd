// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorRequest, WebhookEventName, WebhookRequests, WebhookResponses } from "../types/index.js";
import { fleet } from "../validators/fleet-spans.js";
import { validateErrorRequest, validateRequest, validateResponse } from "../validators/index.js";
import { createStoredHandling } from "./answer/handle-stored.js";
import type { ExactHandler, ExactHandlers, ExactQueued, LooseQueued } from "./api/exact.js";
import type { EventContext, Handler, Handlers } from "./api/handlers.js";
import type { HandleStored } from "./api/inbox.js";
import type { ReceiverOptions } from "./api/options.js";
import type { QueuedContext, QueuedHandlers } from "./api/queued.js";
import type { Receiver } from "./api/receiver.js";
import { knownParts } from "./known-parts.js";
import { createProtocolReceiver } from "./protocol/receiver.js";
import type { Contract } from "./settings/contract.js";
import { versionEvidence } from "./version-evidence.js";
import { inferFromEvidence, type InferredVersion } from "./version/infer-version.js";

export type { Ask } from "./api/ask.js";
export { callBack, type CallBackOptions } from "./api/call-back.js";
export type { ErrorContext, ErrorHandler, EventContext, Handler, Handlers } from "./api/handlers.js";
export type { HandleStored, Inbox, Kept, StoredEvent, StoredRun, Transaction } from "./api/inbox.js";
export type { Log, LogFields } from "./api/log.js";
export { longPoll, type LongPollOptions } from "./api/long-poll.js";
export type { Exchange, ExchangeBodies, ExchangeOutcome } from "./api/observer.js";
export type { ConversationOptions, DedupeOptions } from "./api/options.js";
export type { QueuedContext, QueuedHandler, QueuedHandlers } from "./api/queued.js";
export { QuestionError } from "./api/question-error.js";
export type { RawRequest, RawResponse } from "./api/raw-message.js";
export type { Quota, Store } from "./api/store.js";
export type { Subscription, SubscriptionEntry, Subscriptions } from "./api/subscription.js";
export { createTrace } from "./api/trace.js";
export type { UnknownPart } from "./api/unknown-part.js";
export { sign, verify } from "./auth/signature.js";
export { createMemoryStore } from "./store/memory-store.js";
export type { InferredVersion } from "./version/infer-version.js";
export type { Receiver };

/** The handler of an event, as a type; {@link defineHandler} also looks for misspelt properties in what it answers. */
export type MplusEventHandler<E extends WebhookEventName> = Handler<
  WebhookRequests[E],
  WebhookResponses[E],
  E
>;

/** What the handler of an event gets. */
export type MplusContext<E extends WebhookEventName> = EventContext<
  WebhookRequests[E],
  E,
  WebhookResponses[E]
>;

/** A handler for each event that is handled. */
export type MplusHandlers = Handlers<WebhookRequests, WebhookResponses>;

/** Handlers, if they answer with known properties only: a misspelt one is an error that names it. */
export type MplusExact<H extends MplusHandlers> = ExactHandlers<H, WebhookResponses>;

/** The same of the handler of one event. */
export type MplusExactHandler<E extends WebhookEventName, H extends MplusEventHandler<E>> = H &
  ExactHandler<H, WebhookResponses[E], E>;

/** A queued handler for each event that is handled after its answer. */
export type MplusQueuedHandlers = QueuedHandlers<WebhookRequests, WebhookResponses>;

/** What the queued handler of an event gets. */
export type MplusQueuedContext<E extends WebhookEventName> = QueuedContext<WebhookRequests[E], E>;

/** Queued handlers, whatever they return: {@link MplusExactQueued} looks at that. */
export type MplusLooseQueued = LooseQueued<WebhookRequests, WebhookResponses>;

/**
 * Queued handlers, if they return nothing, and have one in `handlers` beside them where an event must be answered with
 * more than `{}`: else it is an error that says so.
 */
export type MplusExactQueued<Q extends MplusLooseQueued, H = MplusHandlers> = ExactQueued<
  Q,
  WebhookResponses,
  H
>;

/** All options of a receiver. */
export type MplusOptions<H = MplusHandlers, T = MplusHandlers, Q = MplusQueuedHandlers> = ReceiverOptions<
  WebhookRequests,
  WebhookResponses,
  ErrorRequest,
  H,
  T,
  Q
>;

/**
 * Creates a receiver of webhooks, without a framework: it checks requests, and answers and signs.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createReceiver<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): Receiver {
  return createProtocolReceiver(contract, options);
}

/**
 * Creates what a worker calls for each event of an inbox, with the options of the receiver that stored it: it verifies the
 * event and runs its handler. It settles when the handler has ended, and rejects if it failed or `signal` has aborted by then.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createHandleStored<
  H extends MplusHandlers,
  T extends MplusHandlers = MplusHandlers,
  Q extends MplusLooseQueued = MplusQueuedHandlers,
>(options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>): HandleStored {
  return createStoredHandling(contract, options);
}

/**
 * Gives handlers in a file of their own their types: `export const handlers = defineHandlers({ scanCode: ({ request }) => … })`.
 */
export function defineHandlers<H extends MplusHandlers>(handlers: MplusExact<H>): H {
  return handlers;
}

/**
 * Gives queued handlers in a file of their own their types: `export const queued = defineQueued({ completeSession: async ({
 * request }) => { … } })`.
 */
export function defineQueued<Q extends MplusLooseQueued>(queued: MplusExactQueued<Q>): Q {
  return queued;
}

/** Gives one handler its types: `export const scanCode = defineHandler("scanCode", ({ request }) => …)`. */
export function defineHandler<E extends WebhookEventName, H extends MplusEventHandler<E>>(
  _event: E,
  handler: MplusExactHandler<E, H>,
): H {
  return handler;
}

/**
 * Infers the oldest release that a shop can run from one of its requests, with the evidence: a request does not name
 * its release. The event's name may prove something too.
 */
export function inferVersion(body: unknown, event?: WebhookEventName): InferredVersion {
  return inferFromEvidence(versionEvidence, body, event);
}

const contract: Contract<WebhookRequests, WebhookResponses, ErrorRequest> = {
  events: [
    "addSessionLine",
    "backgroundPoll",
    "cancelExternalPayment",
    "cancelPayment",
    "cancelSession",
    "completeSession",
    "creditSession",
    "customAction",
    "kitchenCompleteCourse",
    "kitchenServeCourse",
    "kitchenStartCourse",
    "mergeSession",
    "pauseSession",
    "pollExternalPayment",
    "printBill",
    "removeSessionLine",
    "requestCancelExternalPayment",
    "resumeSession",
    "scanCode",
    "selectRelation",
    "startExternalPayment",
    "startPayment",
    "startSession",
    "updateSessionLine",
  ],
  ownObjects: {
    addSessionLine: ["addSessionLine"],
    backgroundPoll: [],
    cancelExternalPayment: ["externalPayment"],
    cancelPayment: [],
    cancelSession: [],
    completeSession: [],
    creditSession: [],
    customAction: ["customAction"],
    kitchenCompleteCourse: ["course"],
    kitchenServeCourse: ["course"],
    kitchenStartCourse: ["course"],
    mergeSession: ["mergeSession"],
    pauseSession: [],
    pollExternalPayment: ["externalPayment"],
    printBill: [],
    removeSessionLine: ["removeSessionLine"],
    requestCancelExternalPayment: ["externalPayment"],
    resumeSession: [],
    scanCode: ["scanCode"],
    selectRelation: ["selectRelation"],
    startExternalPayment: ["externalPayment"],
    startPayment: [],
    startSession: [],
    updateSessionLine: ["updateSessionLine"],
  },
  requiredObjects: {
    addSessionLine: ["addSessionLine"],
    backgroundPoll: [],
    cancelExternalPayment: ["externalPayment"],
    cancelPayment: [],
    cancelSession: [],
    completeSession: [],
    creditSession: [],
    customAction: ["customAction"],
    kitchenCompleteCourse: ["course"],
    kitchenServeCourse: ["course"],
    kitchenStartCourse: ["course"],
    mergeSession: ["mergeSession"],
    pauseSession: [],
    pollExternalPayment: ["externalPayment"],
    printBill: [],
    removeSessionLine: ["removeSessionLine"],
    requestCancelExternalPayment: ["externalPayment"],
    resumeSession: [],
    scanCode: ["scanCode"],
    selectRelation: ["selectRelation"],
    startExternalPayment: ["externalPayment"],
    startPayment: [],
    startSession: [],
    updateSessionLine: [],
  },
  pollingOptional: [
    "backgroundPoll",
    "cancelExternalPayment",
    "pollExternalPayment",
    "requestCancelExternalPayment",
    "startExternalPayment",
  ],
  repeated: [
    "backgroundPoll",
    "cancelExternalPayment",
    "pollExternalPayment",
    "requestCancelExternalPayment",
    "startExternalPayment",
  ],
  echoed: {
    cancelExternalPayment: ["externalPayment", "externalPaymentId"],
    pollExternalPayment: ["externalPayment", "externalPaymentId"],
    requestCancelExternalPayment: ["externalPayment", "externalPaymentId"],
    startExternalPayment: ["externalPayment", "externalPaymentId"],
  },
  knownParts,
  fleet,
  validateRequest,
  validateResponse,
  validateErrorRequest,
  inferVersion,
};
