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
const taking =
  (milliseconds: number, answer: object = welcome): ScanCode =>
  () =>
    pause(milliseconds).then(() => answer);
const withEvent = (event: object) => bodyWith({ event });
const unawaited = withEvent({ eventBlocking: false });
const runsOn = { body: unawaited, waitUntil: () => undefined };

describe("a slow handler", () => {
  const waited = "the scanCode handler took 5.2 s, and the till waited for it";
  const hungUp = "the till hung up before the answer to scanCode, which took 1.5 s";
  it.each<[string, time: number, logged: string[], request?: { body?: string; signal?: AbortSignal }]>([
    ["is not logged below five seconds", 4900, []],
    ["is logged from five seconds", 5200, [waited]],
    [
      "is not logged for a poll, which waits on purpose",
      5200,
      [],
      { body: withEvent({ eventPolling: true }) },
    ],
    ["is logged if the till has hung up", 1500, [hungUp], { signal: AbortSignal.abort() }],
    ["is not logged if the till does not wait", 6000, [], runsOn],
  ])("%s", async (_name, time, logged, request = {}) => {
    const scanCode = taking(time, request === runsOn ? {} : { polling: { finished: false } });
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
    expect((await send(request)).status).toBe(200);
    await receiver.close();
    expect(messages()).toEqual(logged);
  });
});

describe("an event that the POS does not wait for", () => {
  it("is answered first, even if its handler is synchronous, and close() waits for the handler", async () => {
    const work: Promise<unknown>[] = [];
    const scanCode: ScanCode = ({ log }) => log.info({}, "handled");
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
    const answer = await send({ body: unawaited, waitUntil: (each) => void work.push(each) });
    expect([answer, messages(), work.length]).toEqual([{ status: 200, body: {} }, [], 1]);
    await receiver.close();
    expect(messages()).toEqual(["handled"]);
  });

  const unsent =
    "the answer of the scanCode handler was not sent (message), because the till does not wait for this event; " +
    "switch on Blocking for it in the webhook settings of the back office";
  const failed = "the scanCode handler failed after the answer was sent";
  it.each<[string, ScanCode, logged: string[]]>([
    [
      "a fault",
      () => pause(10).then(() => Promise.reject(new Error("no connection"))),
      [`${failed}: no connection`],
    ],
    ["an error", () => ({ error: { code: "X", message: "" } }), [`${failed}: it returned an error`]],
    [
      "an invalid answer",
      (() => ({ foo: 1 })) as ScanCode,
      ["the scanCode handler returned an invalid answer: /foo: is not known"],
    ],
    ["an answer", () => welcome, [unsent]],
    ["no answer", () => undefined, []],
  ])("has %s of its handler logged", async (_name, scanCode, logged) => {
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
    expect((await send(runsOn)).status).toBe(200);
    await receiver.close();
    expect(messages()).toEqual(logged);
  });

  it("has an unsent answer logged once", async () => {
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode: () => welcome } });
    for (const eventCounter of [1, 2])
      await send({ ...runsOn, body: withEvent({ eventBlocking: false, eventCounter }) });
    await receiver.close();
    expect(messages()).toEqual([unsent]);
  });

  it("is answered by its handler where the platform would not run on, with a warning", async () => {
    const { send, lines } = createTestReceiver({ handlers: { scanCode: () => welcome } });
    expect((await send({ body: unawaited })).body).toEqual(welcome);
    const fields = { eventName: "scanCode", subscriptionId: "shop-12", parts: ["message"] };
    expect(lines).toEqual([["warn", fields, unsent.replace("was not sent", "may not be read")]]);
  });

  const polling = withEvent({ eventBlocking: false, eventPolling: true });
  it.each([
    ["with nonBlocking: wait", { nonBlocking: "wait" }, runsOn, welcome],
    ["if the POS polls", {}, { ...runsOn, body: polling }, { ...welcome, polling: { finished: true } }],
  ] as const)("is answered by its handler %s", async (_name, options, request, want) => {
    const { send } = createTestReceiver({ handlers: { scanCode: () => welcome }, ...options });
    expect((await send(request)).body).toEqual(want);
  });
});

