import type { PropertyPath } from "../model/model.js";
import type {
  EnumView,
  KindView,
  NamedEnumView,
  ObjectView,
  PropertyView,
  TypeView,
  View,
  ForbiddenView,
} from "./view.js";

/** Includes those of array items; empty for `unknown`. */
const listChoices = (type: TypeView): readonly (readonly KindView[])[] =>
  type === "unknown" ? [] : [type, ...listChoices(findKind(type, "array")?.items ?? "unknown")];

/** Includes those in arrays. */
export const objectsIn = (type: TypeView): readonly ObjectView[] =>
  listChoices(type).flatMap((kinds) => findObject(kinds) ?? []);

export const findObject = (type: TypeView): ObjectView | undefined => findKind(type, "object")?.object;

export const findKind = <K extends KindView["kind"]>(type: TypeView, name: K): KindOf<K> | undefined =>
  type === "unknown" ? undefined : type.find((kind): kind is KindOf<K> => kind.kind === name);

type KindOf<K> = Extract<KindView, { readonly kind: K }>;

export const findProperty = (object: ObjectView | undefined, name: string): PropertyView | undefined =>
  object?.properties.find((property) => property.name === name);

export const hasPart = (whole: ObjectView, { object, property }: PropertyPath): boolean =>
  findProperty(findObject(findProperty(whole, object)?.type ?? []), property) !== undefined;

export const enumsIn = (type: TypeView): readonly EnumView[] =>
  listChoices(type).flatMap((kinds) => findKind(kinds, "enum")?.enum ?? []);

export const namedEnumsIn = (type: TypeView): readonly NamedEnumView[] => enumsIn(type).filter(isNamedEnum);

export const isNamedEnum = (view: EnumView): view is NamedEnumView => view.name !== undefined;

/** Named types, once each, sorted by name, so that a new property moves no type in the output. */
interface NamedTypes {
  readonly objects: readonly ObjectView[];
  readonly enums: readonly NamedEnumView[];
}

export const collectTypes = (roots: readonly ObjectView[]): NamedTypes =>
  collectFrom(roots, ({ base, properties }) => [
    ...(base ? [[{ kind: "object", object: base } as const]] : []),
    // A property of type `unknown` may still have objects in the eras of its gate.
    ...properties.flatMap(({ type, gate }) => [type, ...(gate?.eras ?? []).map((era) => era.type)]),
  ]);

/**
 * The types that schemas of these objects refer to, including the objects. Leaves out types that no schema refers
 * to: the base of a variant, and the per-release shapes of a value that may be anything.
 */
export const collectReferenced = (roots: readonly ObjectView[]): NamedTypes =>
  collectFrom(roots, ({ properties }) => properties.map(({ type }) => type));

function collectFrom(
  roots: readonly ObjectView[],
  typesOf: (object: ObjectView) => readonly TypeView[],
): NamedTypes {
  const objects = new Map<string, ObjectView>();
  const enums = new Map<string, NamedEnumView>();
  const visit = (object: ObjectView): void => {
    if (objects.has(object.name)) return;
    objects.set(object.name, object);
    for (const type of typesOf(object)) {
      namedEnumsIn(type).forEach((named) => enums.set(named.name, named));
      objectsIn(type).forEach(visit);
    }
  };
  roots.forEach(visit);
  return { objects: sortByName([...objects.values()]), enums: sortByName([...enums.values()]) };
}

export const sortByName = <T extends { readonly name: string }>(types: readonly T[]): readonly T[] =>
  [...types].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/**
 * Requests and responses in event order, with the error report as the last request; and all bodies, each answer
 * after its request.
 */
export const listBodies = ({ events, errorRequest }: View) => ({
  requests: [...events.map(({ request }) => request), errorRequest],
  responses: events.map(({ response }) => response),
  all: [...events.flatMap(({ request, response }) => [request, response]), errorRequest],
});

export const findObjects = (view: View): ReadonlyMap<string, ObjectView> =>
  new Map(collectTypes(listBodies(view).all).objects.map((object) => [object.name, object]));

/** Undefined for a kind that is written inline. */
export function findTypeName(kind: KindView): string | undefined {
  if (kind.kind === "object") return kind.object.name;
  return kind.kind === "enum" ? kind.enum.name : undefined;
}

/** The named types that a property of these objects allows as an alternative to null, directly or in a list. */
export const listBesideNull = (objects: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(
    objects
      .flatMap(({ properties }) => properties.flatMap(({ type }) => listChoices(type)))
      .filter(mayBeNull)
      .flatMap((kinds) => kinds.flatMap((kind) => findTypeName(kind) ?? [])),
  );

export type InlinedProperty = NonNullable<ReturnType<typeof findInlined>>;

/** The property whose inner properties may also be placed directly in the object. */
export function findInlined({ properties, open }: ObjectView) {
  // An open object may use these names for anything.
  if (open) return undefined;
  const property = properties.find(({ inlined, type }) => inlined && findObject(type));
  const inner = property && findObject(property.type);
  if (!inner) return undefined;
  // If releases differ, the parent may have its own property with such a name. The parent's property then takes
  // precedence.
  const own = properties.flatMap(listPropertyNames);
  /** The names that may be placed in the parent, older spellings included. */
  const names = inner.properties.flatMap(listPropertyNames).filter((name) => !own.includes(name));
  /** True if the property may be null. If not, null counts as absent, even for a required property. */
  const nullable = mayBeNull(property.type);
  return names.length > 0 ? { property, inner, names, nullable } : undefined;
}

export const mayBeNull = (type: TypeView): boolean =>
  type === "unknown" || findKind(type, "null") !== undefined;

/** Includes the older spellings. */
export const listPropertyNames = ({ name, legacyNames }: PropertyView): readonly string[] => [
  name,
  ...legacyNames,
];

/** True if this event accepts the answer. */
export const isTakenBy = (event: string, { reason }: ForbiddenView): boolean =>
  reason.kind === "other-event" && reason.events.includes(event);

export const withoutShared = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: withoutNames(object.properties, common.properties),
  forbidden: withoutNames(object.forbidden, common.forbidden),
});

const withoutNames = <T extends { readonly name: string }>(parts: readonly T[], others: readonly T[]): T[] =>
  parts.filter(({ name }) => !others.some((other) => other.name === name));
