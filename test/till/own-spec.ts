import { loadSpec } from "../../generator/package/load-spec.js";
import { buildModel } from "../../generator/model/build.js";
import type { Model } from "../../generator/model/model.js";
import type { CheckedSpec } from "../../generator/spec/checked-spec.js";

/** The spec that the package brings along: what its till knows. */
export function loadOwnSpec(): CheckedSpec {
  const loaded = loadSpec();
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
}

export const loadOwnModel = (): Model => buildModel(loadOwnSpec());
