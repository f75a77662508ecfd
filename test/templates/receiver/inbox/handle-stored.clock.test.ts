import { describe, expect, it } from "vitest";
import { createStoredHandling } from "../../../../templates/copied/receiver/protocol/receiver.js";
import type { StoredEvent } from "../../../../templates/copied/receiver/base/options.js";
import type { Subscription } from "../../../../templates/copied/receiver/base/options.js";
import { sign } from "../../../../templates/copied/receiver/base/signature.js";
import { createMemoryInbox, createRun } from "../../../workbench/memory-inbox.js";
import { contract, createRequest, createTestLog, createTestReceiver, goodBody } from "../fixture.js";
import { type Options, otherSecret, type ScanCode, secret } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type Queued = NonNullable<NonNullable<Options["queued"]>["scanCode"]>;

const unawaited = goodBody.replace("true", "false");
const nothing: Queued = () => undefined;
const subscribe = (subscription: Subscription) => ({ subscriptions: { "shop-12": subscription } });

async function store(options: Partial<Options> = {}, body = goodBody, key = secret): Promise<StoredEvent> {
  const inbox = createMemoryInbox();
  const { receiver } = createTestReceiver({ inbox, queued: { scanCode: nothing }, ...options });
  await receiver.receive(createRequest({ body, headers: { "x-mplus-signature": sign(body, key) } }));
  return inbox.events[0] ?? expect.unreachable();
}

function createWorker(scanCode: Queued = nothing, options: Partial<Options> = {}) {
  const { log, lines } = createTestLog();
  const all = { ...subscribe({ secret }), handlers: {}, queued: { scanCode }, log, ...options };
  const handle = createStoredHandling(contract, all);
  return { handle: (stored: StoredEvent, run = createRun()) => handle(stored, run), lines };
}

const foreign = "the event was not stored by this receiver, or its secret has been removed since";

// web-crypto.mock.test.ts changes each part of the event.
describe("the seal of a stored event", () => {
  it.each<[string, (stored: StoredEvent, other: StoredEvent) => Partial<StoredEvent>]>([
    ["another id", (_stored, { id }) => ({ id })],
    ["a subscription that has the same secret", () => ({ subscriptionId: "shop-13" })],
    ["the seal of another event", (_stored, { seal }) => ({ seal })],
    ["an empty seal", () => ({ seal: "" })],
    ["a seal without its padding", ({ seal }) => ({ seal: seal.slice(0, -1) })],
    ["the signature of its body as its seal", ({ body }) => ({ seal: sign(body, secret) })],
  ])("does not match an event with %s", async (_name, change) => {
    const [stored, other] = [await store(), await store({}, unawaited)];
    let runs = 0;
    const subscriptions = { "shop-12": { secret }, "shop-13": { secret } };
    const { handle } = createWorker(() => void (runs += 1), { subscriptions });
    await expect(handle({ ...stored, ...change(stored, other) })).rejects.toThrow(foreign);
    expect(runs).toBe(0);
    await handle(stored);
    expect(runs).toBe(1);
  });

  const both = [otherSecret, secret];
  it.each<[string, stored: Subscription["secret"], known: Subscription["secret"], isSealed: boolean]>([
    ["does not match a stranger's secret", otherSecret, secret, false],
    ["matches a secret after a new one was added", secret, both, true],
    ["matches the older of two secrets", both, secret, true],
    ["matches a secret that another worker has as the newer one", secret, [secret, otherSecret], true],
    ["does not match once its secret was removed", both, otherSecret, false],
  ])("%s", async (_name, before, after, isSealed) => {
    const stored = await store(
      subscribe({ secret: before }),
      goodBody,
      before === otherSecret ? before : secret,
    );
    const handling = createWorker(nothing, subscribe({ secret: after })).handle(stored);
    await (isSealed ? handling : expect(handling).rejects.toThrow(foreign));
  });
});

