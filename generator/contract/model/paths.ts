import type { SourceLocation } from "../../base/problem/problem.js";
import { errorRequestName } from "../read/files.js";
import { listSpanEdges } from "../../base/time/spans.js";
import type { Release } from "../../base/time/release.js";
import { splitPointer } from "../read/pointer.js";
import { groupBy, defined } from "../read/values.js";
import type { AlternativeModel, Direction, Model, ObjectModel, PropertyModel, TypeModel } from "./model.js";

/** A property at one place in a request or an answer, with the events that have it there. */
export interface BodyProperty {
  readonly direction: Direction;
  /** In the usual notation: `form.fields[].separator`. */
  readonly path: string;
  readonly names: readonly string[];
  readonly model: PropertyModel;
  /** From the root to this property. */
  readonly chain: readonly PropertyModel[];
  /** The objects on the path, ending with its parent; empty at the root. */
  readonly holders: readonly ObjectModel[];
  /** In model order. Properties of the error request have only `errorRequestName`. */
  readonly events: readonly string[];
}

export type BodyPropertyGroup = readonly [BodyProperty, ...BodyProperty[]];

/** A place in a body. Its path is in any notation. Without an event, the place may be in any event. */
export interface BodyPath {
  readonly direction: Direction;
  readonly path: string;
  readonly event?: string | undefined;
}

/** An index of the contract by path, with everything that ever existed, is planned, or was only seen. */
export type Paths = Readonly<ReturnType<typeof createPaths>>;

/** Slow: create one index per model and pass it on. */
export function createPaths(model: Model) {
  const properties = listBodyProperties(model);
  const errorRequest = model.errorRequest.properties.flatMap((property) =>
    listBelow(property, "request", [errorRequestName]),
  );
  const byNames = groupBy([...properties, ...errorRequest], ({ direction, events, names }) =>
    toPathKey(direction, events[0], names),
  );
  const findAt = ({ direction, event }: BodyPath, steps: readonly string[]): readonly BodyProperty[] =>
    byNames.get(toPathKey(direction, event, steps.filter(isNameStep))) ?? [];
  return {
    properties,
    errorRequest,
    /**
     * The first event's property comes first. Empty if no event has the path. The error request counts as an
     * event.
     */
    at: (part: BodyPath): readonly BodyProperty[] => findAt(part, splitSteps(part.path)),
    /**
     * The properties that a user names: by a path in any notation, a path from a type (`FormField.separator`), or the
     * name of their type (`FormField`). Those of the error request only if no event has them. Empty if there are none.
     */
    find: (text: string): readonly BodyProperty[] => {
      const names = splitPath(text);
      const found = properties.filter((property) => matchesNames(property, names));
      if (found.length > 0) return found;
      const rest = names[0] === model.errorRequest.title ? names.slice(1) : names;
      return errorRequest.filter((property) => matchesNames(property, rest));
    },
    /** For a missing part, the place of the object that would have it. */
    place: (part: BodyPath): SourceLocation => {
      const steps = splitSteps(part.path);
      for (let end = steps.length; end > 0; end -= 1) {
        const [found] = steps[end - 1] === itemStep ? [] : findAt(part, steps.slice(0, end));
        if (found) return placeItems(found.model, steps.slice(end));
      }
      return placeRoot(part, model);
    },
  };
}

export const groupByPath = (properties: readonly BodyProperty[]): readonly BodyPropertyGroup[] => [
  ...groupBy(properties, ({ direction, path }) => `${direction} ${path}`).values(),
];

/** In model order. */
export const listEventNames = (properties: readonly BodyProperty[]): readonly string[] =>
  [...new Set(properties.flatMap(({ events }) => events))].sort();

/**
 * Splits a path in any notation into names: `form.fields[].separator`, `/form/fields/*\/separator`,
 * `form.fields.separator`.
 */
export const splitPath = (path: string): readonly string[] => splitSteps(path).filter(isNameStep);

export function findTypeTitle(property: PropertyModel): string | undefined {
  const [named] = listAlternatives(newestType(property)).filter(({ kind }) => kind.kind !== "array");
  if (named?.kind.kind === "object") return named.kind.object.title;
  return named?.kind.kind === "string" ? named.kind.enum?.title : undefined;
}

/** Stands for all array items in a pointer. */
const itemStep = "*";

const isNameStep = (step: string): boolean => step !== itemStep;

function splitSteps(path: string): readonly string[] {
  const steps = path.startsWith("/")
    ? splitPointer(path)
    : path.replaceAll("[]", `.${itemStep}`).split(/[./]/);
  return steps.filter((step) => step !== "");
}

/** Distinguishes the error request, because its properties share names with objects of events. */
const toPathKey = (direction: Direction, event: string | undefined, names: readonly string[]): string =>
  `${event === errorRequestName ? event : direction} ${names.join(".")}`;

type PathContext = Omit<BodyProperty, "model">;

/** Lists each path once, through objects that are alone or in arrays. */
const listBelow = (root: PropertyModel, direction: Direction, events: readonly string[]): BodyProperty[] => {
  const all = listFrom(root, { direction, events, path: "", names: [], chain: [], holders: [] });
  return [...groupBy(all, ({ names }) => names.join(".")).values()].map(([first]) => first);
};

