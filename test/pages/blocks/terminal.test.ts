import { expect, it } from "vitest";
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

const words = "a word and another, and many more words that take their room";

const table = grid(
  [
    ["你好", styled("good", "new"), words],
    ["ab😀", "changed", "short"],
  ],
  { columns: ["a", "b", "c"] },
);

/** Its last cells are below their rows, and it has no head. */
const entries = grid(
  [
    ["safe", code("/a/b"), "Read it."],
    ["breaking", "c", ""],
  ],
  { columns: ["How", "Where", "To do"], isOfEntries: true },
);

/** What is copied stays on one line. */
const report: readonly ReportBlock[] = [
  ...toParagraph("One: `a b`."),
  table,
  heading(2, "Two"),
  ...toParagraph("Its words."),
  table,
  ...nestedBullets([
    {
      text: text`${styled("error", "wrong")} in ${styled("name", "a_b")} ${styled("faint", "(c_d)")}: ${words}`,
      items: [plain(words)],
      blocks: [codeBlock("json", '{"a": 1}', "claims")],
    },
    listItem(plain("Three words that are as long as the narrow ones"), ...bullets(["x", "y"])),
  ]),
  codeBlock("sh", `call ${words}`),
  entries,
  ...toParagraph("End."),
];

it("prints a report on a wide terminal, a narrow one, and as Markdown", async () => {
  const texts = [
    ...[undefined, 48].map((columns) => stripStyles(printForTerminal(report, { columns }))),
    printBlocks(report, ""),
  ];
  await expect(texts.join(`\n${"=".repeat(48)}\n\n`)).toMatchFileSnapshot("report.txt");
});

it("has a table as wide as its longest words on a narrower terminal", () => {
  const cells = ["/dialog/dialogOptions/*/supplierArticleNumber", "is long"];
  expect(printForTerminal([grid([cells])], { columns: 20 })).toBe(`${cells.join("  ")}\n`);
});

it("keeps styles where a line is broken", () => {
  const said = text`It is ${styled("error", "very wrong")} now.`;
  expect(printForTerminal([{ kind: "paragraph", text: said }], { columns: 12 })).toBe(
    "It is \u001b[31mvery\u001b[39m\n\u001b[31mwrong\u001b[39m now.\n",
  );
  expect(printForTerminal(toParagraph(strong(styled("name", "a"))))).toBe("\u001b[36ma\u001b[39m\n");
});
