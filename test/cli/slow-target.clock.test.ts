import { once } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inProject } from "../workbench/project.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** The config runs in this process: through it, the target says that it begins, and learns that it may end. */
const line: NodeJS.EventEmitter = process;

/** Runs a target of one's own that takes this time, in milliseconds of the test's clock. */
const runFor = (duration: number) =>
  inProject(async (project) => {
    const emit = `() => new Promise((end) => process.once("own ends", () => end([])).emit("own begins"))`;
    const own = `{ apiVersion: 1, name: "own", summary: "x", emit: ${emit} }`;
    project.put("mplus-codegen.config.js", `module.exports = { outputs: [{ target: [${own}] }] };\n`);
    const begun = once(line, "own begins");
    const run = project.call("--json");
    await begun;
    await vi.advanceTimersByTimeAsync(duration);
    line.emit("own ends");
    return run;
  });

it("a line says after ten seconds which target is still running, and the run ends as usual", async () => {
  const slow = await runFor(10_000);
  expect([slow.code, slow.stderr]).toEqual([
    0,
    'mplus-codegen: The target "own" is still running after ten seconds.\n',
  ]);
  expect(JSON.parse(slow.stdout)).toHaveProperty("outputs");
  expect((await runFor(9999)).stderr).toBe("");
});
