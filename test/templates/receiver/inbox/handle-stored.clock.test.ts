import { describe, expect, it } from "vitest";
import { createStoredHandling } from "../../../../templates/copied/receiver/receiver.js";
import type { StoredEvent } from "../../../../templates/copied/receiver/queued.js";
import type { Subscription } from "../../../../templates/copied/receiver/subscriptions.js";
import { sign } from "../../../../templates/copied/receiver/signature.js";
import { createMemoryInbox, createRun } from "../../../workbench/memory-inbox.js";
import {
  contract,
  createRequest,
  createTestLog,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  type ScanCode,
  secret,
} from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type Queued = NonNullable<NonNullable<Options["queued"]>["scanCode"]>;

const unawaited = goodBody.replace("true", "false");
const nothing: Queued = () => undefined;

async function store(options: Partial<Options> = {}, body = goodBody, key = secret): Promise<StoredEvent> {
  const inbox = createMemoryInbox();
  const { receiver } = createTestReceiver({ inbox, queued: { scanCode: nothing }, ...options });
  await receiver.receive(createRequest({ body, headers: { "x-mplus-signature": sign(body, key) } }));
  return inbox.events[0] ?? expect.unreachable();
}

function createWorker(scanCode: Queued = nothing, options: Partial<Options> = {}) {
  const { log, lines } = createTestLog();
  const all = {
    subscriptions: { "shop-12": { secret } },
    handlers: {},
    queued: { scanCode },
    log,
    ...options,
  };
  const handle = createStoredHandling(contract, all);
  return { handle: (stored: StoredEvent, run = createRun()) => handle(stored, run), lines };
}

const foreign = "the event was not stored by this receiver, or its secret has been removed since";

describe("the seal of a stored event", () => {
  it.each<[string, (stored: StoredEvent, other: StoredEvent) => Partial<StoredEvent>]>([
    ["id", (_stored, { id }) => ({ id })],
    ["event", () => ({ event: "completeSession" })],
    ["body", ({ body }) => ({ body: body.replace("8711111111111", "8722222222222") })],
    ["spelling of the body", ({ body }) => ({ body: `${body} ` })],
    ["key", ({ key }) => ({ key: `${key}A` })],
    ["subscription, though that has the same secret", () => ({ subscriptionId: "shop-13" })],
    ["session for people to see", ({ about }) => ({ about: `${about}0` })],
    ["seal of another event", (_stored, { seal }) => ({ seal })],
    ["seal that is empty", () => ({ seal: "" })],
    ["seal without its padding", ({ seal }) => ({ seal: seal.slice(0, -1) })],
    ["signature for a seal", ({ body }) => ({ seal: sign(body, secret) })],
  ])("does not hold with another %s", async (_name, change) => {
    const [stored, other] = [await store(), await store({}, unawaited)];
    let runs = 0;
    const subscriptions = { "shop-12": { secret }, "shop-13": { secret } };
    const { handle } = createWorker(() => void (runs += 1), { subscriptions });
    await expect(handle({ ...stored, ...change(stored, other) })).rejects.toThrow(foreign);
    expect(runs).toBe(0);
    await handle(stored);
    expect(runs).toBe(1);
  });

  it.each<[string, stored: Subscription["secret"], known: Subscription["secret"], holds: boolean]>([
    ["a stranger's secret", otherSecret, secret, false],
    ["a secret beside which there is a new one", secret, [otherSecret, secret], true],
    ["the older of two secrets, of which one worker knows only that", [otherSecret, secret], secret, true],
    ["a secret that is the newer one for a worker", secret, [secret, otherSecret], true],
    ["a secret that has been rotated away", [otherSecret, secret], otherSecret, false],
  ])("was made with %s", async (_name, before, after, holds) => {
    const key = typeof before === "string" ? before : secret;
    const stored = await store({ subscriptions: { "shop-12": { secret: before } } }, goodBody, key);
    const handling = createWorker(nothing, { subscriptions: { "shop-12": { secret: after } } }).handle(
      stored,
    );
    await (holds ? handling : expect(handling).rejects.toThrow(foreign));
  });

  it.each<[string, Options["subscriptions"], want: string]>([
    ["unknown", { "shop-13": { secret } }, ": Unknown subscription."],
    ["unreadable", () => Promise.reject(new Error("no database")), ""],
  ])("cannot be checked if the subscription is %s", async (_name, subscriptions, want) => {
    const handling = createWorker(nothing, { subscriptions }).handle(await store());
    await expect(handling).rejects.toThrow(new Error(`the subscription of the event was not found${want}`));
  });
});

