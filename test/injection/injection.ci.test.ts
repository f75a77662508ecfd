import { beforeAll, describe, expect, it } from "vitest";
import type { SourceFile } from "../../generator/spec/read/read-spec.js";
import { fromSeed, oneOf } from "../workbench/draw.js";
import { scaleAmount, isFuzzing } from "../fuzz/amount.js";
import { seed } from "../workbench/seed.js";
import { hasNaughtyStrings, naughtyStrings } from "../text/hostile-texts.js";
import { hostileStrings } from "./hostile-strings.js";
import { faultsOf, outputOf, type Asked, type Output } from "./injected.js";
import { fitted, places, specWith } from "./marked-spec.js";

/** Which text a place gets, by its number. */
type Choice = (place: string, index: number) => string;

/** The faults of an output that has these texts, held against one in which each is a plain word. */
async function inject(choose: Choice, asked?: Asked): Promise<string[]> {
  const texts = new Map(places.map((place, index) => [place, choose(place, index)]));
  const words = new Map([...new Set(texts.values())].map((text, index) => [text, `word ${index}`]));
  const textAt = (place: string) => texts.get(place) ?? "";
  const hostile = await need(specWith(textAt), asked);
  const plain = await plainOutput(
    specWith((place) => words.get(textAt(place)) ?? ""),
    asked,
  );
  // Of all texts only the values of enums are literals of the code.
  const value = textAt("enum value");
  const turned = (text: string) => (text === words.get(value) ? fitted("enum value", value) : text);
  const names = ["enum value", "example key", "example nested key"].map((place) =>
    fitted(place, textAt(place)),
  );
  return faultsOf({ plain, hostile, turned, names: new Set(names) });
}

const known = new Map<string, Promise<Output>>();

/** Where one text is in all places, the plain output is the same for each. */
function plainOutput(sources: readonly SourceFile[], asked: Asked | undefined): Promise<Output> {
  const key = JSON.stringify([sources, asked]);
  const output = known.get(key) ?? need(sources, asked);
  known.set(key, output);
  return output;
}

async function need(sources: readonly SourceFile[], asked?: Asked): Promise<Output> {
  const output = await outputOf(sources, asked);
  if (!output.ok) throw new Error(JSON.stringify(output.problems, null, 2));
  return output.value;
}

/** Each place gets another text, and so many of them meet in one output; the next round turns them on. */
const turn =
  (texts: readonly string[], round: number): Choice =>
  (_, index) =>
    texts[(index + round * places.length) % texts.length] ?? "";

const roundsOf = (count: number) => Array.from({ length: count }, (_, round) => round);

beforeAll(() => console.log(`injection: MPLUS_SEED=${seed}${isFuzzing ? ", all of it" : ""}`));

describe("hostile texts of a spec", () => {
  it.each(roundsOf(5))("stay texts where many of them meet: round %i", async (round) => {
    expect(await inject(turn(hostileStrings, round))).toEqual([]);
  });

  const draw = fromSeed(seed);
  const lone = roundsOf(scaleAmount({ suite: 3, full: 300 })).map(
    () => [oneOf(draw, hostileStrings), oneOf(draw, places)] as const,
  );
  it.each(lone)("%j stays a text as the %s alone", async (text, only) => {
    expect(await inject((place) => (place === only ? text : "plain"))).toEqual([]);
  });

  const both = (["gated", "safe"] as const).flatMap((responses) =>
    hostileStrings.map((text) => [text, responses] as const),
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

/** The dialect wants prose: a blank is refused. */
const naughty = naughtyStrings.filter((text) => text.trim() !== "");

describe.skipIf(!hasNaughtyStrings)("naughty strings (skipped where ../shared/corpora is absent)", () => {
  it("are there", () => expect(naughtyStrings.length).toBeGreaterThanOrEqual(500));

  it.each(roundsOf(Math.ceil(naughty.length / places.length)))("stay texts: round %i", async (round) => {
    expect(await inject(turn(naughty, round))).toEqual([]);
  });

  it.each(isFuzzing ? naughty : [])("%j stays a text in all places at once", async (text) => {
    expect(await inject(() => text)).toEqual([]);
  });
});
