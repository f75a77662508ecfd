// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type {
  ErrorRequest,
  ForbiddenReasons,
  WebhookEventName,
  WebhookRequests,
  WebhookResponses,
} from "../types/index.js";
import { fleet, validateErrorRequest, validateRequest, validateResponse } from "../validators/index.js";
import { inferFromRequest, type InferredVersion, type KnownRequests } from "./evidence.js";
import type { ExactHandler, ExactHandlers, ExactQueued } from "./exact.js";
import type {
  EventContext,
  Handler,
  Handlers,
  LooseQueued,
  QueuedContext,
  QueuedHandlers,
} from "./handlers.js";
import type { BasePath, RawRequest, RawResponse, Receiver } from "./http.js";
import type { ReceiverOptions } from "./options.js";
import type { HandleStored } from "./queued.js";
import { createProtocolReceiver, createStoredHandling, type Contract } from "./receiver.js";

// So that another package can name the types of what it makes with these functions.
export type * from "../types/index.js";
export { QuestionError, type ConversationOptions } from "./ask.js";
export type { DedupeOptions } from "./dedupe.js";
export type { UnknownPart } from "./evidence.js";
export type * from "./exact.js";
export type * from "./handlers.js";
export { createTrace, type Exchange, type ExchangeBodies, type ExchangeOutcome } from "./log.js";
export type { Log, LogFields, Observer } from "./log.js";
export { callBack, longPoll, type CallBackOptions, type LongPollOptions } from "./handling.js";
export type { Inbox, StoredEvent, StoredRun } from "./queued.js";
export { sign, verify } from "./signature.js";
export { createMemoryStore, type Quota, type Store } from "./store.js";
export type { Subscription, SubscriptionEntry, Subscriptions } from "./subscriptions.js";
export type { Awaitable } from "./values.js";
export type { BasePath, HandleStored, InferredVersion };
export type { RawRequest, RawResponse, Receiver, ReceiverOptions };

/** The handler of an event. {@link defineHandler} also finds misspelt properties in its answer. */
export type MplusEventHandler<E extends WebhookEventName> = Handler<
  WebhookRequests[E],
  WebhookResponses[E],
  E,
  ForbiddenReasons
>;

/** Argument of the handler of an event. */
export type MplusContext<E extends WebhookEventName> = EventContext<
  WebhookRequests[E],
  E,
  WebhookResponses[E],
  ForbiddenReasons
>;

/** A handler for each event that is handled. */
export type MplusHandlers = Handlers<WebhookRequests, WebhookResponses, ForbiddenReasons>;

/** Handlers with exact answers. For any other property, the error names it and says why it is wrong. */
export type MplusExact<H> = ExactHandlers<H, MplusHandlers, WebhookResponses, ForbiddenReasons>;

/** The same for the handler of one event. */
export type MplusExactHandler<E extends WebhookEventName, H> = ExactHandler<
  H,
  MplusEventHandler<E>,
  WebhookResponses[E],
  E,
  ForbiddenReasons
>;

/** A queued handler for each event that is handled after its answer. */
export type MplusQueuedHandlers = QueuedHandlers<WebhookRequests>;

/** Argument of the queued handler of an event. */
export type MplusQueuedContext<E extends WebhookEventName> = QueuedContext<WebhookRequests[E], E>;

/** Queued handlers before {@link MplusExactQueued} checks their return types. */
export type MplusLooseQueued = LooseQueued<WebhookRequests>;

/** Queued handlers that return nothing, with one in `handlers` for each event whose answer cannot be `{}`. */
export type MplusExactQueued<Q extends MplusLooseQueued, H = MplusHandlers> = ExactQueued<
  Q,
  MplusLooseQueued,
  WebhookResponses,
  H,
  ForbiddenReasons
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

/** All options of a receiver, and the path of the webhooks. */
export type MplusOptionsWithPath<H = MplusHandlers, T = MplusHandlers, Q = MplusQueuedHandlers> = BasePath &
  MplusOptions<H, T, Q>;

