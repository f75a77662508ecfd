import * as fc from "fast-check";
import { it } from "vitest";
import type { EventModel, Model, ObjectModel } from "../../../generator/contract/model/model.js";
import { baseline, parseRelease, type Release } from "../../../generator/base/time/release.js";
import { isInFleet, type Fleet } from "../../../generator/base/time/fleet.js";
import { takeSnapshot } from "../../../generator/contract/lattice/snapshot.js";
import { always, existsAt } from "../../../generator/base/time/spans.js";
import type { ObjectTree } from "../../../generator/contract/lattice/tree.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { drawObject } from "../documents/documents.js";
import { fromSeed, happens, oneOf, type Draw } from "../../workbench/draw.js";
import { toModel, specs } from "../specs/generators.js";
import { fleetFrom, listFrom } from "../judges/interpreted.js";
import { fold, join } from "../judges/lattice.js";
import { mutate } from "../documents/mutations.js";
import { seed } from "../../workbench/seed.js";
import { hold, holdEach, isSample, isSmallSample, type Trial } from "../run.js";

/** A spec, a fleet of shops that run some of its releases, and a source of documents. */
export interface Scenario {
  readonly model: Model;
  readonly fleet: Fleet;
  readonly draw: Draw;
  /** How many documents to try for each event, or each event at each release. */
  readonly documents: number;
}

/** Every release that a generated spec may list, what lies between them, before and after. */
const releaseTexts = ["0", "10", "15", "20.1", "20.1.2", "20.1.3", "30", "40", "50"];

/** Generated specs with a range, or a list, that may name what lies between their releases. */
export const scenarios = (documents = 10, draw = specs()): fc.Arbitrary<Scenario> =>
  fc
    .record({
      spec: draw,
      from: fc.nat(6),
      length: fc.nat(8),
      seed: fc.nat(0x7fffffff),
      list: fc.option(fc.subarray(releaseTexts, { minLength: 1 }), { freq: 2 }),
    })
    .map(({ spec, from, length, seed, list }) => {
      const model = toModel(spec);
      const fleet = list
        ? listFrom(model, list)
        : fleetFrom(
            model,
            releaseTexts[from],
            releaseTexts[Math.min(from + length, releaseTexts.length - 1)],
          );
      const scenario = { model, fleet, draw: fromSeed(seed), documents };
      return withText(scenario, () =>
        JSON.stringify({ fleet: fleet.label, seed, spec: Object.fromEntries(spec) }),
      );
    });

const realFleets = [["0"], ["48"], ["11.3", "59"], ["16", "16"]];

/** A law about scenarios, and how much to hold it against. */
export interface ScenarioLaw extends Omit<Trial<Scenario>, "values"> {
  /** How many documents to try in a generated spec, and in the real one. */
  readonly documents?: readonly [generated: number, real: number];
  /** By how many fleets the real spec is seen at most. */
  readonly realFleets?: number;
}

/** Holds a law over generated specs and, unless for `npm test`, over the real one. */
export function itHolds({ documents = [10, 0], realFleets: most, ...trial }: ScenarioLaw): void {
  const { law, check } = trial;
  it(`${law}, over generated specs`, () => hold({ ...trial, values: scenarios(documents[0]) }));
  it.skipIf(isSmallSample)(`${law}, over the real spec`, () =>
    holdEach(`${law}, real spec`, realScenarios(documents[1], most), check),
  );
}

/** A real spec, seen by so many fleets; as a sample by one of few releases. */
const realScenarios = (documents: number, most = 4): Scenario[] => {
  const model = loadRealModel();
  const fleets = isSample ? [["58", "59"]] : realFleets.slice(0, most);
  return fleets.map(([from, to], i) => ({
    model,
    fleet: fleetFrom(model, from, to),
    draw: fromSeed(seed + i),
    documents,
  }));
};

/** What fast-check prints of a scenario that breaks a law. */
const withText = (scenario: Scenario, text: () => string): Scenario =>
  Object.assign(scenario, { [fc.toStringMethod]: text });

/** Releases that shops of a fleet may run: those that can differ, and in a small spec what lies between and behind them. */
export const listReleases = (fleet: Fleet): Release[] => {
  const { releases, max } = fleet;
  const others = releases.length > 8 ? [] : releaseTexts.map((text) => parseRelease(text) ?? baseline);
  return [...new Set([...releases, ...others, max])].filter((release) => isInFleet(release, fleet));
};

/** Each event that the fleet knows, with the releases at which it exists. */
export const listEvents = ({ events }: Model, fleet: Fleet): { event: EventModel; releases: Release[] }[] =>
  events
    .map((event) => ({
      event,
      releases: fleet.releases.filter((release) => existsAt(event.exists, release)),
    }))
    .filter(({ releases }) => releases.length > 0);

/**
 * Documents of an object: what one of the releases knows, or parts of what several do, with up to three faults.
 * They are as JSON.parse makes them.
 */
export function drawDocuments(
  draw: Draw,
  object: ObjectModel,
  releases: readonly Release[],
  count: number,
): unknown[] {
  const trees = releases.map((release) => takeSnapshot({ release, exists: always }).object(object));
  const joined = fold(trees, join);
  const all = joined ? [...trees, joined] : trees;
  return Array.from({ length: count }, () => drawDocument(draw, oneOf(draw, all)));
}

export const drawDocument = (draw: Draw, tree: ObjectTree): unknown =>
  mutate(draw, drawObject(draw, tree), happens(draw, 60) ? draw.below(4) : 0);
