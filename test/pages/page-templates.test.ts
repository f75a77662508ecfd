import { describe, expect, it } from "vitest";
import { makePages } from "../../generator/pages/docs/make-pages.js";
import { text } from "../../generator/pages/blocks/text.js";
import { bullets, heading, rows } from "../../generator/pages/blocks/builders.js";
import { createPageTemplates, type TemplateSlots } from "../../generator/pages/page-templates.js";
import { printBlocks } from "../../generator/pages/blocks/markdown.js";
import { compileTemplate } from "../../generator/base/text/template.js";
import { docsModel } from "../workbench/outputs.js";
import { snapshotsOf, loadRange } from "../workbench/real-spec.js";
import { templates } from "../workbench/emit.js";

const wordsOf = (markdown: string) => createPageTemplates(() => compileTemplate(markdown));

/** Returns the Markdown below the title. */
const fill = (markdown: string, slots: TemplateSlots = {}): string =>
  printBlocks(wordsOf(`# Title\n\n${markdown}\n`).page("page", "guide", slots).blocks, "page").trimEnd();

describe("the words of the pages", () => {
  const product = { id: "till", name: "Till", description: "It.", sends: [], takes: [] };
  const model = { ...docsModel(), products: [product] };
  const given = new Map<string, Set<string>>();
  const template = (path: string) => templates.get(path) ?? "";
  const layouts = new Map([...templates].map(([path, text]) => [path, compileTemplate(text)]));
  makePages(loadRange("..", model), {
    snapshots: snapshotsOf(model),
    template,
    layout: (path) => (slots) => {
      given.set(path, new Set([...(given.get(path) ?? []), ...listNames(slots)]));
      return layouts.get(path)?.(slots) ?? "";
    },
  });

  it("are all asked for", () => {
    const written = [...templates.keys()].filter((path) => /^pages\/.*\.md$/.test(path));
    expect([...given.keys()].sort()).toEqual(written.sort());
  });

  it("have a place for all that fills one, and are given all that they ask for", () => {
    const [first = new Set<string>(), ...others] = given.values();
    const common = [...first].filter((name) => others.every((slots) => slots.has(name)));
    const names = [...given].map(([path, slots]) => {
      const asked = listAsked(template(path));
      return [path, [...slots].filter((name) => asked.includes(name) || !common.includes(name)).sort()];
    });
    const asked = [...given.keys()].map((path) => [path, [...new Set(listAsked(template(path)))].sort()]);
    expect(names).toEqual(asked);
  });
});

const listAsked = (markdown: string): string[] =>
  [...markdown.matchAll(/\{\{(?:#\w+ |else if )?(\w+)\}\}/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "else");

/** Includes the names in lists. */
const listNames = (slots: object): string[] =>
  Object.entries(slots).flatMap(([name, slot]: [string, unknown]) => [
    name,
    ...(Array.isArray(slot) ? slot.flatMap((each) => listNames(each as object)) : []),
  ]);

describe("words with slots", () => {
  it.each<[string, string, TemplateSlots, string]>([
    ["a text", "a **{{x}}** c", { x: text`b` }, "a **b** c"],
    ["a text in code", "`a {{x}}`", { x: "b" }, "`a b`"],
    ["a number", "all {{x}}", { x: 3 }, "all 3"],
    ["code in a string of the spec", "a {{x}}", { x: "`b`" }, "a `b`"],
    ["a link, from where the template lies", "[a](start/php.md#b)", {}, "[a](start/php.md#b)"],
    ["a link within the page", "[a](#b)", {}, "[a](#b)"],
    ["what is so", "a{{#if x}} b{{else}} c{{/if}} d", { x: true }, "a b d"],
    ["what is not so", "a{{#if x}} b{{else}} c{{/if}} d", { x: [] }, "a c d"],
    ["no paragraph that is hidden", "{{#if x}}a{{/if}}\n\nb", { x: 0 }, "b"],
    ["no section that is hidden", "{{#if x}}\n\n## A\n\nb\n\n{{/if}}\n\n## E", { x: false }, "## E"],
    [
      "what is repeated",
      "{{#each x}}\n\n## {{y}}\n\n{{/each}}",
      { x: [{ y: "a" }, { y: "b" }] },
      "## a\n\n## b",
    ],
    ["blocks with a heading", "{{x}}", { x: [heading(2, "C")] }, "## C"],
    ["a list in a list", "1. a\n   - b", {}, "1. a\n  - b"],
    ["blocks", "a\n\n{{x}}", { x: bullets(["b"]) }, "a\n\n- b"],
    ["entries", "- a\n- {{x}}\n- {{#if y}}d{{/if}}", { x: bullets(["b", "c"]), y: false }, "- a\n- b\n- c"],
    ["rows", "| A |\n| - |\n| {{x}} |", { x: rows([["b"]]) }, "| A\n| ---\n| b"],
    ["a fence", "```sh\nb {{x}}\n```", { x: "" }, "```sh\nb\n```"],
  ])("show %s", (_, markdown, slots, want) => {
    expect(fill(markdown, slots)).toBe(want);
  });

  it("show data as it is: it is no markup, and has no slots", () => {
    const data = "**a** [b](c.md) {{#if y}}{{x}} <b> | <!-- part: d -->";
    const words = wordsOf("# {{x}}\n\n{{x}} `{{x}}`\n");
    const { title, blocks } = words.page("page", "guide", { x: data });
    expect(title).toEqual([{ kind: "plain", text: data }]);
    const line = [
      { kind: "plain", text: `${data} ` },
      { kind: "code", text: data },
    ];
    expect(blocks).toEqual([{ kind: "paragraph", text: line }]);
  });

  it.each<[string, TemplateSlots, string]>([
    ["a {{x}}", { x: bullets(["b"]) }, "blocks fill a slot that does not stand alone"],
    ["`{{x}}`", { x: text`b` }, "what fills a slot in code is no plain text"],
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

  it("refuse a page without a title, and a slot that nothing fills", () => {
    expect(() => wordsOf("a\n").page("e", "guide", {})).toThrow("it has no title");
    expect(() => fill("{{y}}", { x: "" })).toThrow('"y" not defined');
  });
});
