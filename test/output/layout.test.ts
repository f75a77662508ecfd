import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSameButForLayout } from "../../generator/output/fingerprint.js";
import { formatFiles } from "../../generator/output/layout.js";
import { listSteps, plan, put, readTree, useWorkbench, want, write } from "./workbench.js";

const bench = useWorkbench();

const code = `import type { A, B } from "./a.js";

/** It's a "text". */
export type Kind = "first" | "second" | { readonly a: string; b: (A | B)[] };
export const total = (price: number): number => Math.round(price * 100);
`;

/** Formatters do not touch the text of comments. */
const singleQuoted = code.replaceAll('"', "'").replace("'text'", '"text"');

const calls = `export function run(first: (text: string) => void, rest: string[]): void {
  const [id] = rest;
  if (id) first("12");
  first(rest[0] ?? "a, b");
}
export const table = { id: 1, "a-b": { deep: true } };
`;

describe("a file is unchanged but for layout", () => {
  it.each([
    { name: "single quotes, and no semicolons", text: singleQuoted.replace(/;$/gm, "") },
    { name: "tabs and other line ends", text: code.replaceAll("\n", "\r\n\t") },
    {
      name: "a union with a line for each",
      text: code.replace('= "first"', '=\n  | "first"').replaceAll(" | {", "\n  | {"),
    },
    {
      name: "an arrow without parentheses",
      from: "export const f = (a) => a;\n",
      text: "export const f = a => a",
    },
    { name: "commas where semicolons were", text: code.replace("string;", "string,") },
    { name: "an object with a line for each property", from: calls, text: calls.replace("{ id", "{\n id") },
    { name: "quoted keys", from: calls, text: calls.replace("{ id", '{ "id"') },
    { name: "empty lines", text: code.replaceAll("\n", "\n\n") },
    { name: "a byte order mark", text: `\ufeff${code}` },
    { name: "a comment that eslint --fix removed", from: `/* eslint-disable */\n${code}`, text: code },
  ])("with $name", async ({ from = code, text }) => {
    expect(text).not.toBe(from);
    expect(await isSameButForLayout("a.ts", text, from)).toBe(true);
  });

  it.each([
    { name: "another name", text: code.replace("total", "sum") },
    { name: "another number", text: code.replace("100", "10") },
    { name: "another operator", text: code.replace("price * 100", "price / 100") },
    { name: "an intersection for a union", text: code.replace("A | B", "A & B") },
    { name: "another word in a comment", text: code.replace("text", "string") },
    { name: "a part that is gone", text: code.replace(' | "second"', "") },
    { name: "a bracket for a parenthesis", from: calls, text: calls.replace('first("12")', 'first["12"]') },
    { name: "a number for a text", from: calls, text: calls.replace('"12"', "12") },
    {
      name: "a block around two statements",
      from: calls,
      text: calls.replace(/first\("12"\);.*\n.*;/, "{ $& }"),
    },
    { name: "a comma less in a text", from: calls, text: calls.replace("a, b", "a b") },
    { name: "a space less in a text", from: calls, text: calls.replace("a, b", "a,b") },
    { name: "a template for a text", from: calls, text: calls.replace('"a, b"', "`a, b`") },
    { name: "an array for an object", from: calls, text: calls.replace("{ deep: true }", "[deep, true]") },
    { name: "a mistake", from: calls, text: calls.replace("}", ")") },
  ])("and not with $name", async ({ from = code, text }) => {
    expect(text).not.toBe(from);
    expect(await isSameButForLayout("a.ts", text, from)).toBe(false);
  });

  it.each([
    {
      path: "a.json",
      from: '{ "a": [1, "2 3"] }\n',
      same: '{\n\t"a": [ 1,"2 3" ]}',
      edit: '{ "a": [1, "23"] }\n',
    },
    {
      path: "a.css",
      from: "a { color: red }\n",
      same: "a {\n  color: red;\n}\n",
      edit: "a b { color: red }\n",
    },
    { path: "a.py", from: "f(1, '2')\n", same: 'f(\n    1,\n    "2",\n)\n', edit: "f[1, '2']\n" },
    { path: "a.php", from: "f(1, '12');\n", same: 'f( 1, "12" );\n', edit: "f(1, 12);\n" },
    { path: "a.yaml", from: "a: '-1'\n", same: 'a:   "-1"\n', edit: "a: '1'\n" },
    {
      path: "a.html",
      from: "<!DOCTYPE html><br>",
      same: "<!doctype html>\n<br />",
      edit: "<!DOCTYPE html><hr>",
    },
    {
      path: "a.md",
      from: "# Guide\n\n* one\n* *two*\n\n| a | b\n|---|---\n| 1 | 2\n",
      same: "# Guide\n\n- one\n- _two_\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |\n",
      edit: "# Guide\n\n* One\n* *two*\n\n| a | b\n|---|---\n| 1 | 2\n",
    },
  ])("as formatters of $path write it, and not with an edit", async ({ path, from, same, edit }) => {
    expect(await isSameButForLayout(path, same, from)).toBe(true);
    expect(await isSameButForLayout(path, edit, from)).toBe(false);
  });
});