describe("a handler that exceeds handlerTimeout", () => {
  const report = JSON.stringify({ error: { code: "X", message: "y" }, original: {} });
  const later = () => pause(30).then(() => Promise.reject(new Error("no connection")));
  const late = "the scanCode handler took more than 10 ms";

  it.each<[string, Partial<Options>, logged: string[], answer?: object]>([
    ["gets its signal aborted", {}, [late]],
    [
      "has its later faults logged",
      { handlers: { scanCode: later } },
      [late, "the scanCode handler failed after the answer was sent: no connection"],
    ],
    [
      "has its later answer logged",
      { handlers: { scanCode: taking(30) } },
      [late, "the scanCode handler answered after its timeout; the till did not get that answer"],
    ],
    ["is replaced by onTimeout", { onTimeout: { scanCode: () => welcome } }, [late], welcome],
    ["is replaced by onTimeout, which has the same limit", { onTimeout: { scanCode: never } }, [late, late]],
    ["may be onError", { onError: never }, [late]],
    ["is not one that is in time", { handlers: { scanCode: () => welcome } }, [], welcome],
  ])("%s", async (_name, options, logged, answer) => {
    const { send, messages } = createTestReceiver({
      handlerTimeout: 10,
      handlers: { scanCode: slow },
      ...options,
    });
    const given = await send({ body: options.onError ? report : goodBody });
    expect(given.status).toBe(answer ? 200 : 500);
    if (answer) expect(given.body).toEqual(answer);
    await pause(40);
    expect(messages()).toEqual(logged);
  });

  it("gets its signal aborted earlier if the client disconnects", async () => {
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
    const durations = { handlerDuration: 50, duration: 50 };
    expect(answered[0]?.[1]).toMatchObject({
      status: 200,
      code: undefined,
      subscriptionId: "shop-12",
      ...durations,
    });
  });

  it("can read the bodies of a request whose signature holds, and of no other", async () => {
    const { send, answered } = createObserved({ handlers: { scanCode: () => ({ message: [] }) } });
    await send();
    await send(forged);
    const bodies = answered.map(([, { readBodies }]) => readBodies());
    expect(bodies).toEqual([{ request: goodBody, answer: '{"message":[]}' }, undefined]);
    expect(JSON.stringify(answered)).not.toContain("scannedCode");
  });

  it("get no event name that a caller made up, and no unproved subscription", async () => {
    const { send, received, answered } = createObserved();
    await send({ event: "scanCode\u0000" });
    await send(forged);
    expect(received.map(({ eventName }) => eventName)).toEqual([undefined, "scanCode"]);
    const told = answered.map(([, { code, subscriptionId }]) => [code, subscriptionId]);
    expect(told).toEqual(["UNKNOWN_EVENT", "INVALID_SIGNATURE"].map((code) => [code, undefined]));
  });

  const fail = () => {
    throw new Error("no exporter");
  };
  it.each<[string, Partial<Options>]>([
    ["throws", { onReceived: fail }],
    ["rejects", { onAnswered: () => Promise.reject(new Error("no exporter")) }],
    ["throws over an unknown part", { onUnknown: fail }],
  ])("do not change the answer if one %s", async (_name, options) => {
    const { send, lines } = createObserved(options);
    expect((await send({ body: bodyWith({ unknown: 1 }) })).status).toBe(200);
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
});

describe("a receiver that closes", () => {
  it("waits for a handler that has timed out", async () => {
    let isBooked = false;
    const scanCode: ScanCode = () => pause(5000).then(() => void (isBooked = true));
    const { send, receiver } = createTestReceiver({ handlers: { scanCode }, handlerTimeout: 100 });
    expect((await send()).status).toBe(500);
    await receiver.close();
    expect(isBooked).toBe(true);
  });

  it("waits for requests in flight, and refuses later ones", async () => {
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
});

it("a look-up of a subscription that never ends is given up", async () => {
  const { receiver, messages } = createTestReceiver({ subscriptions: never });
  expect((await receiver.receive(createRequest())).status).toBe(500);
  expect(messages()).toEqual(["subscription unavailable: it did not answer in 10000 ms"]);
});
