import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { HandlerFailure } from "../../../../templates/copied/receiver/base/options.js";
import { createStoredHandling } from "../../../../templates/copied/receiver/protocol/receiver.js";
import { createMemoryInbox, createRun } from "../../../workbench/memory-inbox.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import {
  bodyWith,
  contract,
  createRequest,
  createTestLog,
  createTestReceiver,
  goodBody,
  secret,
  type Change,
  type Options,
  type ScanCode,
} from "../fixture.js";

useVirtualTime();

type Queued = NonNullable<NonNullable<Options["queued"]>["scanCode"]>;

const fault = new Error("no stock");
const raise = (thrown: unknown): never => {
  throw thrown;
};
const fail = () => raise(fault);
const reject = () => Promise.reject(fault);
const failAfter = (milliseconds: number) => () => pause(milliseconds).then(fail);
const never = () => new Promise<never>(() => undefined);
const welcome = { message: [{ text: "Welcome." }] };
const answerError = () => ({ error: { code: "SOLD_OUT", message: "" } });
const invalid = (() => ({ foo: 1 })) as ScanCode;

/** Fails with the reason of its abort, or with an error that Node wraps around it. */
const untilAbort =
  (toFault: (reason: unknown) => unknown): ScanCode =>
  ({ signal }) =>
    new Promise((_resolve, reject) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as it was thrown
      signal.addEventListener("abort", () => reject(toFault(signal.reason)));
    });
const wrap = (cause: unknown) => new Error("The operation was aborted", { cause });

const body = bodyWith({ event: { eventBlocking: false } });
/** The platform runs on after the answer, or not. */
const first: Change = { body, waitUntil: () => undefined };
const unread: Change = { body };
const report = { body: JSON.stringify({ error: { code: "X", message: "y" }, original: {} }) };
const newPart = { body: bodyWith({ mood: 1 }) };

/** Keeps what a receiver tells. */
function createWatched(options: Partial<Options>) {
  const told: HandlerFailure[] = [];
  const onHandlerError = (failure: HandlerFailure) => void told.push(failure);
  return { ...createTestReceiver({ onHandlerError, ...options }), told };
}

const sender = { eventName: "scanCode", subscriptionId: "shop-12" };
const unproved = { eventName: "scanCode", subscriptionId: undefined };
const nobody = { eventName: undefined, subscriptionId: undefined };

/** What is told: its status, the line in the log, the error if not the one thrown, and its fields if others. */
type Told = readonly [status: number | undefined, message: string, error?: Error, of?: object];

const failed = "request failed with status 500: no stock";
const afterwards = "the scanCode handler failed after the answer was sent: no stock";
const tooLong = "the scanCode handler took more than 10 ms";
const isTooLong = (status?: number): Told => [status, tooLong, new Error(tooLong)];
const notValid = "the scanCode handler returned an invalid answer: /foo: is not known";
const isInvalid = (status?: number): Told => [status, notValid, new Error(notValid)];
const asError = new Error("it returned an error");
const returned = `the scanCode handler failed after the answer was sent: ${asError.message}`;
const hook = "a hook threw: no stock";
const missing = "subscription unavailable: no stock";
const noDialog = new Error("no release accepts this dialog: /dialog: must be an object");
const unasked = `the scanCode handler called ask without await or caught its error: ${noDialog.message}`;

const handledBy = (scanCode: ScanCode): Partial<Options> => ({ handlers: { scanCode } });
const timed = (scanCode: ScanCode, onTimeout?: () => object): Partial<Options> => ({
  handlerTimeout: 10,
  onTimeout: { scanCode: onTimeout },
  ...handledBy(scanCode),
});
const askNothing: ScanCode = ({ ask }) => {
  void ask.dialog(null as never);
  return welcome;
};

