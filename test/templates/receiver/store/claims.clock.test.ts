import { describe, expect, it, vi } from "vitest";
import type { Store } from "../../../../templates/copied/receiver/store.js";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import { bodyWith, createTestReceiver } from "../fixture.js";

// A claim prevents an event from being handled twice at once, however long its handler takes.

useVirtualTime();

const body = bodyWith({ event: { eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00" } });

/** @param firstSet Duration of the first call of `set`, in milliseconds. */
function createShared(firstSet = 0) {
  let memory = createMemoryStore();
  let sets = 0;
  const store: Store = {
    add: (...given) => memory.add(...given),
    set: async (...given) => ((sets += 1) === 1 && (await pause(firstSet)), memory.set(...given)),
    delete: (...given) => memory.delete(...given),
  };
  return { store, restart: () => void (memory = createMemoryStore()) };
}

type Run = readonly [seconds: number, fails?: "fails"];

/** All get the same request, at these seconds after the start. */
function createProcesses(firstSet: number, runs: readonly Run[]) {
  const { store, restart } = createShared(firstSet);
  const started: number[] = [];
  let [running, most] = [0, 0];
  const scanCode = async () => {
    const number = started.push(performance.now() / 1000);
    const [seconds, fails] = runs[number - 1] ?? [0];
    most = Math.max(most, (running += 1));
    await pause(seconds * 1000);
    running -= 1;
    if (fails) throw new Error("the database is away");
    return { message: [{ text: `run ${number}` }] };
  };
  const sendAt = async (second: number, isAway?: { isAway: boolean }) => {
    await pause(second * 1000);
    const own = isAway ? createLeaving(store, isAway) : store;
    const { send, lines } = createTestReceiver({ dedupe: { store: own }, handlers: { scanCode } });
    const answer = (await send({ body })).body as { message?: { text: string }[]; error?: { code: string } };
    if (!isAway) expect(lines.filter(([, , line]) => line.includes("the store"))).toEqual([]);
    return answer.error?.code ?? answer.message?.[0]?.text;
  };
  return { sendAt, restart, count: () => started.length, most: () => most };
}

function createLeaving(store: Store, state: { isAway: boolean }): Store {
  const check = (): void => {
    if (state.isAway) throw new Error("no connection");
  };
  return {
    add: async (...given) => (check(), await store.add(...given)),
    set: async (...given) => (check(), await store.set(...given)),
    delete: async (...given) => (check(), await store.delete(...given)),
  };
}

it("an event that comes again is not handled, though the store fails while it waits", async () => {
  const { store } = createShared();
  let [runs, calls] = [0, 0];
  const failing: Store = {
    ...store,
    add: (...given) => {
      calls += 1;
      // The first four calls come from the two arriving requests.
      if (calls === 6) throw new Error("no connection");
      return store.add(...given);
    },
  };
  const scanCode = async () => {
    runs += 1;
    await pause(2000);
    return {};
  };
  const { send } = createTestReceiver({ dedupe: { store: failing }, handlers: { scanCode } });
  const answers = await Promise.all([send({ body }), send({ body })]);
  expect([answers.map(({ status }) => status), runs, calls > 6]).toEqual([[200, 200], 1, true]);
});

it("an event that comes again does not keep a receiver from closing", async () => {
  const { store } = createShared();
  const first = createTestReceiver({
    dedupe: { store },
    handlers: { scanCode: () => pause(60_000).then(() => ({})) },
  });
  const second = createTestReceiver({ dedupe: { store }, handlers: { scanCode: () => ({}) } });
  void first.send({ body });
  await pause(100);
  const repeat = second.send({ body });
  await pause(100);
  const start = performance.now();
  await second.receiver.close();
  expect(performance.now() - start).toBeLessThan(1000);
  expect((await repeat).body).toMatchObject({ error: { code: "STILL_RUNNING" } });
});

it("an event whose handler has timed out is free again when that handler has ended", async () => {
  const started: number[] = [];
  const scanCode = async () => {
    started.push(performance.now() / 1000);
    await pause(started.length === 1 ? 75_000 : 0);
    return {};
  };
  const { send } = createTestReceiver({ dedupe: {}, handlerTimeout: 1000, handlers: { scanCode } });
  const sendAt = async (second: number) => {
    await pause(second * 1000);
    return (await send({ body })).status;
  };
  expect(await Promise.all([0, 5, 40, 80].map(sendAt))).toEqual([500, 503, 503, 200]);
  expect(started.map(Math.round)).toEqual([0, 80].map((second) => Math.round((started[0] ?? 0) + second)));
});

describe("an event that comes again while it is handled", () => {
  it("is never handled twice at once, though each handler takes 75 seconds and fails", async () => {
    const { sendAt, most, count } = createProcesses(0, [[75, "fails"], [75, "fails"], [75]]);
    const answers = await Promise.all([0, 20, 61, 90, 145, 225, 300].map((second) => sendAt(second)));
    const [fault, waiting] = ["INTERNAL_ERROR", "STILL_RUNNING"];
    expect(answers).toEqual([fault, waiting, fault, waiting, "run 3", "run 3", "run 3"]);
    expect([most(), count(), vi.getTimerCount()]).toEqual([1, 3, 0]);
  });

  it.each<[string, Run]>([
    ["fails", [27.5, "fails"]],
    ["ends", [27.5]],
  ])(
    "keeps the claim of a second handler, when the first one, which has lost its own, %s",
    async (_is, run) => {
      const { sendAt, restart, count, most } = createProcesses(0, [run, [35], [1]]);
      const later = [28, 29, 30, 31, 32, 33, 34, 35, 100];
      // The second process's call reaches the store between the restart and the next renewal.
      const answers = Promise.all([0, 10.1, ...later].map((time) => sendAt(time)));
      await pause(10_000);
      restart();
      const first = run[1] ? "INTERNAL_ERROR" : "run 1";
      expect(await answers).toEqual([first, "run 2", ...later.map(() => "run 2")]);
      expect([count(), most()]).toEqual([2, 2]);
    },
  );

  it("is handled again within 15 seconds after the first process has gone", async () => {
    const { sendAt, count } = createProcesses(0, [[5], [1]]);
    const state = { isAway: false };
    const first = sendAt(0, state);
    await pause(2000);
    state.isAway = true;
    const start = performance.now();
    expect([await first, await sendAt(1), count()]).toEqual(["run 1", "run 2", 2]);
    expect(performance.now() - start).toBeLessThan(15_000 + 1000 + 100);
  });
});

it("a renewal that takes long does not replace the answer of its handler", async () => {
  const { sendAt, count } = createProcesses(1900, [[4]]);
  expect([await sendAt(0), await sendAt(2), count()]).toEqual(["run 1", "run 1", 1]);
});
