// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorRequest, WebhookEventName, WebhookRequests, WebhookResponses } from "../types/index.js";
import { fleet } from "../validators/fleet-spans.js";
import { validateErrorRequest, validateRequest, validateResponse } from "../validators/index.js";
import type { Contract } from "./contract.js";
import type { EventContext, Handler } from "./handlers.js";
import { inferFrom, type InferredVersion } from "./infer-version.js";
import { knownParts } from "./known-parts.js";
import type { ReceiverOptions } from "./options.js";
import { createProtocolReceiver, type Receiver } from "./receiver.js";
import { versionEvidence } from "./version-evidence.js";

export type { InferredVersion } from "./infer-version.js";
export type { Log, LogFields } from "./log.js";
export { QuestionError, type Ask } from "./ask.js";
export { callBack, type CallBackOptions } from "./call-back.js";
export type { ConversationOptions } from "./conversations.js";
export type { DedupeOptions } from "./dedupe.js";
export type { ErrorContext, ErrorHandler, EventContext, Handler, Handlers } from "./handlers.js";
export { longPoll, type LongPollOptions } from "./long-poll.js";
export type { Exchange, ExchangeOutcome } from "./observer.js";
export type { Subscription, SubscriptionEntry, Subscriptions } from "./options.js";
export type { RawRequest, RawResponse } from "./raw-message.js";
export { sign, verify } from "./signature.js";
export type { Quota } from "./shelves.js";
export { createMemoryStore, type Store } from "./store.js";
export type { UnknownPart } from "./unknown-parts.js";
export type { Receiver };

/** The handler of an event: `const scanCode: MplusEventHandler<"scanCode"> = async ({ request }) => …`. */
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

/** The subscriptions, the handlers of the events, and what else a receiver may be told. */
export type MplusOptions = ReceiverOptions<WebhookRequests, WebhookResponses, ErrorRequest>;

/**
 * Makes a receiver of webhooks that knows no framework: it checks, answers and signs.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createReceiver(options: MplusOptions): Receiver {
  return createProtocolReceiver(contract, options);
}

/**
 * The lower bound of a shop's release that one of its requests proves, with its evidence: no request says it
 * outright. The event's name may prove something too.
 */
export function inferVersion(body: unknown, event?: WebhookEventName): InferredVersion {
  return inferFrom(versionEvidence, body, event);
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
