import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../../generator/json.js";
import { leftOut, readAt } from "../../workbench/json-paths.js";
import { signatureOf } from "../../conformance/signature.js";
import type { Bug, WireReply } from "./bug.js";
import { add, firstDiscount, put } from "./change.js";

const fields = ["name", "day"].map((id) => ({ id, type: "text", required: true, label: id }));

const discount = () => ({ discountId: randomUUID(), discountPercentage: 10 });

/** Answers that would be good at another moment, in another sale. */
export const saleBugs: readonly Bug[] = [
  {
    name: "gives a discount to a line that has one",
    scenario: "cafe-discount",
    at: "addSessionLine",
    answer: (answer, { request }) => ({
      ...answer,
      lineChanges: (readAt(request, ["session", "lines"]) as readonly JsonObject[]).map(({ lineId }) => ({
        lineId,
        externalDiscount: discount(),
      })),
    }),
    says: "has a discount already, with another `discountId`.",
  },
  {
    name: "changes a line that is not in the sale",
    scenario: "cafe-discount",
    at: "addSessionLine",
    answer: put(["lineChanges", 0, "lineId"], "5f9ed252-1257-4618-ac2f-461e9e34c91c"),
    says: 'Line "5f9ed252-1257-4618-ac2f-461e9e34c91c" is not in the sale.',
  },
  {
    name: "adds its line to every answer",
    scenario: "gift-card",
    answer: add({ lineAdditions: [{ lineId: "5f9ed252-1257-4618-ac2f-461e9e34c91c", text: "Gift card" }] }),
    says: 'The sale has a line "5f9ed252-1257-4618-ac2f-461e9e34c91c" already.',
  },
  {
    name: "deletes a line that is not in the sale",
    scenario: "cafe-discount",
    at: "startPayment",
    answer: add({ lineDeletions: [{ lineId: "5f9ed252-1257-4618-ac2f-461e9e34c91c" }] }),
    says: 'Line "5f9ed252-1257-4618-ac2f-461e9e34c91c" is not in the sale.',
  },
  {
    name: "makes up another discount when a line comes again",
    scenario: "twice",
    at: "addSessionLine",
    answer: (answer) => put([...firstDiscount, "discountId"], randomUUID())(answer),
    says: "The same request came twice, and the answers differ in `lineChanges`: what that does is done twice.",
  },
  {
    name: "books the points of a sale again when it comes again",
    scenario: "twice",
    at: "completeSession",
    answer: (_, { before }) => ({ receiptFooter: { textBefore: `Your points: ${before}` } }),
    says: "The same request came twice, and the answers differ in `receiptFooter`: what that does is done twice.",
  },
  {
    name: "forgets whose card it is",
    scenario: "loyalty",
    at: "scanCode",
    answer: put(["scanCode", "relationNumber"], leftOut),
    says: '{"path":"scanCode.relationNumber","expected":20517}',
  },
  {
    name: "takes every code for its own",
    scenario: "gift-card",
    at: "scanCode",
    answer: put(["scanCode", "recognized"], true),
    says: '{"path":"scanCode.recognized","expected":false,"seen":true}',
  },
  {
    name: "asks the same question for ever",
    scenario: "form",
    at: "startPayment",
    answer: () => ({ form: { id: "delivery", title: "Where to?", fields } }),
    says: '{"path":"form","expected":null,',
  },
  {
    name: "forgets to say whether the till is to go on polling",
    scenario: "polling",
    at: "startPayment",
    answer: put(["polling"], leftOut),
    says: "`polling` is missing: the request has `eventPolling`, and the till asks for ever without it.",
  },
  {
    name: "never lets the till stop polling",
    scenario: "polling",
    at: "startPayment",
    answer: put(["polling", "finished"], false),
    says: '{"path":"polling.finished","expected":true,"seen":false}',
  },
  {
    name: "never says that a payment has started",
    scenario: "payment",
    at: "startExternalPayment",
    answer: put(["externalPayment", "started"], leftOut),
    says: '{"path":"externalPayment.started","expected":true}',
  },
  {
    name: "answers with the id of another payment",
    scenario: "payment",
    at: "pollExternalPayment",
    answer: put(["externalPayment", "externalPaymentId"], "5f9ed252-1257-4618-ac2f-461e9e34c91c"),
    says: "`externalPayment.externalPaymentId` is not that of the request, so that the answer is about something else.",
  },
  {
    name: "never says what became of a payment",
    scenario: "payment",
    at: "pollExternalPayment",
    answer: put(["externalPayment", "confirmed"], leftOut),
    says: '{"path":"externalPayment.confirmed","expected":true}',
  },
  {
    name: "confirms a payment that was called off",
    scenario: "payment-cancel",
    at: "cancelExternalPayment",
    answer: (_, { request }) => ({
      externalPayment: {
        externalPaymentId: readAt(request, ["externalPayment", "externalPaymentId"]),
        confirmed: true,
      },
    }),
    says: 'The answer says `{"externalPayment":{"confirmed":true}}`, and it is too late for that: the flow ends with `cancelExternalPayment`.',
  },
  {
    name: "confirms and calls off at once",
    scenario: "payment",
    at: "pollExternalPayment",
    answer: (answer) =>
      readAt(answer, ["externalPayment", "confirmed"]) === true
        ? { externalPayment: { ...(answer["externalPayment"] as JsonObject), cancelled: true } }
        : answer,
    says: 'The answer says `{"externalPayment":{"confirmed":true}}` and `{"externalPayment":{"cancelled":true}}`: the till cannot do both.',
  },
  {
    name: "reckons in cents",
    scenario: "table-prepayment",
    at: "backgroundPoll",
    answer: put(["prepayTable", "payments", 0, "amount"], 1850),
    says: '{"path":"prepayTable.payments[0].amount","expected":18.5,"seen":1850}',
  },
  {
    name: "changes a sale that is over",
    scenario: "receipt-footer",
    at: "completeSession",
    answer: add({ lineAdditions: [{ text: "Thank you" }] }),
    says: "The sale has ended: `lineAdditions` can change nothing in it any more.",
  },
  {
    name: "refuses what it does not know",
    scenario: "newer",
    reply: (reply, { request }) => ("notKnownYet" in request ? refuse("There is no notKnownYet") : reply),
    says: 'The receiver failed with status 400: INVALID_DATA, "There is no notKnownYet"',
  },
];

function refuse(message: string): WireReply {
  const body = JSON.stringify({ error: { code: "INVALID_DATA", message } });
  const headers = { "content-type": "application/json", "x-mplus-signature": signatureOf(body) };
  return { status: 400, headers, body };
}
