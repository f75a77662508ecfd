import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatLock } from "./refusals.js";
import { findLitter, getState, nextRuns, onScene, type Scene } from "./scene.js";
import { put } from "./workbench.js";

/** A process that has ended. */
const deadPid = 2 ** 22 + 1;

const runAtOnce = (scene: Scene) => Promise.all([scene.run(), scene.run(), scene.run(), scene.run()]);

describe("runs at once", () => {
  it("make one tree between them, and who comes second says so in one line", () =>
    onScene("swapped", async (scene) => {
      const runs = await runAtOnce(scene);
      expect(runs.map(({ code }) => code)).toContain(0);
      for (const { code, stderr } of runs)
        expect(stderr).toMatch(code === 0 ? /^$/ : /^Another run of mplus-codegen is writing to .*\n$/);
      expect([getState(scene, true), findLitter(scene)]).toEqual(["new", []]);
    }));

  it("make one tree where they find the lock of a run that died", () =>
    onScene("swapped", async (scene) => {
      put(join(scene.out, "../.out.mplus-codegen-lock"), formatLock(deadPid));
      const runs = await runAtOnce(scene);
      expect(runs.map(({ code }) => code)).toContain(0);
      expect(await nextRuns(scene)).toEqual({ looked: "new", written: "new", litter: [] });
    }));
});

describe("a run that is killed", () => {
  it.each([
    // Before the second of two renames, and between those of two files.
    { setting: "swapped", rename: 1, state: "missing" },
    { setting: "in place", rename: 3, state: "mixed" },
    { setting: "the command line", rename: 1, state: "missing" },
  ] as const)("on the way ($setting) leaves what the next puts back", async ({ setting, rename, state }) => {
    const calls = await onScene(setting, async (scene) => (await scene.act()).calls);
    const renames = calls.flatMap((call, index) => (call === "renameSync" ? [index + 1] : []));
    const at = renames[rename] ?? 0;
    await onScene(setting, async (scene) => {
      const { code } = await scene.run({ kind: "SIGKILL", at });
      expect([code, getState(scene)]).toEqual([null, state]);
      expect(await nextRuns(scene)).toEqual({ looked: "old", written: "new", litter: [] });
    });
  });
});
