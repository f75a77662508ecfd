import { describe, expect, it } from "vitest";
import type { ReportBlock } from "../../../generator/pages/blocks/block.js";
import { printBlocks } from "../../../generator/pages/blocks/markdown.js";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";
import { code, plain, strong, styled, text } from "../../../generator/pages/blocks/text.js";
import {
  bullets,
  codeBlock,
  listItem,
  grid,
  heading,
  nestedBullets,
  toParagraph,
} from "../../../generator/pages/blocks/builders.js";
import { stripStyles } from "../../../generator/base/text/style.js";
import { measureWidth } from "../../../generator/base/text/words.js";

const print = (blocks: readonly ReportBlock[], columns?: number): readonly string[] =>
  stripStyles(printForTerminal(blocks, { columns })).split("\n").slice(0, -1);

const words = "a word and another, and many more words that take their room";

describe("a table on a terminal", () => {
  const rows = [
    ["你好", styled("good", "new"), words],
    ["ab😀", "changed", "short"],
  ] as const;

  it("lines up what is seen of its cells", () => {
    expect(print([grid(rows)])).toEqual([`你好  new      ${words}`, "ab😀  changed  short"]);
  });

  it("is broken within its columns where the terminal is narrower", () => {
    expect(print([heading(2, "Files"), grid(rows, { columns: ["a", "b", "c"] })], 48)).toEqual([
      "Files",
      "  a     b        c",
      "  你好  new      a word and another, and many",
      "                 more words that take their room",
      "  ab😀  changed  short",
    ]);
  });

  it("is as wide as its longest words where the terminal is narrower than these", () => {
    const cells = ["/dialog/dialogOptions/*/supplierArticleNumber", "is long"];
    const [line = ""] = print([grid([cells])], 20);
    expect(measureWidth(line)).toBe(measureWidth(cells.join("  ")));
  });

  it("has the last cell of an entry below its row, and no head", () => {
    const entries = grid(
      [
        ["safe", code("/a/b"), "Read it."],
        ["breaking", "c", ""],
      ],
      { columns: ["How", "Where", "To do"], isOfEntries: true },
    );
    expect(print([entries])).toEqual(["safe      /a/b", "          Read it.", "breaking  c"]);
  });
});

describe("a report on a terminal", () => {
  const report: readonly ReportBlock[] = [
    ...toParagraph("One: `a b`."),
    heading(2, "Two"),
    ...toParagraph("Its words."),
    ...nestedBullets([
      {
        text: text`${styled("name", "page.md:3")}, in short`,
        items: [plain(words)],
        blocks: [codeBlock("json", '{"a": 1}', "claims")],
      },
      listItem(plain("Three"), ...bullets(["x", "y"])),
    ]),
    codeBlock("sh", `call ${words}`),
    ...toParagraph("End."),
  ];

  it("has a blank line between its parts, what is below a heading indented, and what is copied on one line", () => {
    expect(print(report, 40)).toEqual([
      "One: `a b`.",
      "",
      "Two",
      "Its words.",
      "",
      "  page.md:3, in short",
      "    a word and another, and many more",
      "      words that take their room",
      '    claims: {"a": 1}',
      "  Three",
      "    x",
      "    y",
      `  call ${words}`,
      "",
      "End.",
    ]);
  });

  it("is broken nowhere in a pipe", () => {
    expect(print(report)).toContain(`    ${words}`);
  });

  it("keeps its styles where a line is broken", () => {
    const said = text`It is ${styled("error", "very wrong")} now.`;
    expect(printForTerminal([{ kind: "paragraph", text: said }], { columns: 12 })).toBe(
      "It is \u001b[31mvery\u001b[39m\n\u001b[31mwrong\u001b[39m now.\n",
    );
    expect(printForTerminal(toParagraph(strong(styled("name", "a"))))).toBe("\u001b[36ma\u001b[39m\n");
  });
});

it("Markdown has what is wrong and titles bold, names as code, and what is below an entry within it", () => {
  const blocks = [
    ...nestedBullets([
      {
        text: text`${styled("error", "wrong")} in ${styled("name", "a_b")} ${styled("faint", "(c_d)")}`,
        items: [plain("one")],
        blocks: [codeBlock("json", "{\n}", "two")],
      },
      listItem(plain("x"), ...bullets(["y"])),
    ]),
  ];
  expect(printBlocks(blocks, "")).toBe(
    '- **wrong** in `a_b` (c\\_d)\n  - one\n\n  ```json title="two"\n  {\n  }\n  ```\n- x\n\n  - y\n',
  );
});
