import { expect, it } from "vitest";
import type { SequenceStep } from "../../../generator/pages/blocks/block.js";
import { drawSequence } from "../../../generator/pages/blocks/sequence-drawing.js";
import { sequence } from "../blocks.js";
import { named, parseHtml, textOf } from "./html-tree.js";

/** The lines of each text. */
const draw = (title: string, steps: readonly SequenceStep[]): string[][] =>
  named(parseHtml(drawSequence({ title, steps })), "text").map((text) => {
    const lines = named(text, "tspan").map(textOf);
    return lines.length > 0 ? lines : [textOf(text)];
  });

it("a drawing shows every text", () => {
  expect(draw(sequence.title, sequence.steps).map((lines) => lines.join(" "))).toEqual([
    ...["POS", "You", "a;b#c", "opt", "until done", "opt", "maybe", "\\u202en"],
    ...["<script>alert(1)</script>\\u202e", "alt", "paid", "callbackUrl", "not <b>paid</b>"],
  ]);
});

it.each([
  ["a long word", "w".repeat(100), ["w".repeat(40), "w".repeat(40), "w".repeat(20)]],
  ["characters of two units", `w${"𝒜".repeat(60)}`, [`w${"𝒜".repeat(39)}`, "𝒜".repeat(21)]],
  ["wide characters", "付款已完成".repeat(6), ["付款已完成".repeat(4), "付款已完成".repeat(2)]],
  ["wide words", "付款已完成 ".repeat(6).trim(), Array(2).fill("付款已完成 付款已完成 付款已完成")],
  ["accents of their own", "e\u0301".repeat(50), ["e\u0301".repeat(40), "e\u0301".repeat(10)]],
])("a drawing breaks %s", (_name, text, lines) => {
  expect(draw("A payment", [{ kind: "note", text }]).at(-1)).toEqual(lines);
});

it("a drawing has all of the longest word", () => {
  const text = "w".repeat(200_000);
  expect(
    draw("A payment", [{ kind: "note", text }])
      .at(-1)
      ?.join(""),
  ).toBe(text);
});
