import { isObject } from "../json.js";
import { toDigest } from "./chance.js";
import type { Album } from "../lattice/snapshot.js";
import type { ObjectTree, Tree } from "../lattice/tree.js";
import type { ObjectModel } from "../model/model.js";
import type { ObjectView } from "../view/view.js";

/** What the examples of the spec hold, each once; of older releases first, so that what is added comes last. */
export interface KnownValues {
  /** The objects of a type. */
  readonly objects: (object: ObjectView) => readonly Known<ExampleObject>[];
  /** What a property of a type holds, alone or in a list; or else what others of its name do. No objects. */
  readonly values: (object: ObjectView, property: string) => readonly Known<unknown>[];
}

/** A value, and a number that stands for it. */
export interface Known<T> {
  readonly value: T;
  readonly digest: number;
}

export type ExampleObject = Readonly<Record<string, unknown>>;

/** Collects what the examples hold, by type and property. */
export function collectKnownValues(album: Album): KnownValues {
  const { examples, events, errorRequest } = album.model;
  const objects: Shelves<ExampleObject> = new Map();
  const values: Shelves<unknown> = new Map();
  const noteObject = ({ model, properties }: ObjectTree, value: ExampleObject): void => {
    put(objects, model.title, value);
    for (const [name, { type }] of properties)
      if (Object.hasOwn(value, name)) noteValue(type, value[name], [`${model.title}.${name}`, `.${name}`]);
  };
  const noteValue = (type: Tree, value: unknown, names: readonly string[]): void => {
    const { array, object } = type;
    if (Array.isArray(value)) {
      for (const item of value) if (array?.items) noteValue(array.items, item, names);
    } else if (isObject(value)) {
      if (object) noteObject(object, value);
    } else {
      for (const name of names) put(values, name, value);
    }
  };
  for (const example of [...examples].sort((a, b) => a.release - b.release)) {
    const event = events.find(({ name }) => name === example.event);
    const note = (model: ObjectModel | undefined, body: unknown): void => {
      if (model && isObject(body)) noteObject(album.at(example.release).object(model), body);
    };
    note(event?.request, example.request);
    note(event?.response, example.response);
    note(errorRequest, example.errorRequest);
  }
  return {
    objects: ({ name, base }) => findFirst(objects, [name, base?.name ?? name]),
    values: ({ name, base }, property) =>
      findFirst(values, [`${name}.${property}`, `${base?.name ?? name}.${property}`, `.${property}`]),
  };
}

/** Values by the names under which they are looked for. */
type Shelves<T> = Map<string, { readonly known: Known<T>[]; readonly keys: Set<string> }>;

function put<T>(shelves: Shelves<T>, name: string, value: T): void {
  const key = JSON.stringify(value);
  const shelf = shelves.get(name) ?? { known: [], keys: new Set() };
  shelves.set(name, shelf);
  if (!shelf.keys.has(key)) shelf.known.push({ value, digest: toDigest(key) });
  shelf.keys.add(key);
}

/** What stands under the first of these names under which there is anything. */
const findFirst = <T>(shelves: Shelves<T>, names: readonly string[]): readonly Known<T>[] =>
  names.map((name) => shelves.get(name)).find((shelf) => shelf !== undefined)?.known ?? [];