const hostile = {
  ...{ rangeStart: 5, rangeEnd: 9, tabWidth: 200_000_000, printWidth: "wide", semi: "no", endOfLine: "\n" },
  ...{ requirePragma: true, insertPragma: true, cursorOffset: 3, filepath: "a.md", parser: "css" },
};

describe("a file that is written", () => {
  const wanted = want({ types: { "index.ts": code, "README.md": "* one\n" } });

  it("has our own style where the project has none, and pages are as they were printed", async () => {
    const loose = want({
      types: { "index.ts": code.replace(" = (price", "=(price"), "README.md": "* one\n" },
    });
    await write(bench.out, loose);
    expect(readTree(bench.out)).toMatchObject({ "types/index.ts": code, "types/README.md": "* one\n" });
  });

  it.each([
    {
      name: "prettier",
      files: { ".prettierrc": '{ "singleQuote": true, "semi": false }' },
      has: "'./a.js'\n",
    },
    {
      name: "prettier, for its folder",
      files: {
        ".prettierrc.json": '{ "overrides": [{ "files": "out/**", "options": { "singleQuote": true } }] }',
      },
      has: "'./a.js';",
    },
    {
      name: "prettier, in package.json",
      files: { "package.json": '{ "prettier": { "semi": false } }' },
      has: '"./a.js"\n',
    },
    {
      name: "its editors",
      files: { ".editorconfig": "root = true\n[*]\nindent_style = tab\nmax_line_length = 60\n" },
      has: "\n\t'first'",
    },
    {
      name: "a plugin that is not there, which is not loaded",
      files: {
        ".prettierrc": '{ "plugins": ["prettier-plugin-none"], "parser": "none", "singleQuote": true }',
      },
      has: "'./a.js';",
    },
    {
      name: "layout only, from options that prettier never finishes or refuses",
      files: { ".prettierrc": JSON.stringify({ ...hostile, singleQuote: true }) },
      has: "'./a.js';",
    },
    {
      name: "layout only, from overrides that prettier never finishes or refuses",
      files: {
        ".prettierrc": JSON.stringify({
          overrides: [{ files: "*", options: { ...hostile, singleQuote: true } }],
        }),
      },
      has: "'./a.js';",
    },
    {
      name: "its editors, which no memory could hold",
      files: { ".editorconfig": "root = true\n[*]\nindent_size = 200000000\nmax_line_length = off\n" },
      has: '"./a.js";',
    },
  ])("has the style of the project that it is in: $name", async ({ files, has }) => {
    for (const [path, text] of Object.entries(files)) put(join(bench.root, path), text);
    expect((await write(bench.out, wanted)).ok).toBe(true);
    const { ["types/index.ts"]: text = "" } = readTree(bench.out);
    expect(text.replaceAll('"first"', "'first'")).toContain(has);
    expect(listSteps(await plan(bench.out, wanted))).toEqual([]);
  });

  it("ignores an option outside its bounds, and says which option of which file", async () => {
    put(join(bench.root, ".prettierrc"), '{ "tabWidth": 200000000, "semi": 1 }');
    put(join(bench.root, ".editorconfig"), "root = true\n[*]\nmax_line_length = 20000\n");
    const outcome = await write(bench.out, wanted);
    expect(outcome.ok && outcome.warnings.map(({ message }) => message.replace(bench.root, "ROOT"))).toEqual(
      [
        "ROOT/.prettierrc sets semi to something other than true or false, so the output is formatted without it.",
        "ROOT/.prettierrc sets tabWidth to something other than a whole number from 0 to 16, so the output is formatted without it.",
        ".editorconfig sets printWidth to something other than a whole number from 1 to 10000, so the output is formatted without it.",
      ].toSorted(),
    );
  });

  it("is left as it is where only its layout differs", async () => {
    await write(bench.out, wanted);
    put(join(bench.out, "types/index.ts"), singleQuoted);
    expect((await write(bench.out, wanted)).ok).toBe(true);
    expect(readTree(bench.out)["types/index.ts"]).toBe(singleQuoted);
  });

  it("keeps a fragment of code as it was emitted", async () => {
    const files = [{ path: "types/part.ts", content: "export const = ;\n" }];
    expect(await formatFiles(files)).toMatchObject({ ok: true, value: files });
  });
});
