import type { EnumModel, Model, ObjectModel, PropertyModel } from "../model/model.js";
import { baseline, type Release } from "../time/release.js";
import { untilChange } from "../time/history.js";
import { existsAt, uniteAll, type Spans } from "../time/spans.js";
import { takeSnapshot, type Snapshot } from "./snapshot.js";
import { enumsIn, objectsIn, type ObjectTree } from "./tree.js";

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
  const pages = new Map<Release, { snapshot: Snapshot; parts: ReadonlySet<Part> }>();
  const pageAt = (release: Release) => {
    const snapshot =
      pages.get(release)?.snapshot ?? takeSnapshot({ release, exists: untilChange(release, model) });
    const page = pages.get(release) ?? { snapshot, parts: findParts(model, snapshot) };
    pages.set(release, page);
    return page;
  };
  const all = () => [baseline, ...model.changes].map((release) => pageAt(release).snapshot);
  return {
    model,
    at: (release) => pageAt(release).snapshot,
    all,
    holds: (part, release) => pageAt(release).parts.has(part),
    existence: (property) => whenever(all(), (snapshot) => snapshot.has(property)),
  };
}

/** The spans of those snapshots for which something holds. */
export const whenever = (snapshots: readonly Snapshot[], holds: (snapshot: Snapshot) => boolean): Spans =>
  uniteAll(snapshots.filter(holds).map(({ exists }) => exists));

function findParts({ events, envelope, errorRequest }: Model, snapshot: Snapshot): ReadonlySet<Part> {
  const parts = new Set<Part>();
  const visit = ({ model, properties }: ObjectTree): void => {
    if (parts.has(model)) return;
    parts.add(model);
    if (model.base) visit(snapshot.object(model.base));
    for (const { type } of properties.values()) {
      enumsIn(type).forEach((tree) => parts.add(tree.model));
      objectsIn(type).forEach(visit);
    }
  };
  const known = events.filter(({ exists }) => existsAt(exists, snapshot.release));
  const roots = [errorRequest, envelope, ...known].flatMap((root) =>
    "request" in root ? [root.request, root.response] : [root],
  );
  roots.forEach((root) => visit(snapshot.object(root)));
  return parts;
}
