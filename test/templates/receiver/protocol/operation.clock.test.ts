import { describe, expect, it } from "vitest";
import type { Exchange, ExchangeOutcome } from "../../../../templates/copied/receiver/log.js";
import {
  bodyWith,
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  type ScanCode,
} from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

/** Runs longer than any test, unless aborted. */
const slow: ScanCode = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });
const never = () => new Promise<never>(() => undefined);
const welcome = { message: [{ text: "Welcome." }] };
const failing: ScanCode = () => Promise.reject(new Error("no connection"));

describe("a handler that takes its time", () => {
  const taking =
    (milliseconds: number): ScanCode =>
    () =>
      pause(milliseconds).then(() => welcome);
  const hungUp = AbortSignal.abort();
  const poll = bodyWith({ event: { eventPolling: true } });

  it.each<[string, number, want: string[], { body?: string; signal?: AbortSignal }?]>([
    ["less than five seconds, is not told of", 4900, []],
    [
      "five seconds or more, is told of",
      5200,
      ["the scanCode handler took 5.2 s, and the till waited for it"],
    ],
    ["as long for a poll, which is held back on purpose, is not told of", 5200, [], { body: poll }],
    [
      "so long that its till has hung up, is told of",
      1500,
      ["the till hung up before the answer to scanCode, which took 1.5 s"],
      { signal: hungUp },
    ],
  ])("%s", async (_name, milliseconds, want, change = {}) => {
    const polling = { polling: { finished: false } };
    const scanCode: ScanCode = async (context) => ({ ...(await taking(milliseconds)(context)), ...polling });
    const { send, messages } = createTestReceiver({ handlers: { scanCode } });
    expect((await send(change)).status).toBe(200);
    expect(messages()).toEqual(want);
  });

  it("is told of once where it was stopped", async () => {
    const onTimeout = { scanCode: () => welcome };
    const options = { handlers: { scanCode: taking(9000) }, onTimeout, handlerTimeout: 6000 };
    const { send, messages } = createTestReceiver(options);
    expect((await send()).status).toBe(200);
    expect(messages()).toEqual(["the scanCode handler took more than 6000 ms"]);
  });
});

describe("an event that the POS does not wait for", () => {
  const body = bodyWith({ event: { eventBlocking: false, eventCounter: 1 } });
  const runsOn = { body, waitUntil: () => undefined };

  it.each<[string, ScanCode]>([
    ["works afterwards", ({ log }) => pause(10).then(() => log.info({}, "handled"))],
    ["does everything at once", ({ log }) => log.info({}, "handled")],
  ])("is answered first, where its handler %s, and close() waits for it", async (_name, scanCode) => {
    const work: Promise<unknown>[] = [];
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
    expect(await send({ body, waitUntil: (each) => void work.push(each) })).toEqual({
      status: 200,
      body: {},
    });
    expect([messages(), work.length]).toEqual([[], 1]);
    await receiver.close();
    expect(messages()).toEqual(["handled"]);
  });

  it.each<[string, ScanCode, string]>([
    ["a fault", failing, "failed after the answer was sent: no connection"],
    ["an invalid answer", (() => ({ foo: 1 })) as ScanCode, "returned an invalid answer: /foo: is not known"],
    [
      "an error, which the POS does not get,",
      () => ({ error: { code: "X", message: "" } }),
      "it returned an error",
    ],
  ])("has %s of its handler in the log", async (_name, scanCode, message) => {
    const { send, receiver, lines } = createTestReceiver({ handlers: { scanCode } });
    expect((await send(runsOn)).status).toBe(200);
    await receiver.close();
    expect(lines).toMatchObject([
      [expect.any(String), { subscriptionId: "shop-12" }, expect.stringContaining(message)],
    ]);
  });

  it("is not reported as slow, because its till does not wait", async () => {
    const scanCode: ScanCode = () => pause(6000).then(() => ({}));
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
    expect((await send(runsOn)).status).toBe(200);
    await receiver.close();
    expect(messages()).toEqual([]);
  });

  const polling = bodyWith({ event: { eventBlocking: false, eventPolling: true } });
  it.each([
    ["where the user wants that", { nonBlocking: "wait" }, runsOn, welcome],
    ["where the platform would not run on", {}, { body }, welcome],
    ["if the POS polls", {}, { ...runsOn, body: polling }, { ...welcome, polling: { finished: true } }],
  ] as const)("is answered by its handler %s", async (_name, options, request, want) => {
    const { send } = createTestReceiver({ handlers: { scanCode: () => welcome }, ...options });
    expect((await send(request)).body).toEqual(want);
  });
});

describe("a handler that takes too long", () => {
  const report = JSON.stringify({ error: { code: "X", message: "y" }, original: {} });
  const later = () => pause(30).then(() => Promise.reject(new Error("no connection")));
  const tookTooLong = "the scanCode handler took more than 10 ms";
  const failedLater = "the scanCode handler failed after the answer was sent: no connection";

  it.each<[string, Partial<Options>, logged: string[], answer?: object]>([
    ["gets its signal aborted", { handlers: { scanCode: slow } }, [tookTooLong]],
    ["has its later faults logged", { handlers: { scanCode: later } }, [tookTooLong, failedLater]],
    [
      "is told of if it answers later",
      { handlers: { scanCode: () => pause(30).then(() => welcome) } },
      [tookTooLong, "the scanCode handler answered after its timeout; the till did not get that answer"],
    ],
    ["is replaced by onTimeout", { onTimeout: { scanCode: () => welcome } }, [tookTooLong], welcome],
    [
      "is replaced by onTimeout, which has the same timeout",
      { onTimeout: { scanCode: never } },
      [tookTooLong, tookTooLong],
    ],
    ["may be onError", { onError: never }, ["took more than 10 ms"]],
    ["is not one that is in time", { handlers: { scanCode: () => welcome } }, [], welcome],
  ])("%s", async (_name, options, logged, answer) => {
    const handlers = { scanCode: slow };
    const { send, messages } = createTestReceiver({ handlerTimeout: 10, handlers, ...options });
    const given = await send({ body: options.onError ? report : goodBody });
    expect(given.status).toBe(answer ? 200 : 500);
    if (answer) expect(given.body).toEqual(answer);
    await pause(40);
    expect(messages()).toEqual(logged.map((part) => expect.stringContaining(part) as unknown));
  });

  it("still gets the signal when the caller has gone", async () => {
    const client = new AbortController();
    const { send } = createTestReceiver({ handlers: { scanCode: slow }, handlerTimeout: 10_000 });
    const answering = send({ signal: client.signal });
    await pause(5);
    client.abort();
    expect((await answering).status).toBe(500);
  });
});

