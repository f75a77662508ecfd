import { describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/base/store.js";
import type { Store } from "../../../../templates/copied/receiver/base/options.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import { createTestReceiver, numbered } from "../fixture.js";

// A claim prevents an event from being handled twice at once, however long its handler takes.

useVirtualTime();

const body = numbered();

type Run = readonly [seconds: number, fails?: "fails"];

/** Each `sendAt` is a process of its own. All get the same request, at these seconds after the start. */
function createProcesses(runs: readonly Run[], firstSet = 0, options: object = {}) {
  let memory = createMemoryStore();
  let sets = 0;
  const store: Store = {
    add: (...given) => memory.add(...given),
    set: async (...given) => ((sets += 1) === 1 && (await pause(firstSet)), memory.set(...given)),
    delete: (...given) => memory.delete(...given),
  };
  const started: number[] = [];
  let [running, most] = [0, 0];
  const scanCode = async () => {
    const number = started.push(performance.now());
    const [seconds, fails] = runs[number - 1] ?? [0];
    most = Math.max(most, (running += 1));
    await pause(seconds * 1000);
    running -= 1;
    if (fails) throw new Error("the database is away");
    return { message: [{ text: `run ${number}` }] };
  };
  const open = () => createTestReceiver({ dedupe: { store }, handlers: { scanCode }, ...options });
  const sendAt = async (second: number, { send, lines } = open()) => {
    await pause(second * 1000);
    const answer = (await send({ body })).body as { message?: { text: string }[]; error?: { code: string } };
    expect(lines.filter(([, , line]) => line.includes("the store"))).toEqual([]);
    return answer.error?.code ?? answer.message?.[0]?.text;
  };
  const restart = () => void (memory = createMemoryStore());
  return { sendAt, open, store, restart, count: () => started.length, most: () => most };
}

const [fault, waiting] = ["INTERNAL_ERROR", "STILL_RUNNING"];

describe("an event that is repeated while it is handled", () => {
  it("is not handled, even if the store fails while it waits", async () => {
    const { open, store, count } = createProcesses([[2]]);
    let calls = 0;
    const add: Store["add"] = (...given) => {
      calls += 1;
      // The first four calls come from the two arriving requests.
      if (calls === 6) throw new Error("no connection");
      return store.add(...given);
    };
    const { send } = open();
    const other = createTestReceiver({ dedupe: { store: { ...store, add } } });
    const answers = await Promise.all([send({ body }), other.send({ body })]);
    expect([answers.map(({ status }) => status), count(), calls > 6]).toEqual([[200, 200], 1, true]);
  });

  it("does not keep a receiver from closing", async () => {
    const { sendAt, open } = createProcesses([[60]]);
    void sendAt(0);
    await pause(100);
    const second = open();
    const repeat = sendAt(0, second);
    await pause(100);
    const start = performance.now();
    await second.receiver.close();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await repeat).toBe(waiting);
  });

  it("is handled again only after a handler that timed out has ended", async () => {
    const { sendAt, count, most } = createProcesses([[75]], 0, { handlerTimeout: 1000 });
    const answers = await Promise.all([0, 5, 40, 80].map((second) => sendAt(second)));
    expect(answers).toEqual([fault, waiting, waiting, "run 2"]);
    expect([count(), most()]).toEqual([2, 1]);
  });

  it("is never handled twice at once, even if each handler takes 75 seconds and fails", async () => {
    const { sendAt, most, count } = createProcesses([[75, "fails"], [75, "fails"], [75]]);
    const answers = await Promise.all([0, 20, 61, 90, 145, 225, 300].map((second) => sendAt(second)));
    expect(answers).toEqual([fault, waiting, fault, waiting, "run 3", "run 3", "run 3"]);
    expect([most(), count(), vi.getTimerCount()]).toEqual([1, 3, 0]);
  });

  it.each<[string, Run]>([
    ["fails", [27.5, "fails"]],
    ["ends", [27.5]],
  ])(
    "stays claimed by a second handler when the first one, which has lost its claim, %s",
    async (_is, run) => {
      const { sendAt, restart, count, most } = createProcesses([run, [35], [1]]);
      const later = [28, 29, 30, 31, 32, 33, 34, 35, 100];
      // The second process's call reaches the store between the restart and the next renewal.
      const answers = Promise.all([0, 10.1, ...later].map((time) => sendAt(time)));
      await pause(10_000);
      restart();
      const first = run[1] ? fault : "run 1";
      expect(await answers).toEqual([first, "run 2", ...later.map(() => "run 2")]);
      expect([count(), most()]).toEqual([2, 2]);
    },
  );

  it("gets the first answer even if a renewal takes long", async () => {
    const { sendAt, count } = createProcesses([[4]], 1900);
    expect([await sendAt(0), await sendAt(2), count()]).toEqual(["run 1", "run 1", 1]);
  });
});
