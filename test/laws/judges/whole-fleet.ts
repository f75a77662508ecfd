import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import type { EventModel, Model, ObjectModel } from "../../../generator/contract/model/model.js";
import type { Fleet } from "../../../generator/base/time/fleet.js";
import type { Release } from "../../../generator/base/time/release.js";
import { existsAt } from "../../../generator/base/time/spans.js";
import { fitsAt, type Moment } from "./oracle.js";

export type FleetJudge = (event: EventModel, document: unknown) => boolean;

/**
 * Checks an answer against the model alone. Each part must be valid at every release that knows it. For an event's
 * own part, these are the event's releases. For the envelope, they are all releases of the fleet. For an object or
 * named enum, they are those that have it.
 */
export function createFleetJudge(model: Model, { releases }: Fleet): FleetJudge {
  const snapshots = createSnapshots(model);
  const knownAt: Moment["knownAt"] = (part) => releases.filter((release) => snapshots.holds(part, release));
  const fitsEach = (object: ObjectModel, document: unknown, over: readonly Release[]): boolean =>
    over.every((release) => fitsAt(object, document, { release, side: "response", knownAt }));
  return ({ exists, response }, document) => {
    const ofEvent = releases.filter((release) => existsAt(exists, release));
    const common = inCommon(response, model.envelope.response);
    return fitsEach(response, document, ofEvent) && fitsEach(common, partOf(common, document), releases);
  };
}

const inCommon = ({ properties }: ObjectModel, envelope: ObjectModel): ObjectModel => ({
  ...envelope,
  properties: envelope.properties.filter((property) => properties.includes(property)),
});

function partOf({ properties }: ObjectModel, document: unknown): object {
  const names = new Set(properties.flatMap(({ name, legacyNames }) => [name, ...legacyNames]));
  return Object.fromEntries(Object.entries(document as object).filter(([name]) => names.has(name)));
}
