import { describe, expect, it } from "vitest";
import { bodyWith, createTestReceiver, goodBody, type Options, secret } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const eventOf = (eventCounter: number, more: object = {}) =>
  bodyWith({ event: { eventCounter, eventBlocking: true, ...more } });

function createGated(options: Partial<Options>) {
  let open: () => void = () => undefined;
  const gate = new Promise<undefined>((resolve) => (open = () => resolve(undefined)));
  const { send } = createTestReceiver({ handlers: { scanCode: () => gate }, ...options });
  const status = async (...change: Parameters<typeof send>) => (await send(...change)).status;
  return { open, send, status, post: (counter: number) => status({ body: eventOf(counter) }) };
}

describe("the requests in flight of one subscription", () => {
  it.each<[string, Partial<Options>]>([
    ["with a record", {}],
    ["with a function that returns a new object each time", { subscriptions: () => ({ secret }) }],
  ])("have a limit, %s", async (_name, options) => {
    const { open, send, post } = createGated({ inFlightLimit: 40_000, ...options });
    const first = [post(1), post(2)];
    await pause(5);
    const third = send({ body: eventOf(3) });
    await pause(5);
    open();
    expect(await third).toMatchObject({ status: 429, code: "TOO_MUCH_AT_ONCE" });
    expect(await Promise.all(first)).toEqual([200, 200]);
    expect(await post(3)).toBe(200);
  });

  it("include work after the answer", async () => {
    const { open, status } = createGated({ inFlightLimit: 50_000 });
    const work: Promise<unknown>[] = [];
    const waitUntil = (each: Promise<unknown>) => void work.push(each);
    const post = (counter: number) => status({ body: eventOf(counter, { eventBlocking: false }), waitUntil });
    expect([await post(1), await post(2), await post(3), await post(4)]).toEqual([200, 200, 200, 429]);
    open();
    await Promise.all(work);
    expect(await post(5)).toBe(200);
  });

  it("include a handler that has timed out until it ends", async () => {
    const { open, post } = createGated({ inFlightLimit: 40_000, handlerTimeout: 5 });
    expect([await post(1), await post(2), await post(3)]).toEqual([500, 500, 429]);
    open();
    await new Promise(setImmediate);
    expect(await post(4)).toBe(200);
  });

  const slow = () => pause(1000);
  const report = JSON.stringify({ error: { code: "X", message: "no" }, original: {} });
  it.each<[string, string, Partial<Options>]>([
    ["are handled", goodBody, {}],
    ["wait for the first one", goodBody, { dedupe: {} }],
    ["wait for an inbox", goodBody, { queued: { scanCode: () => undefined }, inbox: { add: slow } }],
    ["are reports", report, { onError: slow }],
  ])("leave half of the limit to others if they are repeats that %s", async (_what, body, options) => {
    const { open, post, status } = createGated({ inFlightLimit: 100_000, ...options });
    const repeats = [1, 2, 3, 4, 5, 6].map(() => status({ body }));
    await pause(100);
    const others = [post(2), post(3)];
    await pause(10);
    open();
    expect(await Promise.all(others)).toEqual([200, 200]);
    expect((await Promise.all(repeats)).sort()).toEqual([200, 200, 200, 429, 429, 429]);
  });

  it("do not include requests that failed or were refused", async () => {
    const handlers = { scanCode: () => Promise.reject(new Error("no")) };
    const { post, status } = createGated({ handlers, inFlightLimit: 20_000 });
    for (let counter = 1; counter < 10; counter += 1)
      expect([await post(counter), await status({ body: "{" })]).toEqual([500, 400]);
  });
});
