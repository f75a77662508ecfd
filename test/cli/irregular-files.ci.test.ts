import { existsSync, lstatSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryCases, putEntry, secretLine } from "../contract/lint/broken-specs/entries.js";
import { inSmallProject, type Project } from "../workbench/project.js";

/** Calls without their last argument, the folder of the spec. All readers share one function. */
const calls = [
  "lint --spec",
  "release 14 --summary More. --spec",
  "init express --events scanCode --dir out --spec",
  "--target types --out out --spec",
];
const release = "release 14 --summary More. --spec";

const inProject = (use: (paths: (name: string) => string, call: Call) => Promise<void>) =>
  inSmallProject(async (project) => {
    project.put("outside.txt", `${secretLine}\n`);
    const call = (line: string, folder = "spec") => project.call(...line.split(" "), folder);
    await use((name) => join(project.folder, name), call);
    expect(project.read("outside.txt")).toBe(`${secretLine}\n`);
  });

type Call = (line: string, folder?: string) => ReturnType<Project["call"]>;

describe("a spec with what is no file of its own is refused", () => {
  describe.each(calls)("by %s:", (line) => {
    it.each(entryCases)("$name", async (entry) => {
      await inProject(async (path, call) => {
        putEntry(entry, path("spec"), path("outside.txt"));
        const { code, stdout, stderr } = await call(line);
        const said = stdout + stderr;
        expect(code).toBe(2);
        expect(said.match(/irregular-file/g)).toHaveLength(1);
        expect(said).toContain(entry.at);
        expect(said).toContain(entry.want.message);
        expect(said).not.toContain(secretLine.slice(0, 7));
        expect(existsSync(path("out"))).toBe(false);
      });
    });
  });

  it.each(entryCases)("as an addition: $name", async (entry) => {
    await inProject(async (path, call) => {
      putEntry(entry, path("mplus-spec"), path("outside.txt"));
      const { code, stderr } = await call("lint --spec spec --additions", "mplus-spec");
      expect(code).toBe(2);
      expect(stderr).toContain(`mplus-spec/${entry.at}`);
      expect(stderr).toContain(entry.want.message);
      expect(stderr).not.toContain(secretLine.slice(0, 7));
    });
  });

  it("also where the file that a release goes to is reached by a link", async () => {
    await inProject(async (path, call) => {
      renameSync(path("spec/releases.json"), path("real"));
      symlinkSync(path("real"), path("spec/releases.json"));
      const before = readFileSync(path("real"), "utf8");
      expect((await call(release)).code).toBe(2);
      expect(readFileSync(path("real"), "utf8")).toBe(before);
      expect(lstatSync(path("spec/releases.json")).isSymbolicLink()).toBe(true);
    });
  });

  it.each(calls)("but not for a link to the whole folder by %s", async (line) => {
    await inProject(async (path, call) => {
      renameSync(path("spec"), path("real"));
      symlinkSync("real", path("spec"));
      expect((await call(line)).stderr).toBe("");
    });
  });
});
