import { describe, it } from "vitest";
import type { EventModel } from "../../generator/contract/model/model.js";
import { formatRelease, type Release } from "../../generator/base/time/release.js";
import type { EventView, View } from "../../generator/contract/view/view.js";
import { emitInProcess } from "./judges/emitted.js";
import {
  findEvent,
  interpret,
  findSafeEvent,
  buildSnapshotView,
  buildPossibleView,
} from "./judges/interpreted.js";
import { createFleetJudge } from "./judges/whole-fleet.js";
import { fail, hold, type Count } from "./run.js";
import {
  drawDocuments,
  listEvents,
  itHolds,
  listReleases,
  scenarios,
  type Scenario,
} from "./fleets/scenarios.js";

/** Law: every release of a fleet may send the fleet's requests, and accepts every safe answer. */
describe("a range takes every request that one of its releases sends; each takes its safe answers", () => {
  itHolds({
    law: "bounds",
    documents: [20, 10],
    realFleets: 2,
    runs: 150,
    leastDocuments: 3000,
    check: isBounded,
  });

  it("and a gated answer to a shop of unknown release has to fit them all, over generated specs", () =>
    hold({
      law: "bounds, unknown release",
      values: scenarios(20),
      runs: 100,
      leastDocuments: 1000,
      check: fitsAll,
    }));
});

interface Subject {
  readonly event: EventModel;
  readonly releases: readonly Release[];
  readonly snapshots: readonly EventView[];
}

function subjectsOf({ model, fleet }: Scenario): Subject[] {
  const views = listReleases(fleet).map((release) => buildSnapshotView(model, release));
  return listEvents(model, fleet).map(({ event, releases }) => ({
    event,
    releases,
    snapshots: views.flatMap((view) => findEvent(view, event.name) ?? []),
  }));
}

function isBounded(scenario: Scenario, count: Count): void {
  const gated = buildPossibleView(scenario.model, scenario.fleet, "gated");
  for (const subject of subjectsOf(scenario)) {
    requestsAreUpperBound(gated, subject, scenario, count);
    responsesAreLowerBound(subject, scenario, count);
  }
}

function requestsAreUpperBound(
  view: View,
  { event, releases, snapshots }: Subject,
  scenario: Scenario,
  count: Count,
): void {
  const known = findEvent(view, event.name);
  if (!known) fail("an event of the fleet is missing", { event: event.name });
  // Snapshots are closed, because a lenient one would accept any value for an unknown property.
  const each = snapshots.map(({ request }) => interpret(request, "closed"));
  for (const strictness of ["request", "closed"] as const) {
    const joined = interpret(known.request, strictness);
    for (const document of drawDocuments(scenario.draw, event.request, releases, scenario.documents)) {
      count.documents += 1;
      if (!joined(document) && each.some((accepts) => accepts(document)))
        fail("a request that one release sends is refused", { event: event.name, strictness, document });
    }
  }
}

function responsesAreLowerBound(
  { event, releases, snapshots }: Subject,
  scenario: Scenario,
  count: Count,
): void {
  const safe = findSafeEvent(scenario.model, scenario.fleet, event.name);
  if (!safe) return;
  const met = interpret(safe.response, "response");
  const each = snapshots.map(({ response }) => interpret(response, "response"));
  for (const document of drawDocuments(scenario.draw, event.response, releases, scenario.documents)) {
    count.documents += 1;
    if (met(document) && !each.every((accepts) => accepts(document)))
      fail("a safe answer does not fit one of the releases", { event: event.name, document });
  }
}

/**
 * Without a version, a gated answer is valid if and only if each of its parts is accepted by every release that
 * knows the part. The safe view may be narrower because it is a type: it never accepts an enum value as text with a
 * format, nor a new value of an open enum that was closed in another release.
 */
async function fitsAll(scenario: Scenario, count: Count): Promise<void> {
  const { model, fleet, draw } = scenario;
  const emitted = await emitInProcess(buildPossibleView(model, fleet, "gated"), model);
  const fitsFleet = createFleetJudge(model, fleet);
  for (const { event, releases } of listEvents(model, fleet)) {
    for (const document of drawDocuments(draw, event.response, releases, scenario.documents)) {
      count.documents += 1;
      const want = fitsFleet(event, document);
      const got = emitted.validateResponse(event.name, document).ok;
      const labels = releases.map(formatRelease);
      if (want !== got)
        fail("not what all releases take", { event: event.name, labels, document, want, got });
    }
  }
}
