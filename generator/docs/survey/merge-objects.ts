import type { EnumView, KindView, ObjectView, PropertyView, TypeView } from "../../view/view.js";

type Named = ReadonlyMap<string, ObjectView>;
export type Merge = (object: ObjectView) => ObjectView;

/**
 * Merges the objects that a fleet sees with those of the same name that all releases together have: the fleet's
 * where it has them, with the life that they have over all releases.
 */
export function createMerger(own: Named, whole: Named): Merge {
  const merged = new Map<string, ObjectView>();
  const merge: Merge = (object) => {
    const known = merged.get(object.name);
    if (known) return known;
    const pair = { own: own.get(object.name), whole: whole.get(object.name) };
    const result = mergeObjects(pair.own ?? pair.whole ?? object, pair.whole, merge);
    merged.set(object.name, result);
    return result;
  };
  return merge;
}

function mergeObjects(object: ObjectView, whole: ObjectView | undefined, merge: Merge): ObjectView {
  const { name, prose, open } = object;
  const known = whole?.properties ?? [];
  const extra = object.properties.filter((property) => !known.some(({ name }) => name === property.name));
  const properties = [...known, ...extra].map((property) => {
    const seen = object.properties.find((own) => own.name === property.name);
    return mergeProperties(seen ?? property, property, merge);
  });
  const forbidden = object.forbidden.filter(({ reason }) => !isToldByRows(reason.kind));
  const since = whole?.since;
  return { name, prose, open, ...(since !== undefined && { since }), properties, forbidden };
}

/** What came later or is gone has a line of its own, with its releases. */
const isToldByRows = (kind: ObjectView["forbidden"][number]["reason"]["kind"]): boolean =>
  kind === "added" || kind === "removed";

function mergeProperties(seen: PropertyView, whole: PropertyView, merge: Merge): PropertyView {
  const { name, required, prose, legacyNames } = seen;
  return {
    ...{ name, required, prose, legacyNames },
    ...(whole.since !== undefined && { since: whole.since }),
    ...(whole.until !== undefined && { until: whole.until }),
    type: mergeTypes(seen.type, whole.type, merge),
  };
}

function mergeTypes(seen: TypeView, whole: TypeView, merge: Merge): TypeView {
  if (seen === "unknown") return seen;
  const others = whole === "unknown" ? [] : whole;
  return seen.map((kind) => mergeKinds(kind, others, merge));
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
      if (!kind.items) return kind;
      return { ...kind, items: mergeTypes(kind.items, other?.items ?? kind.items, merge) };
    }
    case "null":
    case "boolean":
    case "number":
    case "text":
      return kind;
  }
}

function mergeEnums(seen: EnumView, whole: EnumView): EnumView {
  const extra = seen.values.filter(({ value }) => !whole.values.some((other) => other.value === value));
  return { ...seen, values: [...whole.values, ...extra], forbidden: [] };
}
