import { afterEach, describe, expect, it } from "vitest";
import { effects } from "../../../generator/till/sale/effects.js";
import type { JsonObject } from "../../../generator/json.js";
import { setUpDesk, type Answerer, type Desk } from "./server.js";
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

/** An answer to an event of a sale of two lines, and what it does. */
interface EffectCase {
  readonly name: string;
  readonly event?: string;
  readonly answer: JsonObject;
  readonly becomes?: JsonObject;
  readonly refused?: string;
  readonly settings?: JsonObject;
}

const cases: readonly EffectCase[] = [
  {
    name: "a discount on a line",
    answer: { lineChanges: [{ lineId: first, externalDiscount: discount(10) }] },
    becomes: { lines: [{ lineId: first, externalDiscount: discount(10) }, { lineId: second }] },
  },
  {
    name: "a discount on a line that has one of the till",
    answer: { lineChanges: [{ lineId: second, externalDiscount: discount(10) }] },
    refused: "LINE_ALREADY_HAS_DISCOUNT",
  },
  {
    name: "a discount above 100 %",
    answer: { lineChanges: [{ lineId: first, externalDiscount: discount(110) }] },
    refused: "INVALID_DISCOUNT_PERCENTAGE",
  },
  {
    name: "a change of no line",
    answer: { lineChanges: [{ lineId: discountId }] },
    refused: "INVALID_LINE_ID",
  },
  {
    name: "an added line",
    answer: { lineAdditions: [{ articleNumber: 99, text: "Bag" }] },
    becomes: {
      lines: [{}, {}, { articleNumber: 99, text: "Bag", quantity: 1, lineId: expect.any(String) as string }],
    },
  },
  {
    name: "an added line with the id of another",
    answer: { lineAdditions: [{ lineId: first, text: "Bag" }] },
    refused: "LINE_ID_ALREADY_EXISTS",
  },
  {
    name: "the deletion of a line of the till's own",
    answer: { lineDeletions: [{ lineId: first }] },
    refused: "LINE_DELETION_NOT_ALLOWED",
  },
  {
    name: "the same where the till lets any line be deleted",
    answer: { lineDeletions: [{ lineId: first }] },
    settings: { anyLineMayBeDeleted: true },
    becomes: { lines: [{ lineId: second }] },
  },
  {
    name: "the deletion of no line",
    answer: { lineDeletions: [{ lineId: discountId }] },
    refused: "INVALID_LINE_ID",
  },
  { name: "a lock", answer: { lockSession: true }, becomes: { locked: true } },
  {
    name: "a lock for additions",
    answer: { lockSessionForAdditions: true },
    becomes: { lockedForAdditions: true },
  },
  {
    name: "a relation",
    event: "scanCode",
    answer: { scanCode: { recognized: true, relationNumber: 12 } },
    becomes: { relation: { relationNumber: 12 }, shown: { scanCode: { recognized: true } } },
  },
  {
    name: "an external payment that is confirmed while nobody started it",
    event: "startExternalPayment",
    answer: { externalPayment: { confirmed: true } },
    becomes: { payments: [] },
  },
  {
    name: "a footer",
    event: "completeSession",
    answer: { receiptFooter: [{ textBefore: "Bye" }, { barcode: { code: "é", codeType: "qrcode" } }] },
    becomes: { printed: [{ textBefore: "Bye" }, { barcode: { code: "é" } }], ended: true },
  },
  {
    name: "a footer with a code that cannot be printed",
    event: "completeSession",
    answer: { receiptFooter: { barcode: { code: "café", codeType: "code128" } } },
    refused: "INVALID_RECEIPT_FOOTER_CODE",
  },
  {
    name: "a bill footer",
    event: "printBill",
    answer: { billFooter: { textBefore: "x" } },
    becomes: { printed: [{ textBefore: "x" }] },
  },
  {
    name: "a discount once the sale has ended",
    event: "completeSession",
    answer: { lineChanges: [{ lineId: first, externalDiscount: discount(10) }] },
    refused: "after-end",
  },
  {
    name: "what only shows",
    answer: { message: [{ message: "Hello" }], version: "1.0" },
    becomes: { shown: { message: [{ message: "Hello" }], version: "1.0" } },
  },
  {
    name: "a dialog",
    answer: {
      dialog: { required: true, allowMultipleOptions: false, dialogTitle: "Size?", dialogOptions: [] },
    },
    becomes: { open: { dialog: { dialogTitle: "Size?" } } },
  },
  {
    name: "a part that this release does not know",
    answer: { form: { id: "f", title: "t", fields: [] } },
    refused: "unsupported-property",
  },
  { name: "a misspelt part", answer: { mesage: [] }, refused: "unknown-property" },
];

