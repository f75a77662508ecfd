import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { toFlag } from "../../generator/base/options.js";
import { targets } from "../../generator/targets/all.js";
import { readBlocks, textsIn } from "./guide.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));

it("the README is two screens long, and leads to every page of docs/", () => {
  expect(readme.split("\n").length).toBeLessThan(135);
  expect(docs.filter((name) => !readme.includes(`(docs/${name}`))).toEqual([]);
});

it("docs/ has every target, every option of generate, and what is really generated", () => {
  const page = read("docs/command.md");
  const { options } = commands.generate;
  expect(options.filter((option) => !page.includes(`\`--${toFlag(option)}\``))).toEqual([]);
  const rows = [...read("docs/output.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(targets.map(({ name }) => name).sort());
  const [excerpt = ""] = textsIn(readBlocks("docs/output.md"), "ts");
  expect(read("generated/types/responses.ts")).toContain(excerpt.trim());
});

it.each(["README.md", ...docs.map((name) => `docs/${name}`)])(
  "the links of %s lead to files and headings that exist",
  (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    const broken = links.filter(([, file = "", anchor]) => {
      const target = file === "" ? path : join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !listAnchors(read(target)).includes(anchor);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  },
);

/** Heading anchors as GitHub generates them. */
const listAnchors = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ +(.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
