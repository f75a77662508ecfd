import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { entryCases, putEntry, secretLine } from "../cases/broken-specs/entries.js";
import { smallSpec, toSources } from "../spec/small-spec.js";

let home: string;
const spec = () => join(home, "spec");
const out = () => join(home, "out");
const outside = () => join(home, "outside.txt");

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "irregular-"));
  writeFileSync(outside(), `${secretLine}\n`);
  for (const { path, text } of toSources(smallSpec)) {
    mkdirSync(dirname(join(spec(), path)), { recursive: true });
    writeFileSync(join(spec(), path), text);
  }
});
afterEach(() => rmSync(home, { recursive: true }));

/** Every call that reads a spec; the folder follows. */
const calls = [
  ["lint", "--spec"],
  ["lint", "--json", "--spec"],
  ["versions", "--spec"],
  ["explain", "scanCode", "--spec"],
  ["diff", "10", "11", "--spec"],
  ["diff", "--spec-from"],
  ["release", "14", "--summary", "More.", "--spec"],
  ["init", "express", "--events", "scanCode", "--dir", "OUT", "--spec"],
  ["--target", "types", "--out", "OUT", "--spec"],
  ["--target", "types", "--out", "OUT", "--check", "--spec"],
  ["--target", "types", "--out", "OUT", "--dry-run", "--spec"],
].map((given) => ({ name: given.join(" "), given }));

const call = (given: readonly string[]) =>
  runCommand([...given.map((word) => (word === "OUT" ? out() : word)), spec()]);

describe.skipIf(process.platform === "win32")("a spec with what is no file of its own is refused", () => {
  describe.each(calls)("by $name:", ({ given }) => {
    it.each(entryCases)("$name", async (entry) => {
      putEntry(entry, spec(), outside());
      const { code, stdout, stderr } = await call(given);
      const said = stdout + stderr;
      expect(code).toBe(2);
      expect(said.match(/irregular-file/g)).toHaveLength(1);
      expect(said).toContain(entry.at);
      expect(said).toContain(entry.want.message);
      expect(said).not.toContain(secretLine.slice(0, 7));
      expect(existsSync(out())).toBe(false);
      expect(readFileSync(outside(), "utf8")).toBe(`${secretLine}\n`);
    });
  });

  it("also where the file that a release goes to is reached by a link", async () => {
    const real = join(home, "releases.json");
    renameSync(join(spec(), "releases.json"), real);
    symlinkSync(real, join(spec(), "releases.json"));
    const before = readFileSync(real, "utf8");
    expect((await call(["release", "14", "--summary", "More.", "--spec"])).code).toBe(2);
    expect(readFileSync(real, "utf8")).toBe(before);
    expect(lstatSync(join(spec(), "releases.json")).isSymbolicLink()).toBe(true);
  });

  it("and a release is written into no file that has another name elsewhere", async () => {
    linkSync(outside(), join(spec(), "releases.json.new"));
    expect((await call(["release", "14", "--summary", "More.", "--spec"])).code).toBe(0);
    expect(readFileSync(outside(), "utf8")).toBe(`${secretLine}\n`);
  });

  it.each(calls)("but not for a link to the whole folder by $name", async ({ given }) => {
    renameSync(spec(), join(home, "real"));
    symlinkSync("real", spec());
    expect((await call(given)).stderr).toBe("");
  });
});
