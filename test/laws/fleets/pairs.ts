import * as fc from "fast-check";
import type { Model } from "../../../generator/contract/model/model.js";
import type { Change } from "../../../generator/changes/change.js";
import { diffFleets, diffSpecs } from "../../../generator/changes/diff.js";
import type { Fleet } from "../../../generator/base/time/fleet.js";
import type { Release } from "../../../generator/base/time/release.js";
import { fromSeed, happens, type Draw } from "../../workbench/draw.js";
import { revise, toModel, specs, type Spec } from "../specs/generators.js";
import { fleetFrom } from "../judges/interpreted.js";
import { drawTinySpec } from "../specs/tiny-specs.js";

export interface Contract {
  readonly model: Model;
  readonly fleet: Fleet;
}

export interface Pair {
  readonly old: Contract;
  readonly now: Contract;
  readonly changes: readonly Change[];
  readonly draw: Draw;
}

/** Makes two contracts from a generated spec. Also returns the second spec, if there is one. */
type MakePair = (spec: Spec, draw: Draw) => readonly [Pair, Spec?];

export const pairs = (divide: MakePair, from = specs()): fc.Arbitrary<Pair> =>
  fc.record({ spec: from, seed: fc.nat(0x7fffffff) }).map(({ spec, seed }) => {
    const [pair, revised = spec] = divide(spec, fromSeed(seed));
    const text = () =>
      JSON.stringify({
        fleets: [pair.old.fleet.label, pair.now.fleet.label],
        old: Object.fromEntries(spec),
        now: Object.fromEntries(revised),
      });
    return Object.assign(pair, { [fc.toStringMethod]: text });
  });

/** Releases that a generated spec may list, with one before them and one between. */
const releaseTexts = ["0", "10", "15", "20.1", "20.1.3", "40"];

/**
 * Two states of a spec for a fleet that begins at some release. They are compared without a range or from that
 * release. A fleet with an upper end is compared without a range.
 */
const statesBy =
  (next: (draw: Draw, spec: Spec) => Spec): MakePair =>
  (spec, draw) => {
    const revised = next(draw, spec);
    const [before, after] = [toModel(spec), toModel(revised)];
    const from = draw.below(releaseTexts.length);
    const to = happens(draw, 50) ? from + draw.below(releaseTexts.length - from) : undefined;
    const at = (model: Model): Contract => ({
      model,
      fleet: fleetFrom(model, releaseTexts[from], to === undefined ? undefined : releaseTexts[to]),
    });
    const range = { min: at(after).fleet.min, max: Infinity as Release };
    const { changes } = diffSpecs(before, after, to === undefined && happens(draw, 50) ? range : undefined);
    return [{ old: at(before), now: at(after), changes, draw }, revised];
  };

export const twoStates = statesBy(revise);

/** Two tiny specs. As states of one spec, they have little in common. */
export const unrelatedSpecs = statesBy(drawTinySpec);

export const createPair = (model: Model, [from, to]: readonly [Fleet, Fleet], draw: Draw): Pair => ({
  old: { model, fleet: from },
  now: { model, fleet: to },
  changes: diffFleets(model, from, to).changes,
  draw,
});

export const twoFleets: MakePair = (spec, draw) => {
  const model = toModel(spec);
  const range = () => {
    const from = draw.below(releaseTexts.length);
    return fleetFrom(model, releaseTexts[from], releaseTexts[from + draw.below(releaseTexts.length - from)]);
  };
  return [createPair(model, [range(), range()], draw)];
};
