import type { SourceLocation } from "../../base/problem/problem.js";
import { errorRequestName } from "../read/files.js";
import { splitPointer } from "../read/pointer.js";
import { groupBy, defined } from "../read/values.js";
import type { AlternativeModel, Direction, Model, ObjectModel, PropertyModel, TypeModel } from "./model.js";

/** A property of a request or an answer at one place in it, with the events that have it there. */
export interface BodyProperty {
  readonly direction: Direction;
  /** As a person writes it: `form.fields[].separator`. */
  readonly path: string;
  /** The same without the marks of arrays: `form`, `fields`, `separator`. */
  readonly names: readonly string[];
  readonly model: PropertyModel;
  /** The properties on the way, this one last. */
  readonly chain: readonly PropertyModel[];
  /** The objects on the way, the one that has the property last; none for what stands at the root. */
  readonly holders: readonly ObjectModel[];
  /** In the order of the model; `errorRequestName` alone for a part of the error request. */
  readonly events: readonly string[];
}

/** The same property at the same path, as different events have it. */
export type BodyPropertyGroup = readonly [BodyProperty, ...BodyProperty[]];

/** A part of a body: its path in any spelling, and whose it is. An event that is not named may be any. */
export interface BodyPath {
  readonly direction: Direction;
  readonly path: string;
  readonly event?: string | undefined;
}

/** An index of the contract by paths. It knows all that ever existed, what is planned and what was only seen included. */
export type Paths = Readonly<ReturnType<typeof createPaths>>;

/** Makes the index of a model. It takes some time: make one for each model, and hand it on. */
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
    /** The properties of the bodies of all events. */
    properties,
    /** Those of the error request. */
    errorRequest,
    /** The properties at a path, the first of them as the first event has it; none if no event has it. The error request is an event here. */
    at: (part: BodyPath): readonly BodyProperty[] => findAt(part, splitSteps(part.path)),
    /**
     * The properties that a person names: by a path in any spelling, by one from a type on (`FormField.separator`), or by the
     * name of the type that they hold (`FormField`). Empty if there are none.
     */
    find: (text: string): readonly BodyProperty[] => {
      const names = splitPath(text);
      return properties.filter((property) => matchesNames(property, names));
    },
    /** Where the spec says it; if the part is not there, what would hold it. */
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

/** Puts together properties that stand at the same path, in however many events. */
export const groupByPath = (properties: readonly BodyProperty[]): readonly BodyPropertyGroup[] => [
  ...groupBy(properties, ({ direction, path }) => `${direction} ${path}`).values(),
];

/** The events that have one of these properties, in the order of the model. */
export const listEventNames = (properties: readonly BodyProperty[]): readonly string[] =>
  [...new Set(properties.flatMap(({ events }) => events))].sort();

/** The names of a path in any spelling: `form.fields[].separator`, `/form/fields/*\/separator`, `form.fields.separator`. */
export const splitPath = (path: string): readonly string[] => splitSteps(path).filter(isNameStep);

/** The name of the type that a property holds, alone or in an array. */
export function findTypeTitle(property: PropertyModel): string | undefined {
  const [named] = listAlternatives(newestType(property)).filter(({ kind }) => kind.kind !== "array");
  if (named?.kind.kind === "object") return named.kind.object.title;
  return named?.kind.kind === "string" ? named.kind.enum?.title : undefined;
}

/** The name that stands for all items of an array in a pointer. */
const itemStep = "*";

const isNameStep = (step: string): boolean => step !== itemStep;

function splitSteps(path: string): readonly string[] {
  const steps = path.startsWith("/")
    ? splitPointer(path)
    : path.replaceAll("[]", `.${itemStep}`).split(/[./]/);
  return steps.filter((step) => step !== "");
}

/** The error request has properties of the names of what events carry. */
const toPathKey = (direction: Direction, event: string | undefined, names: readonly string[]): string =>
  `${event === errorRequestName ? event : direction} ${names.join(".")}`;

type PathContext = Omit<BodyProperty, "model">;

/** The properties of a body below a property at its root, each path once: that of an object that may stand alone or in an array. */
const listBelow = (root: PropertyModel, direction: Direction, events: readonly string[]): BodyProperty[] => {
  const all = listFrom(root, { direction, events, path: "", names: [], chain: [], holders: [] });
  return [...groupBy(all, ({ names }) => names.join(".")).values()].map(([first]) => first);
};

/** The properties of all events, each with what is below it: once, however many events have the same at their root. */
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

/** A property, and those of the objects that it leads to. */
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
  /** `[]` for each array on the way. */
  readonly marks: string;
}

/** The objects that a property has or had, those outside arrays first, newer ones before older ones. */
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

/** The alternatives of a type, and of the items of its arrays. */
export const listAlternatives = (type: TypeModel): AlternativeModel[] =>
  type.flatMap((alternative) => [
    alternative,
    ...(alternative.kind.kind === "array" ? listAlternatives(alternative.kind.items) : []),
  ]);

/** The type of a property in the newest release. */
export const newestType = ({ eras }: PropertyModel): TypeModel =>
  defined(eras.at(-1), "every property is built with its newest type").type;

/** The alternatives that a property has or had, itself or in its arrays. */
export const listEveryAlternative = ({ eras }: PropertyModel): AlternativeModel[] =>
  eras.flatMap(({ type }) => listAlternatives(type));

/** All objects and properties of what goes over the wire at any release, as far as the properties are followed; each once. */
export function listReachable(
  { events, errorRequest }: Pick<Model, "events" | "errorRequest">,
  follows: (property: PropertyModel) => boolean = () => true,
) {
  const objects = new Set(events.flatMap(({ request, response }) => [request, response])).add(errorRequest);
  const properties = new Set<PropertyModel>();
  // The set grows while it is walked. The bodies of all events share the properties of the envelope.
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

/** The place of a property, or of the items of its arrays as far as the steps lead to them. */
function placeItems(property: PropertyModel, steps: readonly string[]): SourceLocation {
  let [place, type] = [property.place, newestType(property)];
  for (const step of steps) {
    const [array] = type.flatMap(({ kind }) => (kind.kind === "array" ? [kind] : []));
    if (step !== itemStep || !array) break;
    [place, type] = [array.place, array.items];
  }
  return place;
}

/** Where a whole body is written: with its event, or in the envelope if there is no such event. */
function placeRoot(
  { direction, event }: Omit<BodyPath, "path">,
  { events, envelope, errorRequest }: Model,
): SourceLocation {
  if (event === errorRequestName) return errorRequest.place;
  return (events.find(({ name }) => name === event) ?? envelope)[direction].place;
}
