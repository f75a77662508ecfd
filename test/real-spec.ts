import { loadSpec } from "../generator/cli/load-spec.js";
import { buildModel } from "../generator/model/build.js";
import type { Model } from "../generator/model/model.js";
import type { Outcome } from "../generator/problem/problem.js";
import { buildView } from "../generator/version/build-view.js";
import { parseFleet, type FleetOptions } from "../generator/version/fleet.js";
import type { View } from "../generator/version/view.js";

/** The model of the spec that lies in this repository. */
export const loadRealModel = (): Model => buildModel(valueOf(loadSpec()));

/** What a fleet sees of it. */
export function loadRealView(options: FleetOptions = {}, model: Model = loadRealModel()): View {
  return valueOf(buildView(model, valueOf(parseFleet(options, model))));
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
