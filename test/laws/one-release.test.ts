import { describe, expect, it } from "vitest";
import type { Release } from "../../generator/time/release.js";
import { fleetOf } from "../../generator/time/fleet.js";
import type { EventView, View } from "../../generator/view/view.js";
import { eventOf, interpret, viewOf } from "./judges/interpreted.js";
import { fitsAt } from "./judges/oracle.js";
import { fail, hold, holdEach, type Count } from "./run.js";
import { drawDocuments, eventsIn, realWorlds, releasesIn, worlds, type World } from "./fleets/worlds.js";

describe("law 1: the view of one release is its snapshot, in either mode", () => {
  it("over generated specs", () =>
    hold({ law: "law 1", values: worlds(10), runs: 150, leastDocuments: 3000, check: isSnapshot }));

  it("over the real spec", () => holdEach("law 1, real spec", realWorlds(3, 1), isSnapshot));
});

function isSnapshot(world: World, count: Count): void {
  const { model, fleet } = world;
  for (const release of releasesIn(fleet)) {
    const safe = viewOf(model, fleetOf(release, model), "safe");
    const gated = viewOf(model, fleetOf(release, model), "gated");
    expect(withoutMode(gated)).toEqual(withoutMode(safe));
    for (const { event, steps } of eventsIn(model, fleet)) {
      const known = eventOf(safe, event.name);
      for (const side of ["request", "response"] as const) {
        if (known) sameAsSpec(known, { side, release, steps }, world, count);
      }
    }
  }
}

/** Gates would show here: where there is one release, nothing depends on it. */
const withoutMode = (view: View): unknown => JSON.parse(JSON.stringify({ ...view, responseMode: "either" }));

interface At {
  readonly side: "request" | "response";
  readonly release: Release;
  readonly steps: readonly Release[];
}

/** The view's schema accepts what the model says of that release, read without any tree. */
function sameAsSpec(known: EventView, { side, release, steps }: At, world: World, count: Count): void {
  const model = world.model.events.find(({ name }) => name === known.name)?.[side];
  if (!model) fail("an event that nobody described", { event: known.name });
  const accepts = interpret(known[side], side);
  for (const document of drawDocuments(world.draw, model, steps, world.documents)) {
    count.documents += 1;
    const [want, got] = [fitsAt(model, document, { release, side }), accepts(document)];
    if (want !== got)
      fail("not what the spec says", { event: known.name, side, release, document, want, got });
  }
}
