import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFiles, hashContent } from "../../generator/output/layout.js";
import { listSteps, plan, put, readTree, useWorkbench, want, write } from "./workbench.js";

const bench = useWorkbench();

const code = `import type { A, B } from "./a.js";

/** It's a "text". */
export type Kind = "first" | "second" | { readonly a: string; b: (A | B)[] };
export const total = (price: number): number => Math.round(price * 100);
`;

describe("the hash of a file", () => {
  it.each([
    { name: "single quotes, and no semicolons", text: code.replaceAll('"', "'").replaceAll(";", "") },
    { name: "tabs and other line ends", text: code.replaceAll("\n", "\r\n\t") },
    {
      name: "a union with a line for each",
      text: code.replace('= "first"', '=\n  | "first"').replaceAll(" | {", "\n  | {"),
    },
    {
      name: "parentheses and braces",
      text: code.replace("(price: number)", "price: number").replace("Math", "{Math"),
    },
    { name: "commas where semicolons were", text: code.replace("string;", "string,") },
    { name: "a byte order mark", text: `\ufeff${code}` },
  ])("is the same for $name", ({ text }) => {
    expect(text).not.toBe(code);
    expect(hashContent("a.ts", text)).toBe(hashContent("a.ts", code));
  });

  it.each([
    { name: "another name", text: code.replace("total", "sum") },
    { name: "another number", text: code.replace("100", "10") },
    { name: "another operator", text: code.replace("price * 100", "price / 100") },
    { name: "an intersection for a union", text: code.replace("A | B", "A & B") },
    { name: "another word in a comment", text: code.replace("text", "string") },
    { name: "a part that is gone", text: code.replace(' | "second"', "") },
  ])("is another for $name", ({ text }) => {
    expect(text).not.toBe(code);
    expect(hashContent("a.ts", text)).not.toBe(hashContent("a.ts", code));
  });

  it("is the same for Markdown and HTML as formatters write them, and another for another word", () => {
    const guide = "# Guide\n\n* one\n* *two*\n\n| a | b\n|---|---\n| 1 | 2\n";
    const formatted = "# Guide\n\n- one\n- _two_\n\n| a   | b   |\n| --- | --- |\n| 1   | 2   |\n";
    expect(hashContent("a.md", formatted)).toBe(hashContent("a.md", guide));
    expect(hashContent("a.html", "<!doctype html>\n<br />")).toBe(
      hashContent("a.html", "<!DOCTYPE html><br>"),
    );
    expect(hashContent("a.md", guide.replace("one", "three"))).not.toBe(hashContent("a.md", guide));
  });
});

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
  ])("has the style of the project that it is in: $name", async ({ files, has }) => {
    for (const [path, text] of Object.entries(files)) put(join(bench.root, path), text);
    expect((await write(bench.out, wanted)).ok).toBe(true);
    const { ["types/index.ts"]: text = "" } = readTree(bench.out);
    expect(text.replaceAll('"first"', "'first'")).toContain(has);
    expect(listSteps(plan(bench.out, wanted))).toEqual([]);
  });

  it("is left as it is where only its layout differs", async () => {
    await write(bench.out, wanted);
    put(join(bench.out, "types/index.ts"), code.replaceAll('"', "'"));
    expect((await write(bench.out, wanted)).ok).toBe(true);
    expect(readTree(bench.out)["types/index.ts"]).toBe(code.replaceAll('"', "'"));
  });

  it("keeps what is no whole file, and what prettier would change besides layout, as it was emitted", async () => {
    const odd = { "types/part.ts": "export const = ;\n", "types/number.ts": "export const a = 0XFF;\n" };
    const files = Object.entries(odd).map(([path, content]) => ({ path, content }));
    expect(await formatFiles(files)).toMatchObject({ ok: true, value: files });
  });
});
