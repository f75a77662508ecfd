import type { PropertyPath, Model } from "../model/model.js";
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

/** The kinds of a type, and of what its arrays hold. */
const kindsIn = (type: TypeView): readonly KindView[] =>
  type === "unknown" ? [] : type.flatMap((kind) => [kind, ...itemKindsIn(kind)]);

const itemKindsIn = (kind: KindView): readonly KindView[] =>
  kind.kind === "array" ? kindsIn(kind.items) : [];

/** The objects that a type mentions, alone or in arrays. */
export const objectsIn = (type: TypeView): readonly ObjectView[] =>
  kindsIn(type).flatMap((kind) => (kind.kind === "object" ? [kind.object] : []));

/** The object among the kinds of a type. */
export const findObject = (type: TypeView): ObjectView | undefined =>
  type === "unknown" ? undefined : type.find((kind) => kind.kind === "object")?.object;

/** The property of this name. */
export const findProperty = (object: ObjectView | undefined, name: string): PropertyView | undefined =>
  object?.properties.find((property) => property.name === name);

/** Whether there is such a part, as far as the fleet knows it. */
export function hasPart(whole: ObjectView, { object, property }: PropertyPath): boolean {
  const holder = findProperty(whole, object);
  return holder !== undefined && findProperty(findObject(holder.type), property) !== undefined;
}

/** The enums with a name that a type mentions, alone or in arrays. */
export const namedEnumsIn = (type: TypeView): readonly NamedEnumView[] =>
  kindsIn(type).flatMap((kind) => (kind.kind === "enum" && isNamed(kind.enum) ? [kind.enum] : []));

/** Whether an enum has a name, under which it is declared once. */
export const isNamed = (view: EnumView): view is NamedEnumView => view.name !== undefined;

/** Named types, each once, sorted by name, so that a new property moves no type in the output. */
export interface NamedTypes {
  readonly objects: readonly ObjectView[];
  readonly enums: readonly NamedEnumView[];
}

/** Everything that these objects lead to, themselves included. */
export const collectTypes = (roots: readonly ObjectView[]): NamedTypes =>
  collect(roots, ({ base, properties }) => ({
    bases: base ? [base] : [],
    // A property whose whole type is `unknown` may still have objects in the eras of its gate.
    types: properties.flatMap(({ type, gate }) => [type, ...(gate?.eras ?? []).map((era) => era.type)]),
  }));

/**
 * What schemas of these objects refer to, themselves included. What only types tell of is not: the object that another
 * one stands for, and the shapes that single releases have of what may be anything.
 */
export const collectReferred = (roots: readonly ObjectView[]): NamedTypes =>
  collect(roots, ({ properties }) => ({ bases: [], types: properties.map(({ type }) => type) }));

type Step = (object: ObjectView) => {
  readonly bases: readonly ObjectView[];
  readonly types: readonly TypeView[];
};

function collect(roots: readonly ObjectView[], step: Step): NamedTypes {
  const objects = new Map<string, ObjectView>();
  const enums = new Map<string, NamedEnumView>();
  const visit = (object: ObjectView): void => {
    if (objects.has(object.name)) return;
    objects.set(object.name, object);
    const { bases, types } = step(object);
    bases.forEach(visit);
    for (const type of types) {
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

/** What goes over the wire, each list in the order of the events, with the report of an error as the last request. */
export interface Bodies {
  readonly requests: readonly ObjectView[];
  readonly responses: readonly ObjectView[];
  /** Each request with its answer behind it. */
  readonly all: readonly ObjectView[];
}

/** The bodies of a view. */
export const listBodies = ({ events, errorRequest }: View): Bodies => ({
  requests: [...events.map(({ request }) => request), errorRequest],
  responses: events.map(({ response }) => response),
  all: [...events.flatMap(({ request, response }) => [request, response]), errorRequest],
});

/** Every object of a view, by its name. */
export const findObjects = (view: View): ReadonlyMap<string, ObjectView> =>
  new Map(collectTypes(listBodies(view).all).objects.map((object) => [object.name, object]));

/** The name of the type that a kind is; undefined where it is written in its place. */
export function findName(kind: KindView): string | undefined {
  if (kind.kind === "object") return kind.object.name;
  return kind.kind === "enum" ? kind.enum.name : undefined;
}

/** The names of the types in whose place some property of these objects has a null, alone or in a list. */
export const listBesideNull = (objects: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(objects.flatMap(({ properties }) => properties.flatMap(({ type }) => namesBesideNull(type))));

function namesBesideNull(type: TypeView): readonly string[] {
  if (type === "unknown") return [];
  const own = type.some(({ kind }) => kind === "null") ? type.flatMap((kind) => findName(kind) ?? []) : [];
  const items = type.flatMap((kind) => (kind.kind === "array" ? namesBesideNull(kind.items) : []));
  return [...own, ...items];
}

/** A property of a request whose object's properties may stand directly in its holder. */
export interface InlinedProperty {
  readonly property: PropertyView;
  readonly inner: ObjectView;
  /** The names under which the inner properties may stand in the holder, older spellings included. */
  readonly names: readonly string[];
  /** Whether the property may be null. If not, a null counts as absent, though the property be required. */
  readonly nullable: boolean;
}

/** The property of an object whose inner properties may stand directly in it; undefined if it has none. */
export function findInlined({ properties, open }: ObjectView): InlinedProperty | undefined {
  // An open object may hold anything else under these names.
  if (open) return undefined;
  const own = properties.flatMap(listNames);
  const found = properties.flatMap((property) => {
    const inner = property.inlined ? findObject(property.type) : undefined;
    return inner ? [{ property, inner }] : [];
  })[0];
  // In a fleet whose releases differ, the holder may have a property of such a name itself: then it is the holder's.
  const names = found?.inner.properties.flatMap(listNames).filter((name) => !own.includes(name)) ?? [];
  return found && names.length > 0
    ? { ...found, names, nullable: mayBeNull(found.property.type) }
    : undefined;
}

/** Whether a type has null. */
export const mayBeNull = (type: TypeView): boolean =>
  type === "unknown" || type.some(({ kind }) => kind === "null");

const listNames = ({ name, legacyNames }: PropertyView): readonly string[] => [name, ...legacyNames];

/** The answers that only some events take, each listed as forbidden. Targets leave out those that an event takes. */
export const listForeignAnswers = ({ answers }: Model): ObjectView => ({
  name: "ForeignAnswers",
  prose: {
    description: "Answers that only some events take: to no other may they be given.",
    notes: [],
    errata: [],
  },
  open: false,
  properties: [],
  forbidden: answers.flatMap(({ property, onlyFor }): ForbiddenView[] =>
    onlyFor ? [{ name: property.name, reason: { kind: "other-event", events: onlyFor } }] : [],
  ),
});

/** Whether this event takes the answer. */
export const isTakenBy = (event: string, { reason }: ForbiddenView): boolean =>
  reason.kind === "other-event" && reason.events.includes(event);

/** The object without the properties that it shares with the common one. */
export const withoutShared = (object: ObjectView, common: ObjectView): ObjectView => ({
  ...object,
  properties: object.properties.filter(
    ({ name }) => !common.properties.some((shared) => shared.name === name),
  ),
  forbidden: object.forbidden.filter(({ name }) => !common.forbidden.some((shared) => shared.name === name)),
});