describe("a stored event", () => {
  it("is handled by its queued handler with its sender and the run", async () => {
    const run = createRun({ attempt: 2 });
    const seen: object[] = [];
    const { handle } = createWorker((context) => void seen.push(context), {
      ...subscribe({ secret, name: "corner", version: "59" }),
      handlers: { scanCode: () => expect.unreachable() },
    });
    await handle(await store(), run);
    const request = { request: JSON.parse(goodBody) as object, requestProblems: [], eventName: "scanCode" };
    const sender = { subscriptionId: "shop-12", subscriptionName: "corner", version: "59" };
    expect(seen).toMatchObject([{ ...request, ...sender, attempt: 2 }]);
    for (const [name, value] of Object.entries(run)) expect(seen[0]).toHaveProperty(name, value);
  });

  it("is handled with its problems, which are not logged again", async () => {
    const options = { invalidRequests: "report" } as const;
    const problems: unknown[] = [];
    const { handle, lines } = createWorker(
      (context) => void problems.push(...context.requestProblems),
      options,
    );
    await handle(await store(options, goodBody.replace("codeType", "type")));
    expect([lines.length, problems.length]).toEqual([0, 1]);
  });

  it("has the answer of a queued handler logged, because nobody gets it", async () => {
    const { handle, lines } = createWorker((() => ({ message: [] })) as unknown as Queued);
    await handle(await store());
    const message =
      "the answer of the scanCode handler was not sent (message), because queued handlers run after the answer; " +
      "return it from handlers instead";
    expect(lines.map(([level, , text]) => [level, text])).toEqual([["warn", message]]);
  });

  it.each<[string, (scanCode: Queued & ScanCode) => Partial<Options>, body: string]>([
    ["its queued handler", (scanCode) => ({ queued: { scanCode } }), goodBody],
    ["the handler of an unawaited event", (scanCode) => ({ handlers: { scanCode }, queued: {} }), unawaited],
  ])("fails when %s ends, if its time is over by then", async (_name, toOptions, body) => {
    const time = new AbortController();
    let hasEnded = false;
    const options = toOptions(async () => {
      time.abort(new Error("the time is over"));
      await pause(5);
      hasEnded = true;
    });
    const handling = createWorker(nothing, options).handle(
      await store(options, body),
      createRun({ signal: time.signal }),
    );
    await expect(handling).rejects.toThrow("the time is over");
    expect(hasEnded).toBe(true);
  });

  it("has the deadline of the inbox, and no handlerTimeout", async () => {
    await createWorker(() => pause(30), { handlerTimeout: 1 }).handle(await store());
  });

  const noHandler = "there is no queued handler for scanCode";
  const notFound = "the subscription of the event was not found";
  it.each<[string, want: string, Partial<Options>]>([
    [
      "its queued handler throws",
      "no stock",
      { queued: { scanCode: () => Promise.reject(new Error("no stock")) } },
    ],
    ["its handlers are gone", noHandler, { queued: {} }],
    ["only a handler for answers is left", noHandler, { queued: {}, handlers: { scanCode: () => ({}) } }],
    [
      "its subscription is gone",
      `${notFound}: Unknown subscription.`,
      { subscriptions: { "shop-13": { secret } } },
    ],
    [
      "its subscription cannot be read",
      notFound,
      { subscriptions: () => Promise.reject(new Error("no database")) },
    ],
  ])("fails if %s", async (_name, want, options) => {
    const handling = createWorker(nothing, options).handle(await store());
    await expect(handling).rejects.toThrow(new Error(want));
  });
});

describe("a stored event that the POS did not wait for", () => {
  const handle = async (scanCode: ScanCode): Promise<void> => {
    const options = { queued: {}, handlers: { scanCode } };
    await createWorker(nothing, options).handle(await store(options, unawaited));
  };

  it("is handled by its handler", async () => {
    const seen: unknown[] = [];
    await handle(({ request }) => void seen.push(request.scanCode.scannedCode));
    expect(seen).toEqual(["8711111111111"]);
  });

  const returned = "the scanCode handler returned an";
  it.each<[string, want: string, ScanCode]>([
    ["throws", "no stock", () => Promise.reject(new Error("no stock"))],
    ["answers an error", `${returned} error`, () => ({ error: { code: "X", message: "y" } })],
    ["returns an invalid answer", `${returned} invalid answer`, () => JSON.parse('{"mesage":[]}') as object],
    [
      "asks",
      "cannot ask the user",
      ({ ask }) => ask.dialog({ dialogTitle: "?", dialogOptions: [] }) as never,
    ],
  ])("fails if its handler %s", async (_name, want, scanCode) => {
    await expect(handle(scanCode)).rejects.toThrow(want);
  });
});
