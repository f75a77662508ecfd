import type { Direction, Model, ObjectModel, PropertyModel, TypeModel } from "../model/model.js";

/** A property as one event has it: the way to it from the root of the request, or of the answer. */
export interface EventProperty {
  readonly direction: Direction;
  readonly event: string;
  readonly model: PropertyModel;
  /** The properties on the way, this one last. */
  readonly chain: readonly PropertyModel[];
  /** The objects that have each property of the chain. */
  readonly holders: readonly ObjectModel[];
  /** As a person writes it: `form.fields[].separator`. */
  readonly path: string;
}

/** Lists every property of every event, whenever it existed, those that are planned or were only seen included. */
export const listEventProperties = (model: Model): readonly EventProperty[] =>
  model.events.flatMap(({ name, request, response }) => [
    ...listBodyProperties(request, { direction: "request", event: name }),
    ...listBodyProperties(response, { direction: "response", event: name }),
  ]);

/** Lists every property of one body. */
export const listBodyProperties = (
  body: ObjectModel,
  of: Pick<EventProperty, "direction" | "event">,
): readonly EventProperty[] => listBelow(body, { ...of, chain: [], holders: [], path: "" });

/** The properties of an object that `parent` holds, and of the objects in them. */
function listBelow(object: ObjectModel, parent: Omit<EventProperty, "model">): EventProperty[] {
  return object.properties.flatMap((model) => {
    const property = {
      ...parent,
      model,
      chain: [...parent.chain, model],
      holders: [...parent.holders, object],
      path: parent.path === "" ? model.name : `${parent.path}.${model.name}`,
    };
    const inner = listObjects(model).flatMap(({ object, suffix }) =>
      listBelow(object, { ...property, path: property.path + suffix }),
    );
    return [property, ...withoutDoubles(inner)];
  });
}

interface FoundObject {
  readonly object: ObjectModel;
  /** `[]` for each array on the way. */
  readonly suffix: string;
}

/** The objects that a property has or had, those outside arrays first, newer ones before older ones. */
const listObjects = ({ eras }: PropertyModel): FoundObject[] =>
  [...eras]
    .reverse()
    .flatMap(({ type }) => findObjects(type, ""))
    .sort((a, b) => a.suffix.length - b.suffix.length);

const findObjects = (type: TypeModel, suffix: string): FoundObject[] =>
  type.flatMap(({ kind }) => {
    if (kind.kind === "object") return [{ object: kind.object, suffix }];
    return kind.kind === "array" ? findObjects(kind.items, `${suffix}[]`) : [];
  });

/** An object that may stand alone or in an array counts once. */
function withoutDoubles(properties: readonly EventProperty[]): EventProperty[] {
  const byNames = new Map<string, EventProperty>();
  for (const property of properties) {
    const key = listNames(property).join(".");
    if (!byNames.has(key)) byNames.set(key, property);
  }
  return [...byNames.values()];
}

/** The names on the way to a property, without marks of arrays. */
export const listNames = ({ chain }: EventProperty): readonly string[] => chain.map(({ name }) => name);

/** The same property at the same path, in however many events. */
export type EventPropertyGroup = readonly [EventProperty, ...EventProperty[]];

/** Puts together properties that differ in their event only. */
export function groupByPath(properties: readonly EventProperty[]): readonly EventPropertyGroup[] {
  const groups = new Map<string, [EventProperty, ...EventProperty[]]>();
  for (const property of properties) {
    const key = `${property.direction} ${property.path}`;
    const known = groups.get(key);
    if (known) known.push(property);
    else groups.set(key, [property]);
  }
  return [...groups.values()];
}
