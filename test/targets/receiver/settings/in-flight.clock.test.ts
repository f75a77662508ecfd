import { describe, expect, it } from "vitest";
import {
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  readAnswer,
  secret,
  signedHeaders,
} from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const subscriptions = { "shop-12": { secret }, "shop-13": { secret: otherSecret } };
const fromOtherShop = { ...signedHeaders(goodBody, otherSecret), "x-mplus-subscription-id": "shop-13" };

/** Handlers that wait until they are let go. */
function createGate() {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const scanCode = async (): Promise<undefined> => {
    await gate;
    return undefined;
  };
  return { open, handlers: { scanCode } satisfies Options["handlers"] };
}

const body = (counter: number, isBlocking = true) =>
  JSON.stringify({
    ...(JSON.parse(goodBody) as object),
    event: { eventCounter: counter, eventBlocking: isBlocking },
  });

describe("what is in flight of one subscription", () => {
  it("has a limit of its own", async () => {
    const { open, handlers } = createGate();
    const { receiver } = createTestReceiver({ subscriptions, handlers, inFlightLimit: 40_000 });
    const first = [1, 2].map((counter) => receiver.receive(createRequest({ body: body(counter) })));
    const over = await receiver.receive(createRequest({ body: body(3) }));
    expect(readAnswer(over)).toMatchObject({ status: 429, code: "TOO_MUCH_AT_ONCE" });
    const other = receiver.receive(createRequest({ headers: fromOtherShop }));
    open();
    expect((await other).status).toBe(200);
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await receiver.receive(createRequest({ body: body(3) }))).status).toBe(200);
  });

  it("includes work after the answer", async () => {
    const { open, handlers } = createGate();
    const { receiver } = createTestReceiver({ handlers, inFlightLimit: 50_000 });
    const work: Promise<unknown>[] = [];
    const waitUntil = (each: Promise<unknown>) => void work.push(each);
    const send = async (counter: number) =>
      (await receiver.receive(createRequest({ body: body(counter, false), waitUntil }))).status;
    expect([await send(1), await send(2), await send(3), await send(4)]).toEqual([200, 200, 200, 429]);
    open();
    await Promise.all(work);
    expect(await send(5)).toBe(200);
  });

  it("includes a handler that has timed out until it ends", async () => {
    const { open, handlers } = createGate();
    const { receiver } = createTestReceiver({ handlers, inFlightLimit: 40_000, handlerTimeout: 5 });
    const send = async (counter: number) =>
      (await receiver.receive(createRequest({ body: body(counter) }))).status;
    expect([await send(1), await send(2), await send(3)]).toEqual([500, 500, 429]);
    open();
    await new Promise(setImmediate);
    expect(await send(4)).toBe(200);
  });

  it("leaves half of the limit to requests that do not wait for an earlier one", async () => {
    const { open, handlers } = createGate();
    const { receiver } = createTestReceiver({ handlers, dedupe: {}, inFlightLimit: 100_000 });
    const event = { eventCounter: 1, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
    const same = JSON.stringify({ ...(JSON.parse(goodBody) as object), event });
    const repeats = [1, 2, 3, 4, 5].map(() => receiver.receive(createRequest({ body: same })));
    await pause(100);
    const other = receiver.receive(createRequest({ body: body(2) }));
    await pause(10);
    open();
    expect((await other).status).toBe(200);
    const statuses = (await Promise.all(repeats)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
  });

  it("does not include requests that failed or were refused", async () => {
    const handlers = { scanCode: () => Promise.reject(new Error("no")) };
    const { receiver } = createTestReceiver({ handlers, inFlightLimit: 20_000 });
    for (let counter = 1; counter < 10; counter += 1) {
      expect((await receiver.receive(createRequest({ body: body(counter) }))).status).toBe(500);
      expect((await receiver.receive(createRequest({ body: "{" }))).status).toBe(400);
    }
  });

  it("may be one request that is larger than the limit", async () => {
    const { receiver } = createTestReceiver({ inFlightLimit: 1 });
    expect((await receiver.receive(createRequest())).status).toBe(200);
  });

  it("is counted for all objects that a function returns for one subscription", async () => {
    const { open, handlers } = createGate();
    const { receiver } = createTestReceiver({
      subscriptions: (id) => (id === "shop-12" ? { secret } : undefined),
      handlers,
      inFlightLimit: 20_000,
    });
    const first = receiver.receive(createRequest({ body: body(1) }));
    await pause(5);
    expect((await receiver.receive(createRequest({ body: body(2) }))).status).toBe(429);
    open();
    expect((await first).status).toBe(200);
  });
});
