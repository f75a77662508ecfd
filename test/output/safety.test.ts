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
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashContent } from "../../generator/output/layout.js";
import { formatLock } from "./refusals.js";
import { addForeign, after, before, findLitter, getState, onScene } from "./scene.js";
import { plan, put, readTree, useWorkbench, want, write } from "./workbench.js";

const bench = useWorkbench();

/** Differs between a file and its copy. */
const getIdentity = (path: string): object => {
  const { ino, mtimeMs, mode, size } = lstatSync(path);
  return { ino, mtimeMs, mode, size };
};

const beside = (): string[] => readdirSync(bench.root).filter((name) => name !== "out");

const deadPid = 2 ** 22 + 1;

describe("what a run does not write", () => {
  it("keeps its bytes, its time and its inode, also in a run that changes other files", async () => {
    await write(bench.out, want(before));
    addForeign(bench.out);
    const kept = ["notes.txt", "types/mine.ts", "types/deep/a.ts", "validators/same.ts"];
    for (const path of kept) utimesSync(join(bench.out, path), 1_000_000_000, 1_000_000_000);
    chmodSync(join(bench.out, "types/mine.ts"), 0o640);
    chmodSync(join(bench.out, "empty"), 0o555);
    const all = [...kept.map((path) => getIdentity(join(bench.out, path)))];
    const link = lstatSync(join(bench.out, "nowhere")).mtimeMs;
    expect((await write(bench.out, want(after))).ok).toBe(true);
    expect(kept.map((path) => getIdentity(join(bench.out, path)))).toEqual(all);
    expect(readlinkSync(join(bench.out, "nowhere"))).toBe("/nowhere/at/all");
    expect(Math.abs(lstatSync(join(bench.out, "nowhere")).mtimeMs - link)).toBeLessThan(1);
    expect(statSync(join(bench.out, "empty")).mode & 0o777).toBe(0o555);
    chmodSync(join(bench.out, "empty"), 0o755);
    expect(beside()).toEqual([]);
  });

  it("is not swapped where nothing differs", async () => {
    await write(bench.out, want(before));
    const found = [getIdentity(bench.root), getIdentity(bench.out), getIdentity(join(bench.out, "types"))];
    expect((await write(bench.out, want(before))).ok).toBe(true);
    expect([getIdentity(bench.root), getIdentity(bench.out), getIdentity(join(bench.out, "types"))]).toEqual(
      found,
    );
  });

  it("keeps the old text under another name of one of our files", async () => {
    await write(bench.out, want(before));
    linkSync(join(bench.out, "types/index.ts"), join(bench.root, "other-name.ts"));
    expect((await write(bench.out, want(after))).ok).toBe(true);
    expect(readFileSync(join(bench.root, "other-name.ts"), "utf8")).toBe("export {};\n");
    expect(readFileSync(join(bench.out, "types/index.ts"), "utf8")).toBe("export type A = 1;\n");
  });
});

describe("the output folder", () => {
  it("may be a link to a folder, and stays one", async () => {
    mkdirSync(join(bench.root, "real"));
    symlinkSync("real", bench.out);
    await write(bench.out, want(before));
    expect((await write(bench.out, want(after))).ok).toBe(true);
    expect(readlinkSync(bench.out)).toBe("real");
    expect(readFileSync(join(bench.root, "real/types/index.ts"), "utf8")).toBe("export type A = 1;\n");
    expect(beside()).toEqual(["real"]);
  });

  it.each([{ name: "\u4e2d".repeat(85) }, { name: "a b'\"$(c)\n*[d]" }, { name: ".hidden" }])(
    "may have any name: $name",
    async ({ name }) => {
      const out = join(bench.root, name);
      await write(out, want(before));
      expect((await write(out, want(after))).ok).toBe(true);
      expect(readdirSync(bench.root)).toEqual([name]);
    },
  );
});

describe("the lock of a run", () => {
  // Years before and after today, so that no clock matters.
  const [old, fresh] = [new Date("2001-01-01"), new Date("2101-01-01")];

  it.each([
    { name: "a process that ended", text: formatLock(deadPid), made: fresh, isTaken: true },
    { name: "an earlier process of our number", text: formatLock(process.pid), made: fresh, isTaken: true },
    { name: "a process that lives", text: formatLock(process.ppid), made: fresh, isTaken: false },
    {
      name: "a process of before the machine was started",
      text: formatLock(process.ppid),
      made: old,
      isTaken: true,
    },
    { name: "another machine, just now", text: formatLock(1, "elsewhere"), made: fresh, isTaken: false },
    { name: "another machine, long ago", text: formatLock(1, "elsewhere"), made: old, isTaken: true },
    { name: "nobody can tell whom, just now", text: "", made: fresh, isTaken: false },
    { name: "nobody can tell whom, long ago", text: "nonsense", made: old, isTaken: true },
  ])("that names $name", async ({ text, made, isTaken }) => {
    const lock = join(bench.out, ".mplus-codegen-lock");
    put(lock, text);
    utimesSync(lock, made, made);
    expect((await write(bench.out, want(before))).ok).toBe(isTaken);
    expect(findLitter(bench)).toEqual(isTaken ? [] : ["out/.mplus-codegen-lock"]);
  });
});

