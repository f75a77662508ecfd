import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defineTarget, generate, loadSpec, MplusCodegenError } from "../../generator/index.js";
import { once } from "../../generator/base/once.js";
import type { OutputFile } from "../../generator/targets/target.js";

const desk = mkdtempSync(join(tmpdir(), "own-target-"));
afterAll(() => rmSync(desk, { recursive: true }));

const spec = once(() => loadSpec());

const own = (files: () => readonly OutputFile[]) =>
  defineTarget({ apiVersion: 1, name: "own", summary: "x", emit: files });

/** A file whose path changes after the first reads. */
function createShifty(reads: number): OutputFile {
  let count = 0;
  return {
    get path() {
      count += 1;
      return count > reads ? "../../evil" : "own/a";
    },
    content: "",
  };
}

it.each([0, 1, 2, 3, 4])("a path that changes after %d reads leads nowhere else", async (reads) => {
  const folder = join(desk, `${reads}/a/b`);
  const generated = generate(spec(), { target: [own(() => [createShifty(reads)])] });
  if (reads === 0) await expect(generated).rejects.toThrow("../../evil is not in own/");
  else await (await generated).write(folder);
  expect(readdirSync(desk, { recursive: true }).filter((name) => String(name).includes("evil"))).toEqual([]);
});

/** By the reason: paths below `own/`. */
const unshowable: Readonly<Record<string, readonly string[]>> = {
  "contains an invisible character, so a terminal cannot show it": [
    ...[
      "a\ud800",
      "\udc00.ts",
      "a\u202eb",
      "a\u200bb",
      "a\u00adb",
      "a\ufeff",
      "a\x1b[2J",
      "a\nb",
      "a\x7f",
      "a\0b",
    ],
    ...["a\u2028", "\u2066x/b", "a\u0085b", "a\u{e0041}", "a\uffff"],
  ],
  'contains one of < > : " | ? * \\, which Windows does not allow': [
    ...["a<b", "a>b", "a:b", 'a"b', "a|b", "a?", "a*", "a\\b", "..\\a", "b:/a"],
  ],
  "has a name that ends in a dot or a space, which Windows drops": ["a.", "a ", "a./b", "... /b", "aux. "],
  "has a name that Windows keeps for a device": [
    ...["CON.txt", "NUL", "con", "prn.tar.gz", "Aux/b", "COM1", "lpt9.ts", "com¹", "CONIN$", "nul .txt"],
  ],
  "is in a folder of git": [".git/hooks/pre-commit", "a/.GIT/config", "git~1/config", ".git"],
  "has a name longer than 255 bytes": ["x".repeat(256), `a/${"é".repeat(128)}`],
  "is longer than 1000 characters": ["a/".repeat(600) + "b"],
};

/** The problems of a target with these files. */
async function listRefusals(paths: readonly string[]): Promise<readonly string[]> {
  const files = paths.map((path) => ({ path: `own/${path}`, content: "" }));
  const error: unknown = await generate(spec(), { target: [own(() => files)] }).catch(
    (thrown: unknown) => thrown,
  );
  return error instanceof MplusCodegenError ? error.problems.map(({ message }) => message) : [];
}

it("names that some system, a terminal or git cannot have are refused, each with its reason", async () => {
  const rows = Object.entries(unshowable).flatMap(([why, paths]) => paths.map((path) => ({ path, why })));
  const said = await listRefusals(rows.map(({ path }) => path));
  expect(
    said.map(
      (message) =>
        /(?<=^Your target "own" cannot be used: the path \S.* )(?:contains|has|is) .*/.exec(message)?.[0],
    ),
  ).toEqual(rows.map(({ why }) => `${why}.`));
});

it("paths that are the same file on some file system clash", async () => {
  const pairs = [
    ["A", "a"],
    ["\u00e9", "e\u0301"],
    ["\u212b/b", "\u00e5"],
    ["\u017f", "S"],
    ["stra\u00dfe", "STRASSE"],
    ["a1/b/c", "A1/B"],
    ["a2", "A2/b/c"],
  ];
  const said = await listRefusals(pairs.flat());
  expect(said).toEqual(
    pairs.map(
      ([, path = ""]) => `Your target "own" cannot be used: own/${path} clashes with another of its files.`,
    ),
  );
});

it("names that every system can have are written", async () => {
  const paths = [
    "console.ts",
    "com10",
    "nul-1",
    "a/com.ts",
    ".gitignore",
    ".github/x.yml",
    "é",
    "日本 😀 ☎️.md",
    "aux-/con_",
  ];
  const files = paths.map((path) => ({ path: `own/${path}`, content: "" }));
  const { files: written } = await generate(spec(), { target: [own(() => files)] });
  expect(written.map(({ path }) => path.slice(4))).toEqual(paths);
});

it("fifty thousand clashes are found at once, and a hundred are reported", async () => {
  const paths = Array.from({ length: 50_000 }, (_, index) => `${index}/${index}`);
  expect((await listRefusals([...paths, ...paths])).length).toBe(100);
});

it("what is done to the files of a generation is not written", async () => {
  const generated = await generate(spec(), { target: [own(() => [{ path: "own/a", content: "" }])] });
  Object.assign(generated.files[0] ?? {}, { path: "../evil", content: "x" });
  const folder = join(desk, "changed");
  await generated.write(folder);
  expect(readdirSync(folder)).toEqual(["own", "stamp.json"]);
  expect(readdirSync(desk)).not.toContain("evil");
});
