import type { ObjectView, PropertyView, TypeView } from "../../view/view.js";

/** The older spellings in a body, as `templates/validators/legacy-names.ts` reads them. */
export interface LegacyNames {
  readonly names?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, LegacyNames>>;
  readonly items?: LegacyNames;
}

/** Where an object, and what it holds, has older spellings; undefined where it has none. */
export function legacyNamesIn({ properties }: ObjectView): LegacyNames | undefined {
  const names = properties.flatMap(({ name, legacyNames }) =>
    legacyNames.map((older) => [older, name] as const),
  );
  const inner = properties.flatMap((property) => innerNames(property));
  if (names.length === 0 && inner.length === 0) return undefined;
  return {
    ...(names.length > 0 && { names: Object.fromEntries(names) }),
    ...(inner.length > 0 && { properties: Object.fromEntries(inner) }),
  };
}

function innerNames({ name, type }: PropertyView): [string, LegacyNames][] {
  const legacy = legacyNamesInType(type);
  return legacy ? [[name, legacy]] : [];
}

/** A value is an array or an object, never both, so the two can share a node. */
function legacyNamesInType(type: TypeView): LegacyNames | undefined {
  if (type === "unknown") return undefined;
  const found = type.flatMap((kind): LegacyNames[] => {
    if (kind.kind === "object") return [legacyNamesIn(kind.object) ?? {}];
    const items = kind.kind === "array" && kind.items ? legacyNamesInType(kind.items) : undefined;
    return items ? [{ items }] : [];
  });
  const merged = Object.assign({}, ...found) as LegacyNames;
  return Object.keys(merged).length > 0 ? merged : undefined;
}
