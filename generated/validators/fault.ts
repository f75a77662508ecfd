// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { hasOwn, type Own } from "./own.js";

/** One thing that is wrong with a value, in the terms of the spec; `toProblem` makes a sentence of it. */
export interface Fault {
  /** JSON Pointer from the value that was checked. */
  path: string;
  readonly kind: FaultKind;
  /** What is expected instead, in words. */
  readonly expected?: string;
  /** The name of the property, or the value, that is wrong. */
  readonly name?: string;
  /** What the object may hold, if a property is unknown. */
  readonly closed?: ClosedObject;
  /** Why a value may not be sent although the spec knows it. */
  readonly forbidden?: Forbidden;
  /** When the property or value exists, or is required. */
  readonly spans?: readonly Span[];
  /** When the property has the shape that the value does not fit, if its shape has changed. */
  readonly era?: readonly Span[];
  readonly limit?: number;
}

export type FaultKind =
  | "type"
  | "missing"
  | "unknown property"
  | "value"
  | "format"
  | "unsafe"
  | "int64"
  | "nothing fits"
  | Bound
  | "property not there"
  | "value not there"
  | "required there";

export type Bound = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";

/** A span of releases: from the first on, until before the second; null is an open end. */
export type Span = readonly [from: number | null, until: number | null];

/** The properties that an object of an answer may have, and those that it may not although the spec knows them. */
export interface ClosedObject {
  /** What the object extends. What the object itself says goes before. */
  readonly base?: ClosedObject;
  readonly known: readonly string[];
  readonly forbidden: Readonly<Record<string, Forbidden>>;
}

/** The number of known properties that were counted in an object. */
export interface Tally {
  known: number;
}

/** Why something that the spec knows may not be sent. */
export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string;
}

/** The first fault of a value; undefined if it is valid. */
export type Found = Fault | undefined;

/** All faults of a value; undefined if it is valid. */
export type Faults = Fault[] | undefined;

/** Makes the fault of a part, which is at this path, a fault of the whole. */
export function at(path: string, fault: Fault): Fault {
  // Changed in place: the fault was just made, and nothing else refers to it.
  fault.path = path + fault.path;
  return fault;
}

/** Adds the faults of a part, which is at this path, to the other faults of the whole. */
export function under(path: string, faults: Fault[], others?: Fault[]): Fault[] {
  for (const fault of faults) {
    at(path, fault);
    // One by one: there may be more of them than a call takes arguments.
    others?.push(fault);
  }
  return others ?? faults;
}

/** What an object forbids is not known to it, whatever its base says. */
const isKnown = (name: string, { known, forbidden, base }: ClosedObject): boolean =>
  known.includes(name) || (base !== undefined && !hasOwn.call(forbidden, name) && isKnown(name, base));

/** Adds a fault for each property that an object may not have. One that is undefined is not sent, and so is fine. */
export function withUnknown(own: Own, closed: ClosedObject, faults: Fault[] = []): Faults {
  for (const name in own) {
    if (own[name] === undefined || isKnown(name, closed) || !hasOwn.call(own, name)) continue;
    faults.push({ path: "", kind: "unknown property", name, closed });
  }
  return faults.length > 0 ? faults : undefined;
}
