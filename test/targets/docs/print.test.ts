import { spanBetween } from "../../../generator/base/time/spans.js";
import { describe, expect, it } from "vitest";
import type { Block, Sequence } from "../../../generator/pages/blocks/block.js";
import { code, link, text, type Text } from "../../../generator/pages/blocks/text.js";
import {
  bullets,
  codeBlock,
  diagram,
  jsonBlock,
  nestedBullets,
  table,
} from "../../../generator/pages/blocks/builders.js";
import { parseRelease } from "../../../generator/base/time/release.js";
import { printBlocks, printText } from "../../../generator/pages/blocks/markdown.js";

describe("a text as Markdown", () => {
  it.each<[string, Text, string]>([
    ["of one number, whatever its parts", text`v${"59"}${".3"}`, "v59.3"],
    ["that would begin a list", text`${"- a"}`, "\\- a"],
    ["with what would begin a list inside", text`${code("x")}: ${"- a"}`, "`x`: - a"],
    ["that hides something", text`${"a\u202eb"}${code("\u200b")}`, "a\\\\u202eb`\\u200b`"],
  ])("%s", (_, given, want) => {
    expect(printText(given, "index")).toBe(want);
  });
});

describe("a link", () => {
  it.each<[string, string, [string | undefined, string?], string]>([
    ["to a page", "index", ["events/scanCode"], "events/scanCode.md"],
    ["to a page of its folder", "events/a", ["events/b"], "b.md"],
    ["to a page of another folder", "events/a", ["objects/b"], "../objects/b.md"],
    ["to the index", "events/a", ["index"], "../README.md"],
    ["to a part of a page", "index", ["enums", "codetype"], "enums.md#codetype"],
    ["to a part of its own page", "index", [undefined, "x"], "#x"],
    ["with what ends a link", "index", ["a) b"], "a%29%20b.md"],
    ["with all that could be misread", "index", ["(!'*\"<>#?"], "%28%21%27%2a%22%3C%3E%23%3F.md"],
    ["to an anchor with what ends a link", "index", ["a", "b)/c"], "a.md#b%29%2Fc"],
  ])("%s", (_, from, [page, anchor], want) => {
    expect(printText(link("a", page, anchor), from)).toBe(`[a](${want})`);
  });
});

describe("blocks as Markdown", () => {
  const print = (...blocks: readonly Block[]): string => printBlocks(blocks, "index");

  it.each<[string, Block[], string]>([
    ["a list", bullets(["a", "b"]), "- a\n- b\n"],
    [
      "a list in a list",
      nestedBullets([
        { text: text`a`, items: [text`b`, text`c`] },
        { text: text`d`, items: [] },
      ]),
      "- a\n  - b\n  - c\n- d\n",
    ],
    ["code with a fence in it", [codeBlock("ts", "```\nb\n```")], "````ts\n```\nb\n```\n````\n"],
    ["code with a title", [jsonBlock(1, "The request")], '```json title="The request"\n1\n```\n'],
    ["JSON with backticks in it", [jsonBlock("````")], '`````json\n"````"\n`````\n'],
    [
      "JSON that hides something",
      [jsonBlock("\u2028\u202e\ud800é")],
      '```json\n"\\u2028\\u202e\\ud800é"\n```\n',
    ],
  ])("%s", (_, given, want) => {
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

  it("show the drawing of a diagram, a file beside the page, and tell it in words, whatever its texts hold", () => {
    const sequence: Sequence = {
      title: "A [pay]ment",
      steps: [
        { kind: "request", text: "a;b#c" },
        { kind: "answer", text: "<b>" },
        {
          kind: "opt",
          branches: [
            {
              text: " until\n\u2028 done",
              steps: [
                { kind: "opt", branches: [{ text: "maybe", steps: [{ kind: "note", text: "\u202en" }] }] },
              ],
            },
          ],
        },
        {
          kind: "alt",
          branches: [
            { text: "one", steps: [{ kind: "call", text: "callbackUrl" }] },
            { text: "other", steps: [] },
          ],
        },
      ],
    };
    expect(printBlocks([diagram(sequence)], "events/a b").split("\n")).toEqual([
      "![Diagram: A \\[pay\\]ment](a%20b.svg)",
      "",
      "- POS to You: a;b\\#c",
      "- You to POS: \\<b\\>",
      "- Optional, until done:",
      "  - Optional, maybe:",
      "    - \\\\u202en",
      "- One of these:",
      "  - If one:",
      "    - You to POS: callbackUrl",
      "  - If other: continues below.",
      "",
    ]);
  });
});