/**
 * Creates a receiver of webhooks without a framework.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createReceiver<H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
): Receiver {
  return createProtocolReceiver(contract, options);
}

/** Creates a function that puts a receiver into a framework. It takes the receiver's options, and its own. */
export const defineAdapter =
  <Own, Made>(put: (receiver: Receiver, options: Own) => Made) =>
  <H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
    options: Own & MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
  ): Made =>
    put(createReceiver<H, T, Q>(options), options);

/**
 * Creates a function for a worker, with the options of the receiver that stored the events: it verifies an event and runs its
 * handler. It settles when the handler has ended, and rejects if it failed or `signal` has aborted by then.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createHandleStored<H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
): HandleStored {
  return createStoredHandling(contract, options);
}

/** Types handlers in a file of their own: `export const handlers = defineHandlers({ scanCode: ({ request }) => … })`. */
export function defineHandlers<H>(handlers: MplusExact<H>): H {
  return handlers as H;
}

/** Types queued handlers: `export const queued = defineQueued({ completeSession: async ({ request }) => { … } })`. */
export function defineQueued<Q extends MplusLooseQueued>(queued: MplusExactQueued<Q>): Q {
  return queued as Q;
}

/** Types one handler: `export const scanCode = defineHandler("scanCode", ({ request }) => …)`. */
export function defineHandler<E extends WebhookEventName, H>(_event: E, handler: MplusExactHandler<E, H>): H {
  return handler as H;
}

/** Infers the oldest release that a shop can run from one of its requests, and lists the evidence. */
export function inferVersion(body: unknown, event?: WebhookEventName): InferredVersion {
  return inferFromRequest(known, body, event);
}

