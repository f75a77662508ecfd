import type {
  ObjectEvidence,
  PartEvidence,
  VersionEvidence,
} from "../../../templates/receiver/version/version-evidence.js";
import type { Album } from "../../lattice/album.js";
import { createShapes } from "../../lattice/shapes.js";
import { objectsIn, type ObjectTree, type PropertyTree, type Tree } from "../../lattice/tree.js";
import type { Provenance } from "../../spec/dialect.js";
import type { Prose } from "../../model/model.js";
import { baseline, type Release } from "../../time/release.js";
import { firstIn, uniteAll, type Spans } from "../../time/spans.js";

/** Collects everything in the requests that some release added. */
export function collectEvidence(album: Album): VersionEvidence {
  const { model } = album;
  const releases = [baseline, ...model.changes];
  const shapes = createShapes({ album, releases, direction: "request", bound: "join" });
  const collector: Collector = new Map();
  const inTree = (tree: ObjectTree | undefined): ObjectEvidence => (tree ? inObject(tree, collector) : {});
  const events = model.events.map((event) => {
    const properties = inTree(shapes.own(event));
    const since = isSure(event.prose) ? firstIn(event.exists) : undefined;
    const evidence = {
      ...(since !== undefined && { since }),
      ...(hasEvidence(properties) && { properties }),
    };
    return [event.name, evidence] as const;
  });
  const envelope = inTree(shapes.envelope());
  const objects = [...collector]
    .filter(([, object]) => hasEvidence(object))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    events: Object.fromEntries(events.filter(([, event]) => hasEvidence(event))),
    envelope,
    objects: Object.fromEntries(objects),
  };
}

type Collector = Map<string, ObjectEvidence>;

function inObject({ properties, exists, open }: ObjectTree, collector: Collector): ObjectEvidence {
  const parts = [...properties.values()].flatMap((property) => {
    const { name, legacyNames } = property.model;
    // An open object may have had the property before it was described.
    const since = open || !isDated(property) ? undefined : findLater(property.exists, exists);
    const part = { ...(since !== undefined && { since }), ...inProperty(property, collector) };
    return [name, ...legacyNames].map((spelling) => [spelling, part] as const);
  });
  return Object.fromEntries(parts.filter(([, part]) => hasEvidence(part)));
}

/** A property that changed its shape is only evidence if the release of that change is sure. */
const inProperty = ({ model, type }: PropertyTree, collector: Collector): PartEvidence =>
  model.eras.length > 1 && !isSure(model.prose) ? {} : inType(type, collector);

function inType({ object, array, string }: Tree, collector: Collector): PartEvidence {
  const items = array?.items ? inType(array.items, collector) : {};
  // An open enum may have had the value before it was described.
  const values = string?.values && !string.open && isSure(string.model.prose) ? [...string.values] : [];
  const all = uniteAll(values.map(([, exists]) => exists));
  const added = values.flatMap(([value, exists]) => {
    const since = findLater(exists, all);
    return since === undefined ? [] : [[value, since] as const];
  });
  return {
    ...(object && { object: collectObject(object, collector) }),
    ...(hasEvidence(items) && { items }),
    ...(added.length > 0 && { values: Object.fromEntries(added) }),
  };
}

/** The name of an object, whose evidence is collected once. */
function collectObject(object: ObjectTree, collector: Collector): string {
  const { title } = object.model;
  if (!collector.has(title)) collector.set(title, inObject(object, collector));
  return title;
}

const hasEvidence = (evidence: object): boolean => Object.keys(evidence).length > 0;

/** The release that brought something to what is older. */
function findLater(spans: Spans, others: Spans): Release | undefined {
  const first = firstIn(spans);
  return first !== undefined && first > (firstIn(others) ?? baseline) ? first : undefined;
}

/** Whether it is documented or observed: what was only inferred or assumed, such as a release, proves nothing. */
const isSure = ({ provenance }: Prose): boolean =>
  provenance === undefined ||
  provenance.kind === "documented" ||
  provenance.kind === "observed" ||
  isOfRequired(provenance);

/** Whether it only says how sure it is that something is required: it came with its release all the same. */
const isOfRequired = ({ of }: Provenance): boolean => of?.every((part) => part === "required") ?? false;

const isDated = ({ model, type }: PropertyTree): boolean =>
  isSure(model.prose) && objectsIn(type).every((object) => isSure(object.model.prose));
