import { describe, expect, it, vi } from "vitest";
import type { Store } from "../../../../templates/receiver/api/store.js";
import { createRequest, createTestReceiver, goodBody, readAnswer } from "../fixture.js";

const never = (): Promise<never> => new Promise(() => undefined);
const event = { eventCounter: 7, eventTimestamp: "2026-11-20T10:15:00.000+01:00", eventBlocking: true };
const body = JSON.stringify({ ...(JSON.parse(goodBody) as object), event });

describe("a promise that does not settle", () => {
  it.each<[string, Partial<Store>]>([
    ["add", { add: never }],
    ["set", { set: never }],
    ["delete", { delete: never }],
  ])("is a failure of the store after two seconds: %s", async (_name, broken) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const store: Store = { add: () => undefined, set: () => undefined, delete: () => undefined, ...broken };
      const handlers = { scanCode: () => ("delete" in broken ? { error: { code: "X", message: "y" } } : {}) };
      const { receiver, lines } = createTestReceiver({ dedupe: { store }, handlers });
      const answering = receiver.receive(createRequest({ body }));
      for (let turn = 0; turn < 10; turn += 1) await vi.advanceTimersByTimeAsync(1000);
      expect((await answering).status).toBe("delete" in broken ? 400 : 200);
      expect(
        lines.map(([level, , message]) => [level, message.endsWith("it did not answer in 2000 ms")]),
      ).toContainEqual(["error", true]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is not seen in a store that fails at once while the process is busy", async () => {
    let calls = 0;
    const add = (): never => {
      calls += 1;
      const start = performance.now();
      while (performance.now() - start < 300);
      throw new Error("no connection");
    };
    const store: Store = { add, set: () => undefined, delete: () => undefined };
    const { receiver } = createTestReceiver({ dedupe: { store } });
    await receiver.receive(createRequest({ body }));
    const before = calls;
    await receiver.receive(createRequest({ body }));
    expect(calls).toBe(2 * before);
  });

  it("is answered with 500 if it is onError's", async () => {
    const { receiver, lines } = createTestReceiver({ handlerTimeout: 10, onError: never });
    const report = JSON.stringify({ error: { code: "X", message: "y" }, original: {} });
    expect(readAnswer(await receiver.receive(createRequest({ body: report }))).status).toBe(500);
    expect(lines[0]?.[2]).toContain("took more than 10 ms");
  });
});
