// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type {
  ErrorRequest,
  ForbiddenReasons,
  WebhookEventName,
  WebhookRequests,
  WebhookResponses,
} from "../types/index.js";
import {
  fleet,
  validateErrorRequest,
  validateRequest,
  validateResponse,
  writeResponse,
} from "../validators/index.js";
import { inferFromRequest, type InferredVersion, type KnownRequests } from "./evidence.js";
import type {
  EventContext,
  ExactHandler,
  ExactHandlers,
  ExactQueued,
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
export type { Ask, ErrorContext, ErrorHandler, QueuedHandler, Transaction } from "./handlers.js";
export { createTrace, type Exchange, type ExchangeBodies, type ExchangeOutcome } from "./log.js";
export type { Log, LogFields } from "./log.js";
export { callBack, longPoll, type CallBackOptions, type LongPollOptions } from "./payments.js";
export type { Inbox, Kept, StoredEvent, StoredRun } from "./queued.js";
export { sign, verify } from "./signature.js";
export { createMemoryStore, type Quota, type Store } from "./store.js";
export type { Subscription, SubscriptionEntry, Subscriptions } from "./subscriptions.js";
export type { BasePath, EventContext, Handler, HandleStored, Handlers, InferredVersion };
export type { QueuedContext, QueuedHandlers, RawRequest, RawResponse, Receiver };

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
  return queued;
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

/** What requests hold, in the fleet and in other releases: 59.3.2 is 59 0003 0002. */
const known: KnownRequests = {
  common: {
    event: "EventInfo",
    sender: "Sender",
    dialog: "Dialog",
    form: { type: "Form", since: 5900000000 },
    openUrl: { type: "OpenUrl", since: 4800000000 },
  },
  events: {
    addSessionLine: {
      own: ["addSessionLine"],
      required: ["addSessionLine"],
      parts: { session: "Session", addSessionLine: "AddSessionLine" },
    },
    backgroundPoll: { since: 1600020000, own: [], repeated: true, endsItself: true, parts: {} },
    cancelExternalPayment: {
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: { session: "Session", externalPayment: "ExternalPayment" },
    },
    cancelPayment: { own: [], parts: { session: "Session" } },
    cancelSession: { own: [], parts: { session: "Session" } },
    completeSession: {
      own: [],
      parts: { session: "CompleteSessionSession", completeSession: "CompleteSession" },
    },
    creditSession: { own: [], parts: { session: "Session" } },
    customAction: {
      since: 1100030000,
      own: ["customAction"],
      required: ["customAction"],
      parts: { session: "Session", customAction: "CustomAction" },
    },
    kitchenCompleteCourse: {
      own: ["course"],
      required: ["course"],
      parts: {
        course: "Course",
        table: "Table",
        tableOrder: "TableOrder",
        cafeteriaOrder: "CafeteriaOrder",
        order: "Order",
      },
    },
    kitchenServeCourse: {
      own: ["course"],
      required: ["course"],
      parts: {
        course: "Course",
        table: "Table",
        tableOrder: "TableOrder",
        cafeteriaOrder: "CafeteriaOrder",
        order: "Order",
      },
    },
    kitchenStartCourse: {
      own: ["course"],
      required: ["course"],
      parts: {
        course: "Course",
        table: "Table",
        tableOrder: "TableOrder",
        cafeteriaOrder: "CafeteriaOrder",
        order: "Order",
      },
    },
    mergeSession: {
      own: ["mergeSession"],
      required: ["mergeSession"],
      parts: { session: "Session", mergeSession: "MergeSession" },
    },
    pauseSession: { own: [], parts: { session: "Session" } },
    pollExternalPayment: {
      since: 1100030000,
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: { session: "Session", externalPayment: "ExternalPayment" },
    },
    printBill: { since: 1600020000, own: [], parts: { session: "Session", printBill: "PrintBill" } },
    removeSessionLine: {
      own: ["removeSessionLine"],
      required: ["removeSessionLine"],
      parts: { session: "Session", removeSessionLine: "RemoveSessionLine" },
    },
    requestCancelExternalPayment: {
      since: 1100030000,
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: { session: "Session", externalPayment: "ExternalPayment" },
    },
    resumeSession: { own: [], parts: { session: "Session" } },
    scanCode: {
      own: ["scanCode"],
      required: ["scanCode"],
      parts: { session: "Session", scanCode: "ScanCode" },
    },
    selectRelation: {
      since: 4300010001,
      own: ["selectRelation"],
      required: ["selectRelation"],
      parts: { session: "Session", selectRelation: "SelectRelation" },
    },
    startExternalPayment: {
      since: 1100030000,
      own: ["externalPayment"],
      required: ["externalPayment"],
      repeated: true,
      endsItself: true,
      echo: ["externalPayment", "externalPaymentId"],
      parts: { session: "Session", externalPayment: "ExternalPayment" },
    },
    startPayment: { own: [], parts: { session: "Session" } },
    startSession: { own: [], parts: { session: "Session" } },
    updateSessionLine: {
      own: ["updateSessionLine"],
      parts: { session: "Session", updateSessionLine: "UpdateSessionLine" },
    },
  },
  objects: {
    AddSessionLine: { parts: { line: "SessionLine" } },
    CafeteriaOrder: { parts: { orderId: "", year: "", number: "", ticketNumber: "" } },
    CompleteSession: { parts: { payments: "Payment" } },
    CompleteSessionSession: {
      parts: {
        sessionId: "",
        table: "SessionTable",
        lines: "SessionLine",
        payments: "Payment",
        relation: "Relation",
        totalInclAmount: "",
        totalExclAmount: { outside: { seen: "the SOAP API of v67.1.3" } },
        openAmount: { outside: { seen: "the SOAP API of v67.1.3" } },
        invoice: { outside: { seen: "a public receiver" } },
      },
    },
    Course: {
      parts: {
        courseNumber: "",
        name: "",
        abbreviation: "",
        sequenceNumber: "",
        expectedPreparationTime: "",
        actualPreparationTime: "",
      },
    },
    CustomAction: {
      parts: {
        customActionId: "",
        buttonCaption: "",
        onStartup: "",
        longClick: { since: 5900030004 },
        numpadValue: "",
      },
    },
    Dialog: {
      parts: {
        selectedDialogOptionIds: "",
        dialogId: { outside: { seen: "the SOAP API of v67.1.3" } },
        dialogIdAsString: { outside: { seen: "the SOAP API of v67.1.3" } },
        selectedDialogOptionIdsAsString: { outside: { seen: "the SOAP API of v67.1.3" } },
      },
    },
    EventInfo: { parts: { eventBlocking: "", eventPolling: "", eventCounter: "", eventTimestamp: "" } },
    ExternalDiscount: {
      parts: {
        discountId: "",
        discountDescription: "",
        discountPercentage: "",
        discountAmount: "",
        discountType: "",
        webhookConsumerId: { outside: { seen: "the SOAP API of v67.1.3" } },
        applyToQuantity: { outside: { seen: "a public receiver" } },
      },
    },
    ExternalPayment: {
      parts: { externalPaymentId: "", amount: "", method: "", callbackUrl: { since: 5600000000 } },
    },
    Form: { parts: { id: "", cancelled: "", fields: "FormFieldValue" } },
    FormFieldValue: {
      parts: { id: "", value: "", selected: "", type: { outside: { seen: "the SOAP API of v67.1.3" } } },
    },
    MergeSession: { parts: { mergeWithSessionId: "" } },
    OpenUrl: { parts: { redirectUrl: "" } },
    Order: { open: true, parts: {} },
    Payment: { parts: { amount: "", description: "", method: "" } },
    PrintBill: { open: true, parts: {} },
    Relation: { open: true, parts: { relationNumber: "", name: "" } },
    RemoveSessionLine: { parts: { line: "SessionLine" } },
    ScanCode: { parts: { scannedCode: "", codeType: "" } },
    SelectRelation: { parts: { relation: "Relation" } },
    Sender: {
      parts: {
        branchNumber: "",
        workplaceNumber: "",
        instanceId: "",
        paymentStarted: "",
        productName: "",
        employeeNumber: "",
        browserFamily: { since: 4800000000 },
        browserVersion: { since: 4800000000 },
        deviceType: { since: 4800000000 },
        platformFamily: { since: 4800000000 },
        platformVersion: { since: 4800000000 },
        hasReceiptPrinter: { since: 5700000000 },
        overallState: { outside: { planned: true } },
        coverState: { outside: { planned: true } },
        paperState: { outside: { planned: true } },
        ageInSeconds: { outside: { planned: true } },
      },
    },
    Session: {
      parts: {
        sessionId: "",
        table: "SessionTable",
        lines: "SessionLine",
        payments: "Payment",
        relation: "Relation",
        totalInclAmount: "",
        totalExclAmount: { outside: { seen: "the SOAP API of v67.1.3" } },
        openAmount: { outside: { seen: "the SOAP API of v67.1.3" } },
        invoice: { outside: { seen: "a public receiver" } },
      },
    },
    SessionLine: {
      parts: {
        lineId: "",
        articleNumber: "",
        priceIncl: "",
        quantity: "",
        text: "",
        discountPercentage: "",
        discountAmount: "",
        supplierArticleNumber: "",
        pluNumber: "",
        extArticleId: "",
        externalDiscount: "ExternalDiscount",
        preparationMethods: { outside: { seen: "the SOAP API of v67.1.3" } },
        componentArticles: { outside: { seen: "the SOAP API of v67.1.3" } },
        barcode: { outside: { seen: "a public receiver" } },
        webhookConsumerId: { outside: { seen: "the SOAP API of v67.1.3" } },
      },
    },
    SessionTable: { parts: { number: "", subNumber: "" } },
    Table: { parts: { tableName: "", numberOfGuests: "", number: "", subNumber: "" } },
    TableOrder: { parts: { orderId: "", year: "", number: "" } },
    UpdateSessionLine: { parts: { line: "SessionLine" } },
  },
};

const contract: Contract<WebhookRequests, WebhookResponses, ErrorRequest> = {
  known,
  fleet,
  validateRequest,
  validateResponse,
  writeResponse,
  validateErrorRequest,
  json: undefined,
};
