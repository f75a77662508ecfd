import * as fc from "fast-check";
import type { Model } from "../../../generator/model/model.js";
import type { Change } from "../../../generator/diff/change.js";
import { diffFleets } from "../../../generator/diff/diff-fleets.js";
import { diffSpecs } from "../../../generator/diff/diff-specs.js";
import { fleetOf, type Fleet } from "../../../generator/time/fleet.js";
import { fromSeed, oneOf, type Draw } from "../../workbench/draw.js";
import { modelOf, specs, type Spec } from "../specs/generators.js";
import { fleetFrom } from "../judges/interpreted.js";
import { revise } from "../specs/revisions.js";
import { drawTinySpec } from "../specs/tiny-specs.js";

/** A spec, and a fleet of it. */
export interface Contract {
  readonly model: Model;
  readonly fleet: Fleet;
}

/** Two contracts, what is said to differ between them, and a source of documents. */
export interface Pair {
  readonly old: Contract;
  readonly now: Contract;
  readonly changes: readonly Change[];
  readonly draw: Draw;
}

/** Makes two contracts of a generated spec, and a text of the second spec where that is another one. */
type Divide = (spec: Spec, draw: Draw) => readonly [Pair, Spec?];

/** Pairs of contracts that are made of generated specs. */
export const pairs = (divide: Divide, from = specs()): fc.Arbitrary<Pair> =>
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

/** Every release that a generated spec may list, what lies before, and one between. */
const moments = ["0", "10", "15", "20.1", "20.1.3", "40"];

/** Two states of a spec, at one release. */
const statesBy =
  (next: (draw: Draw, spec: Spec) => Spec): Divide =>
  (spec, draw) => {
    const revised = next(draw, spec);
    const [before, after] = [modelOf(spec), modelOf(revised)];
    const release = fleetFrom(before, oneOf(draw, moments)).min;
    const at = (model: Model): Contract => ({ model, fleet: fleetOf(release, model) });
    const { changes } = diffSpecs(before, after, { min: release, max: release });
    return [{ old: at(before), now: at(after), changes, draw }, revised];
  };

export const states = statesBy(revise);

/** Two tiny specs: as states of one they have little in common. */
export const strangers = statesBy(drawTinySpec);

/** Two fleets of one spec. */
export const pairOf = (model: Model, [from, to]: readonly [Fleet, Fleet], draw: Draw): Pair => ({
  old: { model, fleet: from },
  now: { model, fleet: to },
  changes: diffFleets(model, from, to).changes,
  draw,
});

/** Two releases of a spec, in either order. */
export const releases: Divide = (spec, draw) => {
  const model = modelOf(spec);
  const release = () => fleetOf(fleetFrom(model, oneOf(draw, moments)).min, model);
  return [pairOf(model, [release(), release()], draw)];
};

/** Two ranges of a spec's releases. */
export const fleets: Divide = (spec, draw) => {
  const model = modelOf(spec);
  const range = () => {
    const from = draw.below(moments.length);
    return fleetFrom(model, moments[from], moments[from + draw.below(moments.length - from)]);
  };
  return [pairOf(model, [range(), range()], draw)];
};
