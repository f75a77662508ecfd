import { describe, it } from "vitest";
import type { EventModel } from "../../generator/model/model.js";
import { formatRelease, type Release } from "../../generator/time/release.js";
import type { EventView, View } from "../../generator/view/view.js";
import { emitInProcess } from "./judges/emitted.js";
import { eventOf, interpret, safeEvent, snapshotView, viewOf, type Accepts } from "./judges/interpreted.js";
import { fail, hold, holdEach, type Count } from "./run.js";
import { drawDocuments, eventsIn, realWorlds, releasesIn, worlds, type World } from "./fleets/worlds.js";

describe("law 2: a range's requests are an upper bound, its safe responses a lower one", () => {
  it("over generated specs", () =>
    hold({ law: "law 2", values: worlds(20), runs: 150, leastDocuments: 3000, check: isBounded }));

  it("over the real spec", () => holdEach("law 2, real spec", realWorlds(10, 2), isBounded));

  it("and a gated answer to a shop of unknown release has to fit them all, over generated specs", () =>
    hold({
      law: "law 2, unknown release",
      values: worlds(20),
      runs: 100,
      leastDocuments: 1000,
      check: fitsAll,
    }));
});

/** An event of the fleet and its snapshots at the releases that have it. */
interface Subject {
  readonly event: EventModel;
  readonly steps: readonly Release[];
  readonly snapshots: readonly EventView[];
}

function subjectsOf({ model, fleet }: World): Subject[] {
  const views = releasesIn(fleet).map((release) => snapshotView(model, release));
  return eventsIn(model, fleet).map(({ event, steps }) => ({
    event,
    steps,
    snapshots: views.flatMap((view) => eventOf(view, event.name) ?? []),
  }));
}

function isBounded(world: World, count: Count): void {
  const gated = viewOf(world.model, world.fleet, "gated");
  for (const subject of subjectsOf(world)) {
    requestsAreUpperBound(gated, subject, world, count);
    responsesAreLowerBound(subject, world, count);
  }
}

function requestsAreUpperBound(
  view: View,
  { event, steps, snapshots }: Subject,
  world: World,
  count: Count,
): void {
  const known = eventOf(view, event.name);
  if (!known) fail("an event of the fleet is missing", { event: event.name });
  // Snapshots are closed; read leniently, one that does not know a property would take it with any value.
  const each = snapshots.map(({ request }) => interpret(request, "closed"));
  for (const strictness of ["request", "closed"] as const) {
    const joined = interpret(known.request, strictness);
    for (const document of drawDocuments(world.draw, event.request, steps, world.documents)) {
      count.documents += 1;
      if (!joined(document) && each.some((accepts) => accepts(document)))
        fail("a request that one release sends is refused", { event: event.name, strictness, document });
    }
  }
}

function responsesAreLowerBound({ event, steps, snapshots }: Subject, world: World, count: Count): void {
  const safe = safeEvent(world.model, world.fleet, event.name);
  if (!safe) return;
  const met = interpret(safe.response, "response");
  const each = snapshots.map(({ response }) => interpret(response, "response"));
  for (const document of drawDocuments(world.draw, event.response, steps, world.documents)) {
    count.documents += 1;
    if (met(document) && !each.every((accepts) => accepts(document)))
      fail("a safe answer does not fit one of the releases", { event: event.name, document });
  }
}

/**
 * Without a version a gated answer passes exactly if every release takes it. The safe view may be narrower: it has
 * to be a type, so it takes no value of an enum for text of a format, nor a new value of an open enum where
 * another release had a closed one.
 */
async function fitsAll(world: World, count: Count): Promise<void> {
  const emitted = await emitInProcess(viewOf(world.model, world.fleet, "gated"), world.model);
  for (const { event, steps, snapshots } of subjectsOf(world)) {
    const each: Accepts[] = snapshots.map(({ response }) => interpret(response, "response"));
    for (const document of drawDocuments(world.draw, event.response, steps, world.documents)) {
      count.documents += 1;
      const [want, got] = [
        each.every((accepts) => accepts(document)),
        emitted.validateResponse(event.name, document).ok,
      ];
      const releases = steps.map(formatRelease);
      if (want !== got)
        fail("not what all releases take", { event: event.name, releases, document, want, got });
    }
  }
}
