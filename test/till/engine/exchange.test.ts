import { describe, expect, it } from "vitest";
import type { Exchange } from "../../../generator/till/engine/till-types.js";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { openDesk } from "../desk.js";

describe("an exchange", () => {
  it("has the bytes of its reply as they came", async () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d);
    const { till } = openDesk(() => ({}), { fetch: () => Promise.resolve(new Response(bytes)) });
    const { result } = await till.send("startPayment");
    expect(result?.kind === "reply" && [...result.body]).toEqual([...bytes]);
  });

  it("has the failure of a request that nobody answered", async () => {
    const { till } = openDesk(() => ({}), { url: "http://127.0.0.1:9/mplus", fetch: undefined });
    const { result, reply } = await till.send("startPayment");
    expect(result).toMatchObject({ kind: "none", cause: { kind: "bad-url", message: "bad port" } });
    expect(reply).toBeUndefined();
  });

  it("is reported once it is in the transcript, whether a user or the till itself sent it", async () => {
    const told: (readonly [Exchange, number])[] = [];
    const { till } = openDesk(() => ({ polling: { finished: false } }), {
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

it("an answer may add, change and delete thousands of lines", async () => {
  const toId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
  const ids = Array.from({ length: 5000 }, (__, index) => toId(index));
  let answer: JsonObject = {};
  const { till } = openDesk(() => answer);
  const lengths: number[] = [];
  for (answer of [
    { lineAdditions: ids.map((id) => ({ lineId: id, articleNumber: 1, priceIncl: 1 })) },
    {
      lineChanges: ids.map((id) => ({
        lineId: id,
        externalDiscount: { discountId: id, discountAmount: 0.1 },
      })),
    },
    { lineDeletions: ids.map((id) => ({ lineId: id })) },
  ]) {
    await till.send("startPayment");
    lengths.push(till.session.lines.length);
  }
  expect(lengths).toEqual([5000, 5000, 0]);
});

it("the failure of a late event does not undo what came after it", async () => {
  const { till } = openDesk(
    (_, request) =>
      getAt(request, ["addSessionLine", "line", "articleNumber"]) === 1 ? { status: 500, text: "" } : {},
    { settings: { afterFailure: "undo" } },
  );
  await till.send("addSessionLine", { line: { articleNumber: 1 } }, "late");
  await till.send("addSessionLine", { line: { articleNumber: 2 } });
  expect(till.transcript.map(({ verdict }) => verdict.kind)).toEqual(["taken", "failed"]);
  expect(till.session.lines.map(({ articleNumber }) => articleNumber)).toEqual([1, 2]);
});

describe("a till that is stopped", () => {
  const events = { startPayment: { blocking: true, polling: true } };
  const polling = () => ({ polling: { finished: false } });

  it("polls at least a millisecond apart until then, also on a virtual clock", async () => {
    const stop = new AbortController();
    const { till } = openDesk(polling, { events, signal: stop.signal, settings: { pollEvery: 0 } });
    await till.send("startPayment");
    expect((await till.wait(5)).map(({ at }) => at)).toEqual([1, 2, 3, 4, 5]);
    setTimeout(() => stop.abort(), 50);
    const done = await till.wait(1000 * 3_600_000);
    expect(done).toEqual(till.transcript.slice(6));
    expect(till.pending.length).toBe(1);
    await expect(till.wait(1000)).rejects.toThrow("The till is closed.");
  });

  it("ends a request under way, and neither repeats it nor waits for its end", async () => {
    const stop = new AbortController();
    let asked = 0;
    const { till } = openDesk(() => ({}), {
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

  it("closes the callback's port, even if it was just opening it", async () => {
    const { till } = openDesk(() => ({}), { settings: { callback: true } });
    const sending = till.send("startExternalPayment", { amount: 1 });
    await till.close();
    const { request } = await sending;
    const { callbackUrl } = request["externalPayment"] as JsonObject;
    await expect(fetch(callbackUrl as string)).rejects.toThrow("fetch failed");
  });
});
