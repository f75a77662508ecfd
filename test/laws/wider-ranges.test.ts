import { describe } from "vitest";
import { formatRelease } from "../../generator/base/time/release.js";
import type { Fleet } from "../../generator/base/time/fleet.js";
import { findEvent, fleetFrom, interpret, listFrom, buildPossibleView } from "./judges/interpreted.js";
import { fail, type Count } from "./run.js";
import { drawDocuments, listEvents, itHolds, listReleases, type Scenario } from "./fleets/scenarios.js";

/**
 * Law: a range accepts every request that a narrower range within it accepts, and allows no answer that the
 * narrower one rejects.
 */
describe("a wider range takes more requests and fewer answers", () => {
  itHolds({
    law: "wider ranges",
    documents: [10, 5],
    realFleets: 2,
    runs: 100,
    leastDocuments: 1000,
    check: requestsAreMonotone,
  });
});

/** A fleet within the fleet, which may begin between two of its releases. */
function narrow({ fleet, model, draw }: Scenario): Fleet {
  const releases = listReleases(fleet).sort((a, b) => a - b);
  const from = draw.below(releases.length);
  const to = from + draw.below(releases.length - from);
  const [min, max] = [releases[from] ?? fleet.min, releases[to] ?? fleet.max];
  if (fleet.isList) return listFrom(model, releases.slice(from, to + 1).map(formatRelease));
  return fleetFrom(model, formatRelease(min), formatRelease(max));
}

function requestsAreMonotone(scenario: Scenario, count: Count): void {
  const { model, fleet, draw } = scenario;
  const inner = narrow(scenario);
  const [small, large] = [buildPossibleView(model, inner, "gated"), buildPossibleView(model, fleet, "gated")];
  for (const { event, releases } of listEvents(model, inner)) {
    const [mine, theirs] = [small, large].map((view) => findEvent(view, event.name)?.request);
    if (!mine || !theirs) fail("an event of the fleet is missing", { event: event.name });
    const [accepts, allows] = [interpret(mine, "closed"), interpret(theirs, "closed")];
    for (const document of drawDocuments(draw, event.request, releases, scenario.documents)) {
      count.documents += 1;
      if (accepts(document) && !allows(document))
        fail("a wider range refuses a request", { event: event.name, inner: inner.label, document });
    }
  }
}
