import type { Model } from "../../model/model.js";
import { buildView } from "../../view/build-view.js";
import { objectsOf } from "../../view/collect.js";
import { parseFleet } from "../../time/fleet.js";
import type { EventView, ObjectView, View } from "../../view/view.js";
import { createMerger, type Merge } from "./merge-objects.js";

/**
 * All that there ever was, each thing with the releases that have it, and with the type that the fleet sees where it
 * sees one. Docs hide nothing: they mark what the fleet cannot rely on.
 */
export function toWholeView(view: View, model: Model): View {
  const everything = viewOfEverything(model) ?? view;
  const merge = createMerger(namedIn(view), namedIn(everything));
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

const namedIn = (view: View): ReadonlyMap<string, ObjectView> =>
  new Map([
    ...objectsOf(view),
    ...[view.commonRequest, view.commonResponse].map((object) => [object.name, object] as const),
  ]);

/** Nothing where a contract has no events. */
function viewOfEverything(model: Model): View | undefined {
  const fleet = parseFleet({}, model);
  const view = fleet.ok ? buildView(model, fleet.value, "gated") : fleet;
  return view.ok ? view.value : undefined;
}

function mergeEvents(
  own: EventView | undefined,
  whole: EventView | undefined,
  merge: Merge,
): EventView | undefined {
  const event = own ?? whole;
  if (!event) return undefined;
  const { name, prose, ownObjects, pollingOptional } = event;
  return {
    ...{ name, prose, ownObjects, pollingOptional },
    ...(whole?.since !== undefined && { since: whole.since }),
    request: merge(event.request),
    response: merge(event.response),
  };
}
