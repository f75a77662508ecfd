// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { isObject, type JsonObject } from "./json-body.js";

/** What the objects of the requests hold, by the names of their types. */
export interface KnownParts {
  /** The type of each event's request. */
  readonly events: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, KnownObject>>;
}

export interface KnownObject {
  /** Each property of the fleet, with the name of its type where that is an object, or a list of them. */
  readonly properties: Readonly<Record<string, string>>;
  /** What lies outside the fleet: the release that added it above, minus the one that removed it before, or 0: planned. */
  readonly outside?: Readonly<Record<string, number>>;
}

/** The object that has this type; an object that the spec leaves open has none: it may hold anything. */
export function findKnown({ objects }: KnownParts, type: string | undefined): KnownObject | undefined {
  return type !== undefined && Object.hasOwn(objects, type) ? objects[type] : undefined;
}

/** Of these properties of an event's request, what the types know. */
export function keepKnown(
  parts: KnownParts,
  event: string,
  request: unknown,
  names: readonly string[],
): JsonObject {
  const body = isObject(request) ? request : {};
  const type = Object.hasOwn(parts.events, event) ? parts.events[event] : undefined;
  const properties = findKnown(parts, type)?.properties ?? {};
  return Object.fromEntries(
    names
      .filter((name) => Object.hasOwn(body, name))
      .map((name) => [name, reduce(parts, properties[name], body[name])]),
  );
}

function reduce(parts: KnownParts, type: string | undefined, value: unknown): unknown {
  const known = findKnown(parts, type);
  if (known === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => reduce(parts, type, item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => Object.hasOwn(known.properties, name))
      .map(([name, part]) => [name, reduce(parts, known.properties[name], part)]),
  );
}
