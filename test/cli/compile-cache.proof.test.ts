import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { linkPackages } from "../package/link-packages.js";
import { fetchNode } from "../workbench/new-node.js";
import { runProgram } from "./running.js";

let home: string;
const cache = (): string => join(home, "node_modules/.cache");

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "mplus-compiled-"));
  for (const part of ["dist", "spec", "templates", "package.json"])
    cpSync(join(packageRoot, part), join(home, part), { recursive: true });
  linkPackages(home);
  rmSync(cache(), { force: true });
});
afterEach(() => rmSync(home, { recursive: true }));

/** Lists the targets with a node of npm's. */
const run = (node: string, env: NodeJS.ProcessEnv = {}) =>
  runProgram(tmpdir(), [fetchNode(node), join(home, "dist/main.js"), "--help"], env);

describe("node's compile cache", () => {
  it("lies in the package, from Node 22 on, and changes nothing of what is printed", async () => {
    const old = await run("20.20.2");
    expect(old.code).toBe(0);
    expect(existsSync(cache())).toBe(false);
    for (const time of ["first", "second"])
      expect(await run("22.23.3"), time).toMatchObject({ code: 0, stdout: old.stdout });
    const kept = readdirSync(join(cache(), "mplus-codegen/compiled"), { recursive: true });
    expect(kept.length).toBeGreaterThan(20);
  });

  it("is done without where it cannot be written", async () => {
    writeFileSync(cache(), "a file in its place");
    expect(await run("22.23.3")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("express") as string,
    });
  });

  it("is done without where node is told so", async () => {
    expect(await run("22.23.3", { NODE_DISABLE_COMPILE_CACHE: "1" })).toMatchObject({ code: 0 });
    expect(existsSync(cache())).toBe(false);
  });
});
