import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listParentFolders, removeEmptyFolders, removeFolderIfEmpty } from "../../generator/write/folders.js";
import { put, readTree, useWorkbench } from "./workbench.js";

const bench = useWorkbench();

describe("the folders above a path", () => {
  it.each([
    { path: "a/b/c.ts", want: ["a", "a/b"] },
    { path: "c.ts", want: [] },
  ])("are told outmost first: $path", ({ path, want }) => {
    expect(listParentFolders(path)).toEqual(want);
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
    removeEmptyFolders(bench.out, deleted);
    expect(Object.keys(readTree(bench.out))).toEqual(["kept/", "kept/x.ts"]);
  });

  it("stay where something else is in them, and are not missed where they are gone", () => {
    put(join(bench.out, "a/mine.ts"), "");
    put(join(bench.out, "file"), "");
    removeEmptyFolders(bench.out, ["a/x.ts", "a/never/x.ts", "file/x.ts"]);
    expect(Object.keys(readTree(bench.out))).toEqual(["a/", "a/mine.ts", "file"]);
  });

  it("are told of where the system will not take them away", () => {
    expect(() => removeFolderIfEmpty(join(bench.root, "x".repeat(300)))).toThrow("ENAMETOOLONG");
  });
});
