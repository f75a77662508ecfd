import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFile } from "../../generator/output/folder.js";
import { put, useWorkbench } from "./workbench.js";

const bench = useWorkbench();

const unknown = (reason: string) => ({ kind: "blocked", reason, isUnknown: true });

describe("what lies at a path of the output", () => {
  it("is its text, or nothing", () => {
    put(join(bench.out, "a/b.ts"), "text\n");
    expect(findFile(bench.out, "a/b.ts")).toEqual({ kind: "file", text: "text\n" });
    expect(findFile(bench.out, "a/c.ts")).toEqual({ kind: "absent" });
    expect(findFile(bench.out, "c/d.ts")).toEqual({ kind: "absent" });
    expect(findFile(join(bench.root, "nowhere"), "a.ts")).toEqual({ kind: "absent" });
  });

  it("is not known where the system would not say, in its own words", () => {
    put(join(bench.root, "file"), "");
    const long = "x".repeat(300);
    expect(findFile(join(bench.root, "file/out"), "a.ts")).toEqual(unknown("it is not a folder"));
    expect(findFile(join(bench.root, long), "a.ts")).toEqual(unknown("its name is too long"));
    expect(findFile(bench.root, `${long}/a.ts`)).toEqual(unknown("its name is too long"));
  });

  it.skipIf(!existsSync("/proc/self/mem"))("is not known where it cannot be read", () => {
    expect(findFile("/proc/self", "mem")).toMatchObject({ kind: "blocked", isUnknown: true });
  });

  it.skipIf(!existsSync("/dev/null"))("is no file where it is a device", () => {
    expect(findFile("/dev", "null")).toEqual({ kind: "blocked", reason: "something else is in the way" });
  });
});
