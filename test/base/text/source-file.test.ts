import { describe, expect, it } from "vitest";
import {
  withBanner,
  withExtension,
  withHtmlBanner,
  withMarkupBanner,
  withPageBanner,
  withStyleBanner,
} from "../../../generator/base/text/source-file.js";

const code = `import { a } from "./a.js";
import type { B } from "../types/index.js";
export * from "./deep/c.js";
export { d } from "./d.js.js";
import express from "express";
import { createHmac } from "node:crypto";
import data from "./data.json";
const text = "./a.js";
`;

describe("a file of the output", () => {
  it("says in its first line what made it, and nothing that changes from run to run", () => {
    const [first, second, ...rest] = withBanner("const a = 1;\n").split("\n");
    expect(first).toBe(
      "// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.",
    );
    expect([second, rest.join("\n")]).toEqual(["", "const a = 1;\n"]);
  });

  it.each([
    { kind: "a style sheet", file: withStyleBanner("a {}\n"), want: "/* BANNER */\n\na {}\n" },
    { kind: "a drawing", file: withMarkupBanner("<svg/>\n"), want: "<!-- BANNER -->\n<svg/>\n" },
    { kind: "HTML", file: withHtmlBanner("<html>\n"), want: "<!doctype html>\n<!-- BANNER -->\n<html>\n" },
    { kind: "Markdown", file: withPageBanner("# A b\n\nc\n"), want: '# A b\n\n[//]: # "BANNER"\n\nc\n' },
    { kind: "Markdown without a title", file: withPageBanner("a\n# B\n"), want: "a\n# B\n" },
  ])("says so in the words of $kind", ({ file, want }) => {
    const [, banner = ""] = /^\/\/ (.*)/.exec(withBanner("")) ?? [];
    expect(file).toBe(want.replace("BANNER", banner));
  });

  it("keeps its imports where the project wants .js", () => {
    expect(withExtension(code, "js")).toBe(code);
  });

  it.each([
    { extension: "ts", end: ".ts" },
    { extension: "none", end: "" },
  ] as const)(
    "has relative imports, and only those, end as the project wants: $extension",
    ({ extension, end }) => {
      const [relative, others] = [code.split("\n").slice(0, 4), code.split("\n").slice(4)];
      const ended = relative.map((line) => line.replace(/\.js";$/, `${end}";`));
      expect(withExtension(code, extension)).toBe([...ended, ...others].join("\n"));
    },
  );
});
