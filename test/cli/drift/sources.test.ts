import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSources } from "../../../generator/cli/commands/drift.js";

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

/** What is opened, by the names that reports have, and what is said of it. */
function open(...names: readonly string[]) {
  const opened = openSources(names.map((name) => join(folder, name)));
  const strip = (text: string): string => text.replaceAll(folder, "");
  const complaints = (opened.ok ? opened.warnings : opened.problems).map(({ message, place }) =>
    strip(`${place ? `${place.file}: ` : ""}${message}`),
  );
  const texts: Record<string, string> = {};
  for (const { file, read } of opened.ok ? opened.value : [])
    texts[strip(file)] = Buffer.from(read(1e6) ?? []).toString();
  return { texts, complaints };
}

const isWindows = process.platform === "win32";

describe("sources", () => {
  it("are read from files of any name, and whole", () => {
    put("page.md");
    put("notes", "x".repeat(200_000));
    put("empty.txt", "");
    expect(open("page.md", "notes", "empty.txt")).toEqual({
      texts: { "/page.md": "page.md", "/notes": "x".repeat(200_000), "/empty.txt": "" },
      complaints: [],
    });
  });

  it("are those of a folder that look like some, in the order of their names; the others are named", () => {
    for (const name of ["pages/b.HTML", "pages/a.md", "pages/c.png", "pages/inside/d.md", "pages/.hidden"])
      put(name);
    const { texts, complaints } = open("pages");
    expect(Object.keys(texts)).toEqual(["/pages/a.md", "/pages/b.HTML"]);
    expect(complaints.map((text) => text.split(" ")[0])).toEqual(["/pages/.hidden", "/pages/c.png"]);
  });

  it("are not found in a folder without any", () => {
    put("pages/c.png");
    expect(open("pages").complaints).toEqual([
      "/pages: This file cannot be read: there is no source in this folder.",
    ]);
  });

  it("are all named that are not there", () => {
    put("a.md");
    expect(open("no.md", "a.md", "neither/x.md").complaints).toEqual([
      "/no.md: This file cannot be read: it does not exist.",
      "/neither/x.md: This file cannot be read: it does not exist.",
    ]);
  });

  it.skipIf(isWindows)("may be links if they are named, and not if they lie in a folder", () => {
    put("secret.md");
    mkdirSync(join(folder, "pages"));
    put("pages/a.md");
    symlinkSync("../secret.md", join(folder, "pages/link.md"));
    expect(open("pages/link.md")).toEqual({ texts: { "/pages/link.md": "secret.md" }, complaints: [] });
    const { texts, complaints } = open("pages");
    expect(Object.keys(texts)).toEqual(["/pages/a.md"]);
    expect(complaints[0]).toMatch(/^\/pages\/link\.md was not read/);
  });

  it.skipIf(isWindows)("are no pipes, and nobody waits for the other end", () => {
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    expect(() => open("pipe.md")).toThrow("it is no regular file");
  });
});
