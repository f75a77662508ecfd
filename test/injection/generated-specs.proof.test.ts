import * as fc from "fast-check";
import { describe, it } from "vitest";
import type { SourceFile } from "../../generator/spec/read/read-spec.js";
import { scaleAmount } from "../fuzz/amount.js";
import { fromTape, oneOf } from "../workbench/draw.js";
import { toSources, specs, type Spec } from "../laws/specs/generators.js";
import { fail, hold } from "../laws/run.js";
import { enumValues, type Json } from "../laws/specs/shapes.js";
import { hostileStrings } from "./hostile-strings.js";
import { faultsOf, outputOf } from "./injected.js";

interface Injected {
  readonly spec: Spec;
  /** Which hostile string a text becomes. */
  readonly tape: readonly number[];
}

const injected = (): fc.Arbitrary<Injected> =>
  fc.record({ spec: specs(), tape: fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 40 }) });

describe("hostile texts in generated specs", () => {
  it("stay texts in the code, and in the docs of one in ten", () =>
    hold({
      law: "injection",
      values: injected(),
      runs: scaleAmount({ suite: 100, full: 10_000 }),
      check: async ({ spec, tape }) => {
        const texts = drawTexts(tape);
        const names = (tape[0] ?? 0) % 10 === 0 ? ["receiver", "docs"] : ["receiver"];
        const responses = (tape[1] ?? 0) % 2 === 0 ? "gated" : "safe";
        const plain = await outputOf(
          filled(spec, (text) => `word ${[...texts.keys()].indexOf(text)}`),
          { names, responses },
        );
        const hostile = await outputOf(
          filled(spec, (text) => texts.get(text) ?? text),
          { names, responses },
        );
        // A fleet whose answers no release agrees on is refused with either.
        if (!plain.ok && !hostile.ok) return;
        if (!plain.ok || !hostile.ok) return fail("only one of both is generated", { plain, hostile });
        const back = new Map([...texts.values()].map((text, index) => [`word ${index}`, text.slice(0, 500)]));
        const faults = await faultsOf({
          plain: plain.value,
          hostile: hostile.value,
          turned: (text) => back.get(text) ?? text,
          names: new Set(back.values()),
        });
        if (faults.length > 0) fail("a text got out", { faults, texts: [...texts] });
      },
    }));
});

/** The texts that generated specs have: the values of enums, and prose. */
const texts = [...enumValues, "Changes.", "Fault.", "All.", "Event.", "Object.", "Shared.", "Note."];

/** Values of an enum have to differ. */
function drawTexts(tape: readonly number[]): ReadonlyMap<string, string> {
  const draw = fromTape(tape);
  const left = hostileStrings.filter((text) => text.length <= 500 && !/\p{Cs}/u.test(text));
  return new Map(texts.map((text) => [text, left.splice(left.indexOf(oneOf(draw, left)), 1).join("")]));
}

/** A generated spec with other texts. */
const filled = (spec: Spec, textFor: (text: string) => string): readonly SourceFile[] =>
  toSources(new Map([...spec].map(([path, file]) => [path, fill(file, textFor) as Json])));

function fill(value: unknown, textFor: (text: string) => string): unknown {
  const known = (text: string) => (texts.includes(text) ? textFor(text) : text);
  if (typeof value === "string") return known(value);
  if (Array.isArray(value)) return value.map((item) => fill(item, textFor));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [known(key), fill(part, textFor)]));
}
