import { describe, expect, it } from "vitest";
import { effects } from "../../../generator/till/engine/effects.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { openDesk, type Answerer } from "../desk.js";
import { ownContract } from "../own-spec.js";

const [first, second, discountId] = [
  "0f8fad5b-d9cb-469f-a165-70867728950e",
  "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  "16fd2706-8baf-433b-82eb-8c7fada847da",
] as const;
const discount = (percentage: number, id: string = discountId): JsonObject => ({
  discountId: id,
  discountPercentage: percentage,
});
const lines: JsonObject = {
  lines: [
    { lineId: first, articleNumber: 12, priceIncl: 10, quantity: 2, text: "Coffee" },
    { lineId: second, articleNumber: 13, priceIncl: 5, quantity: 1, text: "Tea", discountPercentage: 10 },
  ],
};

const discounted = (lineId: string, percentage: number): JsonObject => ({
  lineChanges: [{ lineId, externalDiscount: discount(percentage) }],
});
const anyLine = { anyLineMayBeDeleted: true };
const size = { required: true, allowMultipleOptions: false, dialogTitle: "Size?", dialogOptions: [] };

/** An answer to an event of a sale with two lines, and the resulting sale or error code. */
type EffectCase = readonly [
  name: string,
  answer: JsonObject,
  becomes: JsonObject | string,
  event?: string,
  settings?: JsonObject,
];

const cases: readonly EffectCase[] = [
  [
    "a discount on a line",
    discounted(first, 10),
    { lines: [{ lineId: first, externalDiscount: discount(10) }, { lineId: second }] },
  ],
  ["a discount on a line that has one of the till", discounted(second, 10), "LINE_ALREADY_HAS_DISCOUNT"],
  ["a discount above 100 %", discounted(first, 110), "INVALID_DISCOUNT_PERCENTAGE"],
  ["a change of no line", { lineChanges: [{ lineId: discountId }] }, "INVALID_LINE_ID"],
  [
    "an added line",
    { lineAdditions: [{ articleNumber: 99, text: "Bag" }] },
    {
      lines: [{}, {}, { articleNumber: 99, text: "Bag", quantity: 1, lineId: expect.any(String) as string }],
    },
  ],
  [
    "an added line with the id of another",
    { lineAdditions: [{ lineId: first, text: "Bag" }] },
    "LINE_ID_ALREADY_EXISTS",
  ],
  [
    "the deletion of a line of the till's own",
    { lineDeletions: [{ lineId: first }] },
    "LINE_DELETION_NOT_ALLOWED",
  ],
  [
    "the same where the till lets any line be deleted",
    { lineDeletions: [{ lineId: first }] },
    { lines: [{ lineId: second }] },
    "startPayment",
    anyLine,
  ],
  ["the deletion of no line", { lineDeletions: [{ lineId: discountId }] }, "INVALID_LINE_ID"],
  ["a lock", { lockSession: true }, { locked: true }],
  ["a lock for additions", { lockSessionForAdditions: true }, { lockedForAdditions: true }],
  [
    "a relation",
    { scanCode: { recognized: true, relationNumber: 12 } },
    { relation: { relationNumber: 12 }, shown: { scanCode: { recognized: true } } },
    "scanCode",
  ],
  [
    "an external payment that is confirmed at its start",
    { externalPayment: { confirmed: true } },
    { payments: [{ description: "QR", method: "QR" }] },
    "startExternalPayment",
  ],
  [
    "a footer",
    { receiptFooter: [{ textBefore: "Bye" }, { barcode: { code: "é", codeType: "qrcode" } }] },
    { printed: [{ textBefore: "Bye" }, { barcode: { code: "é" } }], ended: true },
    "completeSession",
  ],
  [
    "a footer with a code that cannot be printed",
    { receiptFooter: { barcode: { code: "café", codeType: "code128" } } },
    "INVALID_RECEIPT_FOOTER_CODE",
    "completeSession",
  ],
  ["a bill footer", { billFooter: { textBefore: "x" } }, { printed: [{ textBefore: "x" }] }, "printBill"],
  ["a discount once the sale has ended", discounted(first, 10), "after-end", "completeSession"],
  [
    "what only shows",
    { message: [{ message: "Hello" }], version: "1.0" },
    { shown: { message: [{ message: "Hello" }], version: "1.0" } },
  ],
  ["a dialog", { dialog: size }, { open: { dialog: { dialogTitle: "Size?" } } }],
  [
    "a part that this release does not know",
    { form: { id: "f", title: "t", fields: [] } },
    "unsupported-property",
  ],
  ["a misspelt part", { mesage: [] }, "unknown-property"],
];

describe("an answer", () => {
  const rows = cases.map(([name, answer, becomes, event = "startPayment", settings = {}]) => {
    return { name, answer, becomes, event, settings };
  });
  it.each(rows)("with $name", async ({ answer, becomes, event, settings }) => {
    const events = { [event]: { blocking: true } };
    const { till, got, reports } = openDesk(() => answer, { release: "58.1", settings, events });
    const { verdict, report } = await till.send(event, { session: lines });
    if (typeof becomes === "object") {
      expect(verdict).toEqual({ kind: "taken", answer });
      expect(till.session).toMatchObject(becomes);
      expect(reports).toEqual([]);
      return;
    }
    expect(verdict).toMatchObject({ kind: "refused", findings: [{ code: becomes }] });
    expect(till.session.lines).toEqual(lines["lines"]);
    expect(report?.status).toBe(200);
    const isOfProtocol = ownContract().model.errorCodes?.values.some(({ value }) => value === becomes);
    const error = { code: isOfProtocol ? becomes : "INVALID_DATA" };
    expect(reports).toMatchObject([{ event, request: { error, original: got[0]?.request } }]);
  });

  it("books prepayments of a table, each once", async () => {
    const sessionId = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";
    const payments = [{ paymentId: first, amount: 4 }];
    const answer = { prepayTable: { table: { number: 1 }, sessionId, payments } };
    const { till } = openDesk((event): JsonObject => (event === "backgroundPoll" ? answer : {}));
    await till.send("startSession", { session: { sessionId, ...lines } });
    await till.send("backgroundPoll");
    await till.wait(6000);
    expect(till.session.payments).toEqual(payments);
    const { request } = await till.send("completeSession");
    expect(request["completeSession"]).toMatchObject({ payments: [{ amount: 20.5 }] });
    expect(request["session"]).toMatchObject({ payments: [{ amount: 4 }, { amount: 20.5 }] });
  });

  it("is tried above for each effect", () => {
    const tried = cases.map(([, answer]) => answer);
    const others = effects.filter(({ at: [name = ""] }) => !tried.some((answer) => name in answer));
    expect(others.map(({ at }) => at.join("."))).toEqual(["prepayTable"]);
  });
});

it.each<readonly [string, Answerer, string]>([
  ["may get other messages", (event) => ({ message: [{ message: `${event} ${Math.random()}` }] }), "taken"],
  [
    "must get the same discount id",
    () => ({ lineChanges: [{ lineId: first, externalDiscount: discount(5, crypto.randomUUID()) }] }),
    "refused",
  ],
])("a request that is sent twice %s the second time", async (_, answer, kind) => {
  const { till, got } = openDesk(answer);
  const { verdict } = await till.send("startPayment", { session: lines }, "twice");
  expect(verdict.kind).toBe(kind);
  expect(got.length).toBe(2);
  expect(got[0]?.request).toEqual(got[1]?.request);
});
