import { isObject, type JsonObject } from "../json.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { once, type ObjectTree, type Tree } from "../lattice/tree.js";
import type { ObjectView } from "../view/view.js";
import { toDigest } from "./chance.js";

/**
 * What the examples of the spec hold, each once; of older releases first, so that what is added comes last. Without the name of
 * a property: the objects of a type. With one: what the property of that type holds, alone or in a list, but no objects; or else
 * what others of its name hold.
 */
export type KnownValues = (object: ObjectView, property?: string) => readonly Known[];

/** A value, and a number that stands for it. */
export interface Known {
  readonly value: unknown;
  readonly digest: number;
}

/** Collects what the examples hold, by type and property. */
export function collectKnownValues(snapshots: Snapshots): KnownValues {
  const known = collectByName(snapshots);
  return ({ name, base }, property) => {
    const types = [name, base?.name ?? name];
    const names = property === undefined ? types : [...types, ""].map((type) => `${type}.${property}`);
    return names.map((each) => known.get(each)).find((values) => values !== undefined) ?? [];
  };
}

/** Objects by their type, other values by `Type.property` and by `.property`. */
function collectByName(snapshots: Snapshots): ReadonlyMap<string, readonly Known[]> {
  const { examples, events, errorRequest } = snapshots.model;
  const known = new Map<string, Map<string, Known>>();
  const put = (name: string, value: unknown): void => {
    const key = JSON.stringify(value);
    const values = once(known, name, () => new Map<string, Known>());
    once(values, key, () => ({ value, digest: toDigest(key) }));
  };
  const putObject = ({ model, properties }: ObjectTree, value: JsonObject): void => {
    put(model.title, value);
    for (const [name, { type }] of properties)
      if (Object.hasOwn(value, name)) putValue(type, value[name], [`${model.title}.${name}`, `.${name}`]);
  };
  const putValue = ({ array, object }: Tree, value: unknown, names: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (array?.items) putValue(array.items, item, names);
    } else if (isObject(value)) {
      if (object) putObject(object, value);
    } else {
      for (const name of names) put(name, value);
    }
  };
  for (const example of [...examples].sort((a, b) => a.release - b.release)) {
    const event = events.find(({ name }) => name === example.event);
    const roots = { request: event?.request, response: event?.response, errorRequest };
    for (const body of ["request", "response", "errorRequest"] as const) {
      const [model, value] = [roots[body], example[body]];
      if (model && isObject(value)) putObject(snapshots.at(example.release).object(model), value);
    }
  }
  return new Map([...known].map(([name, values]) => [name, [...values.values()]]));
}
