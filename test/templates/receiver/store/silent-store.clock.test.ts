import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Store } from "../../../../templates/copied/receiver/store.js";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";
import { bodyWith, createRequest, createTestReceiver, type Options } from "../fixture.js";
import { pause } from "../../../workbench/virtual-time.js";

beforeEach(() => {
  const timers = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
  vi.useFakeTimers({ toFake: [...timers, "performance"] });
});
afterEach(() => void vi.useRealTimers());

const bodyOf = (eventCounter: number, more: object = {}): string => {
  const event = { eventCounter, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
  return bodyWith({ event, ...more });
};
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

type Fault = (ask: () => unknown) => Promise<never>;
const isSilent: Fault = () => new Promise(() => undefined);
const refuses: Fault = () => Promise.reject(new Error("no connection"));
const refusesAfter =
  (milliseconds: number): Fault =>
  () =>
    new Promise((_, reject) => setTimeout(() => reject(new Error("the query took too long")), milliseconds));

function createFaulty() {
  let memory = createMemoryStore();
  const calls: string[] = [];
  const state: { fault?: Fault | undefined } = {};
  const call = (name: string, ask: () => unknown) => {
    calls.push(name);
    return (state.fault ? state.fault(ask) : ask()) as never;
  };
  const store: Store = {
    add: (...given) => call("add", () => memory.add(...given)),
    set: (...given) => call("set", () => memory.set(...given)),
    delete: (...given) => call("delete", () => memory.delete(...given)),
  };
  const forget = (): void => void (memory = createMemoryStore());
  return { store, state, forget, takeCalls: () => calls.splice(0).join(" ") };
}

/** `send` also returns the duration and the calls of the store. */
function createShop(
  options: (store: Store) => Partial<Options> = (store) => ({ dedupe: { store } }),
  faulty = createFaulty(),
) {
  let runs = 0;
  const during: { fault?: Fault; pause?: number } = {};
  const scanCode = async () => {
    if (during.fault) faulty.state.fault = during.fault;
    delete during.fault;
    const run = (runs += 1);
    if (during.pause) await pause(during.pause);
    return { message: [{ text: `run ${run}` }] };
  };
  const { receiver, messages } = createTestReceiver({ handlers: { scanCode }, ...options(faulty.store) });
  const send = async (counter: number, more?: object) => {
    const start = performance.now();
    let took: number | undefined;
    const answering = receiver.receive(createRequest({ body: bodyOf(counter, more) }));
    void answering.then(() => (took = performance.now() - start));
    while (took === undefined) await pass(10);
    const { status, body: text } = await answering;
    return { status, text, took, calls: faulty.takeCalls() };
  };
  return { ...faulty, faulty, send, receiver, during, messages };
}

const good = { status: 200, took: 0, calls: "add add add set" };
const refused = { status: 200, took: 0, calls: "add add add" };
const unasked = { status: 200, took: 0, calls: "" };

describe("a store that is silent", () => {
  it("is waited for once, and not asked again by the next events", async () => {
    const { send, state, messages } = createShop();
    expect(await send(1)).toMatchObject(good);
    state.fault = isSilent;
    expect(await send(2)).toMatchObject({ status: 200, took: 2000, calls: "add" });
    expect(await send(3)).toMatchObject(unasked);
    expect(await send(4)).toMatchObject(unasked);
    expect(messages().slice(0, 2)).toEqual([
      "the store for deliveries failed: it did not answer in 2000 ms",
      "the store for first answers failed: it did not answer in time and is skipped for 5 s",
    ]);
  });

  it("is tried by one event after five seconds, and then asked by all if it answers", async () => {
    const { send, state } = createShop();
    state.fault = isSilent;
    await send(1);
    await pass(4900);
    expect(await send(2)).toMatchObject(unasked);
    await pass(200);
    const tried = await Promise.all([send(3), send(4), send(5)]);
    expect(tried.map(({ calls }) => calls).join("")).toBe("add");
    state.fault = undefined;
    await pass(5000);
    expect(await send(6)).toMatchObject(good);
    expect(await send(7)).toMatchObject(good);
  });

  it("counts as silent if its client gives up after half a second", async () => {
    const { send, state } = createShop();
    state.fault = refusesAfter(500);
    expect(await send(1)).toMatchObject({ status: 200, took: 500, calls: "add" });
    expect(await send(2)).toMatchObject(unasked);
  });

  it.each<[keyof Store, object, status: number]>([
    ["set", {}, 200],
    ["delete", { error: { code: "X", message: "y" } }, 400],
  ])("is waited for two seconds by %s, too", async (name, answer, status) => {
    const { send, messages } = createShop((store) => ({
      dedupe: { store: { ...store, [name]: isSilent } },
      handlers: { scanCode: () => answer },
    }));
    expect(await send(1)).toMatchObject({ status, took: 2000 });
    expect(messages()).toContain("the store for first answers failed: it did not answer in 2000 ms");
  });

  it("is spared by questions to the user too, if they have the same one", async () => {
    const handlers: Options["handlers"] = {
      scanCode: ({ ask }) => ask.dialog({ dialogTitle: "?", dialogOptions: [] }).then(() => ({})),
    };
    const { send, state } = createShop((store) => ({
      dedupe: { store },
      conversations: { store },
      handlers,
    }));
    state.fault = isSilent;
    const answer = await send(1, { dialog: { selectedDialogOptionIds: [1] } });
    expect(answer).toMatchObject({ status: 500, took: 2000, calls: "add" });
  });
});

describe("a store that fails at once", () => {
  it("is asked each time, also if it was silent before", async () => {
    const { send, state } = createShop();
    state.fault = refuses;
    expect([await send(1), await send(2)]).toMatchObject([refused, refused]);
    state.fault = isSilent;
    await send(3);
    state.fault = refuses;
    await pass(5000);
    expect(await send(4)).toMatchObject(refused);
  });
});

describe("an event whose store fails while it is handled", () => {
  it.each<[string, Fault, wasRestarted: boolean, took: number]>([
    ["as soon as its claim has run out, if the store was away", refuses, false, 15_000],
    ["as soon as its claim has run out, if the store was silent", isSilent, false, 15_000 - 2000 - 5000],
    ["at once, if the store has forgotten its claim", refuses, true, 0],
  ])("is handled once more when it comes twice more, %s", async (_name, fault, wasRestarted, took) => {
    const { send, state, forget, during } = createShop();
    during.fault = fault;
    expect((await send(1)).text).toContain("run 1");
    state.fault = undefined;
    if (wasRestarted) forget();
    if (fault === isSilent) await pass(5000);
    during.pause = 1000;
    const [second, third] = await Promise.all([send(1), send(1)]);
    expect([second.text, third.text]).toEqual(Array(2).fill(expect.stringContaining("run 2")));
    expect(Math.min(second.took, third.took) - 1000 - took).toBeOneOf([0, 10, 20, 30, 40, 50]);
  });
});
