import { happens, listOf, oneOf, type Draw } from "../../workbench/draw.js";
import { listSpellings } from "../../workbench/spellings.js";

/** Draws anything that might pass for a signature. It is sometimes the valid one. */
export function drawSignature(draw: Draw, good: string): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => oneOf(draw, listSpellings(good)),
    () => listOf(draw, 1, 3, () => 0).reduce<string>((text) => mutate(draw, text), good),
    () => mutate(draw, oneOf(draw, listSpellings(good))),
    () => Buffer.from(listOf(draw, 32, 32, () => draw.below(256))).toString("base64"),
    () => drawText(draw, 64),
    () => drawText(draw, 64).padEnd(44, "=").slice(0, 44),
    () => oneOf(draw, noSignatures),
    () => oneOf(draw, [[], [good], [good, good], ["", good], [good, ""], [[good]], ["😀"]]),
    () => undefined,
    () => good,
  ];
  // Huge signatures are slow to test and much alike, so they are rare.
  return draw.below(500) === 0 ? oneOf(draw, huge)(good) : oneOf(draw, kinds)();
}

const noSignatures = ["", " ", "   ", "=", "====", "\0", "😀", "é", "null", null, 0, 44, {}, true];

const huge: readonly ((good: string) => string)[] = [
  (good) => good.repeat(25_000),
  () => "A".repeat(1_000_000),
  () => "😀".repeat(250_000),
];

export function mutate(draw: Draw, text: string): string {
  const at = draw.below(text.length + 1);
  const before = text.slice(0, at);
  const changes = [
    () => before + drawCharacter(draw) + text.slice(at + 1),
    () => before + drawCharacter(draw) + text.slice(at),
    () => before + text.slice(at + 1),
    () => before,
    () => before + text,
    () => text.slice(at) + before,
  ];
  return oneOf(draw, changes)();
}

function drawText(draw: Draw, most: number): string {
  return listOf(draw, 0, most, () => drawCharacter(draw)).join("");
}

function drawCharacter(draw: Draw): string {
  if (happens(draw, 40)) return "ABCabc019+/=-_".charAt(draw.below(14));
  return String.fromCodePoint(draw.below(oneOf(draw, [0x80, 0x100, 0x10000, 0x110000])));
}
