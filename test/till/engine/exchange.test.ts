import { afterEach, describe, expect, it } from "vitest";
import { runScenario } from "../../../generator/till.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { Exchange, Till, TillOptions } from "../../../generator/till/engine/till.js";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { setUpDesk, type Answerer, type Desk } from "./server.js";
import { ownContract } from "../own-spec.js";

let desk: Desk | undefined;
afterEach(() => desk?.end());

const options = {
  url: "http://shop.example/mplus",
  subscription: "shop-12",
  secret,
  clock: "virtual",
} as const;

const answerWith =
  (answer: () => JsonObject): typeof fetch =>
  () => {
    const text = JSON.stringify(answer());
    const headers = { "Content-Type": "application/json", "X-Mplus-Signature": signatureOf(text) };
    return Promise.resolve(new Response(text, { headers }));
  };

const startAt = (answer: () => JsonObject, more: Partial<TillOptions> = {}): Till =>
  startTill(ownContract(), { ...options, seed: 1, fetch: answerWith(answer), ...more });

describe("an exchange", () => {
  it("has the bytes of its reply as they came", async () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d);
    const till = startAt(() => ({}), { fetch: () => Promise.resolve(new Response(bytes)) });
    const { result } = await till.send("startPayment");
    expect(result?.kind === "reply" && [...result.body]).toEqual([...bytes]);
  });

  it("has the failure of a request that nobody answered", async () => {
    const till = startAt(() => ({}), { url: "http://127.0.0.1:9/mplus", fetch: undefined });
    const { result, reply } = await till.send("startPayment");
    expect(result).toMatchObject({ kind: "none", cause: { kind: "bad-url", message: "bad port" } });
    expect(reply).toBeUndefined();
  });

  it("is told of when it is in the transcript, whoever it was sent by", async () => {
    const told: (readonly [Exchange, number])[] = [];
    const till = startAt(() => ({ polling: { finished: false } }), {
      events: { startPayment: { blocking: true, polling: true } },
      onExchange: (exchange) => void told.push([exchange, till.transcript.length]),
    });
    await till.send("startPayment");
    await till.send("pauseSession", {}, "late");
    expect(told.length).toBe(1);
    await till.wait(4000);
    expect(told.map(([exchange]) => exchange)).toEqual(till.transcript);
    expect(told.map(([, length]) => length)).toEqual([1, 2, 3, 4]);
  });
});

const signatures: readonly (readonly [how: string, sign: (right: string) => string, message: string])[] = [
  [
    "in hex",
    (right) => Buffer.from(right, "base64").toString("hex"),
    "The signature of the answer was made in hex instead of base64.",
  ],
  [
    "cut off",
    (right) => right.slice(0, 40),
    "The signature of the answer was made in base64, but truncated to 40 of 44 characters.",
  ],
  [
    "with another secret",
    (right) => right.split("").reverse().join(""),
    "The signature of the answer does not match its bytes.",
  ],
];

it.each(signatures)("a till says how an answer is signed: %s", async (_, sign, message) => {
  const text = '{"version":"1.0"}';
  const answer: Answerer = () => ({ text, headers: { "X-Mplus-Signature": sign(signatureOf(text)) } });
  desk = await setUpDesk(answer);
  const { verdict } = await desk.till.send("startPayment");
  expect(verdict).toEqual({ kind: "refused", findings: [{ code: "INVALID_SIGNATURE", message }] });
});

const lineId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const discountId = "16fd2706-8baf-433b-82eb-8c7fada847da";
const line = { lineId, articleNumber: 12, priceIncl: 2.5, quantity: 2 };
const take = (discountAmount: number) => ({ discountId, discountAmount });
const change = (amount: number) => ({ lineChanges: [{ lineId, externalDiscount: take(amount) }] });

/** A discount on a line of two items, and the start of the note about it, if there is one. */
const discounts: readonly {
  readonly name: string;
  readonly answer: JsonObject;
  readonly settings?: TillOptions["settings"];
  readonly remark?: string;
}[] = [
  { name: "as much as the line costs", answer: change(5) },
  { name: "twice what the line costs", answer: change(10) },
  {
    name: "cents",
    answer: change(50),
    remark: "`lineChanges.0.externalDiscount` takes 50.00 off a line of 5.00",
  },
  {
    name: "cents off each piece",
    answer: change(50),
    settings: { discountAmountIsFor: "piece" },
    remark: "`lineChanges.0.externalDiscount` takes 100.00 off a line of 5.00",
  },
  {
    name: "more than a line whose price is for all of it",
    answer: change(6),
    settings: { priceIsFor: "line" },
    remark: "`lineChanges.0.externalDiscount` takes 6.00 off a line of 2.50",
  },
  {
    name: "cents off a line that is added",
    answer: { lineAdditions: [{ text: "Bag" }, { priceIncl: 3, externalDiscount: take(150) }] },
    remark: "`lineAdditions.1.externalDiscount` takes 150.00 off a line of 3.00",
  },
  { name: "cents off a line of unknown price", answer: { lineAdditions: [{ externalDiscount: take(150) }] } },
];

