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

export interface Scenario {
  readonly model: Model;
  readonly fleet: Fleet;
  readonly draw: Draw;
  /** Per event, or per event and release. */
  readonly documents: number;
}

/** Releases that a generated spec may list, and others before, between and after them. */
const releaseTexts = ["0", "10", "15", "20.1", "20.1.2", "20.1.3", "30", "40", "50"];

/** Generated specs, each with a range or list that may name releases between the spec's own. */
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

export interface ScenarioLaw extends Omit<Trial<Scenario>, "values"> {
  readonly documents?: readonly [generated: number, real: number];
  /** The maximum number of fleets of the real spec. */
  readonly realFleets?: number;
}

/** Tests a law on generated specs and, except in `npm test`, on the real spec. */
export function itHolds({ documents = [10, 0], realFleets: most, ...trial }: ScenarioLaw): void {
  const { law, check } = trial;
  it(`${law}, over generated specs`, () => hold({ ...trial, values: scenarios(documents[0]) }));
  if (!isSmallSample)
    it(`${law}, over the real spec`, () =>
      holdEach(`${law}, real spec`, realScenarios(documents[1], most), check));
}

/** The real spec with several fleets, or with one small fleet in a sample. */
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

/** fast-check prints this text for a failing scenario. */
const withText = (scenario: Scenario, text: () => string): Scenario =>
  Object.assign(scenario, { [fc.toStringMethod]: text });

/**
 * The releases that shops of a fleet may run. These are the releases that can differ and, in a small spec, others
 * between and after them.
 */
export const listReleases = (fleet: Fleet): Release[] => {
  const { releases, max } = fleet;
  const others = releases.length > 8 ? [] : releaseTexts.map((text) => parseRelease(text) ?? baseline);
  return [...new Set([...releases, ...others, max])].filter((release) => isInFleet(release, fleet));
};

export const listEvents = ({ events }: Model, fleet: Fleet): { event: EventModel; releases: Release[] }[] =>
  events
    .map((event) => ({
      event,
      releases: fleet.releases.filter((release) => existsAt(event.exists, release)),
    }))
    .filter(({ releases }) => releases.length > 0);

/**
 * Documents of an object as one release knows it, or mixed from several, with up to three faults. They are like
 * the results of JSON.parse.
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
