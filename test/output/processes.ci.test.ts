import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDamage, findLitter, getState, nextRun, onScene, type Scene } from "./scene.js";

const runAtOnce = (scene: Scene) => Promise.all([scene.run(), scene.run(), scene.run(), scene.run()]);

describe("runs at once", () => {
  it("make one tree between them, and who comes second says so in one line", () =>
    onScene("our code", async (scene) => {
      const runs = await runAtOnce(scene);
      expect(runs.map(({ code }) => code)).toContain(0);
      for (const { code, stderr } of runs)
        expect(stderr).toMatch(code === 0 ? /^$/ : /^Another run of mplus-codegen is writing to .*\n$/);
      expect([getState(scene, true), findLitter(scene)]).toEqual(["new", []]);
    }));
});

it("a pipe in the place of the lock is told, and not waited for", () =>
  onScene("our code", async (scene) => {
    execFileSync("mkfifo", [join(scene.out, ".mplus-codegen-lock")]);
    const { code, stderr } = await scene.run();
    expect([code, stderr]).toEqual([2, expect.stringContaining("something else is in the way") as string]);
    expect(getState(scene)).toBe("old");
  }));

describe("a run that is killed", () => {
  it.each(["our code", "the command line"] as const)(
    "between two files (%s) leaves whole files, which the next run mends",
    async (setting) => {
      await onScene(setting, async (scene) => {
        // The first rename puts the interim stamp in place.
        const { code } = await scene.run({ kind: "SIGKILL", only: "renameSync", at: 3 });
        expect([code, getState(scene), findDamage(scene)]).toEqual([null, "mixed", []]);
        expect(await nextRun(scene)).toEqual({ written: "new", litter: [] });
      });
    },
  );
});
