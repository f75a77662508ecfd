import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foldersAbove, removeEmptied, removeIfEmpty } from "../../generator/write/folders.js";
import { put, treeOf, useWorkbench } from "./workbench.js";

const bench = useWorkbench();

describe("the folders above a path", () => {
  it.each([
    { path: "a/b/c.ts", want: ["a", "a/b"] },
    { path: "c.ts", want: [] },
  ])("are told outmost first: $path", ({ path, want }) => {
    expect(foldersAbove(path)).toEqual(want);
  });
});

describe("folders that lost their files", () => {
  it.each([
    { name: "outmost first", deleted: ["a/x.ts", "a/b/x.ts", "a/b/c/x.ts"] },
    { name: "inmost first", deleted: ["a/b/c/x.ts", "a/b/x.ts", "a/x.ts"] },
    { name: "in no order", deleted: ["a/b/x.ts", "a/x.ts", "a/b/c/x.ts"] },
  ])("are all taken away: $name", ({ deleted }) => {
    put(join(bench.out, "kept/x.ts"), "");
    put(join(bench.out, "a/b/c/x.ts"), "");
    unlinkSync(join(bench.out, "a/b/c/x.ts"));
    removeEmptied(bench.out, deleted);
    expect(Object.keys(treeOf(bench.out))).toEqual(["kept/", "kept/x.ts"]);
  });

  it("stay where something else is in them, and are not missed where they are gone", () => {
    put(join(bench.out, "a/mine.ts"), "");
    put(join(bench.out, "file"), "");
    removeEmptied(bench.out, ["a/x.ts", "a/never/x.ts", "file/x.ts"]);
    expect(Object.keys(treeOf(bench.out))).toEqual(["a/", "a/mine.ts", "file"]);
  });

  it("are told of where the system will not take them away", () => {
    expect(() => removeIfEmpty(join(bench.root, "x".repeat(300)))).toThrow("ENAMETOOLONG");
  });
});
