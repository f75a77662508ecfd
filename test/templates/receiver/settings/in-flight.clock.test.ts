import { describe, expect, it } from "vitest";
import {
  bodyWith,
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  secret,
  signedHeaders,
} from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const eventOf = (eventCounter: number, more: object = {}) =>
  bodyWith({ event: { eventCounter, eventBlocking: true, ...more } });

function createGated(options: Partial<Options>) {
  let open: () => void = () => undefined;
  const gate = new Promise<undefined>((resolve) => (open = () => resolve(undefined)));
  const { send, receiver } = createTestReceiver({ handlers: { scanCode: () => gate }, ...options });
  const status = async (...change: Parameters<typeof send>) => (await send(...change)).status;
  return { open, send, receiver, status, post: (counter: number) => status({ body: eventOf(counter) }) };
}

describe("what is in flight of one subscription", () => {
  it("has a limit of its own", async () => {
    const subscriptions = { "shop-12": { secret }, "shop-13": { secret: otherSecret } };
    const { open, send, receiver, post } = createGated({ subscriptions, inFlightLimit: 40_000 });
    const first = [post(1), post(2)];
    const third = send({ body: eventOf(3) });
    const headers = { ...signedHeaders(goodBody, otherSecret), "x-mplus-subscription-id": "shop-13" };
    const other = receiver.receive(createRequest({ headers }));
    // Not awaited yet: without its own limit, it would wait for the others.
    await pause(10);
    open();
    expect(await third).toMatchObject({ status: 429, code: "TOO_MUCH_AT_ONCE" });
    expect((await other).status).toBe(200);
    expect(await Promise.all(first)).toEqual([200, 200]);
    expect(await post(3)).toBe(200);
  });

  it("includes work after the answer", async () => {
    const { open, status } = createGated({ inFlightLimit: 50_000 });
    const work: Promise<unknown>[] = [];
    const waitUntil = (each: Promise<unknown>) => void work.push(each);
    const post = (counter: number) => status({ body: eventOf(counter, { eventBlocking: false }), waitUntil });
    expect([await post(1), await post(2), await post(3), await post(4)]).toEqual([200, 200, 200, 429]);
    open();
    await Promise.all(work);
    expect(await post(5)).toBe(200);
  });

  it("includes a handler that has timed out until it ends", async () => {
    const { open, post } = createGated({ inFlightLimit: 40_000, handlerTimeout: 5 });
    expect([await post(1), await post(2), await post(3)]).toEqual([500, 500, 429]);
    open();
    await new Promise(setImmediate);
    expect(await post(4)).toBe(200);
  });

  const slow = async (): Promise<undefined> => {
    await pause(1000);
  };
  const report = JSON.stringify({
    error: { code: "X", message: "no" },
    original: JSON.parse(goodBody) as object,
  });
  it.each<[string, string, Partial<Options>]>([
    ["handled", goodBody, {}],
    ["waiting for the first one", goodBody, { dedupe: {} }],
    ["waiting for an inbox", goodBody, { queued: { scanCode: () => undefined }, inbox: { add: async () => { await slow(); } } }], // prettier-ignore
    ["reports", report, { onError: slow }],
  ])(
    "leaves half of the limit to other requests than repeats, which are %s",
    async (_what, body, options) => {
      const { open, post, status } = createGated({ inFlightLimit: 100_000, ...options });
      const repeats = [1, 2, 3, 4, 5, 6].map(() => status({ body }));
      await pause(100);
      const others = [post(2), post(3)];
      await pause(10);
      open();
      expect(await Promise.all(others)).toEqual([200, 200]);
      const statuses = await Promise.all(repeats);
      expect(statuses.filter((each) => each === 429)).toHaveLength(3);
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
    },
  );

  it("does not include requests that failed or were refused", async () => {
    const handlers = { scanCode: () => Promise.reject(new Error("no")) };
    const { post, status } = createGated({ handlers, inFlightLimit: 20_000 });
    for (let counter = 1; counter < 10; counter += 1)
      expect([await post(counter), await status({ body: "{" })]).toEqual([500, 400]);
  });

  it("is counted for all objects that a function returns for one subscription", async () => {
    const { open, post } = createGated({ subscriptions: () => ({ secret }), inFlightLimit: 20_000 });
    const first = post(1);
    await pause(5);
    expect(await post(2)).toBe(429);
    open();
    expect(await first).toBe(200);
  });
});
