import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSources } from "../../../generator/cli/commands/drift.js";
import { runCommand } from "../../workbench/command.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sources-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text = path): string => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
};

const open = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names
      .flatMap((name) => openSources(join(folder, name)))
      .map(({ file, read }) => [file.replaceAll(folder, ""), Buffer.from(read(1e6) ?? []).toString()]),
  );

describe("sources", () => {
  it("are read from files of any name, and whole", () => {
    put("page.md");
    put("notes", "x".repeat(200_000));
    put("empty.txt", "");
    expect(open("page.md", "notes", "empty.txt")).toEqual({
      "/page.md": "page.md",
      "/notes": "x".repeat(200_000),
      "/empty.txt": "",
    });
  });

  it("are the files of a folder, in the order of their names, but not hidden ones and those in folders of it", () => {
    for (const name of ["pages/b.HTML", "pages/a.md", "pages/inside/d.md", "pages/.DS_Store"]) put(name);
    expect(Object.keys(open("pages"))).toEqual(["/pages/a.md", "/pages/b.HTML"]);
  });

  it("are all named that cannot be read: what is not there, what no reader knows, and a folder without any", async () => {
    put("a.md");
    put("pages/c.png");
    mkdirSync(join(folder, "empty"));
    const names = ["no.md", "a.md", "neither/x.md", "pages", "empty"].map((name) => join(folder, name));
    const { code, stdout } = await runCommand(["drift", ...names, "--json"]);
    const { problems } = JSON.parse(stdout) as { problems: { message: string; place: { file: string } }[] };
    expect(code).toBe(2);
    expect(problems.map(({ message, place }) => `${place.file.replace(folder, "")}: ${message}`)).toEqual([
      "/no.md: This file cannot be read: it does not exist.",
      "/neither/x.md: This file cannot be read: it does not exist.",
      "/pages/c.png: The kind of this source is unknown.",
      "/empty: This file cannot be read: it is a folder.",
    ]);
  });

  it("may be links if they are named, and not if they lie in a folder", () => {
    put("secret.md");
    mkdirSync(join(folder, "pages"));
    put("pages/a.md");
    symlinkSync("../secret.md", join(folder, "pages/link.md"));
    expect(open("pages/link.md")).toEqual({ "/pages/link.md": "secret.md" });
    expect(Object.keys(open("pages"))).toEqual(["/pages/a.md"]);
  });

  it("are no pipes, and nobody waits for the other end", () => {
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    expect(() => open("pipe.md")).toThrow("it is not a regular file");
  });
});
