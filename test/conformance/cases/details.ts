import { answered, nothing, refused } from "../answers.js";
import { alike, type Case, handled } from "../case.js";
import { eventOf } from "../requests.js";

/** Events that are useless without their own object. */
const ownObjects = [
  ["addSessionLine", "addSessionLine"],
  ["customAction", "customAction"],
  ["scanCode", "scanCode"],
  ["selectRelation", "selectRelation"],
  ["startExternalPayment", "externalPayment"],
] as const;
const noCode = '/scanCode/scannedCode: "scannedCode" is missing in "scanCode".';
const { session: _, ...withoutSession } = eventOf({}) as { session: object };

/** Only the first event of a body counts, so each has its own number. */
const bodyOf = (eventCounter: number, objects = {}) => eventOf(objects, { eventCounter });

export const detailCases: readonly Case[] = [
  ...ownObjects.flatMap(([event, object], index) =>
    alike(refused("NO_EVENT_DETAILS", `/${object}: "${object}" is missing.`), {
      [`rejects ${event} without its ${object}, with the vendor's code`]: {
        event,
        body: bodyOf(2100 + index),
      },
    }),
  ),
  ...alike(refused("NO_SCANNED_CODE", noCode), {
    "rejects a scan without its code, with the vendor's code": { body: bodyOf(1, { scanCode: {} }) },
  }),
  ...alike(nothing, {
    "takes a deselected relation": { event: "selectRelation", body: bodyOf(2, { selectRelation: null }) },
    "takes a background poll without a session": { event: "backgroundPoll", body: withoutSession },
    "takes an event whose object is not documented as required": {
      event: "updateSessionLine",
      body: bodyOf(3),
    },
  }),
  ...handled({
    "gives a payment's id back": [
      () => ({ externalPayment: { started: true } }),
      answered({ externalPayment: { started: true, externalPaymentId: "7c1d" } }),
      {
        event: "startExternalPayment",
        body: eventOf({ externalPayment: { externalPaymentId: "7c1d", amount: 2.7, method: "App" } }),
      },
    ],
  }),
];
