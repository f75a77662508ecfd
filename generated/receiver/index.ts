// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorRequest, WebhookRequests, WebhookResponses } from "../types/index.js";
import { validateErrorRequest, validateRequest, validateResponse } from "../validators/index.js";
import type { Contract } from "./contract.js";
import type { ReceiverOptions } from "./options.js";
import { createProtocolReceiver, type Receiver } from "./receiver.js";

export type { Log, LogFields } from "./log.js";
export type {
  ErrorContext,
  ErrorHandler,
  EventContext,
  Handler,
  Handlers,
  Subscription,
  Subscriptions,
} from "./options.js";
export type { RawRequest, RawResponse } from "./raw-message.js";
export { sign, verify } from "./signature.js";
export type { Receiver };

/** The subscriptions, the handlers of the events, and what else a receiver may be told. */
export type MplusOptions = ReceiverOptions<WebhookRequests, WebhookResponses, ErrorRequest>;

/**
 * Makes a receiver of webhooks that knows no framework: it checks, answers and signs.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createReceiver(options: MplusOptions): Receiver {
  return createProtocolReceiver(contract, options);
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
  fleet: { min: "48", max: undefined },
  validateRequest,
  validateResponse,
  validateErrorRequest,
};
