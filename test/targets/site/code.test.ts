import { describe, expect, it } from "vitest";
import type { Sequence } from "../../../generator/docs/blocks/sequence.js";
import { codeBlock, diagram } from "../../../generator/docs/blocks/write.js";
import { attributeOf, named, textOf, withAttribute } from "./html-tree.js";
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
      kind: "loop",
      text: "until confirmed",
      steps: [
        { kind: "request", text: "pollExternalPayment" },
        { kind: "opt", text: "staff want out", steps: [{ kind: "note", text: long }] },
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
      "loop",
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

  it("describes its steps for readers who cannot see it", () => {
    const page = parsedPage(diagram(sequence));
    const [svg] = withAttribute(page, "role", "img");
    const told = (attributeOf(svg ?? page, "aria-labelledby") ?? "")
      .split(" ")
      .map((id) => withAttribute(page, "id", id).map(textOf).join());
    expect(told).toEqual([
      "A payment & more",
      "POS to You: startExternalPayment. Repeated (until confirmed): POS to You: pollExternalPayment. " +
        `Optional (staff want out): Note: ${long}. End of what is optional. End of what is repeated. ` +
        "You to POS: <script>alert(1)</script>\\u202e. " +
        "One of these. If paid: You to POS, a call of your own: callbackUrl. If not <b>paid</b>: it goes on below. End of the choice.",
    ]);
  });
});
