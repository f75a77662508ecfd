import { joinPointer } from "../validators/json-pointer.js";
import { formatRelease } from "../validators/release.js";
import type { Delivery } from "./delivery.js";
import { isObject } from "./json-body.js";
import { findKnown, type KnownParts } from "./known-objects.js";
import type { Log } from "./log.js";
import { tell } from "./observer.js";
import { createShelves } from "./shelves.js";

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

/** Looks for what nobody knows in a request. */
export type ReportUnknown = (delivery: Pick<Delivery, "event" | "body" | "subscription" | "account">) => void;

/** At most so many parts of one request are told of. */
const mostParts = 100;

/** Of a longer name, this many characters are told: whoever sends it may have made it up. */
const mostCharacters = 200;

/** Starts counting. A subscription's counts start again when it has sent more unknown parts than are kept of it. */
export function createReportUnknown(
  parts: KnownParts,
  onUnknown: (part: UnknownPart) => unknown,
  log: Log,
): ReportUnknown {
  const counts = createShelves<number>({});
  return ({ event: eventName, body, subscription, account: { scope } }) => {
    const found: Found[] = [];
    findUnknown({ parts, found }, parts.events[eventName], body, "");
    for (const { path, release } of found) {
      const key = path.replace(/\/\d+(?=\/|$)/g, "/*");
      const count = (counts.get(scope, key) ?? 0) + 1;
      counts.set(scope, key, count, 0);
      const addedIn = release !== undefined && release > 0 ? formatRelease(release) : undefined;
      const part = {
        subscriptionId: subscription.id,
        eventName,
        path,
        addedIn,
        message: explain(release),
        count,
      };
      tell(log, () => onUnknown(part));
    }
  };
}

function explain(release: number | undefined): string {
  if (release === undefined) return "not in the spec";
  if (release === 0) return "announced, but in no release that the spec knows";
  return release > 0
    ? `added in v${formatRelease(release)}, above your fleet`
    : `removed in v${formatRelease(-release)}: no release of your fleet has it`;
}

interface Found {
  readonly path: string;
  readonly release: number | undefined;
}

interface Search {
  readonly parts: KnownParts;
  readonly found: Found[];
}

function findUnknown(search: Search, type: string | undefined, value: unknown, path: string): void {
  const { parts, found } = search;
  const known = findKnown(parts, type);
  if (known === undefined || found.length >= mostParts) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => findUnknown(search, type, item, `${path}/${index}`));
    return;
  }
  if (!isObject(value)) return;
  const { properties, outside = {} } = known;
  for (const name of Object.keys(value)) {
    if (found.length >= mostParts) return;
    if (Object.hasOwn(properties, name)) {
      const inner = properties[name];
      if (inner) findUnknown(search, inner, value[name], joinPointer(path, name));
    } else {
      const release = Object.hasOwn(outside, name) ? outside[name] : undefined;
      found.push({ path: joinPointer(path, shorten(name)), release });
    }
  }
}

const shorten = (name: string): string =>
  name.length > mostCharacters ? `${name.slice(0, mostCharacters)}…` : name;
