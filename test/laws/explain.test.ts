import { describe } from "vitest";
import { explain, explanationToJson, type Explanation } from "../../generator/changes/explain.js";
import type { Model } from "../../generator/contract/model/model.js";
import { createPaths } from "../../generator/contract/model/paths.js";
import { isInFleet, type Fleet } from "../../generator/base/time/fleet.js";
import { existsAt } from "../../generator/base/time/spans.js";
import { itHolds, type Scenario } from "./fleets/scenarios.js";
import { fail, type Count } from "./run.js";

/** Law: explain's statements about a fleet follow from the releases that have the part. */
describe("explain contradicts itself nowhere", () => {
  itHolds({ law: "explain", realFleets: 1, runs: 100, leastDocuments: 1000, check: agreesWithItself });
});

function agreesWithItself({ model, fleet }: Scenario, count: Count): void {
  for (const path of new Set(createPaths(model).properties.map(({ path }) => path))) {
    const explained = explain(path, fleet, model);
    for (const each of explained.ok ? explained.value.matches : []) {
      if (each.kind === "event" || each.aside) continue;
      count.documents += 1;
      const lacking = listLacking(each, { model, fleet });
      if (lacking.length > 0)
        fail("some of these shops lack it", { fleet: fleet.label, lacking, ...explanationToJson(each) });
    }
  }
}

/** The releases that lack the part in these events' requests or answers, although explain says that they have it. */
function listLacking(
  { inFleet, everywhereWith, exists }: Explanation,
  { model, fleet }: { model: Model; fleet: Fleet },
) {
  const events = model.events.filter(({ name }) => everywhereWith?.includes(name));
  return fleet.releases.filter(
    (release) =>
      isInFleet(release, fleet) &&
      (inFleet === "every shop" || events.some((event) => existsAt(event.exists, release))) &&
      !existsAt(exists, release),
  );
}
