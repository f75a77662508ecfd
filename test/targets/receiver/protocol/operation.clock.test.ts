import { describe, expect, it } from "vitest";
import type { Exchange, ExchangeOutcome } from "../../../../templates/receiver/api/observer.js";
import { createRequest, createTestReceiver, goodBody, type Options, readAnswer } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const good = JSON.parse(goodBody) as Record<string, object>;
const bodyWith = (more: object) => JSON.stringify({ ...good, ...more });

/** Takes longer than any test gives it, unless it is told to stop. */
const slow: ScanCode = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

describe("an event that the POS does not wait for", () => {
  const body = bodyWith({ event: { eventBlocking: false, eventCounter: 1 } });

  it("is answered first; its handler works afterwards, and close() waits for it", async () => {
    const steps: string[] = [];
    const work: Promise<unknown>[] = [];
    const scanCode: ScanCode = async () => {
      await pause(10);
      steps.push("handled");
    };
    const { receiver } = createTestReceiver({ handlers: { scanCode } });
    const response = await receiver.receive(
      createRequest({ body, waitUntil: (each) => void work.push(each) }),
    );
    steps.push("answered");
    expect(readAnswer(response)).toEqual({ status: 200, body: {} });
    expect(work).toHaveLength(1);
    await receiver.close();
    expect(steps).toEqual(["answered", "handled"]);
  });

  it.each<[string, ScanCode, string]>([
    [
      "a fault",
      () => Promise.reject(new Error("no connection")),
      "failed after the answer was sent: no conn",
    ],
    ["an invalid answer", (() => ({ foo: 1 })) as ScanCode, "gave an invalid answer: /foo: is not known"],
  ])("has %s of its handler in the log", async (_name, scanCode, message) => {
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode } });
    const response = await receiver.receive(createRequest({ body, waitUntil: () => undefined }));
    await receiver.close();
    expect(response.status).toBe(200);
    expect(lines).toMatchObject([["error", { subscriptionId: "shop-12" }, expect.stringContaining(message)]]);
  });

  it("is answered first even where its handler does everything at once", async () => {
    const steps: string[] = [];
    const { receiver } = createTestReceiver({ handlers: { scanCode: () => void steps.push("handled") } });
    await receiver.receive(createRequest({ body, waitUntil: () => undefined }));
    steps.push("answered");
    await receiver.close();
    expect(steps).toEqual(["answered", "handled"]);
  });

  it("logs an error that its handler answers, because the POS does not get it", async () => {
    const error = { code: "SOLD_OUT", message: "Sold out." };
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode: () => ({ error }) } });
    await receiver.receive(createRequest({ body, waitUntil: () => undefined }));
    await receiver.close();
    expect(lines[0]?.[2]).toContain("it answered an error");
  });

  it.each<[string, Partial<Options>, object]>([
    ["where the user wants that", { nonBlocking: "wait" }, { waitUntil: () => undefined }],
    ["where the platform would not run on", {}, {}],
  ])("is answered by its handler %s", async (_name, options, request) => {
    const scanCode: ScanCode = () => ({ scanCode: { recognized: true } });
    const { receiver } = createTestReceiver({ handlers: { scanCode }, ...options });
    const response = await receiver.receive(createRequest({ body, ...request }));
    expect(readAnswer(response).body).toEqual({ scanCode: { recognized: true } });
  });

  it("is waited for if the POS polls", async () => {
    const { receiver } = createTestReceiver({ handlers: { scanCode: () => ({ message: [] }) } });
    const polling = bodyWith({ event: { eventBlocking: false, eventPolling: true } });
    const response = await receiver.receive(createRequest({ body: polling, waitUntil: () => undefined }));
    expect(readAnswer(response).body).toEqual({ message: [], polling: { finished: true } });
  });
});

describe("a handler that takes too long", () => {
  it("gets its signal aborted, is answered with 500, and logged once", async () => {
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode: slow }, handlerTimeout: 10 });
    expect(readAnswer(await receiver.receive(createRequest())).status).toBe(500);
    await pause(10);
    expect(lines.map(([, , message]) => message)).toEqual(["the handler of scanCode took more than 10 ms"]);
  });

  it("has its later faults logged", async () => {
    const scanCode: ScanCode = async () => {
      await pause(30);
      throw new Error("no connection");
    };
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode }, handlerTimeout: 10 });
    await receiver.receive(createRequest());
    await pause(40);
    expect(lines.map(([, , message]) => message)).toEqual([
      "the handler of scanCode took more than 10 ms",
      "the handler of scanCode failed after the answer was sent: no connection",
    ]);
  });

  it("is replaced by onTimeout, whose answer is checked like any other", async () => {
    const onTimeout = { scanCode: () => ({ message: [{ text: "Later." }] }) };
    const { receiver } = createTestReceiver({ handlers: { scanCode: slow }, handlerTimeout: 10, onTimeout });
    expect(readAnswer(await receiver.receive(createRequest()))).toEqual({
      status: 200,
      body: { message: [{ text: "Later." }] },
    });
  });

  it("is replaced by onTimeout, which has the same timeout", async () => {
    const onTimeout = { scanCode: () => new Promise<undefined>(() => undefined) };
    const { receiver } = createTestReceiver({ handlers: { scanCode: slow }, handlerTimeout: 10, onTimeout });
    expect(readAnswer(await receiver.receive(createRequest())).status).toBe(500);
  });

  it("does not affect a handler that is in time", async () => {
    const { receiver, lines } = createTestReceiver({
      handlers: { scanCode: () => ({ message: [] }) },
      handlerTimeout: 10_000,
    });
    expect(readAnswer(await receiver.receive(createRequest())).body).toEqual({ message: [] });
    expect(lines).toEqual([]);
  });

  it("is answered with 500 if it is onError's", async () => {
    const onError = () => new Promise<never>(() => undefined);
    const { receiver, lines } = createTestReceiver({ handlerTimeout: 10, onError });
    const report = JSON.stringify({ error: { code: "X", message: "y" }, original: {} });
    expect(readAnswer(await receiver.receive(createRequest({ body: report }))).status).toBe(500);
    expect(lines[0]?.[2]).toContain("took more than 10 ms");
  });

  it("still gets the signal when the caller has gone", async () => {
    const client = new AbortController();
    const { receiver } = createTestReceiver({ handlers: { scanCode: slow }, handlerTimeout: 10_000 });
    const response = receiver.receive(createRequest({ signal: client.signal }));
    await pause(5);
    client.abort();
    expect((await response).status).toBe(500);
  });
});

