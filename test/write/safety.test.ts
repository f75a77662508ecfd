import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recoverOutput } from "../../generator/write/apply.js";
import { formatLock } from "./refusals.js";
import { addForeign, after, before, findLitter, getState, onScene } from "./scene.js";
import { plan, put, readTree, useWorkbench, want, write } from "./workbench.js";

const bench = useWorkbench();

/** What tells a file from a copy of it. */
const getIdentity = (path: string): object => {
  const { ino, mtimeMs, mode, size } = lstatSync(path);
  return { ino, mtimeMs, mode, size };
};

const beside = (): string[] => readdirSync(bench.root).filter((name) => name !== "out");

/** A process that has ended. */
const deadPid = 2 ** 22 + 1;

describe("what a run does not write", () => {
  it("keeps its bytes, its time and its inode, also in a run that changes other files", () => {
    write(bench.out, want(before));
    addForeign(bench.out);
    const kept = ["notes.txt", "types/mine.ts", "types/deep/a.ts", "validators/same.ts"];
    for (const path of kept) utimesSync(join(bench.out, path), 1_000_000_000, 1_000_000_000);
    chmodSync(join(bench.out, "types/mine.ts"), 0o640);
    chmodSync(join(bench.out, "empty"), 0o555);
    const all = [...kept.map((path) => getIdentity(join(bench.out, path)))];
    const link = lstatSync(join(bench.out, "nowhere")).mtimeMs;
    expect(write(bench.out, want(after)).ok).toBe(true);
    expect(kept.map((path) => getIdentity(join(bench.out, path)))).toEqual(all);
    expect(readlinkSync(join(bench.out, "nowhere"))).toBe("/nowhere/at/all");
    expect(Math.abs(lstatSync(join(bench.out, "nowhere")).mtimeMs - link)).toBeLessThan(1);
    expect(statSync(join(bench.out, "empty")).mode & 0o777).toBe(0o555);
    chmodSync(join(bench.out, "empty"), 0o755);
    expect(beside()).toEqual([]);
  });

  it("is not swapped where nothing differs", () => {
    write(bench.out, want(before));
    const found = [getIdentity(bench.root), getIdentity(bench.out), getIdentity(join(bench.out, "types"))];
    expect(write(bench.out, want(before)).ok).toBe(true);
    expect([getIdentity(bench.root), getIdentity(bench.out), getIdentity(join(bench.out, "types"))]).toEqual(
      found,
    );
  });

  it("keeps the old text under another name of one of our files", () => {
    write(bench.out, want(before));
    linkSync(join(bench.out, "types/index.ts"), join(bench.root, "other-name.ts"));
    expect(write(bench.out, want(after)).ok).toBe(true);
    expect(readFileSync(join(bench.root, "other-name.ts"), "utf8")).toBe("export {};\n");
    expect(readFileSync(join(bench.out, "types/index.ts"), "utf8")).toBe("export type A = 1;\n");
  });
});

describe("the output folder", () => {
  it("may be a link to a folder, and stays one", () => {
    mkdirSync(join(bench.root, "real"));
    symlinkSync("real", bench.out);
    write(bench.out, want(before));
    expect(write(bench.out, want(after)).ok).toBe(true);
    expect(readlinkSync(bench.out)).toBe("real");
    expect(readFileSync(join(bench.root, "real/types/index.ts"), "utf8")).toBe("export type A = 1;\n");
    expect(beside()).toEqual(["real"]);
  });

  it.each([{ name: "\u4e2d".repeat(85) }, { name: "a b'\"$(c)\n*[d]" }, { name: ".hidden" }])(
    "may have any name: $name",
    ({ name }) => {
      const out = join(bench.root, name);
      write(out, want(before));
      expect(write(out, want(after)).ok).toBe(true);
      expect(readdirSync(bench.root)).toEqual([name]);
    },
  );

  it("stays itself where somebody stands in it", () =>
    onScene("in place", async (scene) => {
      const { ino } = statSync(scene.out);
      expect(await scene.act()).toMatchObject({ code: 0, stderr: "" });
      expect([getState(scene, true), statSync(scene.out).ino, findLitter(scene)]).toEqual(["new", ino, []]);
    }));

  it.each([
    { name: "it cannot be moved to another disk", kind: "EXDEV", call: "renameSync" },
    { name: "it is in use", kind: "EBUSY", call: "renameSync" },
    { name: "the system does not let it be moved", kind: "EPERM", call: "renameSync" },
    { name: "nobody may write to the folder above", kind: "EACCES", call: "accessSync" },
  ])("is written in place where $name", async ({ kind, call }) => {
    const calls = await onScene("swapped", async (scene) => (await scene.act()).calls);
    const at = (call === "renameSync" ? calls.indexOf(call) : calls.lastIndexOf(call)) + 1;
    await onScene("swapped", async (scene) => {
      const { ino } = statSync(scene.out);
      expect(await scene.act({ kind, at })).toMatchObject({ code: 0, stderr: "" });
      expect([getState(scene, true), statSync(scene.out).ino, findLitter(scene)]).toEqual(["new", ino, []]);
    });
  });
});

