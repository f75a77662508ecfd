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

export { QuestionError, type ConversationOptions } from "./ask.js";
export type { DedupeOptions } from "./dedupe.js";
export type { UnknownPart } from "./evidence.js";
export type { ExactPart } from "./exact.js";
export type {
  Answer,
  Ask,
  Beside,
  ErrorContext,
  ErrorHandler,
  ErrorReport,
  EventName,
  Part,
  QuestionKind,
  QueuedHandler,
  SenderContext,
  Transaction,
} from "./handlers.js";
export { createTrace, type Exchange, type ExchangeBodies, type ExchangeOutcome } from "./log.js";
export type { Log, LogFields, Observer } from "./log.js";
export { callBack, longPoll, type CallBackOptions, type LongPollOptions } from "./handling.js";
export type { Inbox, Kept, StoredEvent, StoredRun } from "./queued.js";
export { sign, verify } from "./signature.js";
export { createMemoryStore, type Quota, type Store } from "./store.js";
export type { Subscription, SubscriptionEntry, Subscriptions } from "./subscriptions.js";
export type { Awaitable } from "./values.js";
export type { BasePath, EventContext, Handler, HandleStored, Handlers, InferredVersion };
export type { ExactHandler, ExactHandlers, ExactQueued, LooseQueued, QueuedContext, QueuedHandlers };
export type { RawRequest, RawResponse, Receiver, ReceiverOptions };

/** The handler of an event, as a type; {@link defineHandler} also looks for misspelt properties in what it answers. */
export type MplusEventHandler<E extends WebhookEventName> = Handler<
  WebhookRequests[E],
  WebhookResponses[E],
  E,
  ForbiddenReasons
>;

/** What the handler of an event gets. */
export type MplusContext<E extends WebhookEventName> = EventContext<
  WebhookRequests[E],
  E,
  WebhookResponses[E],
  ForbiddenReasons
>;

/** A handler for each event that is handled. */
export type MplusHandlers = Handlers<WebhookRequests, WebhookResponses, ForbiddenReasons>;

/** Handlers, if they answer with what the event may be answered: else an error names the property, and says why. */
export type MplusExact<H> = ExactHandlers<H, MplusHandlers, WebhookResponses, ForbiddenReasons>;

/** The same of the handler of one event. */
export type MplusExactHandler<E extends WebhookEventName, H> = ExactHandler<
  H,
  MplusEventHandler<E>,
  WebhookResponses[E],
  E,
  ForbiddenReasons
>;

/** A queued handler for each event that is handled after its answer. */
export type MplusQueuedHandlers = QueuedHandlers<WebhookRequests>;

/** What the queued handler of an event gets. */
export type MplusQueuedContext<E extends WebhookEventName> = QueuedContext<WebhookRequests[E], E>;

/** Queued handlers, whatever they return: {@link MplusExactQueued} looks at that. */
export type MplusLooseQueued = LooseQueued<WebhookRequests>;

/**
 * Queued handlers, if they return nothing, and have one in `handlers` beside them where an event must be answered with
 * more than `{}`: else it is an error that says so.
 */
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
 * Creates a receiver of webhooks, without a framework: it checks requests, and answers and signs.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createReceiver<H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
): Receiver {
  return createProtocolReceiver(contract, options);
}

/**
 * Makes the function that puts a receiver into a framework: it takes the options of the receiver, and its own.
 */
export const defineAdapter =
  <Own, Made>(put: (receiver: Receiver, options: Own) => Made) =>
  <H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
    options: Own & MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
  ): Made =>
    put(createReceiver<H, T, Q>(options), options);

/**
 * Creates what a worker calls for each event of an inbox, with the options of the receiver that stored it: it verifies the
 * event and runs its handler. It settles when the handler has ended, and rejects if it failed or `signal` has aborted by then.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createHandleStored<H, T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
  options: MplusOptions<MplusExact<H>, MplusExact<T>, MplusExactQueued<Q, H>>,
): HandleStored {
  return createStoredHandling(contract, options);
}

/**
 * Gives handlers in a file of their own their types: `export const handlers = defineHandlers({ scanCode: ({ request }) => … })`.
 */
export function defineHandlers<H>(handlers: MplusExact<H>): H {
  return handlers as H;
}

/**
 * Gives queued handlers in a file of their own their types: `export const queued = defineQueued({ completeSession: async ({
 * request }) => { … } })`.
 */
export function defineQueued<Q extends MplusLooseQueued>(queued: MplusExactQueued<Q>): Q {
  return queued as Q;
}

/** Gives one handler its types: `export const scanCode = defineHandler("scanCode", ({ request }) => …)`. */
export function defineHandler<E extends WebhookEventName, H>(_event: E, handler: MplusExactHandler<E, H>): H {
  return handler as H;
}

