import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePatch } from "../../generator/cli/patch.js";
import { readTree } from "../write/workbench.js";
import { inSmallProject } from "./project.js";

/** A file before and after; one that is undefined is none. */
interface Change {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

const numbered = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join("");

const changes: readonly Change[] = [
  { name: "new.ts", after: "one\ntwo\n" },
  { name: "gone.ts", before: "one\ntwo\n" },
  { name: "changed.ts", before: numbered(30, "a"), after: numbered(30, "a").replace("a 15", "b") },
  { name: "new and empty.ts", after: "" },
  { name: "emptied.ts", before: "one\n", after: "" },
  { name: "empty and gone.ts", before: "" },
  { name: "without a line end.ts", before: "one\ntwo", after: "one\nthree" },
  { name: "windows.ts", before: "one\r\ntwo\r\n", after: "one\ntwo\nthree\n" },
  { name: "looks like a patch.md", before: "--- a/x\n+++ b/x\n", after: "-- a/x\n++ b/x\n@@ -1 +1 @@\n" },
  { name: 'a "quote" and a \\.ts', after: "x\n" },
  { name: "fünf Läden/テ.ts", before: "x\n", after: "y\n" },
  { name: "tab\tand\nline.ts", before: "x\n", after: "y\n" },
  { name: "all other lines.ts", before: numbered(6000, "a"), after: numbered(5000, "b") },
];

const patchAll = (all: readonly Change[]) =>
  makePatch(all.map(({ name, before, after }) => ({ path: name, name: `out/${name}`, before, after })));

/** What a folder with these files holds after `git apply`. */
function applyTo(all: readonly Change[], patch: string): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "patch-"));
  try {
    for (const { name, before } of all) {
      if (before === undefined) continue;
      mkdirSync(dirname(join(folder, "out", name)), { recursive: true });
      writeFileSync(join(folder, "out", name), before);
    }
    execFileSync("git", ["apply", "--whitespace=nowarn"], { cwd: folder, input: patch });
    return Object.fromEntries(Object.entries(readTree(folder)).filter(([path]) => !path.endsWith("/")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wantAfter = (all: readonly Change[]) =>
  Object.fromEntries(all.flatMap(({ name, after }) => (after === undefined ? [] : [[`out/${name}`, after]])));

describe("a patch", { concurrent: true }, () => {
  it("of many files is what git applies, and counts their lines", () => {
    const { text, files } = patchAll(changes);
    expect(applyTo(changes, text)).toEqual(wantAfter(changes));
    const counts = files.map(({ path, added, removed }) => [path, added, removed]);
    expect(counts.slice(0, 4)).toEqual([
      ["new.ts", 2, 0],
      ["gone.ts", 0, 2],
      ["changed.ts", 1, 1],
      ["new and empty.ts", 0, 0],
    ]);
    expect(counts.at(-1)).toEqual(["all other lines.ts", 5000, 6000]);
  });

  it("of any two texts is what git applies", () => {
    const text = fc.array(fc.constantFrom("a", "b", "", "-", "+", "\\", "\r", "\n", "\n", "é", "\u2028"));
    const change = fc.tuple(text, text).map(([before, after]) => [before.join(""), after.join("")] as const);
    const all = fc
      .array(change, { minLength: 1, maxLength: 40 })
      .map((pairs) =>
        pairs.flatMap(([before, after], index) =>
          before === after ? [] : [{ name: `${index}.ts`, before, after }],
        ),
      )
      .filter((some) => some.length > 0);
    fc.assert(
      fc.property(all, (some) => {
        expect(applyTo(some, patchAll(some).text)).toEqual(wantAfter(some));
      }),
      { numRuns: 20, seed: 20 },
    );
  });
});

const small = ["--target", "types", "--spec", "spec", "--min-version", "11", "--out", "src/my shop"] as const;

describe("generate --patch", { concurrent: true }, () => {
  it.each([
    ["--dry-run", 0],
    ["--check", 1],
  ] as const)(
    "with %s prints what would be written, for git apply, and for programs",
    async (option, code) => {
      await inSmallProject(async (project) => {
        await project.call(...small);
        project.putSpec({ "requests/bill.json#/description": "A bill, in short." });
        const before = project.tree();
        const printed = await project.call(...small, option, "--patch");
        expect([printed.code, printed.stderr]).toEqual([code, ""]);
        const json = JSON.parse((await project.call(...small, option, "--patch", "--json")).stdout) as {
          outputs: [{ patch: string; files: { path: string }[] }];
        };
        expect(json.outputs[0].patch).toBe(printed.stdout);
        expect(json.outputs[0].files.filter((file) => "added" in file)).toEqual([
          { path: "types/requests.ts", target: "types", action: "change", added: 2, removed: 2 },
        ]);
        expect(project.tree()).toEqual(before);
        execFileSync("git", ["apply"], { cwd: project.folder, input: printed.stdout });
        const patched = project.tree();
        expect(patched["src/my shop/types/requests.ts"]).toContain("A bill, in short.");
        expect((await project.call(...small, "--json")).stdout).toContain('"change": 0');
        expect(project.tree()).toEqual(patched);
      });
    },
  );

  it("prints nothing where there is nothing to do, each time", async () => {
    await inSmallProject(async (project) => {
      project.put("node_modules/.keep", "");
      await project.call(...small);
      const nothing = { code: 0, stdout: "", stderr: "" };
      expect(await project.call(...small, "--check", "--patch")).toEqual(nothing);
      expect(await project.call(...small, "--check", "--patch")).toEqual(nothing);
    });
  });
});
