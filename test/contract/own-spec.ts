import { buildModel } from "../../generator/model/build.js";
import { once } from "../../generator/once.js";
import { loadReviewedSpec } from "../../generator/cli/spec-folder.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { formatRelease } from "../../generator/time/release.js";
import type { View } from "../../generator/view/view.js";
import { loadRange } from "../workbench/real-spec.js";

/** The spec that is maintained, linted, with the reviews of its sources: read when it is first asked for. */
export const loadOwnSpec = once(() => {
  const loaded = loadReviewedSpec(ownSpec);
  if (loaded.ok) return loaded.value.spec;
  throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
});

/** Its model. */
export const loadOwnModel = once(() => buildModel(loadOwnSpec()));

/** What a fleet sees of it: `48..`; of the newest release, if none is named. */
export function loadOwnRange(range?: string): View {
  const model = loadOwnModel();
  const newest = model.releases.at(-1);
  return loadRange(range ?? (newest ? `${formatRelease(newest.release)}..` : ".."), model);
}

/** The sentence of a test that fails because the spec has grown: which list has to grow with it, and where. */
export const extend = (list: string): string => `Has the spec grown? Then extend ${list}`;

/** The same of a source that does not say what the spec has: what is added to the reviews, for each line that is left over. */
export const review = (title: string): string =>
  extend(
    `"claims" in spec/drift/reviewed.json, for each line below: { "source": "${title}", "claim": "request a.b existence", "why": "…" }`,
  );