/**
 * Infers the oldest release that a shop can run from one of its requests, with the evidence: a request does not name
 * its release. The event's name may prove something too.
 */
export function inferVersion(body: unknown, event?: WebhookEventName): InferredVersion {
  return inferFromRequest(known, body, event);
}

/** What requests contain, in the fleet and in other releases. */
const known: KnownRequests = {
  common: {
    parts: "event:EventInfo sender:Sender dialog:Dialog form:Form openUrl:OpenUrl",
    more: { form: { since: "59" }, openUrl: { since: "48" } },
  },
  events: {
    addSessionLine: {
      own: ["addSessionLine"],
      required: ["addSessionLine"],
      parts: "session:Session addSessionLine:AddSessionLine",
    },
    backgroundPoll: { since: "16.2", own: [], repeated: true, endsItself: true },
    cancelExternalPayment: {
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session:Session externalPayment:ExternalPayment",
    },
    cancelPayment: { own: [], parts: "session:Session" },
    cancelSession: { own: [], parts: "session:Session" },
    completeSession: { own: [], parts: "session:CompleteSessionSession completeSession:CompleteSession" },
    creditSession: { own: [], parts: "session:Session" },
    customAction: {
      since: "11.3",
      own: ["customAction"],
      required: ["customAction"],
      parts: "session:Session customAction:CustomAction",
    },
    kitchenCompleteCourse: {
      own: ["course"],
      required: ["course"],
      parts: "course:Course table:Table tableOrder:TableOrder cafeteriaOrder:CafeteriaOrder order:Order",
    },
    kitchenServeCourse: {
      own: ["course"],
      required: ["course"],
      parts: "course:Course table:Table tableOrder:TableOrder cafeteriaOrder:CafeteriaOrder order:Order",
    },
    kitchenStartCourse: {
      own: ["course"],
      required: ["course"],
      parts: "course:Course table:Table tableOrder:TableOrder cafeteriaOrder:CafeteriaOrder order:Order",
    },
    mergeSession: {
      own: ["mergeSession"],
      required: ["mergeSession"],
      parts: "session:Session mergeSession:MergeSession",
    },
    pauseSession: { own: [], parts: "session:Session" },
    pollExternalPayment: {
      since: "11.3",
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session:Session externalPayment:ExternalPayment",
    },
    printBill: { since: "16.2", own: [], parts: "session:Session printBill:PrintBill" },
    removeSessionLine: {
      own: ["removeSessionLine"],
      required: ["removeSessionLine"],
      parts: "session:Session removeSessionLine:RemoveSessionLine",
    },
    requestCancelExternalPayment: {
      since: "11.3",
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session:Session externalPayment:ExternalPayment",
    },
    resumeSession: { own: [], parts: "session:Session" },
    scanCode: { own: ["scanCode"], required: ["scanCode"], parts: "session:Session scanCode:ScanCode" },
    selectRelation: {
      since: "43.1.1",
      own: ["selectRelation"],
      required: ["selectRelation"],
      parts: "session:Session selectRelation:SelectRelation",
    },
    startExternalPayment: {
      since: "11.3",
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: "session:Session externalPayment:ExternalPayment",
    },
    startPayment: { own: [], parts: "session:Session" },
    startSession: { own: [], parts: "session:Session" },
    updateSessionLine: {
      own: ["updateSessionLine"],
      parts: "session:Session updateSessionLine:UpdateSessionLine",
    },
  },
  objects: {
    AddSessionLine: { parts: "line:SessionLine" },
    CafeteriaOrder: { parts: "orderId year number ticketNumber" },
    CompleteSession: { parts: "payments:Payment" },
    CompleteSessionSession: {
      parts:
        "sessionId table:SessionTable lines:SessionLine payments:Payment relation:Relation totalInclAmount",
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
    SelectRelation: { parts: "relation:Relation" },
    Sender: {
      parts: "branchNumber workplaceNumber instanceId paymentStarted productName employeeNumber",
      more: {
        "browserFamily browserVersion deviceType platformFamily platformVersion": { since: "48" },
        hasReceiptPrinter: { since: "57" },
        "overallState coverState paperState ageInSeconds": { outside: { planned: true } },
      },
    },
    Session: {
      parts:
        "sessionId table:SessionTable lines:SessionLine payments:Payment relation:Relation totalInclAmount",
      more: {
        "totalExclAmount openAmount": { outside: { seen: "the SOAP API of v67.1.3" } },
        invoice: { outside: { seen: "a public receiver" } },
      },
    },
    SessionLine: {
      parts:
        "lineId articleNumber priceIncl quantity text discountPercentage discountAmount supplierArticleNumber pluNumber extArticleId externalDiscount:ExternalDiscount",
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
