import type { OutsideFleet, PropertyRow } from "../../../templates/copied/validators/table.js";
import { createShapes } from "../lattice/shapes.js";
import type { Snapshots } from "../lattice/snapshot.js";
import {
  objectTreesIn,
  type ObjectTree,
  type PropertyTree,
  type StringTree,
  type Tree,
} from "../lattice/tree.js";
import type { PropertyModel, Prose } from "../model/model.js";
import type { Fleet } from "../../base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../../base/time/release.js";
import { addedIn, existsInSome, removedIn, type Spans, uniteAll } from "../../base/time/spans.js";

/** What requests of all releases may contain, and what that proves about the sender. */
export interface Evidence {
  readonly common: ObjectEvidence;
  readonly events: ReadonlyMap<string, EventEvidence>;
  /** By title, also of objects that no shop of the fleet has. */
  readonly objects: ReadonlyMap<string, OpenEvidence>;
}

/** By name of the property. */
export type ObjectEvidence = ReadonlyMap<string, PropertyEvidence>;

interface OpenEvidence {
  readonly open: boolean;
  readonly properties: ObjectEvidence;
}

interface EventEvidence {
  readonly proves: string | undefined;
  readonly properties: ObjectEvidence;
}

export interface PropertyEvidence extends Pick<
  PropertyRow,
  "proves" | "valuesProve" | "guessed" | "outside"
> {
  readonly spellings: readonly string[];
  /** The title of the object in it, also as an item of a list. */
  readonly object: string | undefined;
}

export function collectEvidence(snapshots: Snapshots, fleet: Fleet): Evidence {
  const { model } = snapshots;
  const toShapes = (releases: readonly Release[]) =>
    createShapes({ snapshots, releases, direction: "request", bound: "join" });
  const ever = toShapes([baseline, ...model.changes]);
  const inFleet = toShapes(fleet.releases);
  const objects = new Map<string, OpenEvidence>();
  const describe = (tree: ObjectTree | undefined, known: ObjectTree | undefined): ObjectEvidence => {
    if (tree === undefined) return new Map();
    for (const { type, model } of tree.properties.values()) {
      const inside = known?.properties.get(model.name);
      const [inner] = inside ? objectTreesIn(inside.type) : [];
      for (const object of objectTreesIn(type)) add(object, inner);
    }
    const parts = tree.model.properties.flatMap((property) => {
      const part = tree.properties.get(property.name);
      const isMissing = known !== undefined && !known.properties.has(property.name);
      const outside = isMissing ? findOutside(property, part, fleet, snapshots) : undefined;
      if (!part && !outside) return [];
      return [[property.name, toPropertyEvidence(property, tree, part, outside)] as const];
    });
    return new Map(parts);
  };
  const add = (tree: ObjectTree, found: ObjectTree | undefined): void => {
    const { title } = tree.model;
    if (objects.has(title)) return;
    // Set first, because an object may contain itself.
    objects.set(title, { open: false, properties: new Map() });
    // A replaced object has its own shape in each fleet.
    const known = inFleet.object(tree.model) ?? found;
    const { open } = known ?? tree;
    objects.set(title, { open, properties: describe(tree, known?.open ? undefined : known) });
  };
  const events = model.events
    .filter(({ exists }) => existsInSome(exists, fleet.releases))
    .map((event) => {
      const proves = isSure(event.prose) ? formatAdded(addedIn(event.exists)) : undefined;
      return [event.name, { proves, properties: describe(ever.own(event), inFleet.own(event)) }] as const;
    });
  return { common: describe(ever.envelope(), inFleet.envelope()), events: new Map(events), objects };
}

function toPropertyEvidence(
  { legacyNames: spellings }: PropertyModel,
  { exists, open }: ObjectTree,
  tree: PropertyTree | undefined,
  outside: OutsideFleet | undefined,
): PropertyEvidence {
  if (!tree) return { spellings, object: undefined, outside };
  const { model } = tree;
  const inner = objectTreesIn(tree.type);
  const [object, otherObject] = inner;
  const isDated = isSure(model.prose) && inner.every((each) => isSure(each.model.prose));
  // If the shape changed, the property counts as evidence only if the release of the change is certain.
  const isUnsure = model.eras.length > 1 && !isSure(model.prose);
  // It is no evidence if it was an object in one release and a list in another.
  const isGuessed = object !== undefined && (isUnsure || otherObject !== undefined);
  return {
    spellings,
    object: object?.model.title,
    // An open object may have had the property before it was documented.
    proves: open || !isDated ? undefined : formatAdded(findLater(tree.exists, exists)),
    valuesProve: isUnsure ? undefined : findValues(tree.type),
    outside,
    guessed: isGuessed || undefined,
  };
}

/** The releases that added values to the only enum of a type, directly or in a list. */
function findValues(type: Tree): Readonly<Record<string, string>> | undefined {
  const [text, otherText] = textsIn(type);
  // An open enum, or a string that moved, may have had the value before it was documented.
  if (otherText || !text?.values || text.open || !isSure(text.model.prose)) return undefined;
  const all = uniteAll([...text.values.values()]);
  const added = [...text.values].flatMap(([value, exists]) => {
    const since = formatAdded(findLater(exists, all));
    return since === undefined ? [] : [[value, since] as const];
  });
  return added.length > 0 ? Object.fromEntries(added) : undefined;
}

const textsIn = ({ string, array }: Tree): readonly StringTree[] =>
  [string ?? [], array?.items ? textsIn(array.items) : []].flat();

function findLater(spans: Spans, others: Spans): Release | undefined {
  const first = addedIn(spans);
  return first !== undefined && first > (addedIn(others) ?? baseline) ? first : undefined;
}

const formatAdded = (release: Release | undefined): string | undefined =>
  release === undefined ? undefined : formatRelease(release);

/** True if a release is documented. A shop seen with something proves nothing about older shops. */
const isSure = ({ provenance }: Prose): boolean =>
  provenance === undefined ||
  provenance.kind === "documented" ||
  // Only the requirement is uncertain, or the shape was seen.
  (provenance.of?.every(
    (part) => part === "required" || (part === "shape" && provenance.kind === "observed"),
  ) ??
    false);

function findOutside(
  property: PropertyModel,
  tree: PropertyTree | undefined,
  fleet: Fleet,
  snapshots: Snapshots,
): OutsideFleet | undefined {
  const { exclusion } = property;
  if (exclusion) return exclusion.kind === "seen" ? { seen: exclusion.where } : { planned: true };
  // A replaced object takes its parts with it.
  const exists = tree?.exists ?? snapshots.existence(property);
  const since = exists.find(({ from }) => from !== undefined && from > fleet.max)?.from;
  if (since !== undefined) return { since: formatRelease(since) };
  const until = removedIn(exists);
  return until === undefined ? undefined : { until: formatRelease(until) };
}
