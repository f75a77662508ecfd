// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isObject, type JsonObject } from "../values/json-object.js";

/** Which properties the objects of the requests have, by the names of their types. */
export interface KnownParts {
  /** The type of each event's request. */
  readonly events: Readonly<Record<string, string>>;
  /** Open objects are left out: they may have any property. */
  readonly objects: Readonly<Record<string, KnownObject>>;
}

/** The properties of an object, in the fleet and outside it. */
export interface KnownObject {
  /** The fleet's properties, each with the name of its type if that is an object or a list of objects, otherwise "". */
  readonly properties: Readonly<Record<string, string>>;
  /** The properties that no release of the fleet has. */
  readonly outside?: Readonly<Record<string, OutsideFleet>>;
}

/** When a property exists that the fleet does not have: a release is a number, see `formatRelease` in the validators. */
export type OutsideFleet =
  | { readonly since: number }
  | { readonly until: number }
  /** Announced, but in no release yet. */
  | { readonly planned: true }
  /** Not documented for the till, but seen here. */
  | { readonly seen: string };

/** The object of this type; undefined if the type is no object, or an open one. */
export function findKnownObject({ objects }: KnownParts, type: string | undefined): KnownObject | undefined {
  return type !== undefined && Object.hasOwn(objects, type) ? objects[type] : undefined;
}

/** Some properties of an event's request, without the parts that the types do not know. */
export function pickKnown(
  parts: KnownParts,
  event: string,
  request: unknown,
  names: readonly string[],
): JsonObject {
  const body = isObject(request) ? request : {};
  const type = Object.hasOwn(parts.events, event) ? parts.events[event] : undefined;
  const properties = findKnownObject(parts, type)?.properties ?? {};
  return Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(body, name))
      .map((name) => [name, dropUnknown(parts, properties[name], body[name])]),
  );
}

function dropUnknown(parts: KnownParts, type: string | undefined, value: unknown): unknown {
  const known = findKnownObject(parts, type);
  if (known === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => dropUnknown(parts, type, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => Object.hasOwn(known.properties, name))
      .map(([name, part]) => [name, dropUnknown(parts, known.properties[name], part)]),
  );
}
