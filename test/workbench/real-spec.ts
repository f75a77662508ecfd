import { createSnapshots, type Snapshots } from "../../generator/contract/lattice/snapshot.js";
import { once } from "../../generator/base/once.js";
import { loadSpec } from "../../generator/contract/package/package-files.js";
import { buildModel } from "../../generator/contract/model/build.js";
import type { Model } from "../../generator/contract/model/model.js";
import { ownSpec as frozenSpec } from "./kept-spec-location.js";
import { need } from "./need.js";
import { buildView } from "../../generator/contract/view/build-view.js";
import { parseFleet, type FleetOptions } from "../../generator/base/time/fleet.js";
import type { View } from "../../generator/contract/view/view.js";

export { frozenSpec };

export const loadRealModel = once((): Model => loadModel(frozenSpec));

const known = new WeakMap<Model, Snapshots>();

/** A model's snapshots, which tests share. */
export function snapshotsOf(model: Model): Snapshots {
  const snapshots = known.get(model) ?? createSnapshots(model);
  known.set(model, snapshots);
  return snapshots;
}

export const loadModel = (folder: string): Model => buildModel(need(loadSpec(folder)));

export function loadRealView(options: FleetOptions = {}, model: Model = loadRealModel()): View {
  return need(buildView(snapshotsOf(model), need(parseFleet(options, model))));
}

/** A range as users type it: `48..`, `..58`, `10..10`. */
export function loadRange(range: string, model: Model): View {
  const [minVersion, maxVersion] = range.split("..").map((end) => (end === "" ? undefined : end));
  return loadRealView({ minVersion, maxVersion }, model);
}
