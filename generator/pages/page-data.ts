import type { Snapshots } from "../contract/lattice/snapshot.js";
import type { Model } from "../contract/model/model.js";
import { createPaths, listReachable } from "../contract/model/paths.js";
import { parseFleet } from "../base/time/fleet.js";
import { buildView } from "../contract/view/build-view.js";
import { isExclusion } from "../contract/view/reasons.js";
import type { EventView, ObjectView, TypeView, View } from "../contract/view/view.js";
import { collectTypes, findKind, findObjects, findProperty, listBodies } from "../contract/view/walk.js";
import { createExamples } from "./examples.js";
import { findUsages } from "./links.js";
import type { PageTemplates } from "./page-templates.js";

export type PageData = Readonly<ReturnType<typeof collectPageData>>;

export function collectPageData(
  fleetView: View,
  snapshots: Snapshots,
  { templates, fleetOptions }: { templates: PageTemplates; fleetOptions: readonly string[] },
) {
  const { model } = snapshots;
  const contract = viewContract(snapshots) ?? fleetView;
  const ofFleet = findObjects(fleetView);
  const toPageObject = (object: ObjectView, own = ofFleet.get(object.name)) =>
    withContract(object, own ?? object);
  const events = contract.events.map((event) => ({
    ...event,
    request: toPageObject(event.request),
    response: toPageObject(event.response),
  }));
  const shared = {
    request: toPageObject(contract.commonRequest, fleetView.commonRequest),
    response: toPageObject(contract.commonResponse, fleetView.commonResponse),
  };
  const { all, requests, responses } = listBodies(contract);
  const types = collectTypes(all);
  const bodies = new Set(contract.events.flatMap(({ request, response }) => [request.name, response.name]));
  const objects = types.objects.filter(({ name }) => !bodies.has(name)).map((object) => toPageObject(object));
  return {
    templates,
    /** For a command that generates code for the fleet. */
    fleetOptions,
    model,
    snapshots,
    fleet: fleetView.fleet,
    fleetView,
    events,
    /** Requests and responses are on the pages of their events. */
    objects,
    shared,
    errorCodes: contract.errorCodes,
    /** The error codes have their own page. */
    enums: types.enums.filter(({ name }) => name !== contract.errorCodes?.name),
    requestObjects: listObjectNames(requests),
    answerObjects: listObjectNames(responses),
    ownNames: findOwnNames(events, model),
    usages: findUsages(events, shared, objects),
    examples: createExamples(contract, fleetView, snapshots),
    paths: createPaths(model),
    /** The properties that no release is known to have, by the title of their object. */
    unreleased: new Map(
      listReachable(model).objects.map(({ title, properties }) => [
        title,
        properties.filter(({ exclusion }) => exclusion !== undefined),
      ]),
    ),
  };
}

/** Undefined if the contract has no events. */
function viewContract(snapshots: Snapshots): View | undefined {
  const fleet = parseFleet({}, snapshots.model);
  const view = fleet.ok ? buildView(snapshots, fleet.value, { responses: "gated" }) : fleet;
  return view.ok ? view.value : undefined;
}

const listObjectNames = (roots: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(collectTypes(roots).objects.map(({ name }) => name));

/**
 * The names of properties in only some requests or answers. Properties of every event are shared, even if one
 * event has another type.
 */
function findOwnNames(events: readonly EventView[], { answers }: Model) {
  const requests = events.map(({ request }) => request.properties.map(({ name }) => name));
  const own = answers.filter(({ onlyFor }) => onlyFor).map(({ property }) => property.name);
  return {
    carried: new Set(requests.flat().filter((name) => !requests.every((names) => names.includes(name)))),
    answers: new Set<string>(own),
  };
}

/** Combines an object of the contract with the fleet's version of it. Its availability covers all releases. */
const withContract = (object: ObjectView, own: ObjectView): ObjectView => ({
  ...own,
  exists: object.exists,
  properties: object.properties.map((property) => {
    const ofOwn = findProperty(own, property.name) ?? property;
    return { ...ofOwn, exists: property.exists, type: withAllValues(ofOwn.type, property.type) };
  }),
  forbidden: own.forbidden.filter(({ reason }) => !hasOwnPlace(reason)),
});

/** Added or removed properties have rows with their releases. Properties that no release has are in sections. */
const hasOwnPlace = (reason: ObjectView["forbidden"][number]["reason"]): boolean =>
  reason.kind === "added" || reason.kind === "removed" || isExclusion(reason);

/** A type of the fleet with the objects and enums of the whole contract, so that links and values are complete. */
function withAllValues(own: TypeView, whole: TypeView): TypeView {
  if (own === "unknown") return own;
  return own.map((kind) => {
    if (kind.kind === "enum" || kind.kind === "object") return findKind(whole, kind.kind) ?? kind;
    if (kind.kind !== "array") return kind;
    return { ...kind, items: withAllValues(kind.items, findKind(whole, "array")?.items ?? kind.items) };
  });
}
