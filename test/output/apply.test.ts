import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlannedFile } from "../../generator/output/plan.js";
import { applyPlan } from "../../generator/output/apply.js";
import { success } from "../../generator/base/problem/problem.js";
import { fingerprintOf, put, sample, readTree, useWorkbench, usual, want, write } from "./workbench.js";

const bench = useWorkbench();
const { types = {}, validators = {} } = sample;

it("writes the same bytes in whatever order targets and files are asked for", async () => {
  const other = join(bench.root, "other");
  await write(bench.out, want(sample));
  await write(other, want({ validators }));
  await write(other, want({ types: Object.fromEntries(Object.entries(types).reverse()) }));
  expect(readTree(other)).toEqual(readTree(bench.out));
});

it("records in the stamp what it wrote, and nothing that differs from machine to machine", async () => {
  await write(bench.out, want(sample, { maxVersion: "59" }));
  const entry = (files: object) => ({ ...usual, maxVersion: "59", tool: "1.0.0", files });
  expect(JSON.parse(readFileSync(join(bench.out, "stamp.json"), "utf8"))).toEqual({
    targets: {
      types: entry({
        "types/deep/a.ts": fingerprintOf("a.ts", "const a = 1;\n"),
        "types/index.ts": fingerprintOf("a.ts", "export {};\n"),
      }),
      validators: entry({ "validators/index.ts": fingerprintOf("a.ts", "export const b = 2;\n") }),
    },
  });
});

describe("a stamp before December 2026, which has one longer hash for each file", () => {
  const putOld = (text: string): void => {
    const stamped = createHash("sha256").update("exporttypeA=1").digest("hex").slice(0, 32);
    put(join(bench.out, "types/index.ts"), text);
    const files = { "types/index.ts": stamped };
    put(
      join(bench.out, "stamp.json"),
      JSON.stringify({ targets: { types: { ...usual, tool: "1.0.0", files } } }),
    );
  };
  const next = want({ types: { "index.ts": "export type A = 2;\n" } });

  it.each(["export type A = 1;\n", "export type A =\n  | 1"])("has its files replaced: %j", async (text) => {
    putOld(text);
    expect((await write(bench.out, next)).ok).toBe(true);
    expect(readTree(bench.out)["types/index.ts"]).toBe("export type A = 2;\n");
  });

  it("keeps those that were edited", async () => {
    putOld("export type A = 1 | 3;\n");
    expect((await write(bench.out, next)).ok).toBe(false);
    expect(readTree(bench.out)["types/index.ts"]).toBe("export type A = 1 | 3;\n");
  });
});

describe("a run that fails half way", () => {
  const planned = (action: PlannedFile["action"], path: string, content?: string): PlannedFile => ({
    path,
    target: "types",
    action,
    content,
  });
  const stamp = planned("change", "stamp.json", "{}");
  const sound = [
    planned("change", "types/index.ts", "changed"),
    planned("delete", "types/deep/a.ts"),
    planned("create", "brand/new/folder/a.ts", "new"),
  ];
  const gone = planned("delete", "types/gone.ts");

  it.each([
    { why: "a folder is in the way", files: [...sound, planned("create", "types/blocked.ts", "x")] },
    { why: "a file is in the way", files: [...sound, planned("create", "notes.txt/a.ts", "x")] },
    { why: "a file to change is gone", files: [...sound, planned("change", "types/gone.ts", "x")] },
    { why: "its first step fails", files: [gone, ...sound] },
  ])("because $why leaves the folder as it was", async ({ files }) => {
    await write(bench.out, want(sample));
    put(join(bench.out, "notes.txt"), "mine\n");
    mkdirSync(join(bench.out, "types/blocked.ts"));
    const before = readTree(bench.root);
    const outcome = await applyPlan(bench.out, () => Promise.resolve(success({ files, stamp })));
    const [problem] = outcome.ok ? [] : outcome.problems;
    expect(problem?.code).toBe("output-unwritable");
    expect(problem?.message.startsWith(`${bench.out} cannot be written: `)).toBe(true);
    expect(readTree(bench.root)).toEqual(before);
  });

  it("removes the folders that it made", async () => {
    const out = join(bench.root, "a/b/out");
    expect((await applyPlan(out, () => Promise.resolve(success({ files: [gone], stamp })))).ok).toBe(false);
    expect(readTree(bench.root)).toEqual({});
  });
});

describe("a stamp that somebody else wrote", () => {
  it.each([
    ...["../victim.txt", "types/../../victim.txt", "types/../types/../../victim.txt", "/etc/hostname"],
    ...["types/..", "types", "", "validators/index.ts", "nul\u0000byte", "__proto__"],
  ])("does not make the tool delete %j", async (path) => {
    await write(bench.out, want(sample));
    put(join(bench.root, "victim.txt"), "victim\n");
    const files = { [path]: fingerprintOf(path, "victim\n") };
    put(
      join(bench.out, "stamp.json"),
      JSON.stringify({ targets: { types: { ...usual, tool: "1.0.0", files } } }),
    );
    expect((await write(bench.out, want({ types }))).ok).toBe(true);
    expect(readTree(bench.root)).toMatchObject({
      "victim.txt": "victim\n",
      "out/types/index.ts": "export {};\n",
      "out/types/deep/a.ts": "const a = 1;\n",
      "out/validators/index.ts": "export const b = 2;\n",
    });
  });
});
