import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../generator/cli/options/commands.js";
import { toFlag } from "../../generator/base/options.js";
import { targets } from "../../generator/targets/all.js";
import { readBlocks, textsIn } from "./guide.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = read("README.md");
const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));

describe("the README", () => {
  it("is two screens long", () => {
    expect(readme.split("\n").length).toBeLessThan(135);
  });

  it("leads to every page of docs/", () => {
    expect(docs.filter((name) => !readme.includes(`(docs/${name}`))).toEqual([]);
  });
});

describe("the pages of docs/", () => {
  it("have every target, and every option of generate", () => {
    const page = read("docs/command.md");
    expect(commands.generate.options.filter((option) => !page.includes(`\`--${toFlag(option)}\``))).toEqual(
      [],
    );
    const rows = [...read("docs/output.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(targets.map(({ name }) => name).sort());
  });

  it("show what really comes out", () => {
    const [excerpt = ""] = textsIn(readBlocks("docs/output.md"), "ts");
    expect(read("generated/types/responses.ts")).toContain(excerpt.trim());
  });

  it.each(["README.md", ...docs.map((name) => `docs/${name}`)])(
    "lead to files and headings that there are: %s",
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
});

/** Heading anchors as GitHub generates them. */
const listAnchors = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ +(.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
