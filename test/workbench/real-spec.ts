import { createSnapshots, type Snapshots } from "../../generator/contract/lattice/snapshot.js";
import { join } from "node:path";
import { once } from "../../generator/base/once.js";
import { loadSpec } from "../../generator/contract/package/package-files.js";
import { buildModel } from "../../generator/contract/model/build.js";
import type { Model } from "../../generator/contract/model/model.js";
import type { Outcome } from "../../generator/base/problem/problem.js";
import { buildView } from "../../generator/contract/view/build-view.js";
import { parseFleet, type FleetOptions } from "../../generator/base/time/fleet.js";
import type { View } from "../../generator/contract/view/view.js";

/**
 * The contract as it once was: what the machine's tests stand on, so that `spec/` can grow and none of them notices.
 * Only the tests in `test/spec/`, which are of the vendor's facts, read `spec/` itself.
 */
export const frozenSpec = join(import.meta.dirname, "../fixtures/spec");

/** The model of that contract, which is real but for what came later. It is built once. */
export const loadRealModel = once((): Model => loadModel(frozenSpec));

const known = new WeakMap<Model, Snapshots>();

/** The snapshots of a model, which all that look at it share: what they are asked for is taken once. */
export function snapshotsOf(model: Model): Snapshots {
  const snapshots = known.get(model) ?? createSnapshots(model);
  known.set(model, snapshots);
  return snapshots;
}

/** The model of the contract in a folder. */
export const loadModel = (folder: string): Model => buildModel(valueOf(loadSpec(folder)));

/** What a fleet sees of it. */
export function loadRealView(options: FleetOptions = {}, model: Model = loadRealModel()): View {
  return valueOf(buildView(snapshotsOf(model), valueOf(parseFleet(options, model))));
}

/** What the fleet of a range sees of it, as a user writes one: `48..`, `..58`, `10..10`. */
export function loadRange(range: string, model: Model): View {
  const [minVersion, maxVersion] = range.split("..").map((end) => (end === "" ? undefined : end));
  return loadRealView({ minVersion, maxVersion }, model);
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message }) => message).join("\n"));
}
