import { describe, expect, it } from "vitest";
import type { Exchange, ExchangeOutcome } from "../../../../templates/copied/receiver/base/options.js";
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
const failAfter = (milliseconds: number) => () =>
  pause(milliseconds).then(() => Promise.reject(new Error("no connection")));
const welcome = { message: [{ text: "Welcome." }] };
const taking =
  (milliseconds: number, answer: object = welcome): ScanCode =>
  () =>
    pause(milliseconds).then(() => answer);
const withEvent = (event: object) => bodyWith({ event });
const unawaited = withEvent({ eventBlocking: false });
const runsOn = { body: unawaited, waitUntil: () => undefined };

const waited = "the scanCode handler took 5.2 s, and the till waited for it";
const hungUp = "the till hung up before the answer to scanCode, which took 1.5 s";
it.each<[string, time: number, logged: string[], request?: { body?: string; signal?: AbortSignal }]>([
  ["not logged below five seconds", 4900, []],
  ["logged from five seconds", 5200, [waited]],
  ["not logged for a poll, which waits on purpose", 5200, [], { body: withEvent({ eventPolling: true }) }],
  ["logged if the till has hung up", 1500, [hungUp], { signal: AbortSignal.abort() }],
  ["not logged if the till does not wait", 6000, [], runsOn],
])("a slow handler is %s", async (_name, time, logged, request = {}) => {
  const scanCode = taking(time, request === runsOn ? {} : { polling: { finished: false } });
  const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
  expect((await send(request)).status).toBe(200);
  await receiver.close();
  expect(messages()).toEqual(logged);
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
  const invalid = "the scanCode handler returned an invalid answer: /foo: is not known";
  it.each<[string, ScanCode, logged: string[]]>([
    ["an error that its handler throws", failAfter(10), [`${failed}: no connection`]],
    ["an error answer", () => ({ error: { code: "X", message: "" } }), [`${failed}: it returned an error`]],
    ["an invalid answer", (() => ({ foo: 1 })) as ScanCode, [invalid]],
    ["an answer, once for two events", () => welcome, [unsent]],
    ["nothing if there is no answer", () => undefined, []],
  ])("has logged: %s", async (name, scanCode, logged) => {
    const { send, receiver, messages } = createTestReceiver({ handlers: { scanCode } });
    expect((await send(runsOn)).status).toBe(200);
    const body = withEvent({ eventBlocking: false, eventCounter: 2 });
    if (name.includes("two events")) await send({ ...runsOn, body });
    await receiver.close();
    expect(messages()).toEqual(logged);
  });

  it("is answered by its handler, with a warning, if the platform does not run on", async () => {
    const { send, lines } = createTestReceiver({ handlers: { scanCode: () => welcome } });
    expect((await send({ body: unawaited })).body).toEqual(welcome);
    const fields = { eventName: "scanCode", subscriptionId: "shop-12", parts: ["message"] };
    expect(lines).toEqual([["warn", fields, unsent.replace("was not sent", "may not be read")]]);
  });

  const polling = withEvent({ eventBlocking: false, eventPolling: true });
  it.each<[string, Partial<Options>, body: string, object]>([
    ["with nonBlocking: wait", { nonBlocking: "wait" }, unawaited, welcome],
    ["if the POS polls", {}, polling, { ...welcome, polling: { finished: true } }],
  ])("is answered by its handler %s", async (_name, options, body, want) => {
    const { send } = createTestReceiver({ handlers: { scanCode: () => welcome }, ...options });
    expect((await send({ ...runsOn, body })).body).toEqual(want);
  });
});

describe("a handler that exceeds handlerTimeout", () => {
  const report = JSON.stringify({ error: { code: "X", message: "y" }, original: {} });
  const late = "the scanCode handler took more than 10 ms";
  const failed = "the scanCode handler failed after the answer was sent: no connection";
  const tooLate = "the scanCode handler answered after its timeout; the till did not get that answer";

  it.each<[string, Partial<Options>, logged: string[], answer?: object]>([
    ["has its signal aborted", {}, [late]],
    ["has its later errors logged", { handlers: { scanCode: failAfter(30) } }, [late, failed]],
    ["has its later answer logged", { handlers: { scanCode: taking(30) } }, [late, tooLate]],
    ["is replaced by onTimeout", { onTimeout: { scanCode: () => welcome } }, [late], welcome],
    ["is replaced by onTimeout, which has the same limit", { onTimeout: { scanCode: never } }, [late, late]],
    ["may be onError", { onError: never }, [late]],
    ["is not one that is in time", { handlers: { scanCode: () => welcome } }, [], welcome],
  ])("%s", async (_name, options, logged, answer) => {
    const all = { handlerTimeout: 10, handlers: { scanCode: slow }, ...options };
    const { send, messages } = createTestReceiver(all);
    const given = await send({ body: options.onError ? report : goodBody });
    expect(given.status).toBe(answer ? 200 : 500);
    if (answer) expect(given.body).toEqual(answer);
    await pause(40);
    expect(messages()).toEqual(logged);
  });

  it("has its signal aborted earlier if the client disconnects", async () => {
    const client = new AbortController();
    const { send } = createTestReceiver({ handlers: { scanCode: slow }, handlerTimeout: 10_000 });
    const answering = send({ signal: client.signal });
    await pause(5);
    client.abort();
    expect((await answering).status).toBe(500);
    expect(performance.now()).toBeLessThan(1000);
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

  it("get a request and its answer, with durations and bodies", async () => {
    const { send, received, answered } = createObserved({ handlers: { scanCode: taking(50) } });
    await send();
    expect(received).toEqual([{ eventName: "scanCode" }]);
    const [exchange, outcome] = answered[0] ?? expect.unreachable();
    expect(exchange).toBe(received[0]);
    const { readBodies, ...facts } = outcome;
    const durations = { handlerDuration: 50, duration: 50 };
    expect(facts).toEqual({ status: 200, code: undefined, subscriptionId: "shop-12", ...durations });
    expect(readBodies()).toEqual({ request: goodBody, answer: JSON.stringify(welcome) });
  });

  it("get no event name that a stranger made up, no unproved subscription, and no bodies of it", async () => {
    const { send, received, answered } = createObserved();
    await send({ event: "scanCode\u0000" });
    await send({ headers: { "x-mplus-signature": "x" } });
    expect(received.map(({ eventName }) => eventName)).toEqual([undefined, "scanCode"]);
    const told = answered.map(([, { code, subscriptionId, readBodies }]) => [
      code,
      subscriptionId,
      readBodies(),
    ]);
    expect(told).toEqual(["UNKNOWN_EVENT", "INVALID_SIGNATURE"].map((code) => [code, undefined, undefined]));
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

it.each(["GET", "HEAD"])("a health check is answered to %s until the receiver closes", async (method) => {
  const { send, receiver } = createTestReceiver({ healthCheck: "health" });
  const check = () => send({ method, event: "health" }, false);
  expect(await check()).toEqual({ status: 200, body: { status: "ok" } });
  await receiver.close();
  expect(await check()).toEqual({ status: 503, body: { status: "closing" } });
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
    const { send, receiver } = createTestReceiver({ handlers: { scanCode: taking(50) } });
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
