import { describe, expect, it } from "vitest";
import type { Sequence } from "../../../generator/pages/blocks/block.js";
import { codeBlock, diagram } from "../../../generator/pages/blocks/builders.js";
import { attributeOf, named, textOf, withAttribute, type HtmlNode } from "./html-tree.js";
import { parsedPage } from "./sites.js";

describe("a block of code", () => {
  it("reads as it was written, whatever its language", () => {
    const code = '{\n  "a": [-1.5e3, true, null, "x: \\"</code>\\" & b"]\n}\n\n<b>&amp;';
    for (const language of ["json", "ts", "", "klingon"]) {
      const page = parsedPage(codeBlock(language, code));
      expect(named(page, "pre").map(textOf)).toEqual([code]);
    }
  });
});

const long =
  "a very long text about what the terminal does meanwhile, and about why it may take its time for it";

const sequence: Sequence = {
  title: "A payment & more",
  steps: [
    { kind: "request", text: "startExternalPayment" },
    {
      kind: "opt",
      branches: [
        {
          text: "until confirmed",
          steps: [
            { kind: "request", text: "pollExternalPayment" },
            { kind: "opt", branches: [{ text: "staff want out", steps: [{ kind: "note", text: long }] }] },
          ],
        },
      ],
    },
    { kind: "answer", text: "<script>alert(1)</script>\u202e" },
    {
      kind: "alt",
      branches: [
        { text: "paid", steps: [{ kind: "call", text: "callbackUrl" }] },
        { text: "not <b>paid</b>", steps: [] },
      ],
    },
  ],
};

describe("a diagram", () => {
  it("is drawn with every text in it", () => {
    const [svg] = named(parsedPage(diagram(sequence)), "svg").slice(-1);
    const drawn = svg
      ? named(svg, "text").map((text) => named(text, "tspan").map(textOf).join(" ") || textOf(text))
      : [];
    expect(drawn).toEqual([
      "POS",
      "You",
      "startExternalPayment",
      "opt",
      "until confirmed",
      "pollExternalPayment",
      "opt",
      "staff want out",
      long,
      "<script>alert(1)</script>\\u202e",
      "alt",
      "paid",
      "callbackUrl",
      "not <b>paid</b>",
    ]);
  });

  it.each([
    ["a long word", "w".repeat(100), ["w".repeat(40), "w".repeat(40), "w".repeat(20)]],
    ["characters of two units", `w${"𝒜".repeat(60)}`, [`w${"𝒜".repeat(39)}`, "𝒜".repeat(21)]],
    ["wide characters", "付款已完成".repeat(6), ["付款已完成".repeat(4), "付款已完成".repeat(2)]],
    ["wide words", "付款已完成 ".repeat(6).trim(), Array(2).fill("付款已完成 付款已完成 付款已完成")],
    ["accents of their own", "e\u0301".repeat(50), ["e\u0301".repeat(40), "e\u0301".repeat(10)]],
  ])("is as wide as its lines allow: %s", (_, text, lines) => {
    const page = parsedPage(diagram({ title: "A payment", steps: [{ kind: "note", text }] }));
    expect(named(page, "tspan").map(textOf)).toEqual(lines);
  });

  it("has all of the longest word", () => {
    const text = "w".repeat(200_000);
    const page = parsedPage(diagram({ title: "A payment", steps: [{ kind: "note", text }] }));
    expect(named(page, "tspan").map(textOf).join("")).toBe(text);
  });

  it("is told in words below, for readers who cannot see it", () => {
    const page = parsedPage(diagram(sequence));
    const [svg] = withAttribute(page, "role", "img");
    expect(svg && attributeOf(svg, "aria-label")).toBe("A payment & more");
    const [words = page] = withAttribute(page, "class", "unfold");
    expect(named(words, "summary").map(textOf)).toEqual(["In words: A payment & more"]);
    const [list = words] = words.children?.filter(({ name }) => name === "ul") ?? [];
    expect(linesOf(list)).toEqual([
      "POS to You: startExternalPayment",
      "Optional, until confirmed:",
      "  POS to You: pollExternalPayment",
      "  Optional, staff want out:",
      `    ${long}`,
      "You to POS: <script>alert(1)</script>\\u202e",
      "One of these:",
      "  If paid:",
      "    You to POS: callbackUrl",
      "  If not <b>paid</b>: continues below.",
    ]);
  });
});

/** One entry per line, with nested lists indented. */
const linesOf = ({ children = [] }: HtmlNode): string[] =>
  children
    .filter(({ name }) => name === "li")
    .flatMap((entry) => [
      (entry.children?.[0]?.value ?? "").trim(),
      ...(entry.children ?? [])
        .filter(({ name }) => name === "ul")
        .flatMap((list) => linesOf(list).map((line) => `  ${line}`)),
    ]);
