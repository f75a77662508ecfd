import { mkdirSync, renameSync, symlinkSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Plan, PlannedFile } from "../../generator/output/plan.js";
import { hashContent } from "../../generator/output/layout.js";
import { applyPlan } from "../../generator/output/apply.js";
import { success } from "../../generator/base/problem/problem.js";
import { changed } from "./refusals.js";
import { fewer, put, sample, readTree, useWorkbench, want, write, type Files } from "./workbench.js";

const bench = useWorkbench();
const { types = {}, validators = {} } = sample;

const laidOut = (files: Files): object =>
  Object.fromEntries(
    Object.entries(files).flatMap(([target, contents]) =>
      Object.entries(contents).map(([name, content]) => [`${target}/${name}`, content]),
    ),
  );

const filesIn = (folder: string): object =>
  Object.fromEntries(
    Object.entries(readTree(folder)).filter(([path]) => !path.endsWith("/") && path !== "stamp.json"),
  );

const planned = (action: PlannedFile["action"], path: string, content?: string): PlannedFile => ({
  path,
  target: "types",
  action,
  ...(content !== undefined && { content }),
});

describe("a run", () => {
  it.each([
    { name: "from nothing", before: undefined, after: sample },
    { name: "that changes everything", before: sample, after: changed },
    { name: "that deletes a folder's only file", before: sample, after: fewer },
    {
      name: "that turns a file into a folder's name, and writes text as it is",
      before: { types: { "a.ts": "" } },
      after: { types: { "a/b.ts": "\u00e9 \u4e2d \ud83d\ude00 \u2028 \r\n\t$& no end of line" } },
    },
  ])("$name leaves exactly what was wanted", async ({ before, after }) => {
    if (before) await write(bench.out, want(before));
    expect((await write(bench.out, want(after))).ok).toBe(true);
    expect(filesIn(bench.out)).toEqual(laidOut(after));
    const folders = Object.keys(readTree(bench.out)).filter((path) => path.endsWith("/"));
    expect(
      folders.filter((path) => !Object.keys(filesIn(bench.out)).some((file) => file.startsWith(path))),
    ).toEqual([]);
    expect(Object.keys(readTree(bench.root)).filter((path) => path.includes(".mplus-codegen"))).toEqual([]);
  });

  it("writes the same bytes as another, whatever the order in which things were asked for", async () => {
    const other = join(bench.root, "other");
    await write(bench.out, want(sample));
    await write(other, want({ validators }));
    await write(other, want({ types: Object.fromEntries(Object.entries(types).reverse()) }));
    expect(readTree(other)).toEqual(readTree(bench.out));
  });

  it("notes what it wrote, and nothing that differs from machine to machine", async () => {
    await write(bench.out, want(sample, { maxVersion: "59" }));
    const settings = { minVersion: "48", maxVersion: "59", responses: "safe", importExtension: "js" };
    const noted = (files: object) => ({ ...settings, tool: "1.0.0", files });
    expect(JSON.parse(readFileSync(join(bench.out, "stamp.json"), "utf8"))).toEqual({
      targets: {
        types: noted({
          "types/deep/a.ts": hashContent("a.ts", "const a = 1;\n"),
          "types/index.ts": hashContent("a.ts", "export {};\n"),
        }),
        validators: noted({ "validators/index.ts": hashContent("a.ts", "export const b = 2;\n") }),
      },
    });
  });
});

