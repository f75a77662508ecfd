import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../../generator/base/json.js";
import { otherSecret, signatureOf } from "../../conformance/signature.js";
import { leftOut, readAt, update, type JsonPath } from "../../workbench/json-paths.js";
import type { Asked, Bug, WireReply } from "./bug.js";

type Change = NonNullable<Bug["answer"]>;
type Row = readonly [bug: Omit<Bug, "name" | "says" | "scenario">, says: string];

/** Replaces a value in the answer, if present. */
const put =
  (path: JsonPath, value: unknown): Change =>
  (answer) =>
    has(answer, path) ? update(answer, path, () => value) : answer;

const has = (value: unknown, [key, ...rest]: JsonPath): boolean =>
  key === undefined ||
  (typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, key) &&
    has(readAt(value, [key]), rest));

const add =
  (parts: object): Change =>
  (answer) => ({ ...answer, ...parts });

/** A bug in the answers to an event, which are signed correctly, and the till's message. */
const at = (event: string, answer: Change, says: string): Row => [{ at: event, answer }, says];

/** Keys are the integration's mistakes. */
const foundBy = (scenario: string, rows: Readonly<Record<string, Row>>): Bug[] =>
  Object.entries(rows).map(([name, [bug, says]]) => ({ name, scenario, ...bug, says }));

const withBody = (reply: WireReply, body: string, headers = {}): WireReply => ({
  status: reply.status,
  body,
  headers: { ...reply.headers, "x-mplus-signature": signatureOf(body), ...headers },
});
const page = { "content-type": "text/html" };

const other = "5f9ed252-1257-4618-ac2f-461e9e34c91c";
const paymentId: JsonPath = ["externalPayment", "externalPaymentId"];
const firstDiscount: JsonPath = ["lineChanges", 0, "externalDiscount"];
const fields = ["name", "day"].map((id) => ({ id, type: "text", required: true, label: id }));
const discountAll: Change = (answer, { request }) => ({
  ...answer,
  lineChanges: (readAt(request, ["session", "lines"]) as readonly JsonObject[]).map(({ lineId }) => ({
    lineId,
    externalDiscount: { discountId: randomUUID(), discountPercentage: 10 },
  })),
});
const refusal = '{"error":{"code":"INVALID_DATA","message":"There is no notKnownYet"}}';

export const bugs: readonly Bug[] = [
  ...foundBy("loyalty", {
    "signs with the secret of another shop": [
      {
        reply: (reply) => withBody(reply, reply.body, { "x-mplus-signature": signatureOf("", otherSecret) }),
      },
      "The signature of the answer does not match its bytes.",
    ],
    "does not sign its answers": [
      { reply: ({ status, body }) => ({ status, headers: { "content-type": "application/json" }, body }) },
      "The answer has no signature: `X-Mplus-Signature` is missing.",
    ],
    "never answers": [
      { settings: { answerDeadline: 300 }, at: "addSessionLine", reply: () => undefined },
      "it took too long (waited 300 ms)",
    ],
    "cuts its answer off": [
      { at: "addSessionLine", reply: (reply) => withBody(reply, reply.body.slice(0, -1)) },
      "The answer is not JSON.",
    ],
    "writes a number as text": at(
      "addSessionLine",
      put([...firstDiscount, "discountPercentage"], "10"),
      '"lineChanges.0.externalDiscount.discountPercentage" must be a number.',
    ),
    "answers a list": at("addSessionLine", (answer) => [answer], "The answer is not a JSON object."),
    "gives a discount to a line that has one": at(
      "startPayment",
      discountAll,
      "already has a discount: one with another `discountId`.",
    ),
    "answers with a web page, and status 200": [
      { at: "scanCode", reply: (reply) => withBody(reply, "<!DOCTYPE html>It works!", page) },
      'The answer is "text/html"; expected application/json.',
    ],
    "forgets whose card it is": at(
      "scanCode",
      put(["scanCode", "relationNumber"], leftOut),
      '{"path":"scanCode.relationNumber","expected":20517}',
    ),
  }),
  ...foundBy("receipt", {
    "misspells a property": at(
      "completeSession",
      put(["receiptFooter"], { textBefor: "Thank you" }),
      'There is no property "textBefor" here. Did you mean "textBefore"?',
    ),
    "spells a choice in its own way": at(
      "completeSession",
      put(["receiptFooter"], { barcode: { codeType: "QR", code: "EXIT-1" } }),
      '"receiptFooter.barcode.codeType" must be one of "code128", "qrcode".',
    ),
  }),
  ...foundBy("gift-card", {
    "adds its line to every answer": [
      { answer: add({ lineAdditions: [{ lineId: other, text: "Gift card" }] }) },
      `The sale already has a line "${other}".`,
    ],
    "takes every code for its own": at(
      "scanCode",
      put(["scanCode", "recognized"], true),
      '{"path":"scanCode.recognized","expected":false,"seen":true}',
    ),
  }),
  ...foundBy("twice", {
    "makes up another discount when a line comes again": at(
      "addSessionLine",
      (answer, asked) => put([...firstDiscount, "discountId"], randomUUID())(answer, asked),
      "The same request was sent twice, and the answers differ in `lineChanges`, which takes effect twice.",
    ),
  }),
  ...foundBy("form", {
    "asks the same question for ever": at(
      "startPayment",
      () => ({ form: { id: "delivery", title: "Where to?", fields } }),
      '{"path":"form","expected":null,',
    ),
  }),
  ...foundBy("polling", {
    "never lets the till stop polling": at(
      "startPayment",
      put(["polling", "finished"], false),
      '{"path":"polling.finished","expected":true,"seen":false}',
    ),
  }),
  ...foundBy("payment", {
    "never says that a payment has started": at(
      "startExternalPayment",
      put(["externalPayment", "started"], leftOut),
      '{"path":"externalPayment.started","expected":true}',
    ),
  }),
  ...foundBy("payment-cancel", {
    "confirms a payment that was called off": at(
      "cancelExternalPayment",
      (_, { request }: Asked) => ({
        externalPayment: { externalPaymentId: readAt(request, paymentId), confirmed: true },
      }),
      'The answer says `{"externalPayment":{"confirmed":true}}`, which is too late: the flow ends with `cancelExternalPayment`.',
    ),
  }),
  ...foundBy("table-prepayment", {
    "reckons in cents": at(
      "backgroundPoll",
      put(["prepayTable", "payments", 0, "amount"], 1850),
      '{"path":"prepayTable.payments[0].amount","expected":18.5,"seen":1850}',
    ),
  }),
  ...foundBy("newer", {
    "refuses what it does not know": [
      {
        reply: (reply, { request }) =>
          "notKnownYet" in request ? withBody({ ...reply, status: 400 }, refusal) : reply,
      },
      'The receiver failed with status 400: INVALID_DATA, "There is no notKnownYet"',
    ],
  }),
];
