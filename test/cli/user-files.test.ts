import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeUserFile } from "../../generator/cli/inputs/user-files.js";

let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "user-files-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ["in a folder that does not exist", "nowhere/releases.json", "it does not exist"],
  ["where a folder is", "taken", "it is a folder"],
])("a file that cannot be written %s ends the command and leaves nothing", (_, name, reason) => {
  mkdirSync(join(folder, "taken"));
  const path = join(folder, name);
  expect(() => writeUserFile(path, "{}")).toThrow(`${path} cannot be written: ${reason}.`);
  expect(readdirSync(folder)).toEqual(["taken"]);
});

it("a file is replaced completely", () => {
  const path = join(folder, "releases.json");
  for (const text of ["a longer text", "text"]) writeUserFile(path, text);
  expect(readFileSync(path, "utf8")).toBe("text");
  expect(readdirSync(folder)).toEqual(["releases.json"]);
});
