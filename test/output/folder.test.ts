import { join } from "node:path";
import { expect, it } from "vitest";
import { findFile } from "../../generator/output/folder.js";
import { put, useWorkbench } from "./workbench.js";

const bench = useWorkbench();

it("finds the text of a file, or nothing", () => {
  put(join(bench.out, "a/b.ts"), "text\n");
  expect(findFile(bench.out, "a/b.ts")).toEqual({ kind: "file", text: "text\n" });
  expect(findFile(bench.out, "a/c.ts")).toEqual({ kind: "absent" });
  expect(findFile(bench.out, "c/d.ts")).toEqual({ kind: "absent" });
  expect(findFile(join(bench.root, "nowhere"), "a.ts")).toEqual({ kind: "absent" });
});

it("repeats why the system does not say what lies at a path", () => {
  const unknown = (reason: string) => ({ kind: "blocked", reason, isUnknown: true });
  put(join(bench.root, "file"), "");
  expect(findFile(join(bench.root, "file/out"), "a.ts")).toEqual(unknown("it is not a folder"));
  expect(findFile(bench.root, `${"x".repeat(300)}/a.ts`)).toEqual(unknown("its name is too long"));
  expect(findFile("/proc/self", "mem")).toMatchObject({ kind: "blocked", isUnknown: true });
  expect(findFile("/dev", "null")).toEqual({ kind: "blocked", reason: "something else is in the way" });
});