/** The parts of requests, in the fleet and in other releases. */
const known: KnownRequests = {
  common: {
    parts: "event:EventInfo sender: dialog: form: openUrl:",
    more: { form: { since: "59" }, openUrl: { since: "48" } },
  },
  events: {
    addSessionLine: { own: ["addSessionLine"], parts: "session: addSessionLine:" },
    backgroundPoll: { since: "16.2", own: [], repeated: true },
    cancelExternalPayment: {
      own: ["externalPayment"],
      repeated: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session: externalPayment:",
    },
    cancelPayment: { own: [], parts: "session:" },
    cancelSession: { own: [], parts: "session:" },
    completeSession: { own: [], parts: "session:CompleteSessionSession completeSession:" },
    creditSession: { own: [], parts: "session:" },
    customAction: { since: "11.3", own: ["customAction"], parts: "session: customAction:" },
    kitchenCompleteCourse: { own: ["course"], parts: "course: table: tableOrder: cafeteriaOrder: order:" },
    kitchenServeCourse: { own: ["course"], parts: "course: table: tableOrder: cafeteriaOrder: order:" },
    kitchenStartCourse: { own: ["course"], parts: "course: table: tableOrder: cafeteriaOrder: order:" },
    mergeSession: { own: ["mergeSession"], parts: "session: mergeSession:" },
    pauseSession: { own: [], parts: "session:" },
    pollExternalPayment: {
      since: "11.3",
      own: ["externalPayment"],
      repeated: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session: externalPayment:",
    },
    printBill: { since: "16.2", own: [], parts: "session: printBill:" },
    removeSessionLine: { own: ["removeSessionLine"], parts: "session: removeSessionLine:" },
    requestCancelExternalPayment: {
      since: "11.3",
      own: ["externalPayment"],
      repeated: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session: externalPayment:",
    },
    resumeSession: { own: [], parts: "session:" },
    scanCode: { own: ["scanCode"], parts: "session: scanCode:" },
    selectRelation: { since: "43.1.1", own: ["selectRelation"], parts: "session: selectRelation:" },
    startExternalPayment: {
      since: "11.3",
      own: ["externalPayment"],
      repeated: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session: externalPayment:",
    },
    startPayment: { own: [], parts: "session:" },
    startSession: { own: [], parts: "session:" },
    updateSessionLine: {
      own: ["updateSessionLine"],
      optional: ["updateSessionLine"],
      parts: "session: updateSessionLine:",
    },
  },
  objects: {
    AddSessionLine: { parts: "line:SessionLine" },
    CafeteriaOrder: { parts: "orderId year number ticketNumber" },
    CompleteSession: { parts: "payments:Payment" },
    CompleteSessionSession: {
      parts: "sessionId table:SessionTable lines:SessionLine payments:Payment relation: totalInclAmount",
      more: {
        "totalExclAmount openAmount": { outside: { seen: "the SOAP API of v67.1.3" } },
        invoice: { outside: { seen: "a public receiver" } },
      },
    },
    Course: {
      parts: "courseNumber name abbreviation sequenceNumber expectedPreparationTime actualPreparationTime",
    },
    CustomAction: {
      parts: "customActionId buttonCaption onStartup numpadValue",
      more: { longClick: { since: "59.3.4" } },
    },
    Dialog: {
      parts: "selectedDialogOptionIds",
      more: {
        "dialogId dialogIdAsString selectedDialogOptionIdsAsString": {
          outside: { seen: "the SOAP API of v67.1.3" },
        },
      },
    },
    EventInfo: { parts: "eventBlocking eventPolling eventCounter eventTimestamp" },
    ExternalDiscount: {
      parts: "discountId discountDescription discountPercentage discountAmount discountType",
      more: {
        webhookConsumerId: { outside: { seen: "the SOAP API of v67.1.3" } },
        applyToQuantity: { outside: { seen: "a public receiver" } },
      },
    },
    ExternalPayment: { parts: "externalPaymentId amount method", more: { callbackUrl: { since: "56" } } },
    Form: { parts: "id cancelled fields:FormFieldValue" },
    FormFieldValue: {
      parts: "id value selected",
      more: { type: { outside: { seen: "the SOAP API of v67.1.3" } } },
    },
    MergeSession: { parts: "mergeWithSessionId" },
    OpenUrl: { parts: "redirectUrl" },
    Order: { open: true },
    Payment: { parts: "amount description method" },
    PrintBill: { open: true },
    Relation: { open: true, parts: "relationNumber name" },
    RemoveSessionLine: { parts: "line:SessionLine" },
    ScanCode: { parts: "scannedCode codeType" },
    SelectRelation: { parts: "relation:" },
    Sender: {
      parts: "branchNumber workplaceNumber instanceId paymentStarted productName employeeNumber",
      more: {
        "browserFamily browserVersion deviceType platformFamily platformVersion": { since: "48" },
        hasReceiptPrinter: { since: "57" },
        "overallState coverState paperState ageInSeconds": { outside: { planned: true } },
      },
    },
    Session: {
      parts: "sessionId table:SessionTable lines:SessionLine payments:Payment relation: totalInclAmount",
      more: {
        "totalExclAmount openAmount": { outside: { seen: "the SOAP API of v67.1.3" } },
        invoice: { outside: { seen: "a public receiver" } },
      },
    },
    SessionLine: {
      parts:
        "lineId articleNumber priceIncl quantity text discountPercentage discountAmount supplierArticleNumber pluNumber extArticleId externalDiscount:",
      more: {
        "preparationMethods componentArticles webhookConsumerId": {
          outside: { seen: "the SOAP API of v67.1.3" },
        },
        barcode: { outside: { seen: "a public receiver" } },
      },
    },
    SessionTable: { parts: "number subNumber" },
    Table: { parts: "tableName numberOfGuests number subNumber" },
    TableOrder: { parts: "orderId year number" },
    UpdateSessionLine: { parts: "line:SessionLine" },
  },
};

const contract: Contract<WebhookRequests, WebhookResponses, ErrorRequest> = {
  known,
  fleet,
  validateRequest,
  validateResponse,
  validateErrorRequest,
};
