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

/** The alternatives of a type, and those of the items of its arrays; nothing of `unknown`. */
const listChoices = (type: TypeView): readonly (readonly KindView[])[] =>
  type === "unknown" ? [] : [type, ...listChoices(findKind(type, "array")?.items ?? "unknown")];

/** The objects that a type mentions, alone or in arrays. */
export const objectsIn = (type: TypeView): readonly ObjectView[] =>
  listChoices(type).flatMap((kinds) => findObject(kinds) ?? []);

/** The object among the kinds of a type. */
export const findObject = (type: TypeView): ObjectView | undefined => findKind(type, "object")?.object;

/** The alternative of this kind in a type. */
export const findKind = <K extends KindView["kind"]>(type: TypeView, name: K): KindOf<K> | undefined =>
  type === "unknown" ? undefined : type.find((kind): kind is KindOf<K> => kind.kind === name);

type KindOf<K> = Extract<KindView, { readonly kind: K }>;

/** The property of this name. */
export const findProperty = (object: ObjectView | undefined, name: string): PropertyView | undefined =>
  object?.properties.find((property) => property.name === name);

/** Whether there is such a part, as far as the fleet knows it. */
export const hasPart = (whole: ObjectView, { object, property }: PropertyPath): boolean =>
  findProperty(findObject(findProperty(whole, object)?.type ?? []), property) !== undefined;

/** The enums that a type mentions, alone or in arrays. */
export const enumsIn = (type: TypeView): readonly EnumView[] =>
  listChoices(type).flatMap((kinds) => findKind(kinds, "enum")?.enum ?? []);

/** Those of them that have a name. */
export const namedEnumsIn = (type: TypeView): readonly NamedEnumView[] => enumsIn(type).filter(isNamedEnum);

/** Whether an enum has a name, under which it is declared once. */
export const isNamedEnum = (view: EnumView): view is NamedEnumView => view.name !== undefined;

/** Named types, each once, sorted by name, so that a new property moves no type in the output. */
interface NamedTypes {
  readonly objects: readonly ObjectView[];
  readonly enums: readonly NamedEnumView[];
}

/** Everything that these objects lead to, themselves included. */
export const collectTypes = (roots: readonly ObjectView[]): NamedTypes =>
  collectFrom(roots, ({ base, properties }) => [
    ...(base ? [[{ kind: "object", object: base } as const]] : []),
    // A property whose whole type is `unknown` may still have objects in the eras of its gate.
    ...properties.flatMap(({ type, gate }) => [type, ...(gate?.eras ?? []).map((era) => era.type)]),
  ]);

/**
 * The types that schemas of these objects refer to, themselves included. Parts that only types tell of are left out: the object that another
 * one stands for, and the shapes that single releases have of what may be anything.
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

/** Types in the order of their names. */
export const sortByName = <T extends { readonly name: string }>(types: readonly T[]): readonly T[] =>
  [...types].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/**
 * What goes over the wire: requests and responses, in the order of the events, with the report of an error as the last request;
 * and all of them, each request with its answer behind it.
 */
export const listBodies = ({ events, errorRequest }: View) => ({
  requests: [...events.map(({ request }) => request), errorRequest],
  responses: events.map(({ response }) => response),
  all: [...events.flatMap(({ request, response }) => [request, response]), errorRequest],
});

/** Every object of a view, by its name. */
export const findObjects = (view: View): ReadonlyMap<string, ObjectView> =>
  new Map(collectTypes(listBodies(view).all).objects.map((object) => [object.name, object]));

/** The name of the type that a kind is; undefined where it is written in its place. */
export function findTypeName(kind: KindView): string | undefined {
  if (kind.kind === "object") return kind.object.name;
  return kind.kind === "enum" ? kind.enum.name : undefined;
}

/** The names of the types in whose place some property of these objects has a null, alone or in a list. */
export const listBesideNull = (objects: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(
    objects
      .flatMap(({ properties }) => properties.flatMap(({ type }) => listChoices(type)))
      .filter(mayBeNull)
      .flatMap((kinds) => kinds.flatMap((kind) => findTypeName(kind) ?? [])),
  );

/** A property of a request whose object's properties may stand directly in its holder. */
export type InlinedProperty = NonNullable<ReturnType<typeof findInlined>>;

/** The property of an object whose inner properties may stand directly in it; undefined if it has none. */
export function findInlined({ properties, open }: ObjectView) {
  // An open object may hold anything else under these names.
  if (open) return undefined;
  const property = properties.find(({ inlined, type }) => inlined && findObject(type));
  const inner = property && findObject(property.type);
  if (!inner) return undefined;
  // In a fleet whose releases differ, the holder may have a property of such a name itself: then it is the holder's.
  const own = properties.flatMap(listPropertyNames);
  /** The names under which the inner properties may stand in the holder, older spellings included. */
  const names = inner.properties.flatMap(listPropertyNames).filter((name) => !own.includes(name));
  /** Whether the property may be null. If not, a null counts as absent, though the property be required. */
  const nullable = mayBeNull(property.type);
  return names.length > 0 ? { property, inner, names, nullable } : undefined;
}

/** Whether a type has null. */
export const mayBeNull = (type: TypeView): boolean =>
  type === "unknown" || findKind(type, "null") !== undefined;

/** The names that a property may come under: its own, and older spellings. */
export const listPropertyNames = ({ name, legacyNames }: PropertyView): readonly string[] => [
  name,
  ...legacyNames,
];

/** Whether this event takes the answer. */
export const isTakenBy = (event: string, { reason }: ForbiddenView): boolean =>
  reason.kind === "other-event" && reason.events.includes(event);

/** The object without the properties that it shares with the common one. */
export const withoutShared = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: withoutNames(object.properties, common.properties),
  forbidden: withoutNames(object.forbidden, common.forbidden),
});

const withoutNames = <T extends { readonly name: string }>(parts: readonly T[], others: readonly T[]): T[] =>
  parts.filter(({ name }) => !others.some((other) => other.name === name));
