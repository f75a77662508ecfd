import { mkdirSync, symlinkSync } from "node:fs";
import { basename, dirname, join, parse } from "node:path";
import { describe, expect, it } from "vitest";
import { getErrorCode } from "../../generator/problem/system-error.js";
import { removeFolderIfEmpty } from "../../generator/write/folders.js";
import { locateOutput, refuseDanglingLink } from "../../generator/write/location.js";
import { catchError } from "../workbench/thrown-by.js";
import { useWorkbench } from "./workbench.js";

const bench = useWorkbench();

/** Beside the folder that we stand in, whose name may be of one letter. */
const beginning = join(dirname(process.cwd()), basename(process.cwd()).slice(0, -1) || "y");

describe("the place of an output folder", () => {
  it("is beside the folder, whether that is there or not", () => {
    const place = { out: bench.out, workFolder: bench.root, prefix: ".out.mplus-codegen-", isMovable: true };
    expect(locateOutput(bench.out)).toEqual(place);
    mkdirSync(bench.out);
    expect(locateOutput(bench.out)).toEqual(place);
  });

  it("is in the folder where there is nothing above it", () => {
    const { root: out } = parse(process.cwd());
    const place = { out, workFolder: out, prefix: ".mplus-codegen-", isMovable: false };
    expect(locateOutput(out)).toEqual(place);
  });

  it.each([
    { name: "that we stand in", path: process.cwd(), isMovable: false },
    { name: "above it", path: dirname(process.cwd()), isMovable: false },
    { name: "below it", path: join(process.cwd(), "below"), isMovable: true },
    { name: "whose name begins alike", path: `${process.cwd()}2`, isMovable: true },
    { name: "whose name is the beginning", path: beginning, isMovable: true },
  ])("is that of a folder that may be moved, if not one $name: $isMovable", ({ path, isMovable }) => {
    expect(locateOutput(path).isMovable).toBe(isMovable);
  });

  it.each([
    { length: 150, want: /^x{150}$/ },
    { length: 151, want: /^[0-9a-f]{32}$/ },
  ])("has names that fit on a disk, where the folder's has $length bytes", ({ length, want }) => {
    const { prefix } = locateOutput(join(bench.root, "x".repeat(length)));
    const [, name = "", rest] = /^\.(.*)(\.mplus-codegen-)$/.exec(prefix) ?? [];
    expect(name).toMatch(want);
    expect(rest).toBe(".mplus-codegen-");
  });

  it("passes on what the system says against it, where that is not that nothing is there", () => {
    symlinkSync(basename(bench.out), bench.out);
    expect(getErrorCode(catchError(() => refuseDanglingLink(bench.out)))).toBe("ELOOP");
    expect(() => removeFolderIfEmpty(join(bench.root, "x".repeat(300)))).toThrow("ENAMETOOLONG");
  });
});
