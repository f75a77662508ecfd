import type { Model, Prose } from "../../model/model.js";
import { firstIn, uniteAll, type Spans } from "../../time/spans.js";
import { baseline, type Release } from "../../time/release.js";
import { createAlbum } from "../../lattice/album.js";
import { createShapes } from "../../lattice/shapes.js";
import { objectsIn, type ObjectTree, type PropertyTree, type Tree } from "../../lattice/tree.js";

/** What a request proves about the release of the shop that sent it, by its mere presence. */
export interface Evidence {
  readonly events: Readonly<Record<string, EventEvidence>>;
  /** What any event may carry. */
  readonly envelope: ObjectEvidence;
  /** By the names of their types. */
  readonly objects: Readonly<Record<string, ObjectEvidence>>;
}

export interface EventEvidence {
  readonly since?: Release;
  readonly properties?: ObjectEvidence;
}

export type ObjectEvidence = Readonly<Record<string, PartEvidence>>;

export interface PartEvidence {
  /** The release that brought it, where what holds it is older and took nothing else. */
  readonly since?: Release;
  readonly object?: string;
  readonly items?: PartEvidence;
  readonly values?: Readonly<Record<string, Release>>;
}

/** Everything in the requests that some release added, through the whole history. */
export function evidenceOf(model: Model): Evidence {
  const album = createAlbum(model);
  const releases = [baseline, ...model.changes];
  const shapes = createShapes({ album, releases, direction: "request", bound: "join" });
  const collector: Collector = new Map();
  const inTree = (tree: ObjectTree | undefined): ObjectEvidence => (tree ? inObject(tree, collector) : {});
  const events = model.events.map((event) => {
    const properties = inTree(shapes.own(event));
    const since = isSure(event.prose) ? firstIn(event.exists) : undefined;
    const told = { ...(since !== undefined && { since }), ...(tells(properties) && { properties }) };
    return [event.name, told] as const;
  });
  const envelope = inTree(shapes.envelope());
  const objects = [...collector].filter(([, object]) => tells(object)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    events: Object.fromEntries(events.filter(([, event]) => tells(event))),
    envelope,
    objects: Object.fromEntries(objects),
  };
}

type Collector = Map<string, ObjectEvidence>;

function inObject({ properties, exists, open }: ObjectTree, collector: Collector): ObjectEvidence {
  const parts = [...properties.values()].flatMap((property) => {
    const { name, legacyNames } = property.model;
    // An open object took the property before it was described.
    const since = open || !isDated(property) ? undefined : laterThan(property.exists, exists);
    const part = { ...(since !== undefined && { since }), ...inProperty(property, collector) };
    return [name, ...legacyNames].map((spelling) => [spelling, part] as const);
  });
  return Object.fromEntries(parts.filter(([, part]) => tells(part)));
}

/** What came with another shape is as sure as the release that brought the shape. */
const inProperty = ({ model, type }: PropertyTree, collector: Collector): PartEvidence =>
  model.eras.length > 1 && !isSure(model.prose) ? {} : inType(type, collector);

function inType({ object, array, string }: Tree, collector: Collector): PartEvidence {
  const items = array?.items ? inType(array.items, collector) : {};
  // An open enum took the value before it was described.
  const values = string?.values && !string.open && isSure(string.model.prose) ? [...string.values] : [];
  const all = uniteAll(values.map(([, exists]) => exists));
  const late = values.flatMap(([value, exists]) => {
    const since = laterThan(exists, all);
    return since === undefined ? [] : [[value, since] as const];
  });
  return {
    ...(object && { object: nameOf(object, collector) }),
    ...(tells(items) && { items }),
    ...(late.length > 0 && { values: Object.fromEntries(late) }),
  };
}

/** The same object is looked at once, wherever it stands. One that tells nothing yet is named all the same. */
function nameOf(object: ObjectTree, collector: Collector): string {
  const { title } = object.model;
  if (!collector.has(title)) collector.set(title, inObject(object, collector));
  return title;
}

const tells = (evidence: object): boolean => Object.keys(evidence).length > 0;

/** The release that brought something to what is older. */
function laterThan(spans: Spans, others: Spans): Release | undefined {
  const first = firstIn(spans);
  return first !== undefined && first > (firstIn(others) ?? baseline) ? first : undefined;
}

/** What we only infer or assume, its release for one, proves nothing. */
const isSure = ({ provenance }: Prose): boolean =>
  provenance === undefined || provenance.kind === "documented" || provenance.kind === "observed";

const isDated = ({ model, type }: PropertyTree): boolean =>
  isSure(model.prose) && objectsIn(type).every((object) => isSure(object.model.prose));
