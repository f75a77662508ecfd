import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Store } from "../../../../templates/receiver/api/store.js";
import { createMemoryStore } from "../../../../templates/receiver/store/memory-store.js";
import { createRequest, createTestReceiver, goodBody, type Options } from "../fixture.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const bodyOf = (eventCounter: number, more: object = {}): string => {
  const event = { eventCounter, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
  return JSON.stringify({ ...(JSON.parse(goodBody) as object), event, ...more });
};

/** What a store does with a call that it does not answer as it should. */
type Fault = (ask: () => unknown) => Promise<never>;
const isSilent: Fault = () => new Promise(() => undefined);
const doesItInSilence: Fault = (ask) => {
  ask();
  return isSilent(ask);
};
const refuses: Fault = () => Promise.reject(new Error("no connection"));
/** As a client of a database does that has a time-out of its own. */
const refusesAfter =
  (milliseconds: number): Fault =>
  () =>
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new Error("the query took too long")), milliseconds);
    });

/** A store that counts its calls, has a fault while one is set, and forgets everything when it is told to. */
function createFaulty() {
  let memory = createMemoryStore();
  const calls: string[] = [];
  const state: { fault: Fault | undefined } = { fault: undefined };
  const call = <A extends unknown[], T>(name: string, ask: (...args: A) => T) => {
    return (...args: A): T | Promise<never> => {
      calls.push(name);
      return state.fault ? state.fault(() => ask(...args)) : ask(...args);
    };
  };
  const store: Store = {
    add: call("add", (...args: Parameters<Store["add"]>) => memory.add(...args)),
    set: call("set", (...args: Parameters<Store["set"]>) => memory.set(...args)),
    delete: call("delete", (...args: Parameters<Store["delete"]>) => memory.delete(...args)),
  };
  const forget = (): void => void (memory = createMemoryStore());
  return { store, state, forget, takeCalls: () => calls.splice(0) };
}

/** Answers events over a faulty store; `send` also gives how long the answer took, in milliseconds. */
function createShop(options: (store: Store) => Partial<Options> = (store) => ({ dedupe: { store } })) {
  const { store, state, forget, takeCalls } = createFaulty();
  let runs = 0;
  const during: { run: () => void } = { run: () => undefined };
  const scanCode = () => {
    during.run();
    return { message: [{ text: `run ${(runs += 1)}` }] };
  };
  const { receiver, lines } = createTestReceiver({ handlers: { scanCode }, ...options(store) });
  const send = async (body: string) => {
    const start = performance.now();
    const answering = receiver.receive(createRequest({ body }));
    let took: number | undefined;
    void answering.then(() => (took = performance.now() - start));
    while (took === undefined) await vi.advanceTimersByTimeAsync(10);
    const { status, body: text } = await answering;
    return { status, text, took };
  };
  return { send, receiver, state, forget, during, takeCalls, lines };
}