describe("observers", () => {
  function createObserved(options: Partial<Options> = {}) {
    const seen: [Exchange, ExchangeOutcome | undefined][] = [];
    const { receiver, lines } = createTestReceiver({
      onReceived: (exchange) => void seen.push([exchange, undefined]),
      onAnswered: (exchange, outcome) => void seen.push([exchange, outcome]),
      ...options,
    });
    return { receiver, lines, seen };
  }

  it("get a request and its answer, with durations", async () => {
    const scanCode: ScanCode = () => pause(50).then(() => undefined);
    const { receiver, seen } = createObserved({ handlers: { scanCode } });
    await receiver.receive(createRequest());
    const [[received] = [], [answered, outcome] = []] = seen;
    expect(answered).toBe(received);
    expect(received).toEqual({ eventName: "scanCode" });
    expect(outcome).toMatchObject({ status: 200, code: undefined, subscriptionId: "shop-12" });
    expect([outcome?.handlerDuration, outcome?.duration]).toEqual([50, 50]);
  });

  it("can read the bodies of a request whose signature holds, and of no other", async () => {
    const { receiver, seen } = createObserved({ handlers: { scanCode: () => ({ message: [] }) } });
    const request = createRequest();
    await receiver.receive(request);
    await receiver.receive(createRequest({ headers: { "x-mplus-signature": "x" } }));
    const bodies = seen.flatMap(([, outcome]) => (outcome ? [outcome.readBodies()] : []));
    expect(bodies).toEqual([
      { request: Buffer.from(request.body as Uint8Array).toString(), answer: '{"message":[]}' },
      undefined,
    ]);
    expect(JSON.stringify(seen)).not.toContain("scannedCode");
  });

  it("get refusals, without names that a caller chose", async () => {
    const { receiver, seen } = createObserved();
    await receiver.receive(createRequest({ event: "scanCode\u0000" }));
    await receiver.receive(createRequest({ headers: { "x-mplus-signature": "x" } }));
    expect(seen.map(([exchange]) => exchange.eventName)).toEqual([
      undefined,
      undefined,
      "scanCode",
      "scanCode",
    ]);
    const outcomes = seen.flatMap(([, outcome]) => outcome ?? []);
    expect(outcomes.map(({ code }) => code)).toEqual(["UNKNOWN_EVENT", "INVALID_SIGNATURE"]);
    expect(outcomes.map(({ subscriptionId }) => subscriptionId)).toEqual([undefined, undefined]);
  });

  it.each([
    [
      "throw",
      () => {
        throw new Error("no exporter");
      },
    ],
    ["reject", () => Promise.reject(new Error("no exporter"))],
  ])("that %s are the log's business only", async (_name, onReceived) => {
    const { receiver, lines } = createObserved({ onReceived });
    expect(readAnswer(await receiver.receive(createRequest())).status).toBe(200);
    await pause(0);
    expect(lines).toMatchObject([["error", {}, "an observer of the receiver threw: no exporter"]]);
  });
});

describe("a health check", () => {
  it.each(["GET", "HEAD"])(
    "is answered to %s, without a subscription, until the receiver closes",
    async (method) => {
      const { receiver } = createTestReceiver({ healthCheck: "health" });
      const request = () =>
        createRequest({
          method,
          event: "health",
          body: new Uint8Array(),
          headers: { "x-mplus-subscription-id": "" },
        });
      expect(readAnswer(await receiver.receive(request()), false)).toEqual({
        status: 200,
        body: { status: "ok" },
      });
      await receiver.close();
      expect(readAnswer(await receiver.receive(request()), false).status).toBe(503);
    },
  );

  it("exists only with the option, and not for POST", async () => {
    const { receiver } = createTestReceiver();
    expect((await receiver.receive(createRequest({ method: "GET", event: "health" }))).status).toBe(405);
    const { receiver: other } = createTestReceiver({ healthCheck: "health" });
    expect((await other.receive(createRequest({ event: "health" }))).status).toBe(404);
  });

  it.each(["scanCode", "a/b", ""])("cannot be called %j", (healthCheck) => {
    expect(() => createTestReceiver({ healthCheck })).toThrow("healthCheck must");
  });
});
