import { describe, expect, it } from "vitest";
import { effects } from "../../../generator/till/engine/effects.js";
import type { TillOptions } from "../../../generator/till/engine/till-types.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { readCases } from "../../workbench/cases.js";
import { openDesk, type Answerer } from "../desk.js";
import { ownContract } from "../own-spec.js";

interface EffectCase {
  readonly name: string;
  readonly event?: string;
  readonly settings?: NonNullable<TillOptions["settings"]>;
  readonly answer: JsonObject;
  /** Without one, there is an error. */
  readonly sale?: JsonObject;
  readonly note?: string;
  readonly error?: string;
}

const cases = readCases("effects.yaml", import.meta) as readonly EffectCase[];

const [first, second] = ["0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"];
const lines: JsonObject = {
  lines: [
    { lineId: first, articleNumber: 12, priceIncl: 10, quantity: 2, text: "Coffee" },
    { lineId: second, articleNumber: 13, priceIncl: 5, quantity: 1, text: "Tea", discountPercentage: 10 },
  ],
};

describe("an answer", () => {
  it.each(cases)("with $name", async ({ event = "startPayment", settings = {}, answer, ...want }) => {
    const events = { [event]: { blocking: true } };
    const { till, got, reports } = openDesk(() => answer, { release: "58.1", settings, events });
    const { verdict, report, notes } = await till.send(event, { session: lines });
    expect(notes.map(({ message }) => message)).toEqual(want.note === undefined ? [] : [want.note]);
    if (want.sale) {
      expect(verdict).toEqual({ kind: "taken", answer });
      expect(till.session).toMatchObject(want.sale);
      expect(till.session.lines.map(({ lineId }) => typeof lineId)).not.toContain("undefined");
      expect(reports).toEqual([]);
      return;
    }
    expect(verdict).toMatchObject({ kind: "refused", findings: [{ code: want.error }] });
    expect(till.session.lines).toEqual(lines["lines"]);
    expect(report?.status).toBe(200);
    const isOfProtocol = ownContract().model.errorCodes?.values.some(({ value }) => value === want.error);
    const error = { code: isOfProtocol ? want.error : "INVALID_DATA" };
    expect(reports).toMatchObject([{ event, request: { error, original: got[0]?.request } }]);
  });

  it("books prepayments of a table, each once, in cents", async () => {
    const sessionId = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";
    const payments = [
      { paymentId: first, amount: 4 },
      { paymentId: second, amount: 0.305 },
    ];
    const answer = { prepayTable: { table: { number: 1 }, sessionId, payments } };
    const { till } = openDesk((event): JsonObject => (event === "backgroundPoll" ? answer : {}));
    await till.send("startSession", { session: { sessionId, ...lines } });
    const { notes } = await till.send("backgroundPoll");
    expect(notes.map(({ message }) => message)).toContain(
      "`prepayTable.payments.1.amount` is 0.305; the till books 0.31.",
    );
    await till.wait(6000);
    // Without a method of its own, under the general one.
    const general = { description: "K_WEBHOOK", method: "K_WEBHOOK" };
    const booked = [
      { paymentId: first, amount: 4, ...general },
      { paymentId: second, amount: 0.31, ...general },
    ];
    expect(till.session.payments).toEqual(booked);
    const { request } = await till.send("completeSession");
    expect(request["completeSession"]).toMatchObject({ payments: [{ amount: 20.19 }] });
    expect(request["session"]).toMatchObject({
      payments: [{ amount: 4 }, { amount: 0.31 }, { amount: 20.19 }],
    });
  });

  it("is tried above for each effect", () => {
    const others = effects.filter(({ at: [name = ""] }) => !cases.some(({ answer }) => name in answer));
    expect(others.map(({ at }) => at.join("."))).toEqual(["prepayTable"]);
  });
});

it.each<readonly [string, Answerer, string]>([
  ["may get other messages", (event) => ({ message: [{ message: `${event} ${Math.random()}` }] }), "taken"],
  [
    "must get the same discount id",
    () => {
      const externalDiscount = { discountId: crypto.randomUUID(), discountPercentage: 5 };
      return { lineChanges: [{ lineId: first, externalDiscount }] };
    },
    "refused",
  ],
])("a request that is sent twice %s the second time", async (_, answer, kind) => {
  const { till, got } = openDesk(answer);
  const { verdict } = await till.send("startPayment", { session: lines }, "twice");
  expect(verdict.kind).toBe(kind);
  expect(got.length).toBe(2);
  expect(got[0]?.request).toEqual(got[1]?.request);
});