describe("a stored event", () => {
  it("comes to its queued handler with the run", async () => {
    const run = createRun({ attempt: 2 });
    const seen: Parameters<Queued>[0][] = [];
    const { handle } = createWorker((context) => void seen.push(context), {
      subscriptions: { "shop-12": { secret, name: "corner", version: "59" } },
      handlers: { scanCode: () => expect.unreachable() },
    });
    await handle(await store(), run);
    expect(seen).toMatchObject([
      {
        request: JSON.parse(goodBody) as object,
        requestProblems: [],
        eventName: "scanCode",
        subscriptionId: "shop-12",
        subscriptionName: "corner",
        version: "59",
        attempt: 2,
      },
    ]);
    expect(seen[0]?.signal).toBe(run.signal);
    expect(seen[0]?.transaction).toBe(run.transaction);
  });

  it("comes with its problems, which are not logged again", async () => {
    const options: Partial<Options> = { invalidRequests: "report" };
    const stored = await store(options, goodBody.replace("codeType", "type"));
    const problems: unknown[] = [];
    const { handle, lines } = createWorker(
      ({ requestProblems }) => void problems.push(...requestProblems),
      options,
    );
    await handle(stored);
    expect([lines.length, problems.length]).toEqual([0, 1]);
  });

  it("has an answer of its queued handler logged, because nobody gets it", async () => {
    const { handle, lines } = createWorker((() => ({ message: [] })) as unknown as Queued);
    await handle(await store());
    const message =
      "the answer of the scanCode handler was not sent (message), because queued handlers run after the answer; " +
      "return it from handlers instead";
    expect(lines.map(([level, , text]) => [level, text])).toEqual([["warn", message]]);
  });

  it("fails with what its queued handler throws", async () => {
    const fault = new Error("no stock");
    await expect(createWorker(() => Promise.reject(fault)).handle(await store())).rejects.toBe(fault);
  });

  it("fails if its time is over when the handler ends, and not before", async () => {
    const time = new AbortController();
    let hasEnded = false;
    const { handle } = createWorker(async () => {
      time.abort(new Error("the time is over"));
      await pause(5);
      hasEnded = true;
    });
    const handling = handle(await store(), createRun({ signal: time.signal }));
    await expect(handling).rejects.toThrow("the time is over");
    expect(hasEnded).toBe(true);
  });

  it("has the deadline of the inbox, and no handlerTimeout", async () => {
    await createWorker(() => pause(30), { handlerTimeout: 1 }).handle(await store());
  });

  it.each<[string, Partial<Options>]>([
    ["its handlers are gone", { queued: {} }],
    ["only the handler is left that has answered it", { queued: {}, handlers: { scanCode: () => ({}) } }],
  ])("fails if %s", async (_name, options) => {
    const handling = createWorker(nothing, options).handle(await store());
    await expect(handling).rejects.toThrow("there is no queued handler for scanCode");
  });
});

describe("a stored event that the POS did not wait for", () => {
  const handle = async (scanCode: ScanCode): Promise<void> => {
    const options = { queued: {}, handlers: { scanCode } };
    await createWorker(nothing, options).handle(await store(options, unawaited));
  };

  it("comes to its handler", async () => {
    const seen: unknown[] = [];
    await handle(({ request }) => void seen.push(request.scanCode.scannedCode));
    expect(seen).toEqual(["8711111111111"]);
  });

  const question = { dialogTitle: "?", dialogOptions: [] };
  it.each<[string, ScanCode, string]>([
    ["throws", () => Promise.reject(new Error("no stock")), "no stock"],
    [
      "answers an error",
      () => ({ error: { code: "X", message: "y" } }),
      "the scanCode handler returned an error",
    ],
    [
      "answers what is invalid",
      () => JSON.parse('{"mesage":[]}') as object,
      "the scanCode handler returned an invalid answer",
    ],
    ["asks", ({ ask }) => ask.dialog(question).then(() => undefined), "cannot ask the user"],
  ])("fails if its handler %s", async (_name, scanCode, message) => {
    await expect(handle(scanCode)).rejects.toThrow(message);
  });
});
