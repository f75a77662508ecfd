import { isAside } from "../../view/reasons.js";
import type { EnumView, KindView, ObjectView, PropertyView, TypeView } from "../../view/view.js";

type Named = ReadonlyMap<string, ObjectView>;
export type Merge = (object: ObjectView) => ObjectView;

/**
 * Merges the objects of a fleet's view with those of the same name in the view of all releases: types are the fleet's
 * where it has them, and all say in which of all releases they exist.
 */
export function createMerger(ofFleet: Named, ofAll: Named): Merge {
  const merged = new Map<string, ObjectView>();
  const merge: Merge = (object) => {
    const known = merged.get(object.name);
    if (known) return known;
    const whole = ofAll.get(object.name);
    const result = mergeObjects(ofFleet.get(object.name) ?? whole ?? object, whole, merge);
    merged.set(object.name, result);
    return result;
  };
  return merge;
}

function mergeObjects(object: ObjectView, whole: ObjectView | undefined, merge: Merge): ObjectView {
  const { name, prose, open, base } = object;
  const known = whole?.properties ?? [];
  const extra = object.properties.filter((property) => !known.some(({ name }) => name === property.name));
  const properties = [...known, ...extra].map((property) => {
    const own = object.properties.find(({ name }) => name === property.name);
    return mergeProperties(own ?? property, property, merge);
  });
  const forbidden = object.forbidden.filter(({ reason }) => !hasOwnPlace(reason));
  return {
    ...{ name, prose, open, properties, forbidden },
    ...(whole?.exists && { exists: whole.exists }),
    ...(base && { base: merge(base) }),
  };
}

/** A property that came later or is gone has a row of its own, with its releases; one that no release has, a section. */
const hasOwnPlace = (reason: ObjectView["forbidden"][number]["reason"]): boolean =>
  reason.kind === "added" || reason.kind === "removed" || isAside(reason);

function mergeProperties(own: PropertyView, whole: PropertyView, merge: Merge): PropertyView {
  const { name, required, prose, legacyNames, lenient, inlined } = own;
  return {
    ...{ name, required, prose, legacyNames },
    ...(lenient && { lenient }),
    ...(inlined && { inlined }),
    ...(whole.exists && { exists: whole.exists }),
    type: mergeTypes(own.type, whole.type, merge),
  };
}

function mergeTypes(own: TypeView, whole: TypeView, merge: Merge): TypeView {
  if (own === "unknown") return own;
  const others = whole === "unknown" ? [] : whole;
  return own.map((kind) => mergeKinds(kind, others, merge));
}

function mergeKinds(kind: KindView, others: readonly KindView[], merge: Merge): KindView {
  switch (kind.kind) {
    case "object":
      return { ...kind, object: merge(kind.object) };
    case "enum": {
      const other = others.find((candidate) => candidate.kind === "enum");
      return { ...kind, enum: mergeEnums(kind.enum, other?.enum ?? kind.enum) };
    }
    case "array": {
      const other = others.find((candidate) => candidate.kind === "array");
      return { ...kind, items: mergeTypes(kind.items, other?.items ?? kind.items, merge) };
    }
    case "null":
    case "boolean":
    case "number":
    case "text":
      return kind;
  }
}

function mergeEnums(own: EnumView, whole: EnumView): EnumView {
  const extra = own.values.filter(({ value }) => !whole.values.some((other) => other.value === value));
  const forbidden = own.forbidden.filter(({ reason }) => reason.kind === "seen");
  return { ...own, values: [...whole.values, ...extra], forbidden };
}
