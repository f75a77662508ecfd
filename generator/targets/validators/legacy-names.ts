import type { LegacyNames } from "../../../templates/validators/legacy-names.js";
import type { ObjectView, PropertyView, TypeView } from "../../view/view.js";

/** The older spellings in an object and in what it holds; undefined where there are none. */
export function findLegacyNames({ properties }: ObjectView): LegacyNames | undefined {
  const names = properties.flatMap(({ name, legacyNames }) =>
    legacyNames.map((older) => [older, name] as const),
  );
  const inner = properties.flatMap(findInProperty);
  if (names.length === 0 && inner.length === 0) return undefined;
  return {
    ...(names.length > 0 && { names: Object.fromEntries(names) }),
    ...(inner.length > 0 && { properties: Object.fromEntries(inner) }),
  };
}

function findInProperty({ name, type }: PropertyView): [string, LegacyNames][] {
  const legacy = findInType(type);
  return legacy ? [[name, legacy]] : [];
}

/** A value is an array or an object, never both, so the two can share a node. */
function findInType(type: TypeView): LegacyNames | undefined {
  if (type === "unknown") return undefined;
  const found = type.flatMap((kind): LegacyNames[] => {
    if (kind.kind === "object") return [findLegacyNames(kind.object) ?? {}];
    const items = kind.kind === "array" ? findInType(kind.items) : undefined;
    return items ? [{ items }] : [];
  });
  const merged = Object.assign({}, ...found) as LegacyNames;
  return Object.keys(merged).length > 0 ? merged : undefined;
}
