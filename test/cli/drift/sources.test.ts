import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSources } from "../../../generator/cli/commands/drift.js";
import { inProject, type Project } from "../../workbench/project.js";

const open = ({ folder }: Project, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names
      .flatMap((name) => openSources(join(folder, name)))
      .map(({ file, read }) => [file.replaceAll(folder, ""), Buffer.from(read(1e6) ?? []).toString()]),
  );

describe("drift", () => {
  it("reads files of any name, and whole", () =>
    inProject((project) => {
      const texts = { "page.md": "page.md", notes: "x".repeat(200_000), "empty.txt": "" };
      project.putAll(texts);
      const opened = Object.entries(texts).map(([name, text]) => [`/${name}`, text]);
      expect(open(project, ...Object.keys(texts))).toEqual(Object.fromEntries(opened));
    }));

  it("reads the files of a folder in the order of their names, but no hidden ones, links or subfolders", () =>
    inProject((project) => {
      for (const name of ["pages/b.HTML", "pages/a.md", "pages/inside/d.md", "pages/.DS_Store", "secret.md"])
        project.put(name, name);
      symlinkSync("../secret.md", join(project.folder, "pages/link.md"));
      expect(Object.keys(open(project, "pages"))).toEqual(["/pages/a.md", "/pages/b.HTML"]);
      expect(open(project, "pages/link.md")).toEqual({ "/pages/link.md": "secret.md" });
    }));

  it("names all sources that it cannot read", () =>
    inProject(async ({ folder, call, putAll }) => {
      putAll({ "a.md": "", "pages/c.png": "" });
      mkdirSync(join(folder, "empty"));
      const { code, stdout } = await call("drift", "no.md", "a.md", "none/x.md", "pages", "empty", "--json");
      const { problems } = JSON.parse(stdout) as {
        problems: { message: string; place: { file: string } }[];
      };
      expect(code).toBe(2);
      expect(problems.map(({ message, place }) => `${place.file}: ${message}`)).toEqual([
        "no.md: This file cannot be read: it does not exist.",
        "none/x.md: This file cannot be read: it does not exist.",
        "pages/c.png: The kind of this source is unknown.",
        "empty: This file cannot be read: it is a folder.",
      ]);
    }));

  it("reads no pipe, and does not wait for its other end", () =>
    inProject((project) => {
      execFileSync("mkfifo", [join(project.folder, "pipe.md")]);
      expect(() => open(project, "pipe.md")).toThrow("it is not a regular file");
    }));
});