let desk: Desk | undefined;
afterEach(() => desk?.end());

describe("an answer", () => {
  it.each(cases)(
    "with $name",
    async ({ event = "startPayment", answer, becomes, refused, settings = {} }) => {
      desk = await setUpDesk(() => answer, {
        release: "58.1",
        settings,
        events: { [event]: { blocking: true } },
      });
      const { verdict, report } = await desk.till.send(event, { session: lines });
      if (refused === undefined) {
        expect(verdict).toEqual({ kind: "taken", answer });
        expect(desk.till.session).toMatchObject(becomes ?? {});
        expect(desk.reports).toEqual([]);
      } else {
        expect(verdict).toMatchObject({ kind: "refused", findings: [{ code: refused }] });
        expect(desk.till.session.lines).toEqual(lines["lines"]);
        expect(report?.status).toBe(200);
        const isOfProtocol = ownContract().model.errorCodes?.values.some(({ value }) => value === refused);
        const [told] = desk.reports;
        expect(told?.event).toBe(event);
        expect(told?.request).toMatchObject({
          error: { code: isOfProtocol ? refused : "INVALID_DATA" },
          original: desk.got[0]?.request,
        });
      }
    },
  );

  it("books prepayments of a table, each once", async () => {
    const sessionId = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";
    const answer = {
      prepayTable: { table: { number: 1 }, sessionId, payments: [{ paymentId: first, amount: 4 }] },
    };
    desk = await setUpDesk((event): JsonObject => (event === "backgroundPoll" ? answer : {}), {});
    await desk.till.send("startSession", { session: { sessionId, ...lines } });
    await desk.till.send("backgroundPoll");
    await desk.till.wait(6000);
    expect(desk.till.session.payments).toEqual([{ paymentId: first, amount: 4 }]);
    const { request } = await desk.till.send("completeSession");
    expect(request["completeSession"]).toMatchObject({ payments: [{ amount: 20.5 }] });
    expect(request["session"]).toMatchObject({ payments: [{ amount: 4 }, { amount: 20.5 }] });
  });

  it("that says what an effect is for is there for each row of the table", () => {
    const covered = cases.map(({ answer }) => answer);
    const uncovered = effects.filter(({ at: [name = ""] }) => !covered.some((answer) => name in answer));
    expect(uncovered.map(({ at }) => at.join("."))).toEqual(["prepayTable"]);
    expect(effects.filter(({ basis }) => !basis.endsWith("."))).toEqual([]);
  });
});

describe("a request that comes twice", () => {
  let count = 0;
  it.each<readonly [string, Answerer, string]>([
    ["is fine if the answers do the same", () => ({ message: [{ message: `${++count}` }] }), "taken"],
    [
      "is found out if a discount has another id each time",
      () => ({ lineChanges: [{ lineId: first, externalDiscount: discount(5, crypto.randomUUID()) }] }),
      "refused",
    ],
  ])("%s", async (_, answer, kind) => {
    desk = await setUpDesk(answer);
    const { verdict } = await desk.till.send("startPayment", { session: lines }, "twice");
    expect(verdict.kind).toBe(kind);
    expect(desk.got.length).toBe(2);
    expect(desk.got[0]?.request).toEqual(desk.got[1]?.request);
  });
});