describe("a store that is silent", () => {
  it("is waited for once, and not asked again by the next events", async () => {
    const { send, state, takeCalls, lines } = createShop();
    await send(bodyOf(1));
    expect(takeCalls()).toEqual(["add", "add", "set"]);
    state.fault = isSilent;
    const first = await send(bodyOf(2));
    expect([first.status, first.took, takeCalls()]).toEqual([200, 2000, ["add"]]);
    for (const counter of [3, 4, 5]) {
      const { status, took } = await send(bodyOf(counter));
      expect([status, took]).toEqual([200, 0]);
    }
    expect(takeCalls()).toEqual([]);
    expect(lines.map(([, , message]) => message).slice(0, 2)).toEqual([
      "the store of deliveries failed: it did not answer in 2000 ms",
      "the store of first answers failed: it did not answer in time, and is not asked again for 5 s",
    ]);
  });

  it("is tried by one event after five seconds, and then asked by all if it answers", async () => {
    const { send, state, takeCalls } = createShop();
    state.fault = isSilent;
    await send(bodyOf(1));
    await vi.advanceTimersByTimeAsync(4900);
    await send(bodyOf(2));
    expect(takeCalls()).toEqual(["add"]);
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all([3, 4, 5].map((counter) => send(bodyOf(counter))));
    expect(takeCalls()).toEqual(["add"]);
    state.fault = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    await send(bodyOf(6));
    await send(bodyOf(7));
    expect(takeCalls()).toEqual(["add", "add", "set", "add", "add", "set"]);
  });

  it("is tried again, though the call that tried it never came to an end", async () => {
    const { send, receiver, state, takeCalls } = createShop();
    state.fault = isSilent;
    await send(bodyOf(1));
    await vi.advanceTimersByTimeAsync(5000);
    takeCalls();
    // A platform that ends a request runs its timers no more.
    const timers = vi.spyOn(globalThis, "setTimeout").mockReturnValue(0 as never);
    void receiver.receive(createRequest({ body: bodyOf(2) }));
    while (!takeCalls().includes("add")) await Promise.resolve();
    timers.mockRestore();
    state.fault = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    takeCalls();
    await send(bodyOf(3));
    expect(takeCalls()).toEqual(["add", "add", "set"]);
  });

  it.each<[string, Fault, took: number]>([
    ["a second", refusesAfter(1000), 1000],
    ["half a second", refusesAfter(500), 500],
  ])("is silent too if its client gives up after %s", async (_name, fault, longest) => {
    const { send, state, takeCalls } = createShop();
    state.fault = fault;
    expect((await send(bodyOf(1))).took).toBe(longest);
    expect((await send(bodyOf(2))).took).toBe(0);
    expect(takeCalls()).toEqual(["add"]);
  });

  it.each<[keyof Store, object, status: number]>([
    ["set", {}, 200],
    ["delete", { error: { code: "X", message: "y" } }, 400],
  ])("is waited for two seconds by %s, too", async (name, answer, status) => {
    const { send, lines } = createShop((store) => ({
      dedupe: { store: { ...store, [name]: () => new Promise(() => undefined) } },
      handlers: { scanCode: () => answer },
    }));
    expect(await send(bodyOf(1))).toMatchObject({ status, took: 2000 });
    expect(lines.map(([, , message]) => message)).toContain(
      "the store of first answers failed: it did not answer in 2000 ms",
    );
  });

  it("is spared by questions to the user too, if they have the same one", async () => {
    const { send, state, takeCalls } = createShop((store) => ({
      dedupe: { store },
      conversations: { store },
      handlers: {
        scanCode: async ({ ask }) => {
          await ask.dialog({ dialogTitle: "?", dialogOptions: [] });
        },
      },
    }));
    state.fault = isSilent;
    const { status, took } = await send(bodyOf(1, { dialog: { selectedDialogOptionIds: [1] } }));
    expect([status, took, takeCalls()]).toEqual([500, 2000, ["add"]]);
  });

  it("costs nothing to those who have another", async () => {
    const silent = createFaulty();
    silent.state.fault = isSilent;
    const { send, takeCalls } = createShop((store) => ({
      dedupe: { store },
      conversations: { store: silent.store },
    }));
    await send(bodyOf(1));
    expect([takeCalls(), silent.takeCalls()]).toEqual([["add", "add", "set"], []]);
  });
});

describe("a store that fails at once", () => {
  it("is asked each time", async () => {
    const { send, state, takeCalls } = createShop();
    state.fault = refuses;
    for (const counter of [1, 2]) {
      expect((await send(bodyOf(counter))).took).toBe(0);
      expect(takeCalls()).toEqual(["add", "add", "set", "delete"]);
    }
  });

  it("is asked each time though the process is busy, and its timers are late", async () => {
    const now = performance.now.bind(performance);
    const busy = { for: 0 };
    vi.spyOn(performance, "now").mockImplementation(() => now() + busy.for);
    const { send, state, takeCalls } = createShop();
    state.fault = () => {
      busy.for += 300;
      throw new Error("no connection");
    };
    for (const counter of [1, 2]) {
      await send(bodyOf(counter));
      expect(takeCalls()).toEqual(["add", "add", "set", "delete"]);
    }
    vi.restoreAllMocks();
  });

  it("is asked by all again, if it was silent before", async () => {
    const { send, state, takeCalls } = createShop();
    state.fault = isSilent;
    await send(bodyOf(1));
    state.fault = refuses;
    await vi.advanceTimersByTimeAsync(5000);
    takeCalls();
    await send(bodyOf(2));
    expect(takeCalls()).toEqual(["add", "add", "set", "delete"]);
  });
});

describe("an event whose store falls silent while it is handled", () => {
  it("is claimed when it comes again, if the store has forgotten the first claim", async () => {
    const { send, state, forget, during, takeCalls } = createShop();
    during.run = () => (state.fault = refuses);
    await send(bodyOf(1));
    during.run = () => undefined;
    state.fault = undefined;
    forget();
    takeCalls();
    await send(bodyOf(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(takeCalls()).toEqual(["add", "add", "set"]);
  });

  it.each<[string, Fault, again: string]>([
    ["is handled again when it comes again, and not waited for", isSilent, "run 3"],
    ["gets its first answer again if the store has it after all", doesItInSilence, "run 1"],
  ])("%s", async (_name, fault, again) => {
    const { send, state, during, takeCalls } = createShop();
    during.run = () => (state.fault = fault);
    await send(bodyOf(1));
    expect(takeCalls()).toEqual(["add", "add", "set"]);
    during.run = () => undefined;
    state.fault = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    await send(bodyOf(2));
    const { status, text, took } = await send(bodyOf(1));
    expect([status, JSON.parse(text), took]).toEqual([200, { message: [{ text: again }] }, 0]);
  });
});
