// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { joinPointer } from "../validators/json-pointer.js";
import { formatRelease } from "../validators/release.js";
import { isObject } from "./json-body.js";
import type { Log } from "./log.js";
import { tell } from "./observer.js";

/** A part of a request that the releases of the fleet do not have. */
export interface UnknownPart {
  readonly subscriptionId: string;
  readonly eventName: string;
  /** JSON Pointer to it. */
  readonly path: string;
  /** The release that added it, where the spec knows it at all. */
  readonly addedIn: string | undefined;
  /** "added in v59.3.4, above your fleet", "not in the spec". */
  readonly message: string;
  /** How often this subscription has sent it, this time included. Items of a list count as one. */
  readonly count: number;
}

/** What the objects of the requests hold, by the names of their types. */
export interface KnownParts {
  /** The type of each event's request. */
  readonly events: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, KnownObject>>;
}

export interface KnownObject {
  /** Each property of the fleet, with the name of its type where that is an object, or a list of them. */
  readonly properties: Readonly<Record<string, string>>;
  /** What lies outside the fleet: the release that added it above, minus the one that removed it below, or 0: planned. */
  readonly outside?: Readonly<Record<string, number>>;
}

/** Looks for what nobody knows in a request. */
export type ReportUnknown = (request: unknown, eventName: string, subscriptionId: string) => void;

/** At most so many parts of one request are told of. */
const mostParts = 100;

/** So many counts are kept; past that, the earliest start again. */
const mostCounts = 10_000;

/** Starts counting. */
export function createReportUnknown(
  parts: KnownParts,
  onUnknown: (part: UnknownPart) => unknown,
  log: Log,
): ReportUnknown {
  const counts = new Map<string, number>();
  return (request, eventName, subscriptionId) => {
    const found = findUnknown(parts, parts.events[eventName] ?? "", request, "");
    for (const { path, release } of found.slice(0, mostParts)) {
      const key = JSON.stringify([subscriptionId, path.replace(/\/\d+(?=\/|$)/g, "/*")]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const [oldest] = counts.keys();
      if (counts.size > mostCounts && oldest !== undefined) counts.delete(oldest);
      const addedIn = release !== undefined && release > 0 ? formatRelease(release) : undefined;
      const part = { subscriptionId, eventName, path, addedIn, message: explain(release), count };
      tell(log, () => onUnknown(part));
    }
  };
}

function explain(release: number | undefined): string {
  if (release === undefined) return "not in the spec";
  if (release === 0) return "announced, but in no release that the spec knows";
  return release > 0
    ? `added in v${formatRelease(release)}, above your fleet`
    : `removed in v${formatRelease(-release)}, below your fleet`;
}

interface Found {
  readonly path: string;
  readonly release: number | undefined;
}

/** An object that the spec leaves open has no type here: it may hold anything. */
function findUnknown(parts: KnownParts, type: string, value: unknown, path: string): Found[] {
  const known = Object.hasOwn(parts.objects, type) ? parts.objects[type] : undefined;
  if (known === undefined) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => findUnknown(parts, type, item, `${path}/${index}`));
  }
  if (!isObject(value)) return [];
  const { properties, outside = {} } = known;
  return Object.entries(value).flatMap(([name, inner]): Found[] => {
    const place = joinPointer(path, name);
    if (Object.hasOwn(properties, name)) return findUnknown(parts, properties[name] ?? "", inner, place);
    return [{ path: place, release: Object.hasOwn(outside, name) ? outside[name] : undefined }];
  });
}