it("a lock that finds no room on the disk goes again, and does not keep the next run out", () =>
  onScene("our code", async (scene) => {
    const full = await scene.act({ kind: "ENOSPC", only: "writeFileSync", at: 1 });
    expect([full.stderr, getState(scene), findLitter(scene)]).toEqual([
      expect.stringMatching(/cannot be written: the disk is full\.\n$/),
      "old",
      [],
    ]);
    expect((await scene.act()).stderr).toBe("");
    expect(getState(scene)).toBe("new");
  }));

describe("what stands in the place of the lock", () => {
  it.each([
    {
      name: "a link to nowhere",
      put: (path: string) => symlinkSync("/nowhere/at/all", path),
      what: "a symbolic link",
    },
    {
      name: "a link to a file",
      put: (path: string) => symlinkSync("../victim.txt", path),
      what: "a symbolic link",
    },
    { name: "a folder", put: (path: string) => mkdirSync(path), what: "a folder" },
  ])("is told, and touched as little as all else: $name", async ({ put: place, what }) => {
    await write(bench.out, want(before));
    put(join(bench.root, "victim.txt"), "victim\n");
    place(join(bench.out, ".mplus-codegen-lock"));
    const outcome = await write(bench.out, want(after));
    expect(outcome.ok ? "" : outcome.problems[0]?.message).toContain(
      `cannot be written: .mplus-codegen-lock: ${what} is in the way.`,
    );
    expect(readFileSync(join(bench.root, "victim.txt"), "utf8")).toBe("victim\n");
    expect(readFileSync(join(bench.out, "types/index.ts"), "utf8")).toBe("export {};\n");
  });

  it("leaves files whose names only begin like it", async () => {
    put(join(bench.out, ".mplus-codegen-lock-my-notes.txt"), "mine\n");
    await write(bench.out, want({ types: {} }));
    expect(readTree(bench.out)).not.toHaveProperty("types/index.ts");
    await write(bench.out, want(before));
    expect(existsSync(join(bench.out, ".mplus-codegen-lock-my-notes.txt"))).toBe(true);
  });
});

describe("what a run left that was killed", () => {
  const listed = { minVersion: "48", responses: "safe", importExtension: "js", tool: "1.0.0" };
  /** Leaves the stamp of a run that was killed while moving files, with the hashes of these texts. */
  const leave = (files: Readonly<Record<string, readonly string[]>>): void => {
    put(join(bench.out, ".mplus-codegen-lock"), formatLock(deadPid));
    put(join(bench.out, ".mplus-codegen-new/types/index.ts"), "half a fi");
    const hashes = Object.entries(files).map(([path, texts]) => [
      path,
      texts.map((text) => hashContent(path, text)).join(" "),
    ]);
    const types = { ...listed, files: Object.fromEntries(hashes) as object };
    put(join(bench.out, "stamp.json"), JSON.stringify({ targets: { types } }));
  };

  it("is ours: what it wrote is changed or deleted, whatever the next run wants, and its temporary files go", async () => {
    await write(bench.out, want(before));
    put(join(bench.out, "types/index.ts"), "half way\n");
    put(join(bench.out, "types/more.ts"), "half way\n");
    leave({
      "types/index.ts": ["export {};\n", "half way\n"],
      "types/more.ts": ["half way\n"],
      "types/deep/a.ts": ["const a = 1;\n", "half way\n"],
      "types/gone/b.ts": ["old\n"],
    });
    expect((await write(bench.out, want(before))).ok).toBe(true);
    expect(readTree(bench.out)).not.toHaveProperty("types/more.ts");
    expect(readFileSync(join(bench.out, "types/index.ts"), "utf8")).toBe("export {};\n");
    expect(readFileSync(join(bench.out, "stamp.json"), "utf8")).not.toMatch(/"[0-9a-f]+ /);
    expect(findLitter(bench)).toEqual([]);
  });

  it("is the user's where it was edited since", async () => {
    await write(bench.out, want(before));
    put(join(bench.out, "types/index.ts"), "edited\n");
    leave({ "types/index.ts": ["export {};\n", "half way\n"] });
    expect((await write(bench.out, want({ types: { "index.ts": "new\n" } }))).ok).toBe(false);
    expect(readFileSync(join(bench.out, "types/index.ts"), "utf8")).toBe("edited\n");
  });
});

describe("a folder without a stamp", () => {
  it.each([
    ...[".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store", "types/mine.ts"],
    ...["package.json", "package-lock.json", "node_modules/x", "pnpm-lock.yaml", "yarn.lock", ".yarn/x"],
  ])(
    "is taken where it has only what is no output of anybody, or folders of what is asked for: %s",
    async (name) => {
      put(join(bench.out, name), "");
      expect((await write(bench.out, want(before))).ok).toBe(true);
      expect(existsSync(join(bench.out, name))).toBe(true);
    },
  );

  it("is not taken where it is the root of everything", () => {
    // Planned only: if this test fails, nothing must be written there.
    const outcome = plan(realpathSync("/"), want(before));
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(["folder-of-others"]);
  });
});
