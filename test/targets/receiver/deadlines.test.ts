import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createDeadlines } from "../../../templates/receiver/deadlines.js";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("deadlines that share a timer", () => {
  it("come in order, none before its own time, and not for what has ended", async () => {
    const late: [string, number][] = [];
    const deadlines = createDeadlines(40);
    const start = (name: string) => {
      const started = performance.now();
      return deadlines.start(() => late.push([name, performance.now() - started]));
    };
    start("first");
    const stop = start("ended");
    await pause(20);
    start("second");
    stop();
    while (late.length < 2) await pause(5);
    await pause(60);
    expect(late.map(([name]) => name)).toEqual(["first", "second"]);
    expect(Math.min(...late.map(([, took]) => took))).toBeGreaterThanOrEqual(40);
  });

  it("come again after a while without any", async () => {
    const late: number[] = [];
    const deadlines = createDeadlines(5);
    for (const each of [1, 2, 3]) {
      deadlines.start(() => late.push(each));
      await pause(25);
    }
    expect(late).toEqual([1, 2, 3]);
  });

  it("do not keep a process from ending", async () => {
    const module = new URL("../../../generated/receiver/deadlines.ts", import.meta.url);
    const script = `import { createDeadlines } from ${JSON.stringify(module.href)};
      createDeadlines(60_000).start(() => undefined)();
      createDeadlines(60_000).start(() => undefined);
      console.log("done");`;
    const args = ["--import", "tsx", "--input-type=module", "-e", script];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const [printed] = await Promise.all([text(child.stdout), once(child, "exit")]);
    expect(printed).toBe("done\n");
  });
});