describe("a run that fails on the way", () => {
  const failing: readonly { name: string; files: (known: PlannedFile[]) => PlannedFile[] }[] = [
    {
      name: "a folder is in the way",
      files: (known) => [...known, planned("create", "types/blocked.ts", "x")],
    },
    { name: "a file is in the way", files: (known) => [...known, planned("create", "notes.txt/a.ts", "x")] },
    {
      name: "what is to change is gone",
      files: (known) => [...known, planned("change", "types/gone.ts", "x")],
    },
    { name: "its first step fails", files: (known) => [planned("delete", "types/gone.ts"), ...known] },
  ];

  it.each(failing)("because $name leaves the folder as it was", async ({ files }) => {
    await write(bench.out, want(sample));
    put(join(bench.out, "notes.txt"), "mine\n");
    mkdirSync(join(bench.out, "types/blocked.ts"));
    const before = readTree(bench.root);
    const sound = [
      planned("change", "types/index.ts", "changed"),
      planned("delete", "types/deep/a.ts"),
      planned("create", "brand/new/folder/a.ts", "new"),
    ];
    const plan: Plan = { files: files(sound), stamp: planned("change", "stamp.json", "{}") };
    const outcome = await applyPlan(bench.out, () => success(plan));
    const [problem] = outcome.ok ? [] : outcome.problems;
    expect(problem?.code).toBe("output-unwritable");
    expect(problem?.message.startsWith(`${bench.out} cannot be written: `)).toBe(true);
    expect(readTree(bench.root)).toEqual(before);
  });

  it("leaves no folder behind where there was none", async () => {
    const out = join(bench.root, "a/b/out");
    const plan: Plan = {
      files: [planned("delete", "types/gone.ts")],
      stamp: planned("create", "stamp.json", "{}"),
    };
    expect((await applyPlan(out, () => success(plan))).ok).toBe(false);
    expect(readTree(bench.root)).toEqual({});
  });

  it.each([
    { name: "a file is above the folder", path: "file/out", reason: "it is not a folder" },
    { name: "a link to nowhere is the folder", path: "dangling", reason: "it is a broken link" },
    { name: "links go round in a circle", path: "round/out", reason: "" },
    { name: "a name is too long", path: "x".repeat(300), reason: "its name is too long" },
  ])("says so where $name", async ({ path, reason }) => {
    put(join(bench.root, "file"), "mine\n");
    symlinkSync("nowhere", join(bench.root, "dangling"));
    symlinkSync("round", join(bench.root, "round"));
    const before = readTree(bench.root);
    const outcome = await write(join(bench.root, path), want(sample));
    expect(outcome.ok ? "" : outcome.problems[0]?.message).toContain(`cannot be written: ${reason}`);
    expect(readTree(bench.root)).toEqual(before);
  });

  it.runIf(process.platform === "linux")("says so where the system lets nobody make a folder", async () => {
    const outcome = await write("/proc/mplus-codegen/out", want(sample));
    expect(outcome.ok ? [] : outcome.problems.map(({ code }) => code)).toEqual(["output-unwritable"]);
  });
});

describe("a stamp that somebody else wrote", () => {
  const paths = [
    "../victim.txt",
    "types/../../victim.txt",
    "types/../types/../../victim.txt",
    "/etc/hostname",
    "types/..",
    "types",
    "",
    "validators/index.ts",
    "nul\u0000byte",
    "__proto__",
  ];

  it.each(paths)("does not make the tool delete %j", async (path) => {
    await write(bench.out, want(sample));
    put(join(bench.root, "victim.txt"), "victim\n");
    const files = { [path]: hashContent(path, "victim\n") };
    const known = { minVersion: "48", responses: "safe", importExtension: "js", tool: "1.0.0" };
    const stamp = { targets: { types: { ...known, files } } };
    put(join(bench.out, "stamp.json"), JSON.stringify(stamp));
    expect((await write(bench.out, want({ types }))).ok).toBe(true);
    expect(readTree(bench.root)).toMatchObject({
      "victim.txt": "victim\n",
      "out/validators/index.ts": "export const b = 2;\n",
    });
    expect(filesIn(bench.out)).toMatchObject(laidOut({ types }));
  });

  it("does not make the tool delete through a link", async () => {
    await write(bench.out, want(sample));
    renameSync(join(bench.out, "types/deep"), join(bench.root, "victims"));
    symlinkSync(join(bench.root, "victims"), join(bench.out, "types/deep"));
    await write(bench.out, want(fewer));
    expect(readTree(join(bench.root, "victims"))).toEqual({ "a.ts": "const a = 1;\n" });
  });
});
