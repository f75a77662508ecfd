import { describe, expect, it, vi } from "vitest";
import { createSharedTimer } from "../../../../templates/receiver/http/shared-timer.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

describe("a shared timer", () => {
  it("calls back in order, never early, and not for work that has ended", async () => {
    const late: [string, number][] = [];
    const timer = createSharedTimer(400);
    const start = (name: string) => {
      const started = performance.now();
      return timer.start(() => late.push([name, performance.now() - started]));
    };
    start("first");
    const stop = start("ended");
    await pause(200);
    start("second");
    stop();
    await pause(1000);
    expect(late).toEqual([
      ["first", 400],
      ["second", 400],
    ]);
  });

  it("works again after it was idle", async () => {
    const late: number[] = [];
    const timer = createSharedTimer(5);
    for (const each of [1, 2, 3]) {
      timer.start(() => late.push(each));
      await pause(25);
    }
    expect(late).toEqual([1, 2, 3]);
  });

  it("does not keep the process from ending", () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    createSharedTimer(60_000).start(() => undefined);
    expect(timers.mock.results.map(({ value }) => (value as NodeJS.Timeout).hasRef())).toEqual([false]);
  });
});
