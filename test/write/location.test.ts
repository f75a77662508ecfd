import { mkdirSync, readlinkSync, symlinkSync } from "node:fs";
import { basename, dirname, join, parse, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { getErrorCode } from "../../generator/problem/system-error.js";
import { exists, isNotFound } from "../../generator/write/file-system.js";
import { locateOutput, refuseDanglingLink } from "../../generator/write/location.js";
import { catchError } from "../workbench/thrown-by.js";
import { put, useWorkbench } from "./workbench.js";

const bench = useWorkbench();

/** Beside the folder that we stand in, whose name may be of one letter. */
const beginning = join(dirname(process.cwd()), basename(process.cwd()).slice(0, -1) || "y");

const tooLong = "x".repeat(300);

describe("the place of an output folder", () => {
  it("is beside the folder, whether that is there or not", () => {
    const place = { out: bench.out, workFolder: bench.root, prefix: ".out.mplus-codegen-", isMovable: true };
    expect(locateOutput(bench.out)).toEqual(place);
    mkdirSync(bench.out);
    expect(locateOutput(bench.out)).toEqual(place);
  });

  it("is in the folder where there is nothing above it", () => {
    const { root } = parse(process.cwd());
    expect(locateOutput(root)).toEqual({
      out: root,
      workFolder: root,
      prefix: ".mplus-codegen-",
      isMovable: false,
    });
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
    { length: 150, want: "x".repeat(150) },
    { length: 151, want: /^[0-9a-f]{32}$/ },
  ])("has names that fit on a disk, where the folder's has $length bytes", ({ length, want }) => {
    const { prefix } = locateOutput(join(bench.root, "x".repeat(length)));
    const [, name = "", rest] = /^\.(.*)(\.mplus-codegen-)$/.exec(prefix) ?? [];
    if (typeof want === "string") expect(name).toBe(want);
    else expect(name).toMatch(want);
    expect(rest).toBe(".mplus-codegen-");
  });

  it("is where a link leads that leads nowhere", () => {
    symlinkSync("real", bench.out);
    expect(locateOutput(bench.out).out).toBe(join(bench.root, "real"));
    expect(readlinkSync(bench.out)).toBe("real");
  });

  it.each([
    { name: "links that go round in a circle", path: "round", code: "ELOOP" },
    { name: "a file for a folder", path: "file/out", code: "ENOTDIR" },
    { name: "a name that is too long", path: tooLong, code: "ENAMETOOLONG" },
  ])("is not looked for further behind $name", ({ path, code }) => {
    symlinkSync("circle", join(bench.root, "round"));
    symlinkSync("round", join(bench.root, "circle"));
    put(join(bench.root, "file"), "");
    expect(getErrorCode(catchError(() => locateOutput(join(bench.root, path))))).toBe(code);
  });
});

describe("what is at a path", () => {
  it("may be a link to nowhere", () => {
    symlinkSync("nowhere", bench.out);
    expect([exists(bench.out), exists(join(bench.root, "nowhere")), exists(bench.root)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("is not guessed where the system does not say", () => {
    put(join(bench.root, "file"), "");
    expect(getErrorCode(catchError(() => exists(join(bench.root, "file/out"))))).toBe("ENOTDIR");
  });

  it("is no link to nowhere, nor below one", () => {
    symlinkSync("nowhere", bench.out);
    const error = catchError(() => refuseDanglingLink(join(bench.out, "a/b")));
    expect(error).toMatchObject({ message: "it is a link to nowhere", cause: { code: "ENOENT" } });
    expect(catchError(() => refuseDanglingLink(join(bench.root, "a/b")))).toBeUndefined();
  });

  it("is refused for the system's reason, where that has another", () => {
    symlinkSync(basename(bench.out), bench.out);
    expect(getErrorCode(catchError(() => refuseDanglingLink(bench.out)))).toBe("ELOOP");
  });
});

describe("a failure", () => {
  const absent = Object.assign(new Error("gone"), { code: "ENOENT" });

  it.each([
    { name: "of the system", error: absent, code: "ENOENT" },
    { name: "without a code", error: new Error("a"), code: "" },
    { name: "that is no error", error: { code: "ENOENT" }, code: "" },
    { name: "that is a text", error: "ENOENT", code: "" },
  ])("$name has the code $code", ({ error, code }) => {
    expect([getErrorCode(error), isNotFound(error)]).toEqual([code, code === "ENOENT"]);
  });

  it("of another kind says nothing of what is there", () => {
    expect(isNotFound(Object.assign(new Error(`a${sep}b`), { code: "EACCES" }))).toBe(false);
  });
});
