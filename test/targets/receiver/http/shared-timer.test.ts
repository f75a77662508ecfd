import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createSharedTimer } from "../../../../templates/receiver/http/shared-timer.js";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
    while (late.length < 2) await pause(5);
    await pause(300);
    expect(late.map(([name]) => name)).toEqual(["first", "second"]);
    expect(Math.min(...late.map(([, took]) => took))).toBeGreaterThanOrEqual(400);
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

  it("does not keep the process from ending", async () => {
    const module = new URL("../../../../generated/receiver/http/shared-timer.ts", import.meta.url);
    const script = `import { createSharedTimer } from ${JSON.stringify(module.href)};
      createSharedTimer(60_000).start(() => undefined)();
      createSharedTimer(60_000).start(() => undefined);
      console.log("done");`;
    const args = ["--import", "tsx", "--input-type=module", "-e", script];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
    expect(printed).toBe("done\n");
  });
});