describe("observers", () => {
  function createObserved(options: Partial<Options> = {}) {
    const received: Exchange[] = [];
    const answered: [Exchange, ExchangeOutcome][] = [];
    const { send, lines } = createTestReceiver({
      onReceived: (exchange) => void received.push(exchange),
      onAnswered: (...outcome) => void answered.push(outcome),
      ...options,
    });
    return { send, lines, received, answered };
  }
  const forged = { headers: { "x-mplus-signature": "x" } };

  it("get a request and its answer, with durations", async () => {
    const { send, received, answered } = createObserved({ handlers: { scanCode: () => pause(50) } });
    await send();
    expect(received).toEqual([{ eventName: "scanCode" }]);
    expect(answered[0]?.[0]).toBe(received[0]);
    expect(answered[0]?.[1]).toMatchObject({
      status: 200,
      code: undefined,
      subscriptionId: "shop-12",
      handlerDuration: 50,
      duration: 50,
    });
  });

  it("can read the bodies of a request whose signature holds, and of no other", async () => {
    const { send, answered } = createObserved({ handlers: { scanCode: () => ({ message: [] }) } });
    await send();
    await send(forged);
    await send({ event: "completeSession" });
    const bodies = answered.map(([, { readBodies }]) => readBodies());
    const replayed = {
      request: goodBody,
      answer: expect.stringContaining("was already received as scanCode") as string,
    };
    expect(bodies).toEqual([{ request: goodBody, answer: '{"message":[]}' }, undefined, replayed]);
    expect(JSON.stringify(answered)).not.toContain("scannedCode");
  });

  it("get refusals, without names that a caller chose", async () => {
    const { send, received, answered } = createObserved();
    await send({ event: "scanCode\u0000" });
    await send(forged);
    expect(received.map(({ eventName }) => eventName)).toEqual([undefined, "scanCode"]);
    expect(answered.map(([, { code, subscriptionId }]) => [code, subscriptionId])).toEqual([
      ["UNKNOWN_EVENT", undefined],
      ["INVALID_SIGNATURE", undefined],
    ]);
  });

  it.each<[string, () => unknown]>([
    ["throw", () => { throw new Error("no exporter"); }], // prettier-ignore
    ["reject", () => Promise.reject(new Error("no exporter"))],
  ])("that %s are the log's business only", async (_name, onReceived) => {
    const { send, lines } = createObserved({ onReceived: onReceived });
    expect((await send()).status).toBe(200);
    await pause(0);
    expect(lines).toMatchObject([["error", {}, "a hook threw: no exporter"]]);
  });
});

describe("a health check", () => {
  it.each(["GET", "HEAD"])(
    "is answered to %s, without a subscription, until the receiver closes",
    async (method) => {
      const { send, receiver } = createTestReceiver({ healthCheck: "health" });
      const headers = { "x-mplus-subscription-id": "" };
      const check = () => send({ method, event: "health", body: new Uint8Array(), headers }, false);
      expect(await check()).toEqual({ status: 200, body: { status: "ok" } });
      await receiver.close();
      expect((await check()).status).toBe(503);
    },
  );

  it("exists only with the option, and not for POST", async () => {
    expect((await createTestReceiver().send({ method: "GET", event: "health" })).status).toBe(405);
    expect((await createTestReceiver({ healthCheck: "health" }).send({ event: "health" })).status).toBe(404);
  });

  it.each(["scanCode", "a/b", ""])("cannot be called %j", (healthCheck) => {
    expect(() => createTestReceiver({ healthCheck })).toThrow("healthCheck must");
  });
});

it("a receiver that closes waits for a handler that has timed out", async () => {
  const ended: string[] = [];
  const scanCode: ScanCode = () => pause(5000).then(() => (ended.push("booked"), {}));
  const { send, receiver } = createTestReceiver({ handlers: { scanCode }, handlerTimeout: 100 });
  expect((await send()).status).toBe(500);
  await receiver.close();
  expect(ended).toEqual(["booked"]);
});

it("a look-up of a subscription that never ends is given up", async () => {
  const { receiver, messages } = createTestReceiver({ subscriptions: never });
  expect((await receiver.receive(createRequest())).status).toBe(500);
  expect(messages()).toEqual(["subscription unavailable: it did not answer in 10000 ms"]);
});

it("a receiver that closes waits for requests in flight, and refuses later ones", async () => {
  const { send, receiver } = createTestReceiver({ handlers: { scanCode: () => pause(50) } });
  const first = receiver.receive(createRequest());
  await pause(10);
  let isClosed = false;
  const closing = receiver.close().then(() => (isClosed = true));
  expect(await send()).toMatchObject({ status: 503, code: "SHUTTING_DOWN" });
  expect(isClosed).toBe(false);
  expect(await first).toMatchObject({ status: 200, headers: { Connection: "close" } });
  await closing;
});