describe("the lock of a run", () => {
  // Years away on either side of now, so that no clock matters.
  const [old, fresh] = [new Date("2001-01-01"), new Date("2101-01-01")];

  it.each([
    { name: "a process that ended", text: formatLock(deadPid), made: fresh, isTaken: true },
    { name: "an earlier process of our number", text: formatLock(process.pid), made: fresh, isTaken: true },
    { name: "a process that lives", text: formatLock(process.ppid), made: old, isTaken: false },
    { name: "another machine, just now", text: formatLock(1, "elsewhere"), made: fresh, isTaken: false },
    { name: "another machine, long ago", text: formatLock(1, "elsewhere"), made: old, isTaken: true },
    { name: "nobody can tell whom, just now", text: "", made: fresh, isTaken: false },
    { name: "nobody can tell whom, long ago", text: "nonsense", made: old, isTaken: true },
  ])("that names $name", ({ text, made, isTaken }) => {
    const lock = join(bench.root, ".out.mplus-codegen-lock");
    put(lock, text);
    utimesSync(lock, made, made);
    expect(write(bench.out, want(before)).ok).toBe(isTaken);
    expect(beside()).toEqual(isTaken ? [] : [".out.mplus-codegen-lock"]);
  });
});

describe("what a run left that was killed", () => {
  const old = `.out.mplus-codegen-${deadPid}-0123abcd-old`;
  const fresh = `.out.mplus-codegen-${deadPid}-0123abcd-new`;

  it("is put back where the folder is missing, also for a run that only looks", () => {
    write(bench.out, want(before));
    addForeign(bench.out);
    const tree = readTree(bench.out);
    renameSync(bench.out, join(bench.root, old));
    put(join(bench.root, fresh, "types/index.ts"), "new\n");
    expect(recoverOutput(bench.out).ok).toBe(true);
    expect([readTree(bench.out), beside()]).toEqual([tree, []]);
  });

  it("is put back as it was last, where there are two", () => {
    const [first, last] = [old, old.replace("0123", "0000")].map((name) => join(bench.root, name)) as [
      string,
      string,
    ];
    const away = bench.out.replace(/out$/, "away");
    write(bench.out, want(before));
    write(away, want(after));
    const tree = readTree(away);
    renameSync(bench.out, first);
    renameSync(away, last);
    // The clock of a file system may not tell moments from each other.
    while (statSync(last).ctimeMs <= statSync(first).ctimeMs) {
      renameSync(last, away);
      renameSync(away, last);
    }
    expect(recoverOutput(bench.out).ok).toBe(true);
    expect(readTree(bench.out)).toEqual(tree);
  });

  it("is put back where the missing folder was chosen by a link", () => {
    mkdirSync(join(bench.root, "real"));
    symlinkSync("real", bench.out);
    write(bench.out, want(before));
    const tree = readTree(bench.out);
    renameSync(join(bench.root, "real"), join(bench.root, old.replace("out", "real")));
    expect(recoverOutput(bench.out).ok).toBe(true);
    expect([readTree(bench.out), beside()]).toEqual([tree, ["real"]]);
  });

  it("loses nothing that somebody put into the old tree meanwhile", () => {
    write(bench.out, want(before));
    renameSync(bench.out, join(bench.root, old));
    write(bench.out.replace(/out$/, "away"), want(after));
    renameSync(join(bench.root, "away"), bench.out);
    put(join(bench.root, old, "types/later.ts"), "saved just then\n");
    put(join(bench.root, old, "types/index.ts"), "edited just then\n");
    expect(recoverOutput(bench.out).ok).toBe(true);
    expect(readFileSync(join(bench.out, "types/later.ts"), "utf8")).toBe("saved just then\n");
    expect(readFileSync(join(bench.out, "types/index.ts"), "utf8")).toBe("export type A = 1;\n");
    expect(readTree(join(bench.root, old))).toMatchObject({ "types/index.ts": "edited just then\n" });
  });

  it.each([
    ".out.mplus-codegen",
    ".out.mplus-codegen-notes",
    ".out.mplus-codegen-1-old",
    ".out.mplus-codegen-1-0123abcd-old.bak",
    ".out2.mplus-codegen-1-0123abcd-new",
    "out.mplus-codegen-1-0123abcd-new",
  ])("is swept, and %s beside it is not: that is no name of ours", (name) => {
    put(join(bench.root, name, "mine.txt"), "mine\n");
    put(join(bench.root, fresh, "a.ts"), "ours\n");
    symlinkSync("../victim", join(bench.root, fresh, "link"));
    put(join(bench.root, "victim/a.txt"), "victim\n");
    expect(write(bench.out, want(before)).ok).toBe(true);
    expect(beside()).toEqual([name, "victim"]);
    expect(readFileSync(join(bench.root, name, "mine.txt"), "utf8")).toBe("mine\n");
    expect(readFileSync(join(bench.root, "victim/a.txt"), "utf8")).toBe("victim\n");
  });

  it("cannot make the tool move anything outside the folder", () => {
    write(bench.out, want(before));
    put(join(bench.root, "victim.txt"), "victim\n");
    const moves = [{ path: "../victim.txt", action: "create", hash: "x" }];
    const journal = JSON.stringify({ moves, folders: ["../empty"] });
    mkdirSync(join(bench.root, "empty"));
    put(join(bench.out, `.mplus-codegen-${deadPid}-0123abcd-moves/journal.json`), journal);
    expect(recoverOutput(bench.out).ok).toBe(true);
    expect(beside()).toEqual(["empty", "victim.txt"]);
    expect(findLitter({ out: bench.out })).toEqual([]);
  });
});

describe("a folder without a stamp", () => {
  it.each([".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store", "types/mine.ts"])(
    "is taken where it has only what is no output of anybody, or folders of what is asked for: %s",
    (name) => {
      put(join(bench.out, name), "");
      expect(write(bench.out, want(before)).ok).toBe(true);
      expect(existsSync(join(bench.out, name))).toBe(true);
    },
  );

  it("is not taken where it is the root of everything", () => {
    // Only planned: where this fails, nothing is to be written there.
    const outcome = plan(realpathSync("/"), want(before));
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(["folder-of-others"]);
  });
});
