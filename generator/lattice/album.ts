import type { EnumModel, Model, ObjectModel } from "../model/model.js";
import type { Release } from "../time/release.js";
import { livesAt, takeSnapshot, type Snapshot } from "./snapshot.js";
import type { ObjectTree, Tree } from "./tree.js";

/** What the contract leads to: each object, and each enum. */
export type Part = ObjectModel | EnumModel;

/** The snapshots of one contract, each taken once. */
export interface Album {
  at(release: Release): Snapshot;
  /** Whether an event that exists at this release, or the envelope, leads to the part. */
  holds(part: Part, release: Release): boolean;
}

export function createAlbum(model: Model): Album {
  const pages = new Map<Release, { snapshot: Snapshot; parts: ReadonlySet<Part> }>();
  const pageOf = (release: Release) => {
    const snapshot = pages.get(release)?.snapshot ?? takeSnapshot(release);
    const page = pages.get(release) ?? { snapshot, parts: partsOf(model, snapshot) };
    pages.set(release, page);
    return page;
  };
  return {
    at: (release) => pageOf(release).snapshot,
    holds: (part, release) => pageOf(release).parts.has(part),
  };
}

function partsOf({ events, envelope, errorRequest }: Model, snapshot: Snapshot): ReadonlySet<Part> {
  const parts = new Set<Part>();
  const inObject = ({ model, properties }: ObjectTree): void => {
    if (parts.has(model)) return;
    parts.add(model);
    properties.forEach(({ type }) => inType(type));
  };
  const inType = ({ object, array, string }: Tree): void => {
    if (object) inObject(object);
    if (array?.items) inType(array.items);
    if (string?.values) parts.add(string.model);
  };
  const alive = events.filter(({ life }) => livesAt(life, snapshot.release));
  const roots = [errorRequest, envelope, ...alive].flatMap((root) =>
    "request" in root ? [root.request, root.response] : [root],
  );
  roots.forEach((root) => inObject(snapshot.object(root)));
  return parts;
}
