import { parseRelease } from "../../generator/base/time/release.js";
import { spanBetween } from "../../generator/base/time/spans.js";
import type { Coverage } from "../../generator/base/time/fleet.js";
import type { Availability, Block, Sequence } from "../../generator/pages/blocks/block.js";
import {
  beside,
  bullets,
  codeBlock,
  diagram,
  heading,
  jsonBlock,
  nestedBullets,
  table,
  toBlocks,
} from "../../generator/pages/blocks/builders.js";
import { code, link, text } from "../../generator/pages/blocks/text.js";

const existing = (since?: string, until?: string, coverage: Coverage = "every shop"): Availability => ({
  exists: spanBetween(parseRelease(since ?? ""), parseRelease(until ?? "")),
  coverage,
});

/** Its texts have a meaning in Markdown, HTML or JavaScript. */
export const sequence: Sequence = {
  title: "A [payment] & more",
  steps: [
    { kind: "request", text: "a;b#c" },
    {
      kind: "opt",
      branches: [
        {
          text: " until\n\u2028 done",
          steps: [{ kind: "opt", branches: [{ text: "maybe", steps: [{ kind: "note", text: "\u202en" }] }] }],
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

const json = `{"a": 1, "b" :2, "c": ["d", "e: f", "\\"\\\\", "</code>&", "é"],
  "numbers": [-1.25e+10, 0.5E-3, 12, 1e5], "others": [true,false,null] }
nullable untrue a1
<b>& "<
"a
"b"`;

/** A page with each kind of block, and with texts that mean something to a printer. */
export const blocks: readonly Block[] = toBlocks(
  heading(2, "Before"),
  table(["Secret", "Since"], [[code("a|b"), "v59"]]),
  heading(2, "Property second"),
  table(
    ["Property", "Required", "Since", "Description"],
    [
      [code("second"), true, existing(), "First of two."],
      [code("second"), false, existing("59"), "Second of two."],
      [code("odd name/é"), true, existing("59.3.2", undefined, "some shops"), "Odd."],
      ["plain words", true, existing("15.1", "59", "no shop"), "No code."],
      [link("linked", "enums"), true, existing(undefined, "59"), ""],
    ],
    "property",
  ),
  table(["Value", "Since", "Meaning"], [[code("second"), existing(), "A value."]], "value"),
  // Readers scan a table with many columns.
  { ...table("A B C D E F G H I".split(" "), ["1 2 3 4 5 6 7 8 9".split(" ")]), fold: "All of them" },
  heading(2, "Fields"),
  heading(3, "Some"),
  text`Words about ${link("a page", "events/scanCode", "x")}.`,
  ...beside([codeBlock("json", "{}", "A sample")]),
  ...bullets(["a", "b"]),
  ...nestedBullets([
    { text: text`a`, items: [text`b`, text`c`] },
    { text: text`d`, items: [] },
  ]),
  codeBlock("json", json),
  codeBlock("ts", "```\nconst a = `<b>`;\n```"),
  jsonBlock(1, "The request"),
  jsonBlock("````"),
  jsonBlock("\u2028\u202e\ud800é"),
  diagram(sequence),
  { ...heading(2, "Folded"), isFolded: true },
  text`Stays in ${code("view")}.`,
  ...bullets(["hidden"]),
  ...beside([codeBlock("json", "{}", "A folded sample")]),
  { ...heading(2, "Folded too"), isFolded: true },
  text`A ${link("link", "enums")} is not in a summary.`,
  heading(2, "After"),
);
