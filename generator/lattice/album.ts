import type { EnumModel, Model, ObjectModel, PropertyModel } from "../model/model.js";
import { baseline, type Release } from "../time/release.js";
import { untilChange } from "../time/history.js";
import { existsAt, uniteAll, type Spans } from "../time/spans.js";
import { isKnown, listParts, once, takeSnapshot, type Snapshot } from "./snapshot.js";

/** An object or an enum of the contract. */
export type Part = ObjectModel | EnumModel;

/** The snapshots of one contract, each taken once. */
export interface Album {
  readonly model: Model;
  at(release: Release): Snapshot;
  /** One snapshot for the first release and for each later one that changed something: together they cover all releases. */
  all(): readonly Snapshot[];
  /** Whether an event that exists at this release, or the envelope, leads to the part. */
  holds(part: Part, release: Release): boolean;
  /** When a property exists and some value fits it. */
  existence(property: PropertyModel): Spans;
}

export function createAlbum(model: Model): Album {
  const snapshots = new Map<Release, Snapshot>();
  const parts = new Map<Release, ReadonlySet<Part>>();
  const releases = [baseline, ...model.changes];
  const at = (release: Release) =>
    once(snapshots, release, () => takeSnapshot({ release, exists: untilChange(release, model) }));
  return {
    model,
    at,
    all: () => releases.map(at),
    holds: (part, release) => once(parts, release, () => findParts(model, release)).has(part),
    existence: (property) =>
      uniteAll(releases.flatMap((each) => (isKnown(property, each) ? [untilChange(each, model)] : []))),
  };
}

/** The spans of those snapshots for which something holds. */
export const whenever = (snapshots: readonly Snapshot[], holds: (snapshot: Snapshot) => boolean): Spans =>
  uniteAll(snapshots.filter(holds).map(({ exists }) => exists));

/** The parts that events of a release and the envelope lead to. They are found in the model: no tree is made for them. */
function findParts({ events, envelope, errorRequest }: Model, release: Release): ReadonlySet<Part> {
  const parts = new Set<Part>();
  const visit = (part: Part): void => {
    if (parts.has(part)) return;
    parts.add(part);
    if ("values" in part) return;
    if (part.base) visit(part.base);
    for (const property of part.properties)
      if (isKnown(property, release)) listParts(property, release).forEach(visit);
  };
  visit(errorRequest);
  for (const { request, response } of [envelope, ...events.filter(({ exists }) => existsAt(exists, release))])
    [request, response].forEach(visit);
  return parts;
}
