import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addForeign, after, before, findLitter, getState, onScene } from "./scene.js";
import { fingerprintOf, plan, put, readTree, useWorkbench, usual, want, write } from "./workbench.js";

const bench = useWorkbench();
const at = (path: string): string => join(bench.out, path);
const readOut = (path: string): string => readFileSync(at(path), "utf8");

/** Differs between a file and its copy. */
const getIdentity = (path: string): object => {
  const { ino, mtimeMs, mode, size } = lstatSync(path);
  return { ino, mtimeMs, mode, size };
};

const formatLock = (pid: number, host = hostname()): string => `${pid} ${host}\n`;
const deadPid = 2 ** 22 + 1;

describe("what a run does not write", () => {
  it("keeps its bytes, its time and its inode, also in a run that changes other files", async () => {
    await write(bench.out, want(before));
    addForeign(bench.out);
    const kept = ["notes.txt", "types/mine.ts", "types/deep/a.ts", "validators/same.ts"].map(at);
    for (const path of kept) utimesSync(path, 1_000_000_000, 1_000_000_000);
    chmodSync(at("types/mine.ts"), 0o640);
    chmodSync(at("empty"), 0o555);
    const all = [...kept, at("nowhere")].map(getIdentity);
    expect((await write(bench.out, want(after))).ok).toBe(true);
    expect([...kept, at("nowhere")].map(getIdentity)).toEqual(all);
    expect(readlinkSync(at("nowhere"))).toBe("/nowhere/at/all");
    expect(statSync(at("empty")).mode & 0o777).toBe(0o555);
    chmodSync(at("empty"), 0o755);
  });

  it("keeps its folders when nothing differs", async () => {
    await write(bench.out, want(before));
    const folders = [bench.root, bench.out, at("types")];
    const found = folders.map(getIdentity);
    expect((await write(bench.out, want(before))).ok).toBe(true);
    expect(folders.map(getIdentity)).toEqual(found);
  });

  it("keeps the old text under another name of one of our files", async () => {
    await write(bench.out, want(before));
    linkSync(at("types/index.ts"), join(bench.root, "other-name.ts"));
    expect((await write(bench.out, want(after))).ok).toBe(true);
    expect(readFileSync(join(bench.root, "other-name.ts"), "utf8")).toBe("export {};\n");
    expect(readOut("types/index.ts")).toBe("export type A = 1;\n");
  });
});

it("an output folder may be a link to a folder, and stays one", async () => {
  mkdirSync(join(bench.root, "real"));
  symlinkSync("real", bench.out);
  await write(bench.out, want(before));
  expect((await write(bench.out, want(after))).ok).toBe(true);
  expect(readlinkSync(bench.out)).toBe("real");
  expect(readFileSync(join(bench.root, "real/types/index.ts"), "utf8")).toBe("export type A = 1;\n");
});

describe("the lock of a run", () => {
  // Years before and after today, so that no clock matters.
  const [old, fresh] = [new Date("2001-01-01"), new Date("2101-01-01")];

  it.each([
    { owner: "a process that ended", text: formatLock(deadPid), made: fresh, isTaken: true },
    {
      owner: "an earlier process with our number",
      text: formatLock(process.pid),
      made: fresh,
      isTaken: true,
    },
    { owner: "a running process", text: formatLock(process.ppid), made: fresh, isTaken: false },
    { owner: "a process before a restart", text: formatLock(process.ppid), made: old, isTaken: true },
    { owner: "another machine, just now", text: formatLock(1, "elsewhere"), made: fresh, isTaken: false },
    { owner: "another machine, long ago", text: formatLock(1, "elsewhere"), made: old, isTaken: true },
    { owner: "an unknown process, just now", text: "", made: fresh, isTaken: false },
    { owner: "an unknown process, long ago", text: "nonsense", made: old, isTaken: true },
  ])("of $owner is taken: $isTaken", async ({ text, made, isTaken }) => {
    put(at(".mplus-codegen-lock"), text);
    utimesSync(at(".mplus-codegen-lock"), made, made);
    expect((await write(bench.out, want(before))).ok).toBe(isTaken);
    expect(findLitter(bench)).toEqual(isTaken ? [] : ["out/.mplus-codegen-lock"]);
  });

  it("is removed when the disk is full, and does not keep the next run out", () =>
    onScene(async (scene) => {
      const full = await scene.act({ kind: "ENOSPC", only: "writeFileSync", at: 1 });
      expect([full.stderr, getState(scene), findLitter(scene)]).toEqual([
        expect.stringMatching(/cannot be written: the disk is full\.\n$/),
        "old",
        [],
      ]);
      expect((await scene.act()).stderr).toBe("");
      expect(getState(scene)).toBe("new");
    }));
});

describe("the files of a run that was killed", () => {
  /** Leaves the stamp of a run that was killed while moving files, with the fingerprints of these texts. */
  const leave = (files: Readonly<Record<string, readonly string[]>>): void => {
    put(at(".mplus-codegen-lock"), formatLock(deadPid));
    put(at(".mplus-codegen-new/types/index.ts"), "half a fi");
    const written: Record<string, string> = {};
    for (const [path, texts] of Object.entries(files))
      written[path] = texts.map((text) => fingerprintOf(path, text)).join(" ");
    const types = { ...usual, tool: "1.0.0", files: written };
    put(at("stamp.json"), JSON.stringify({ targets: { types } }));
  };

  it("are ours: the next run changes or deletes them, whatever it wants", async () => {
    await write(bench.out, want(before));
    put(at("types/index.ts"), "half way\n");
    put(at("types/more.ts"), "half way\n");
    leave({
      "types/index.ts": ["export {};\n", "half way\n"],
      "types/more.ts": ["half way\n"],
      "types/deep/a.ts": ["const a = 1;\n", "half way\n"],
      "types/gone/b.ts": ["old\n"],
    });
    expect((await write(bench.out, want(before))).ok).toBe(true);
    expect(readTree(bench.out)).not.toHaveProperty("types/more.ts");
    expect(readOut("types/index.ts")).toBe("export {};\n");
    expect(readOut("stamp.json")).not.toMatch(/"[0-9a-f.]+ /);
    expect(findLitter(bench)).toEqual([]);
  });

  it("are the user's if they were edited since", async () => {
    await write(bench.out, want(before));
    put(at("types/index.ts"), "edited\n");
    leave({ "types/index.ts": ["export {};\n", "half way\n"] });
    expect((await write(bench.out, want({ types: { "index.ts": "new\n" } }))).ok).toBe(false);
    expect(readOut("types/index.ts")).toBe("edited\n");
  });
});

describe("a folder without a stamp", () => {
  it.each([
    ...[".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store", "types/mine.ts"],
    ...["package.json", "package-lock.json", "node_modules/x", "pnpm-lock.yaml", "yarn.lock", ".yarn/x"],
  ])("is used if it has only %s", async (name) => {
    put(at(name), "");
    expect((await write(bench.out, want(before))).ok).toBe(true);
    expect(existsSync(at(name))).toBe(true);
  });

  it("is not used if it is the root of everything", async () => {
    // Planned only: if this test fails, nothing must be written there.
    const outcome = await plan(realpathSync("/"), want(before));
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(["folder-of-others"]);
  });
});
