import type { Album } from "../../lattice/snapshot.js";
import { buildView } from "../../view/build-view.js";
import { findObjects } from "../../view/walk.js";
import { parseFleet } from "../../time/fleet.js";
import type { EventView, ObjectView, View } from "../../view/view.js";
import { createMerger, type Merge } from "./merge-objects.js";

/**
 * The view of the whole contract, of every release. What the fleet has too is typed as the fleet has it. The docs hide
 * nothing: they mark what the fleet cannot rely on.
 */
export function toWholeView(view: View, album: Album): View {
  const everything = buildViewOfAll(album) ?? view;
  const merge = createMerger(objectsByName(view), objectsByName(everything));
  const names = new Set([...everything.events, ...view.events].map(({ name }) => name));
  const events = [...names].flatMap((name) => {
    const [own, whole] = [view, everything].map(({ events }) => events.find((event) => event.name === name));
    return mergeEvents(own, whole, merge) ?? [];
  });
  return {
    ...view,
    events,
    errorRequest: merge(view.errorRequest),
    errorCodes: everything.errorCodes ?? view.errorCodes,
    commonRequest: merge(view.commonRequest),
    commonResponse: merge(view.commonResponse),
  };
}

const objectsByName = (view: View): ReadonlyMap<string, ObjectView> =>
  new Map([
    ...findObjects(view),
    ...[view.commonRequest, view.commonResponse].map((object) => [object.name, object] as const),
  ]);

/** The view of all releases; undefined if the contract has no events. */
function buildViewOfAll(album: Album): View | undefined {
  const fleet = parseFleet({}, album.model);
  const view = fleet.ok ? buildView(album, fleet.value, { responses: "gated" }) : fleet;
  return view.ok ? view.value : undefined;
}

function mergeEvents(
  own: EventView | undefined,
  whole: EventView | undefined,
  merge: Merge,
): EventView | undefined {
  const event = own ?? whole;
  if (!event) return undefined;
  const { name, prose, takes, ownObjects, echoes, pollingOptional } = event;
  return {
    ...{ name, prose, takes, ownObjects, echoes, pollingOptional },
    ...(whole?.exists && { exists: whole.exists }),
    request: merge(event.request),
    response: merge(event.response),
  };
}