describe("onHandlerError is called once", () => {
  it.each<[string, status: number, Partial<Options>, Change, told: Told[]]>([
    ["for a handler that throws", 500, handledBy(fail), {}, [[500, failed]]],
    ["for a handler that rejects", 500, handledBy(reject), {}, [[500, failed]]],
    ["for a getter that throws", 500, handledBy(() => ({ get scanCode() { return fail(); } })), {}, [[500, failed]]], // prettier-ignore
    ["for an invalid answer", 500, handledBy(invalid), {}, [isInvalid(500)]],
    ["for a timeout", 500, timed(never), {}, [isTooLong(500)]],
    ["for a timeout with another answer", 200, timed(never, () => welcome), {}, [isTooLong()]],
    ["for onTimeout, too", 500, timed(never, fail), {}, [isTooLong(), [500, failed]]],
    ["for a late error", 500, timed(failAfter(30)), {}, [isTooLong(500), [500, afterwards]]],
    [
      "for an error after onTimeout",
      200,
      timed(failAfter(30), () => ({})),
      {},
      [isTooLong(), [200, afterwards]],
    ],
    ["for an abort", 500, timed(untilAbort((reason) => reason)), {}, [isTooLong(500)]],
    ["for an abort in an error of Node", 500, timed(untilAbort(wrap)), {}, [isTooLong(500)]],
    ["for an error after the answer", 200, handledBy(fail), first, [[200, afterwards]]],
    ["for an error answer after the answer", 200, handledBy(answerError), first, [[200, returned, asError]]],
    ["for an invalid answer after the answer", 200, handledBy(invalid), first, [isInvalid(200)]],
    ["for a handler that the answer must wait for", 500, handledBy(fail), unread, [[500, failed]]],
    ["for an invalid answer that may be read", 500, handledBy(invalid), unread, [isInvalid(500)]],
    ["for onError", 500, { onError: fail }, report, [[500, failed]]],
    ["for onReceived", 200, { onReceived: fail }, {}, [[undefined, hook, fault, unproved]]],
    ["for onReceived that rejects", 200, { onReceived: reject }, {}, [[undefined, hook, fault, unproved]]],
    ["for onAnswered", 200, { onAnswered: fail }, {}, [[200, hook]]],
    ["for onAnswered that rejects", 200, { onAnswered: reject }, {}, [[200, hook]]],
    ["for onUnknown", 200, { onUnknown: fail }, newPart, [[undefined, hook]]],
    ["for onUnknown that rejects", 200, { onUnknown: reject }, newPart, [[undefined, hook]]],
    ["for a look-up that throws", 500, { subscriptions: fail }, {}, [[500, missing, fault, nobody]]],
    ["for a look-up that rejects", 500, { subscriptions: reject }, {}, [[500, missing, fault, nobody]]],
    ["for a question that no release has", 200, handledBy(askNothing), {}, [[undefined, unasked, noDialog]]],
  ])("%s", async (_name, ...[status, options, change, want]) => {
    const { receiver, lines, told } = createWatched(options);
    expect((await receiver.receive(createRequest(change))).status).toBe(status);
    await pause(50);
    expect(told).toEqual(
      want.map(([status, message, error = fault, of = sender]) => ({ error, message, status, ...of })),
    );
    // Equal errors may be two.
    const thrown = told.filter((_failure, index) => want[index]?.[2] === undefined);
    expect(thrown.every(({ error }) => error === fault)).toBe(true);
    const logged = lines.filter(([level]) => level === "error");
    expect(logged).toMatchObject(want.map(([, message]) => ["error", {}, message]));
  });

  it.each<[string, unknown]>([
    ["a text", "no stock"],
    ["undefined", undefined],
    ["null", null],
    ["a frozen error", Object.freeze(new Error("no stock"))],
    ["an error of another realm", runInNewContext("new Error('no stock')")],
    ["an error with more than the log may have", Object.assign(new Error("no"), { query: "select" })],
  ])("with the very value that a handler throws: %s", async (_name, thrown) => {
    const { send, told } = createWatched(handledBy(() => raise(thrown)));
    expect((await send()).status).toBe(500);
    expect(told).toHaveLength(1);
    expect(told[0]?.error).toBe(thrown);
  });

  it.each<[string, Change]>([
    ["a wrong signature", { headers: { "x-mplus-signature": "x" } }],
    ["no signature", { headers: { "x-mplus-signature": undefined } }],
    ["an unknown event", { event: "toString" }],
    ["another method", { method: "PUT" }],
    ["an unknown subscription", { headers: { "x-mplus-subscription-id": "shop-99" } }],
    ["no subscription", { headers: { "x-mplus-subscription-id": undefined } }],
    ["a body in a code", { headers: { "content-encoding": "gzip" } }],
    ["a body that is no JSON", { body: "{" }],
    ["a body without its event", { body: "{}" }],
  ])("but not for a request with %s", async (_name, change) => {
    const { receiver, told } = createWatched(handledBy(fail));
    expect((await receiver.receive(createRequest(change))).status).toBeLessThan(500);
    await receiver.close();
    expect(told).toEqual([]);
  });
});

