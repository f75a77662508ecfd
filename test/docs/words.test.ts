import { describe, expect, it } from "vitest";
import { makePages } from "../../generator/docs/make-pages.js";
import { text } from "../../generator/docs/blocks/text.js";
import { bullets, heading, rows } from "../../generator/docs/blocks/write.js";
import type { Slots } from "../../generator/docs/words/fill-text.js";
import { createWords, readParts, type Asked } from "../../generator/docs/words/words.js";
import { printBlocks } from "../../generator/targets/docs/print-blocks.js";
import { docsModel } from "../workbench/outputs.js";
import { albumOf, loadRange } from "../workbench/real-spec.js";
import { templates } from "../workbench/emit.js";

/** Below its title, what words say on a page of the docs, as Markdown. */
function fill(markdown: string, slots: Slots = {}): string {
  const words = createWords(() => `# Title\n\n${markdown}\n`);
  return printBlocks(words.page("page", slots).blocks, "page").trimEnd();
}

describe("the words of the pages", () => {
  const product = { id: "till", name: "Till", description: "It.", sends: [], takes: [] };
  const model = { ...docsModel(), products: [product] };
  const read = (path: string) => readParts(templates.get(path) ?? "");
  const asked: Asked[] = [];
  makePages(loadRange("..", model), {
    album: albumOf(model),
    template: (path) => templates.get(path) ?? "",
    hear: (each) => void asked.push(each),
  });

  it("are all asked for, and so are all of their parts", () => {
    const written = [...templates.keys()]
      .filter((path) => /^pages\/.*\.md$/.test(path))
      .flatMap((path) => [...read(path).keys()].map((part) => `${path}#${part}`));
    const found = new Set(asked.map(({ name, part }) => `pages/${name}.md#${part}`));
    expect(written.filter((each) => !found.has(each))).toEqual([]);
    expect(written).toHaveLength(found.size);
  });

  it("have a slot for all that fills one", () => {
    const unused = asked.flatMap(({ name, part, slots }) => {
      const used = read(`pages/${name}.md`).get(part)?.slots ?? [];
      return Object.keys(slots)
        .filter((slot) => !used.includes(slot))
        .map((slot) => `${name}#${part}: ${slot}`);
    });
    expect([...new Set(unused)]).toEqual([]);
  });
});

describe("words with slots", () => {
  it.each<[string, string, Slots, string]>([
    ["a text", "a **{{x}}** c", { x: text`b` }, "a **b** c"],
    ["a text in code", "`a {{x}}`", { x: "b" }, "`a b`"],
    ["a number", "all {{x}}", { x: 3 }, "all 3"],
    ["code in a string of the spec", "a {{x}}", { x: "`b`" }, "a `b`"],
    ["nothing, without its blank", "a {{x}} b", { x: "" }, "a b"],
    ["a link, from where the template lies", "[a](start/php.md#b)", {}, "[a](start/php.md#b)"],
    ["a link within the page", "[a](#b)", {}, "[a](#b)"],
    ["what is so", "a{{if x}} b{{if not x}} c{{end}} d", { x: true }, "a b d"],
    ["what is not so", "a{{if x}} b{{if not x}} c{{end}} d", { x: [] }, "a c d"],
    ["no paragraph that is hidden", "{{if x}}a\n\nb", { x: 0 }, "b"],
    ["no section that is hidden", "## {{if x}}A\n\nb\n\n### C\n\nd\n\n## E", { x: false }, "## E"],
    [
      "a section of a slot below one that is hidden",
      "## {{if x}}A\n\nb\n\n{{y}}",
      { x: false, y: [heading(2, "C")] },
      "## C",
    ],
    ["a list in a list", "1. a\n   - b", {}, "1. a\n  - b"],
    ["blocks", "a\n\n{{x}}", { x: bullets(["b"]) }, "a\n\n- b"],
    ["entries", "- a\n- {{x}}\n- {{if y}}d", { x: bullets(["b", "c"]), y: false }, "- a\n- b\n- c"],
    ["rows", "| A |\n| - |\n| {{x}} |", { x: rows([["b"]]) }, "| A\n| ---\n| b"],
    ["a fence", '```sh title="A"\nb {{x}}\n```', { x: "" }, '```sh title="A"\nb\n```'],
  ])("show %s", (_, markdown, slots, want) => {
    expect(fill(markdown, slots)).toBe(want);
  });

  it("show data as it is: it is no markup, and has no slots", () => {
    const data = "**a** [b](c.md) {{if y}}{{x}} <b> | <!-- part: d -->";
    const words = createWords(() => "# {{x}}\n\n{{x}} `{{x}}`\n");
    const { title, blocks } = words.page("page", { x: data, y: false });
    expect(title).toEqual([{ kind: "plain", text: data }]);
    const line = [
      { kind: "plain", text: `${data} ` },
      { kind: "code", text: data },
    ];
    expect(blocks).toEqual([{ kind: "paragraph", text: line }]);
  });

  it.each<[string, Slots, string]>([
    ["{{y}}", { x: "" }, "nothing fills {{y}}; the slots there are x"],
    ["{{if y}}a", {}, "nothing fills {{y}}; the slots there are none"],
    ["a {{ x }}", { x: "" }, "it has a slot that cannot be read: {{ x }}"],
    ["a {{x}}", { x: bullets(["b"]) }, "{{x}} is no text, to stand within a line"],
    ["a {{x}}", { x: true }, "{{x}} is no text, to stand within a line"],
    ["`{{x}}`", { x: text`b` }, "{{x}} is no plain text, to stand in code"],
    ["- a\n\n  b", {}, "a page cannot have this: - a\n\n  b"],
    ["- a\n  - b\n    - c", {}, "a page cannot have this: - a\n  - b\n    - c"],
    ["[a](https://b.c)", {}, "this link leads to no page: [a](https://b.c)"],
    ["a <b>c</b>", {}, "a page cannot have this: <b>"],
    ["<div>c</div>", {}, "a page cannot have this: <div>c</div>"],
    ["> a", {}, "a page cannot have this: > a"],
    ["#### A", {}, "a page cannot have this: #### A"],
  ])("refuse %s", (markdown, slots, reason) => {
    expect(() => fill(markdown, slots)).toThrow(`The template pages/page.md cannot be used: ${reason}.`);
  });

  it("refuse a page without a title, a part that is not there", () => {
    const words = createWords(() => "a\n\n<!-- part: b -->\n\nc\n");
    expect(() => words.page("e")).toThrow("it has no title");
    expect(() => words.part("e", "f")).toThrow("it has no part f");
  });
});
