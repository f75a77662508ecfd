import { spanBetween } from "../../../generator/time/spans.js";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../generator/docs/blocks/block.js";
import { code, emphasis, link, strong, text, type Text } from "../../../generator/docs/blocks/text.js";
import {
  bullets,
  codeBlock,
  diagram,
  heading,
  jsonBlock,
  nestedBullets,
  numbered,
  table,
  toBlocks,
} from "../../../generator/docs/blocks/write.js";
import { parseRelease } from "../../../generator/time/release.js";
import { toMermaid } from "../../../generator/targets/docs/mermaid.js";
import { printBlocks } from "../../../generator/targets/docs/print-blocks.js";
import { printText } from "../../../generator/targets/docs/print-text.js";

describe("a text as Markdown", () => {
  it.each<{ name: string; given: Text; want: string }>([
    { name: "plain", given: text`a*b of ${3}`, want: "a\\*b of 3" },
    { name: "with code in backticks", given: text`${"a `b*` c"}`, want: "a `b*` c" },
    { name: "strong, with code inside", given: strong("a `b`"), want: "**a `b`**" },
    { name: "emphasised", given: emphasis("a_b"), want: "*a\\_b*" },
    { name: "of one number, whatever its parts", given: text`v${"59"}${".3"}`, want: "v59.3" },
    { name: "that would begin a list", given: text`${"- a"}`, want: "\\- a" },
    { name: "with what would begin a list inside", given: text`${code("x")}: ${"- a"}`, want: "`x`: - a" },
    {
      name: "that hides something",
      given: text`${"a\u202eb"}${code("\u200b")}`,
      want: "a\\\\u202eb`\\u200b`",
    },
  ])("$name", ({ given, want }) => {
    expect(printText(given, "index")).toBe(want);
  });
});

describe("a link", () => {
  it.each<{ name: string; from: string; given: [string | undefined, string?]; want: string }>([
    { name: "to a page", from: "index", given: ["events/scanCode"], want: "events/scanCode.md" },
    { name: "to a page of its folder", from: "events/a", given: ["events/b"], want: "b.md" },
    { name: "to a page of another folder", from: "events/a", given: ["objects/b"], want: "../objects/b.md" },
    { name: "to the index", from: "events/a", given: ["index"], want: "../README.md" },
    { name: "to a part of a page", from: "index", given: ["enums", "codetype"], want: "enums.md#codetype" },
    { name: "to a part of its own page", from: "index", given: [undefined, "x"], want: "#x" },
    { name: "with what ends a link", from: "index", given: ["a) b"], want: "a%29%20b.md" },
    {
      name: "with all that could be misread",
      from: "index",
      given: ["(!'*\"<>#?"],
      want: "%28%21%27%2a%22%3C%3E%23%3F.md",
    },
    {
      name: "to an anchor with what ends a link",
      from: "index",
      given: ["a", "b)/c"],
      want: "a.md#b%29%2Fc",
    },
  ])("$name", ({ from, given: [page, anchor], want }) => {
    expect(printText(link("a", page, anchor), from)).toBe(`[a](${want})`);
  });
});

describe("blocks as Markdown", () => {
  const print = (...blocks: readonly Block[]): string => printBlocks(blocks, "index");

  it("have an empty line between them", () => {
    expect(print(heading(2, "A"), ...toBlocks("b", "", "c"))).toBe("## A\n\nb\n\nc\n");
  });

  it.each<{ name: string; given: Block[]; want: string }>([
    { name: "a list", given: bullets(["a", "b"]), want: "- a\n- b\n" },
    { name: "a list of nothing", given: bullets([]), want: "" },
    { name: "a numbered list", given: [numbered(["a", "b"])], want: "1. a\n2. b\n" },
    {
      name: "a list in a list",
      given: nestedBullets([
        { text: text`a`, items: [text`b`, text`c`] },
        { text: text`d`, items: [] },
      ]),
      want: "- a\n  - b\n  - c\n- d\n",
    },
    { name: "code", given: [codeBlock("ts", "a")], want: "```ts\na\n```\n" },
    {
      name: "code with a fence in it",
      given: [codeBlock("ts", "```\nb\n```")],
      want: "````ts\n```\nb\n```\n````\n",
    },
    {
      name: "code with a longer fence in it",
      given: [codeBlock("ts", "`a` `````")],
      want: "``````ts\n`a` `````\n``````\n",
    },
    {
      name: "code with a title",
      given: [jsonBlock(1, "The request")],
      want: '```json title="The request"\n1\n```\n',
    },
    {
      name: "JSON with backticks in it",
      given: [jsonBlock("````")],
      want: '`````json\n"````"\n`````\n',
    },
    {
      name: "JSON that hides something",
      given: [jsonBlock("\u2028\u202e\ud800é")],
      want: '```json\n"\\u2028\\u202e\\ud800é"\n```\n',
    },
  ])("$name", ({ given, want }) => {
    expect(print(...given)).toBe(want);
  });

  it("align the columns of a table, and put a dash where the last one is empty", () => {
    const since = parseRelease("59");
    const rows = [
      [code("a|b"), true, { exists: spanBetween(since, undefined), coverage: "some shops" } as const, "A."],
      [code("longer name"), false, { exists: [{}], coverage: "every shop" } as const, ""],
    ];
    expect(print(table(["Name", "Req", "Since", "What"], rows))).toBe(
      [
        "| Name             | Req  | Since                | What",
        "| ---------------- | ---- | -------------------- | ---",
        "| a\\|b             | yes  | v59 **some shops**   | A.",
        "| `longer name`    | no   |                      | –\n",
      ].join("\n"),
    );
  });

  it("show every character of JSON, in keys too, and it is still that JSON", () => {
    const value = { "a\u202e": ['\u200b\\"x', 1, { b: "\u2028" }] };
    const block = print(jsonBlock(value));
    expect(block).toBe(
      '```json\n{\n  "a\\u202e": [\n    "\\u200b\\\\\\"x",\n    1,\n    {\n      "b": "\\u2028"\n    }\n  ]\n}\n```\n',
    );
    expect(JSON.parse(block.slice("```json\n".length, -"\n```\n".length))).toEqual(value);
  });

  it("have a diagram fenced as Mermaid", () => {
    const sequence = { title: "Nothing", steps: [] };
    expect(print(diagram(sequence))).toBe(`\`\`\`mermaid\n${toMermaid(sequence)}\n\`\`\`\n`);
  });
});

describe("a diagram", () => {
  it("says each step on a line of its own, whatever its text holds", () => {
    const source = toMermaid({
      title: "A payment",
      steps: [
        { kind: "request", text: "a;b#c" },
        { kind: "answer", text: "<b>`{}%\\" },
        {
          kind: "loop",
          text: " until\n\u2028 done ",
          steps: [{ kind: "opt", text: "maybe", steps: [{ kind: "note", text: "\u202en" }] }],
        },
        {
          kind: "alt",
          branches: [
            { text: "one;", steps: [{ kind: "call", text: "callbackUrl" }] },
            { text: "other", steps: [] },
          ],
        },
      ],
    });
    expect(source.split("\n")).toEqual([
      "sequenceDiagram",
      "  participant POS",
      "  participant You",
      "  POS->>You: a#59;b#35;c",
      "  You-->>POS: #60;b#62;#96;#123;#125;#37;#92;",
      "  loop until done",
      "    opt maybe",
      "      Note over POS,You: n",
      "    end",
      "  end",
      "  alt one#59;",
      "    You->>POS: callbackUrl",
      "  else other",
      "  end",
    ]);
  });
});
