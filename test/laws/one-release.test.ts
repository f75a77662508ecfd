import { describe, expect } from "vitest";
import type { Release } from "../../generator/base/time/release.js";
import { releaseFleet } from "../../generator/base/time/fleet.js";
import type { EventView, View } from "../../generator/contract/view/view.js";
import { findEvent, interpret, buildPossibleView } from "./judges/interpreted.js";
import { fitsAt } from "./judges/oracle.js";
import { fail, type Count } from "./run.js";
import { drawDocuments, listEvents, itHolds, listReleases, type Scenario } from "./fleets/scenarios.js";

/** Law: a fleet of one release sends and accepts exactly what the spec defines for that release. */
describe("the view of one release takes what the spec says of that release, in either mode", () => {
  itHolds({
    law: "one release",
    documents: [10, 3],
    realFleets: 1,
    runs: 150,
    leastDocuments: 3000,
    check: checkSnapshot,
  });
});

function checkSnapshot(scenario: Scenario, count: Count): void {
  const { model, fleet } = scenario;
  for (const release of listReleases(fleet)) {
    const safe = buildPossibleView(model, releaseFleet(release, model), "safe");
    const gated = buildPossibleView(model, releaseFleet(release, model), "gated");
    expect(withoutMode(gated)).toEqual(withoutMode(safe));
    for (const { event, releases } of listEvents(model, fleet)) {
      const known = findEvent(safe, event.name);
      for (const side of ["request", "response"] as const) {
        if (known) sameAsSpec(known, { side, release, releases }, scenario, count);
      }
    }
  }
}

/** Gates would be visible here. With a single release, nothing depends on the release. */
const withoutMode = (view: View): unknown => JSON.parse(JSON.stringify({ ...view, responseMode: "either" }));

interface At {
  readonly side: "request" | "response";
  readonly release: Release;
  readonly releases: readonly Release[];
}

/** Compares the view's schema with the model at that release. The model is read without any tree. */
function sameAsSpec(
  known: EventView,
  { side, release, releases }: At,
  scenario: Scenario,
  count: Count,
): void {
  const model = scenario.model.events.find(({ name }) => name === known.name)?.[side];
  if (!model) fail("an event that nobody described", { event: known.name });
  const accepts = interpret(known[side], side);
  for (const document of drawDocuments(scenario.draw, model, releases, scenario.documents)) {
    count.documents += 1;
    const [want, got] = [fitsAt(model, document, { release, side }), accepts(document)];
    if (want !== got)
      fail("not what the spec says", { event: known.name, side, release, document, want, got });
  }
}