/** The properties of all events and everything below them, once for events that share them. */
function listBodyProperties({ events }: Model): readonly BodyProperty[] {
  const roots = new Map<PropertyModel, { readonly direction: Direction; readonly names: string[] }>();
  for (const event of events) {
    for (const direction of ["request", "response"] as const) {
      for (const property of event[direction].properties) {
        const root = roots.get(property) ?? { direction, names: [] };
        root.names.push(event.name);
        roots.set(property, root);
      }
    }
  }
  return [...roots].flatMap(([property, { direction, names }]) => listBelow(property, direction, names));
}

function listFrom(model: PropertyModel, way: PathContext): BodyProperty[] {
  const property: BodyProperty = {
    ...way,
    model,
    chain: [...way.chain, model],
    names: [...way.names, model.name],
    path: way.path === "" ? model.name : `${way.path}.${model.name}`,
  };
  const inner = listHeldObjects(model).flatMap(({ object, marks }) =>
    object.properties.flatMap((part) =>
      listFrom(part, { ...property, path: property.path + marks, holders: [...way.holders, object] }),
    ),
  );
  return [property, ...inner];
}

interface HeldObject {
  readonly object: ObjectModel;
  /** `[]` for each array on the path. */
  readonly marks: string;
}

/** Lists objects outside arrays first, and newer objects before older ones. */
const listHeldObjects = ({ eras }: PropertyModel): readonly HeldObject[] =>
  [...eras]
    .reverse()
    .flatMap(({ type }) => listHeldIn(type, ""))
    .sort((a, b) => a.marks.length - b.marks.length);

const listHeldIn = (type: TypeModel, marks: string): readonly HeldObject[] =>
  type.flatMap(({ kind }) => {
    if (kind.kind === "object") return [{ object: kind.object, marks }];
    return kind.kind === "array" ? listHeldIn(kind.items, `${marks}[]`) : [];
  });

function matchesNames({ names: own, holders, model }: BodyProperty, names: readonly string[]): boolean {
  if (own.join(".") === names.join(".")) return true;
  const [title = "", ...rest] = names;
  if (rest.length === 0) return findTypeTitle(model) === title;
  return holders.some(
    (holder, i) =>
      [holder.title, holder.base?.title].includes(title) && own.slice(i + 1).join(".") === rest.join("."),
  );
}

export const listAlternatives = (type: TypeModel): AlternativeModel[] =>
  type.flatMap((alternative) => [
    alternative,
    ...(alternative.kind.kind === "array" ? listAlternatives(alternative.kind.items) : []),
  ]);

export const newestType = ({ eras }: PropertyModel): TypeModel =>
  defined(eras.at(-1), "every property is built with its newest type").type;

/** Includes older alternatives and those of array items. */
export const listEveryAlternative = ({ eras }: PropertyModel): AlternativeModel[] =>
  eras.flatMap(({ type }) => listAlternatives(type));

/** The releases that change these properties, but not those that only change the objects in them. In any order. */
export function listPropertyChanges(properties: readonly PropertyModel[]): readonly Release[] {
  const alternatives = properties.flatMap(listEveryAlternative);
  const values = alternatives.flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum?.values ?? []) : [],
  );
  const dated = [
    ...[...properties, ...alternatives, ...values].map(({ exists }) => exists),
    ...properties.flatMap(({ required, eras }) => [required, ...eras.map(({ exists }) => exists)]),
  ];
  // Most parts always exist and share the same spans.
  return [...new Set(dated)].flatMap(listSpanEdges);
}

/** All objects and properties that any release may send, once each. Follows only properties that pass the filter. */
export function listReachable(
  { events, errorRequest }: Pick<Model, "events" | "errorRequest">,
  follows: (property: PropertyModel) => boolean = () => true,
) {
  const objects = new Set(events.flatMap(({ request, response }) => [request, response])).add(errorRequest);
  const properties = new Set<PropertyModel>();
  // The set grows while it is walked. All events share the properties of the envelope.
  for (const object of objects) {
    for (const property of object.properties) {
      if (properties.has(property) || !follows(property)) continue;
      properties.add(property);
      for (const { kind } of listEveryAlternative(property))
        if (kind.kind === "object") objects.add(kind.object);
    }
  }
  return { objects: [...objects], properties: [...properties] };
}

/** The place of the property's array items, if the path continues into them, or of the object, which may be shared. */
function placeItems(property: PropertyModel, steps: readonly string[]): SourceLocation {
  let [place, type] = [property.place, newestType(property)];
  for (const step of steps) {
    const [array] = type.flatMap(({ kind }) => (kind.kind === "array" ? [kind] : []));
    if (step !== itemStep || !array)
      return type.flatMap(({ kind }) => (kind.kind === "object" ? kind.object.place : []))[0] ?? place;
    [place, type] = [array.place, array.items];
  }
  return place;
}

/** The place of a whole body: its event, or the envelope if the event does not exist. */
function placeRoot(
  { direction, event }: Omit<BodyPath, "path">,
  { events, envelope, errorRequest }: Model,
): SourceLocation {
  if (event === errorRequestName) return errorRequest.place;
  return (events.find(({ name }) => name === event) ?? envelope)[direction].place;
}
