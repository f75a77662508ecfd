import { describe, it } from "vitest";
import { formatRelease } from "../../generator/time/release.js";
import type { Fleet } from "../../generator/time/fleet.js";
import { canonical } from "./judges/canonical.js";
import { eventOf, fleetFrom, interpret, listFrom, viewOf } from "./judges/interpreted.js";
import { coursesOf, fold, join, meet } from "./judges/lattice.js";
import { fail, hold, holdEach, type Count } from "./run.js";
import { drawDocuments, eventsIn, realWorlds, releasesIn, worlds, type World } from "./fleets/worlds.js";

describe("law 3: a wider range takes more and may send less", () => {
  it("as trees of generated specs", () =>
    hold({ law: "law 3, trees", values: worlds(), runs: 300, check: (world) => treesAreMonotone(world) }));

  it("as trees of the real spec", () => holdEach("law 3, real spec, trees", realWorlds(0), treesAreMonotone));

  it("as documents of generated specs", () =>
    hold({ law: "law 3", values: worlds(10), runs: 100, leastDocuments: 1000, check: requestsAreMonotone }));

  it("as documents of the real spec", () =>
    holdEach("law 3, real spec", realWorlds(5, 2), requestsAreMonotone));
});

/** A fleet within the fleet, which may begin between two of its steps. */
function narrow({ fleet, model, draw }: World): Fleet {
  const releases = releasesIn(fleet).sort((a, b) => a - b);
  const from = draw.below(releases.length);
  const to = from + draw.below(releases.length - from);
  const [min, max] = [releases[from] ?? fleet.min, releases[to] ?? fleet.max];
  if (fleet.isList) return listFrom(model, releases.slice(from, to + 1).map(formatRelease));
  return fleetFrom(model, formatRelease(min), formatRelease(max));
}

function treesAreMonotone(world: World): void {
  const [narrower, wider] = [narrow(world), world.fleet].map(({ steps }) => coursesOf(world.model, steps));
  for (const [combine, name] of [
    [join, "join"],
    [meet, "meet"],
  ] as const) {
    for (const course of narrower ?? []) {
      const wide = wider?.find((other) => other.object === course.object);
      const [inner, outer] = [fold(course.trees, combine), fold(wide?.trees ?? [], combine)];
      const [both, alone] = [canonical(combine(inner, outer)), canonical(outer)];
      if (both !== alone) fail(`${name} of a range and a wider one`, { name: course.name, both, alone });
    }
  }
}

function requestsAreMonotone(world: World, count: Count): void {
  const { model, fleet, draw } = world;
  const inner = narrow(world);
  const [small, large] = [viewOf(model, inner, "gated"), viewOf(model, fleet, "gated")];
  for (const { event, steps } of eventsIn(model, inner)) {
    const [mine, theirs] = [small, large].map((view) => eventOf(view, event.name)?.request);
    if (!mine || !theirs) fail("an event of the fleet is missing", { event: event.name });
    const [accepts, allows] = [interpret(mine, "closed"), interpret(theirs, "closed")];
    for (const document of drawDocuments(draw, event.request, steps, world.documents)) {
      count.documents += 1;
      if (accepts(document) && !allows(document))
        fail("a wider range refuses a request", { event: event.name, inner: inner.label, document });
    }
  }
}
