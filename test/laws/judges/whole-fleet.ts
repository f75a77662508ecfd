import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import type { EventModel, Model, ObjectModel } from "../../../generator/contract/model/model.js";
import type { Fleet } from "../../../generator/base/time/fleet.js";
import type { Release } from "../../../generator/base/time/release.js";
import { existsAt } from "../../../generator/base/time/spans.js";
import { fitsAt, type Moment } from "./oracle.js";

/** Whether an answer to an event fits a whole fleet. */
export type FleetJudge = (event: EventModel, document: unknown) => boolean;

/**
 * Reads an answer straight from the model, each part at every release that knows it: what the event lists at those of the
 * event, the envelope at all of the fleet, an object or a named enum, wherever it stands, at those that have it.
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

/** The part of the envelope that an event takes. */
const inCommon = ({ properties }: ObjectModel, envelope: ObjectModel): ObjectModel => ({
  ...envelope,
  properties: envelope.properties.filter((property) => properties.includes(property)),
});

/** What stands under the names of an object's properties. */
function partOf({ properties }: ObjectModel, document: unknown): object {
  const names = new Set(properties.flatMap(({ name, legacyNames }) => [name, ...legacyNames]));
  return Object.fromEntries(Object.entries(document as object).filter(([name]) => names.has(name)));
}
