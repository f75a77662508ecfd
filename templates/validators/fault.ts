import { hasOwn, type Own } from "./own.js";

/** What is wrong at one place of a value, in the terms of the spec; `toProblem` tells it in a sentence. */
export interface Fault {
  /** JSON Pointer from the value that was checked. */
  path: string;
  readonly kind: FaultKind;
  /** What has to be there instead, in words. */
  readonly expected?: string;
  /** The property or the value that it is about. */
  readonly name?: string;
  /** What the object may hold that a property is not of. */
  readonly closed?: ClosedObject;
  /** Why a value that the spec knows may not be sent. */
  readonly forbidden?: Forbidden;
  /** When what is not there, or has to be, exists, or is required. */
  readonly spans?: readonly Span[];
  /** When it has the shape that does not fit, where that has changed. */
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

/** A stretch of releases: from the first one on, until before the second; null is open. */
export type Span = readonly [from: number | null, until: number | null];

/** What an object that we answer may hold, and what it may not although the spec knows it. */
export interface ClosedObject {
  /** What it extends. What stands in the object itself comes before that. */
  readonly base?: ClosedObject;
  readonly known: readonly string[];
  readonly forbidden: Readonly<Record<string, Forbidden>>;
}

/** How many properties of an object were known, so far. */
export interface Tally {
  known: number;
}

/** Why something that the spec knows may not be sent. */
export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string;
}

/** The first thing that is wrong with a value; undefined where nothing is. */
export type Found = Fault | undefined;

/** All that is wrong with a value; undefined where nothing is. */
export type Faults = Fault[] | undefined;

/** The fault of a part that stands at this path, as one of the whole. */
export function at(path: string, fault: Fault): Fault {
  // It was just made, and nobody else has it.
  fault.path = path + fault.path;
  return fault;
}

/** The faults of a whole, with those of a part that stands at this path. */
export function under(path: string, faults: Fault[], others?: Fault[]): Fault[] {
  for (const fault of faults) {
    at(path, fault);
    // One by one: there may be more of them than a call takes arguments.
    others?.push(fault);
  }
  return others ?? faults;
}

const isKnown = (name: string, { known, base }: ClosedObject): boolean =>
  known.includes(name) || (base !== undefined && isKnown(name, base));

/** The faults of an object, with one for each property that it may not have. What is undefined is not sent. */
export function withUnknown(own: Own, closed: ClosedObject, faults: Fault[] = []): Faults {
  for (const name in own) {
    if (own[name] === undefined || isKnown(name, closed) || !hasOwn.call(own, name)) continue;
    faults.push({ path: "", kind: "unknown property", name, closed });
  }
  return faults.length > 0 ? faults : undefined;
}