it.each(discounts)("a discount is taken, and it is said if it is odd: $name", async (each) => {
  const till = startAt(() => each.answer, { settings: each.settings });
  const { verdict, notes } = await till.send("startPayment", { session: { lines: [line] } });
  expect(verdict.kind).toBe("taken");
  const remarks = each.remark === undefined ? [] : [`${each.remark}: cents instead of euros?`];
  expect(notes.map(({ message }) => message)).toEqual(remarks);
});

it("a scenario shows what is odd in an answer that was taken", async () => {
  const steps = [{ addSessionLine: { line } }];
  const { report } = await runScenario({ steps }, { ...options, fetch: answerWith(() => change(500)) });
  expect(report).toContain("takes 500.00 off a line of 5.00: cents instead of euros?");
});

it("lines cost the same time each, however many an answer adds, changes and deletes", async () => {
  const measure = async (count: number): Promise<number> => {
    const ids = Array.from({ length: count }, (__, index) => toId(index));
    const answers = [
      { lineAdditions: ids.map((id) => ({ lineId: id, articleNumber: 1, priceIncl: 1 })) },
      { lineChanges: ids.map((id) => ({ lineId: id, externalDiscount: take(0.1) })) },
      { lineDeletions: ids.map((id) => ({ lineId: id })) },
    ];
    const lengths: number[] = [];
    let answer = {};
    const till = startAt(() => answer);
    const { user } = process.cpuUsage();
    for (answer of answers) {
      await till.send("startPayment");
      lengths.push(till.session.lines.length);
    }
    expect(lengths).toEqual([count, count, 0]);
    return process.cpuUsage().user - user;
  };
  const [, few, many] = [await measure(2000), await measure(2000), await measure(40_000)];
  // Twenty times as many take less than 35 times as long. A search through all lines would take far longer.
  expect(many / few).toBeLessThan(35);
});

const toId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

it("what came after a late event stays, whether that fails or not", async () => {
  desk = await setUpDesk(
    (_, request) =>
      getAt(request, ["addSessionLine", "line", "articleNumber"]) === 1 ? { status: 500, text: "" } : {},
    { settings: { afterFailure: "undo" } },
  );
  const { till } = desk;
  await till.send("addSessionLine", { line: { articleNumber: 1 } }, "late");
  await till.send("addSessionLine", { line: { articleNumber: 2 } });
  expect(till.transcript.map(({ verdict }) => verdict.kind)).toEqual(["taken", "failed"]);
  expect(till.session.lines.map(({ articleNumber }) => articleNumber)).toEqual([1, 2]);
});

it("time passes between two requests, however little the settings leave", async () => {
  const events = { startPayment: { blocking: true, polling: true } };
  const till = startAt(() => ({ polling: { finished: false } }), { events, settings: { pollEvery: 0 } });
  await till.send("startPayment");
  expect((await till.wait(5)).map(({ at }) => at)).toEqual([1, 2, 3, 4, 5]);
});

describe("a till that is stopped", () => {
  it("ends a wait of hours on a virtual clock, where answers come at once", async () => {
    const stop = new AbortController();
    const events = { startPayment: { blocking: true, polling: true } };
    const till = startAt(() => ({ polling: { finished: false } }), { events, signal: stop.signal });
    await till.send("startPayment");
    setTimeout(() => stop.abort(), 50);
    const done = await till.wait(1000 * 3_600_000);
    expect(done).toEqual(till.transcript.slice(1));
    expect(till.pending.length).toBe(1);
    await expect(till.wait(1000)).rejects.toThrow("The till is closed.");
  });

  it("ends a request under way, and neither repeats it nor waits for its end", async () => {
    const stop = new AbortController();
    let asked = 0;
    const till = startAt(() => ({}), {
      signal: stop.signal,
      settings: { repeatAfterFailure: 5 },
      fetch: () => {
        asked += 1;
        setTimeout(() => stop.abort(), 20);
        return new Promise<Response>(() => undefined);
      },
    });
    const { verdict, result } = await till.send("startPayment");
    expect(verdict).toMatchObject({ kind: "silent", findings: [{ code: "ended" }] });
    expect(result).toMatchObject({ kind: "none", cause: { kind: "ended" } });
    expect(asked).toBe(1);
  });

  it("has no port open, if it was opening one", async () => {
    const till = startAt(() => ({}), { settings: { callback: true } });
    const sending = till.send("startExternalPayment", { amount: 1 });
    await till.close();
    const { request } = await sending;
    const { callbackUrl } = request["externalPayment"] as JsonObject;
    await expect(fetch(callbackUrl as string)).rejects.toThrow("fetch failed");
  });
});
