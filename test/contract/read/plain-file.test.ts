import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withPlainFile } from "../../../generator/contract/read/plain-file.js";

let folder: string;
const path = () => join(folder, "file");

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "plain-file-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const read = () => withPlainFile(path(), (file, size) => [readFileSync(file, "utf8"), size]);

/** The file's type is checked after opening, so an earlier listing does not matter. */
describe("a file that is opened as a plain one", () => {
  it("is handed over with its size", () => {
    writeFileSync(path(), "text");
    expect(read()).toEqual(["text", 4]);
  });

  it.skipIf(process.platform === "win32")("is no link", () => {
    writeFileSync(join(folder, "other"), "secret");
    symlinkSync("other", path());
    expect(read).toThrow("ELOOP");
  });

  it.skipIf(process.platform === "win32")("is no pipe, and nobody waits for its other end", () => {
    execFileSync("mkfifo", [path()]);
    expect(read).toThrow("it is not a regular file");
  });

  it("is no folder", () => {
    expect(() => withPlainFile(folder, () => "")).toThrow("it is a folder");
  });
});
