import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePatch } from "../../generator/cli/commands/drift.js";
import { readTree } from "../output/workbench.js";

/** A file without a text before is new. */
interface Change {
  readonly name: string;
  readonly before?: string;
  readonly after: string;
}

const numbered = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join("");

const changes: readonly Change[] = [
  { name: "new.ts", after: "one\ntwo\n" },
  { name: "changed.ts", before: numbered(30, "a"), after: numbered(30, "a").replace("a 15", "b") },
  { name: "new and empty.ts", after: "" },
  { name: "emptied.ts", before: "one\n", after: "" },
  { name: "without a line end.ts", before: "one\ntwo", after: "one\nthree" },
  { name: "windows.ts", before: "one\r\ntwo\r\n", after: "one\ntwo\nthree\n" },
  { name: "looks like a patch.md", before: "--- a/x\n+++ b/x\n", after: "-- a/x\n++ b/x\n@@ -1 +1 @@\n" },
  { name: 'a "quote" and a \\.ts', after: "x\n" },
  { name: "fünf Läden/テ.ts", before: "x\n", after: "y\n" },
  { name: "tab\tand\nline.ts", before: "x\n", after: "y\n" },
];

const patchAll = (all: readonly Change[]) =>
  makePatch(
    all.map(({ name: path, before, after }) => ({ path, before, after })),
    "out/",
  );

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
  Object.fromEntries(all.map(({ name, after }) => [`out/${name}`, after]));

describe("a patch", { concurrent: true }, () => {
  it("of many files is what git applies", async () => {
    expect(applyTo(changes, await patchAll(changes))).toEqual(wantAfter(changes));
  });

  it("of any two texts is what git applies", async () => {
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
    await fc.assert(
      fc.asyncProperty(all, async (some) => {
        expect(applyTo(some, await patchAll(some))).toEqual(wantAfter(some));
      }),
      { numRuns: 20, seed: 20 },
    );
  });
});
