import { describe, expect, it } from "vitest";
import {
  fencedBlock,
  joinTexts,
  jsonBlock,
  linkTo,
  listOf,
  mdText,
  nothing,
} from "../../generator/docs/markdown.js";
import { sequenceBlock, toMermaid } from "../../generator/docs/sequence/sequence.js";
import { toMarkdownText } from "../../generator/text/escape.js";

const texts = (names: string): ReturnType<typeof toMarkdownText>[] =>
  names === "" ? [] : names.split(" ").map(toMarkdownText);

describe("Markdown of our own", () => {
  it("holds values as they are", () => {
    expect(mdText`**${toMarkdownText("a*b")}** of ${3}\n`).toBe("**a\\*b** of 3\n");
  });

  it.each([
    { given: "", want: "" },
    { given: "a", want: "a" },
    { given: "a b", want: "a or b" },
    { given: "a b c", want: "a, b or c" },
    { given: "a b c d", want: "a, b, c or d" },
  ])("lists $given as $want", ({ given, want }) => {
    expect(listOf(texts(given), "or")).toBe(want);
  });

  it("joins what is not empty", () => {
    const [a = nothing, b = nothing] = texts("a b");
    expect(joinTexts([nothing, a, nothing, b], ", ")).toBe("a, b");
    expect(joinTexts([nothing], ", ")).toBe("");
  });
});

describe("a link", () => {
  it.each([
    { name: "to a page", given: ["events/scanCode.md"], want: "[a](events/scanCode.md)" },
    { name: "to a part of a page", given: ["enums.md", "codetype"], want: "[a](enums.md#codetype)" },
    { name: "to a part of its own page", given: ["", "x"], want: "[a](#x)" },
    { name: "with what ends a link", given: ["a) b.md"], want: "[a](a%29%20b.md)" },
    {
      name: "with all that could be misread",
      given: ["(!'*\"<>#?"],
      want: "[a](%28%21%27%2a%22%3C%3E%23%3F)",
    },
    { name: "to an anchor with what ends a link", given: ["a.md", "b)/c"], want: "[a](a.md#b%29%2Fc)" },
  ])("$name", ({ given: [path = "", anchor], want }) => {
    expect(linkTo(toMarkdownText("a"), path, anchor)).toBe(want);
  });
});

describe("a block", () => {
  it.each([
    { name: "of code", code: "a", want: "```ts\na\n```" },
    { name: "of code with a fence in it", code: "```\nb\n```", want: "````ts\n```\nb\n```\n````" },
    { name: "of code with a longer fence in it", code: "`a` `````", want: "``````ts\n`a` `````\n``````" },
  ])("$name", ({ code, want }) => {
    expect(fencedBlock("ts", code)).toBe(want);
  });

  it("of JSON shows every character, in keys too, and is still that JSON", () => {
    const value = { "a\u202e": ['\u200b\\"x', 1, { b: "\u2028" }] };
    const block = jsonBlock(value);
    expect(block).toBe(
      '```json\n{\n  "a\\u202e": [\n    "\\u200b\\\\\\"x",\n    1,\n    {\n      "b": "\\u2028"\n    }\n  ]\n}\n```',
    );
    expect(JSON.parse(block.slice("```json\n".length, -"\n```".length))).toEqual(value);
  });

  it("of JSON may have a title", () => {
    expect(jsonBlock(1, "The request")).toBe('```json title="The request"\n1\n```');
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
    ]);
  });

  it("is fenced as Mermaid", () => {
    const sequence = { title: "Nothing", steps: [] };
    expect(sequenceBlock(sequence)).toBe(`\`\`\`mermaid\n${toMermaid(sequence)}\n\`\`\``);
  });
});
