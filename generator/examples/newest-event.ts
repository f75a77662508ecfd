import type { Album } from "../lattice/snapshot.js";
import type { EventModel } from "../model/model.js";
import { promised } from "../spec/values.js";
import type { Fleet } from "../time/fleet.js";
import type { Release } from "../time/release.js";
import { existsAt } from "../time/spans.js";
import { createViewLookup } from "../view/build-view.js";
import type { EventView, View } from "../view/view.js";

/** The newest release of a fleet that has an event. */
export const findNewest = (
  { exists }: Pick<EventModel, "exists">,
  { releases, max }: Fleet,
): Release | undefined => [...releases, max].filter((release) => existsAt(exists, release)).at(-1);

/** An event as one release knows it. */
interface NewestEvent {
  readonly release: Release;
  readonly event: EventView;
}

/** Creates what finds an event of a view as the newest release of the fleet that has it knows it. */
export function createNewestFinder({ fleet }: View, album: Album): (event: EventView) => NewestEvent {
  const viewAt = createViewLookup(album);
  return ({ name }) => {
    const known = album.model.events.find((each) => each.name === name);
    const release = promised(known && findNewest(known, fleet), "a fleet has the events of its view");
    const event = viewAt(release)?.events.find((each) => each.name === name);
    return { release, event: promised(event, "what works in a whole fleet works in each of its shops") };
  };
}
