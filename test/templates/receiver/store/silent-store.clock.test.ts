import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/base/store.js";
import type { Store } from "../../../../templates/copied/receiver/base/options.js";
import { createTestReceiver, numbered, type Options } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type Fault = () => Promise<never>;
const isSilent: Fault = () => new Promise(() => undefined);
const refuses: Fault = () => Promise.reject(new Error("no connection"));

/** `send` returns the status, the time that the answer took, and the calls of the store. */
function createShop(createOptions = (store: Store): Partial<Options> => ({ dedupe: { store } })) {
  const shop = { memory: createMemoryStore(), fault: undefined as Fault | undefined };
  const calls: string[] = [];
  const call = (name: keyof Store, ask: () => unknown) => {
    calls.push(name);
    return (shop.fault ?? ask)() as never;
  };
  const store: Store = {
    add: (...given) => call("add", () => shop.memory.add(...given)),
    set: (...given) => call("set", () => shop.memory.set(...given)),
    delete: (...given) => call("delete", () => shop.memory.delete(...given)),
  };
  const { send, messages } = createTestReceiver(createOptions(store));
  const sendEvent = async (eventCounter: number, more: object = {}) => {
    const start = performance.now();
    const { status } = await send({ body: numbered({ eventCounter }, more) });
    return [status, performance.now() - start, calls.splice(0).join(" ")];
  };
  return Object.assign(shop, { send: sendEvent, messages });
}

const good = [200, 0, "add add add set"];
const refused = [200, 0, "add add add"];
const unasked = [200, 0, ""];

describe("a store that does not answer", () => {
  it("is awaited once, and not asked again by the next events", async () => {
    const shop = createShop();
    expect(await shop.send(1)).toEqual(good);
    shop.fault = isSilent;
    expect(await shop.send(2)).toEqual([200, 2000, "add"]);
    for (const event of [3, 4]) expect(await shop.send(event)).toEqual(unasked);
    expect(shop.messages().slice(0, 2)).toEqual([
      "the store for deliveries failed: it did not answer in 2000 ms",
      "the store for first answers failed: it did not answer in time and is skipped for 5 s",
    ]);
  });

  it("is tried by one event after five seconds, and asked by all once it answers", async () => {
    const shop = createShop();
    shop.fault = isSilent;
    await shop.send(1);
    await pause(4900);
    expect(await shop.send(2)).toEqual(unasked);
    await pause(200);
    const tried = await Promise.all([3, 4, 5].map((event) => shop.send(event)));
    expect(tried.map(([, , calls]) => calls).join("")).toBe("add");
    shop.fault = undefined;
    await pause(5000);
    for (const event of [6, 7]) expect(await shop.send(event)).toEqual(good);
  });

  it("is skipped like a silent one if its client gives up after half a second", async () => {
    const shop = createShop();
    shop.fault = () => pause(500).then(refuses);
    expect(await shop.send(1)).toEqual([200, 500, "add"]);
    expect(await shop.send(2)).toEqual(unasked);
  });

  it.each<[keyof Store, object, status: number]>([
    ["set", {}, 200],
    ["delete", { error: { code: "X", message: "y" } }, 400],
  ])("is awaited for two seconds by %s, too", async (name, answer, status) => {
    const shop = createShop((store) => ({
      dedupe: { store: { ...store, [name]: isSilent } },
      handlers: { scanCode: () => answer },
    }));
    expect(await shop.send(1)).toMatchObject([status, 2000, expect.anything()]);
    expect(shop.messages()).toContain("the store for first answers failed: it did not answer in 2000 ms");
  });

  it("is not asked again by questions to the user that share it", async () => {
    const scanCode: NonNullable<Options["handlers"]["scanCode"]> = ({ ask }) =>
      ask.dialog({ dialogTitle: "?", dialogOptions: [] }).then(() => ({}));
    const shop = createShop((store) => ({
      dedupe: { store },
      conversations: { store },
      handlers: { scanCode },
    }));
    shop.fault = isSilent;
    expect(await shop.send(1, { dialog: { selectedDialogOptionIds: [1] } })).toEqual([500, 2000, "add"]);
  });
});

it("a store that fails at once is asked each time, even if it was silent before", async () => {
  const shop = createShop();
  shop.fault = refuses;
  for (const event of [1, 2]) expect(await shop.send(event)).toEqual(refused);
  shop.fault = isSilent;
  await shop.send(3);
  shop.fault = refuses;
  await pause(5000);
  expect(await shop.send(4)).toEqual(refused);
});

it.each<[string, Fault, isRestarted: boolean, took: number]>([
  ["as soon as its claim has expired, if the store was away", refuses, false, 15_000],
  ["as soon as its claim has expired, if the store was silent", isSilent, false, 15_000 - 2000 - 5000],
  ["at once, if the store has forgotten its claim", refuses, true, 0],
])(
  "an event whose store failed meanwhile is handled once more: %s",
  async (_name, fault, isRestarted, took) => {
    let runs = 0;
    const scanCode = async () => {
      runs += 1;
      if (runs === 1) shop.fault = fault;
      else await pause(1000);
    };
    const shop = createShop((store) => ({ dedupe: { store }, handlers: { scanCode } }));
    await shop.send(1);
    shop.fault = undefined;
    if (isRestarted) shop.memory = createMemoryStore();
    if (fault === isSilent) await pause(5000);
    const times = (await Promise.all([shop.send(1), shop.send(1)])).map(([, time]) => Number(time));
    expect(runs).toBe(2);
    expect(Math.min(...times) - 1000 - took).toBeOneOf([0, 50]);
  },
);
