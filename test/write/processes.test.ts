import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatLock } from "./refusals.js";
import { findLitter, setScene, getState } from "./scene.js";
import { put, useWorkbench, write } from "./workbench.js";

const bench = useWorkbench();

/** A process that has ended. */
const deadPid = 2 ** 22 + 1;

describe("the output folder, written by a process of its own,", () => {
  it("stays itself where somebody stands in it", async () => {
    const scene = setScene(bench.root, { isStoodIn: true });
    const { ino } = statSync(scene.out);
    expect(await scene.run()).toEqual({ code: 0, stdout: "", stderr: "" });
    expect([getState(scene, true), statSync(scene.out).ino, findLitter(scene)]).toEqual(["new", ino, []]);
  });

  it.each(["EXDEV", "EBUSY", "EPERM"])(
    "is written in place where the system does not let it be moved: %s",
    async (kind) => {
      const report = join(bench.root, "calls.txt");
      await setScene(mkdirIn("count")).run({ report });
      const at = readFileSync(report, "utf8").split("\n").indexOf("renameSync") + 1;
      const again = setScene(mkdirIn("again"));
      const { ino } = statSync(again.out);
      expect(await again.run({ kind, at })).toEqual({ code: 0, stdout: "", stderr: "" });
      expect([getState(again, true), statSync(again.out).ino, findLitter(again)]).toEqual(["new", ino, []]);
    },
  );

  it("is written in place below a folder that nobody may write to", async () => {
    const scene = setScene(bench.root);
    const report = join(bench.root, "calls.txt");
    await setScene(mkdirIn("count")).run({ report });
    const accesses = readFileSync(report, "utf8").split("\n");
    const at = accesses.lastIndexOf("accessSync") + 1;
    expect((await scene.run({ kind: "EACCES", at })).code).toBe(0);
    expect([getState(scene, true), findLitter(scene)]).toEqual(["new", []]);
  });
});

function mkdirIn(name: string): string {
  mkdirSync(join(bench.root, name));
  return join(bench.root, name);
}

describe("two runs at once", () => {
  it("make one tree between them, and who comes second says so in one line", async () => {
    const scene = setScene(bench.root);
    const runs = await Promise.all(Array.from({ length: 6 }, () => scene.run()));
    const codes = runs.map(({ code }) => code);
    expect(codes).toContain(0);
    for (const { code, stderr } of runs) {
      expect(stderr).toMatch(code === 0 ? /^$/ : /^Another run of mplus-codegen is writing to .*\n$/);
    }
    expect([getState(scene, true), findLitter(scene)]).toEqual(["new", []]);
  });

  it("make one tree where they find the lock of a run that died", async () => {
    const scene = setScene(bench.root);
    put(join(bench.root, "site/.out.mplus-codegen-lock"), formatLock(deadPid));
    const runs = await Promise.all(Array.from({ length: 6 }, () => scene.run()));
    expect(runs.map(({ code }) => code)).toContain(0);
    expect(write(scene.out, scene.wanted).ok).toBe(true);
    expect([getState(scene, true), findLitter(scene)]).toEqual(["new", []]);
  });
});