describe("onHandlerError changes nothing", () => {
  const broken = new Error("no tracker");
  const ofHook = "a hook threw: no tracker";
  const foreign = runInNewContext("() => Promise.reject(new Error('no tracker'))") as () => unknown;
  it.each<[string, () => unknown, logged: string[]]>([
    ["if it throws", () => raise(broken), [ofHook]],
    ["if it rejects", () => Promise.reject(broken), [ofHook]],
    ["if it rejects in another realm", foreign, [ofHook]],
    ["if it returns what throws when it is awaited", () => ({ then: () => raise(broken) }), [ofHook]],
    ["if it never settles", never, []],
    [
      "if it changes what it is told",
      ((failure: object) => Object.assign(failure, { status: 1 })) as never,
      [],
    ],
  ])("%s", async (_name, misbehave, logged) => {
    let calls = 0;
    const onHandlerError = (failure: HandlerFailure): unknown => {
      calls += 1;
      return (misbehave as (failure: HandlerFailure) => unknown)(failure);
    };
    const plain = await createTestReceiver(handledBy(fail)).receiver.receive(createRequest());
    const { receiver, lines } = createTestReceiver({ onHandlerError, ...handledBy(fail) });
    expect(await receiver.receive(createRequest())).toEqual(plain);
    await receiver.close();
    await pause(5);
    expect(lines).toMatchObject([failed, ...logged].map((message) => ["error", sender, message]));
    expect(calls).toBe(1);
  });
});

describe("onHandlerError of a worker", () => {
  async function handle(options: Partial<Options>, signal?: AbortSignal) {
    const inbox = createMemoryInbox();
    const sent = options.queued ? goodBody : body;
    await createTestReceiver({ inbox, ...options }).receiver.receive(createRequest({ body: sent }));
    const [told, { log }] = [[] as HandlerFailure[], createTestLog()];
    const onHandlerError = (failure: HandlerFailure) => void told.push(failure);
    const all = { subscriptions: { "shop-12": { secret } }, handlers: {}, log, onHandlerError, ...options };
    const handling = createStoredHandling(contract, all);
    const run = createRun(signal && { signal });
    const rejection: unknown = await handling(inbox.events[0] ?? expect.unreachable(), run).catch(
      (thrown: unknown) => thrown,
    );
    return { rejection, told };
  }

  const queuedBy = (scanCode: Queued): Partial<Options> => ({ queued: { scanCode } });
  const line = "the scanCode handler failed: ";
  const thrown: Told = [undefined, `${line}no stock`];
  const errs = new Error("the scanCode handler returned an error");
  const misfits = new Error("the scanCode handler returned an invalid answer");
  it.each<[string, Partial<Options>, rejection: Error, told: Told]>([
    ["a queued handler that throws", queuedBy(fail), fault, thrown],
    ["a queued handler that rejects", queuedBy(reject), fault, thrown],
    ["a handler that throws", handledBy(fail), fault, thrown],
    ["a handler that rejects", handledBy(reject), fault, thrown],
    ["an error answer", handledBy(answerError), errs, [undefined, line + errs.message, errs]],
    ["an invalid answer", handledBy(invalid), misfits, isInvalid()],
  ])("is called once for %s", async (_name, options, error, [status, message, told = fault]) => {
    const given = await handle(options);
    expect(given).toEqual({ rejection: error, told: [{ error: told, message, status, ...sender }] });
    if (error === fault)
      expect([given.rejection, given.told[0]?.error].every((each) => each === fault)).toBe(true);
  });

  it.each<[string, (scanCode: ScanCode & Queued) => Partial<Options>]>([
    ["a queued handler", queuedBy],
    ["a handler", handledBy],
  ])("is not called for the reason of the abort of %s", async (_name, by) => {
    const closing = new AbortController();
    const end = () => {
      closing.abort(fault);
      return raise(closing.signal.reason);
    };
    const { rejection, told } = await handle(by(end), closing.signal);
    expect(rejection).toBe(fault);
    expect(told).toEqual([]);
  });
});
