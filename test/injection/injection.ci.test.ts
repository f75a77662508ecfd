import { beforeAll, describe, expect, it } from "vitest";
import { scaleAmount, isFuzzing } from "../workbench/amount.js";
import { hasNaughtyStrings, naughtyStrings } from "../base/text/hostile-texts.js";
import { fromSeed, oneOf } from "../workbench/draw.js";
import { seed } from "../workbench/seed.js";
import { hostileStrings } from "./hostile-strings.js";
import { inject, turn } from "./injected.js";
import { places } from "./marked-spec.js";

const roundsOf = (count: number) => Array.from({ length: count }, (_, round) => round);

beforeAll(() => console.log(`injection: MPLUS_SEED=${seed}${isFuzzing ? ", all of it" : ""}`));

describe("hostile texts of a spec", () => {
  // The quick tests cover the first round.
  it.each(roundsOf(isFuzzing ? 5 : 2).slice(1))(
    "stay texts where all of them meet: round %i",
    async (round) => {
      expect(await inject(turn(hostileStrings, round))).toEqual([]);
    },
  );

  const draw = fromSeed(seed);
  const lone = roundsOf(scaleAmount({ suite: 3, full: 60 })).map(
    () => [oneOf(draw, hostileStrings), oneOf(draw, places)] as const,
  );
  it.each(lone)("%j stays a text as the %s alone", async (text, only) => {
    expect(await inject((place) => (place === only ? text : "plain"))).toEqual([]);
  });

  const both = hostileStrings.flatMap((text, index) =>
    (["gated", "safe"] as const)
      .filter((_, mode) => isFuzzing || index % 2 === mode)
      .map((responses) => [text, responses] as const),
  );
  it.each(both)(
    "%j stays a text in the code, in all places at once, of %s answers",
    async (text, responses) => {
      expect(await inject(() => text, { names: ["validators"], responses })).toEqual([]);
    },
  );

  it.each(isFuzzing ? hostileStrings : [])("%j stays a text in all places at once", async (text) => {
    expect(await inject(() => text)).toEqual([]);
  });
});

/** The dialect rejects blank prose. */
const naughty = naughtyStrings.filter((text) => text.trim() !== "");

describe.skipIf(!hasNaughtyStrings)("naughty strings (skipped where ../shared/corpora is absent)", () => {
  it("are there", () => expect(naughtyStrings.length).toBeGreaterThanOrEqual(500));

  it.each(roundsOf(Math.ceil(naughty.length / places.length)))("stay texts: round %i", async (round) => {
    expect(await inject(turn(naughty, round))).toEqual([]);
  });

  // A quarter of them each night.
  const tonight = naughty.filter((_, index) => isFuzzing && index % 4 === seed % 4);
  it.each(tonight)("%j stays a text in all places at once", async (text) => {
    expect(await inject(() => text)).toEqual([]);
  });
});
