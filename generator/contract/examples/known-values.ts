import { isObject, type JsonObject } from "../../base/json.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { getOrCreate } from "../../base/once.js";
import type { ObjectTree, Tree } from "../lattice/tree.js";
import type { ExampleModel } from "../model/flow-model.js";
import type { ObjectView } from "../view/view.js";

/**
 * The distinct values in the spec's examples, oldest release first, so that additions come last. Without a property
 * name, these are the objects of the type. With a property name, these are the non-object values of that property,
 * alone or in a list. If the type has none, the values of any property with that name are used.
 */
export type KnownValues = (object: ObjectView, property?: string) => readonly unknown[];

export function collectKnownValues(snapshots: Snapshots): KnownValues {
  const known = collectByName(snapshots);
  return ({ name, base }, property) => {
    const types = [name, base?.name ?? name];
    const names = property === undefined ? types : [...types, ""].map((type) => `${type}.${property}`);
    return names.map((each) => known.get(each)).find((values) => values !== undefined) ?? [];
  };
}

function collectByName(snapshots: Snapshots): ReadonlyMap<string, readonly unknown[]> {
  const known = new Map<string, Map<string, unknown>>();
  for (const example of [...snapshots.model.examples].sort((a, b) => a.release - b.release))
    for (const [name, value] of listExampleValues(example, snapshots)) {
      const values = getOrCreate(known, name, () => new Map<string, unknown>());
      getOrCreate(values, JSON.stringify(value), () => value);
    }
  return new Map([...known].map(([name, values]) => [name, [...values.values()]]));
}

type NamedValue = readonly [name: string, value: unknown];

/** Lists objects by type, and other values by `Type.property` and by `.property`. */
export function listExampleValues(example: ExampleModel, snapshots: Snapshots): readonly NamedValue[] {
  const { events, errorRequest } = snapshots.model;
  const event = events.find(({ name }) => name === example.event);
  const roots = { request: event?.request, response: event?.response, errorRequest };
  return (["request", "response", "errorRequest"] as const).flatMap((body) => {
    const [model, value] = [roots[body], example[body]];
    return model && isObject(value) ? listInObject(snapshots.at(example.release).object(model), value) : [];
  });
}

const listInObject = (
  { model: { title }, properties }: ObjectTree,
  value: JsonObject,
): readonly NamedValue[] => [
  [title, value],
  ...[...properties].flatMap(([name, { type }]) =>
    Object.hasOwn(value, name) ? listInType(type, value[name], [`${title}.${name}`, `.${name}`]) : [],
  ),
];

function listInType(
  { array, object }: Tree,
  value: unknown,
  names: readonly string[],
): readonly NamedValue[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (array?.items ? listInType(array.items, item, names) : []));
  if (isObject(value)) return object ? listInObject(object, value) : [];
  return names.map((name) => [name, value]);
}
