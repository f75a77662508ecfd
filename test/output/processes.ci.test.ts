import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runBuilt } from "../workbench/command.js";
import { inSmallProject } from "../workbench/project.js";
import { findDamage, findLitter, getState, nextRun, onScene } from "./scene.js";

it("of several runs at once, one writes, and each other says so in one line", () =>
  onScene(async (scene) => {
    const runs = await Promise.all([scene.run(), scene.run(), scene.run(), scene.run()]);
    expect(runs.map(({ code }) => code)).toContain(0);
    for (const { code, stderr } of runs)
      expect(stderr).toMatch(code === 0 ? /^$/ : /^Another run of mplus-codegen is writing to .*\n$/);
    expect([getState(scene, true), findLitter(scene)]).toEqual(["new", []]);
  }));

it("does not wait for a pipe in the place of the lock", () =>
  onScene(async (scene) => {
    execFileSync("mkfifo", [join(scene.out, ".mplus-codegen-lock")]);
    const { code, stderr } = await scene.run();
    expect([code, stderr]).toEqual([2, expect.stringContaining("something else is in the way") as string]);
    expect(getState(scene)).toBe("old");
  }));

// The first rename puts the interim stamp in place.
const killed = { kind: "SIGKILL", only: "renameSync", at: 3 };

it("leaves whole files if it is killed between two files, and the next run repairs the folder", () =>
  onScene(async (scene) => {
    const { code } = await scene.run(killed);
    expect([code, getState(scene), findDamage(scene)]).toEqual([null, "mixed", []]);
    expect(await nextRun(scene)).toEqual({ written: "new", litter: [] });
  }));

it("repairs a folder after the command was killed between two files", () =>
  inSmallProject(async ({ folder, call, tree }) => {
    const args = (oldest: string) => ["--target", "types", "--spec", "spec", "--min-version", oldest, "-q"];
    await call(...args("11"));
    const environment = {
      NODE_OPTIONS: `--import ${join(import.meta.dirname, "children/faults.mjs")}`,
      FAULT: JSON.stringify({ under: join(folder, "generated"), ...killed }),
    };
    expect((await runBuilt(args("13.0.2"), { cwd: folder, environment })).code).toBeNull();
    const mixed = tree();
    expect((await call(...args("13.0.2"))).code).toBe(0);
    const repaired = tree();
    expect(repaired).not.toEqual(mixed);
    rmSync(join(folder, "generated"), { recursive: true });
    await call(...args("13.0.2"));
    expect(repaired).toEqual(tree());
  }));
