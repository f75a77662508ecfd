import * as fc from "fast-check";
import { describe, it } from "vitest";
import { emit, collectFiles, layOutFiles, toSpec, type Range } from "../workbench/emit.js";
import { fromSeed, oneOf } from "../workbench/draw.js";
import { toSources, specs } from "./specs/generators.js";
import { findLostOrUnrelated, grow } from "./specs/grow.js";
import { fail, hold } from "./run.js";

const ranges: readonly Range[] = ["10..", "..", "20.1..", "15..60", "..60", "60..60"];
const modes = ["safe", "gated"] as const;

/** Law: a release that only adds to the spec only adds lines to the output, next to new names. */
describe("a release that only adds leaves the rest of the output as it is", () => {
  it("in generated specs: nothing is lost or changed, and what is added names something new", () =>
    hold({
      law: "local growth",
      values: fc.record({ spec: specs(), seed: fc.nat(0x7fffffff) }),
      runs: 60,
      check: async ({ spec, seed }, count) => {
        const draw = fromSeed(seed);
        const grown = grow(spec, draw);
        const [range, responses] = [oneOf(draw, ranges), oneOf(draw, modes)];
        const [before, after] = await Promise.all(
          [spec, grown].map(async (each) => {
            const options = { targets: ["receiver"], responses };
            const emitted = emit(toSpec(toSources(each)), range, options);
            // A fleet has no output if no event can be answered.
            return emitted.then(
              (made) => layOutFiles(collectFiles(made)),
              () => undefined,
            );
          }),
        );
        if (!before) return;
        if (!after) return fail("the growth takes everything away", { range, responses });
        count.documents += after.size;
        const sprawl = findLostOrUnrelated(before, after);
        if (sprawl.length > 0)
          fail("the growth is not local", { range, responses, sprawl, grown: Object.fromEntries(grown) });
      },
    }));
});
