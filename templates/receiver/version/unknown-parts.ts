import { formatRelease, joinPointer } from "../../validators/results.js";
import type { Log } from "../api/log.js";
import { callHook } from "../api/observer.js";
import type { UnknownPart } from "../api/unknown-part.js";
import { createQuotaMap } from "../store/quota-map.js";
import { isObject, type JsonObject } from "../values/json-object.js";
import { findKnownObject, type KnownParts, type OutsideFleet } from "./known-parts.js";

/** A request, and the subscription that sent it. */
export interface SentRequest {
  readonly event: string;
  readonly body: JsonObject;
  readonly subscription: { readonly id: string };
  readonly account: { readonly fingerprint: string };
}

/** Reports the parts of a request that the fleet does not have. */
export type ReportUnknown = (request: SentRequest) => void;

/** How many parts of one request are reported. */
const mostParts = 100;

/** How many characters of a name are reported: the sender may have made it up. */
const mostCharacters = 200;

/**
 * Counts and reports unknown parts. A subscription's counts start again when it has sent more unknown parts than its quota
 * keeps.
 */
export function createReportUnknown(
  parts: KnownParts,
  onUnknown: (part: UnknownPart) => unknown,
  log: Log,
): ReportUnknown {
  const counts = createQuotaMap<number>({});
  return ({ event: eventName, body, subscription, account: { fingerprint } }) => {
    const found: Found[] = [];
    findUnknown({ parts, found }, parts.events[eventName], body, "");
    for (const { path, outside } of found) {
      const key = path.replace(/\/\d+(?=\/|$)/g, "/*");
      const count = (counts.get(fingerprint, key) ?? 0) + 1;
      counts.set(fingerprint, key, count, 0);
      const addedIn = outside && "since" in outside ? formatRelease(outside.since) : undefined;
      const part = {
        subscriptionId: subscription.id,
        eventName,
        path,
        addedIn,
        message: explain(outside),
        count,
      };
      callHook(log, () => onUnknown(part));
    }
  };
}

function explain(outside: OutsideFleet | undefined): string {
  if (outside === undefined) return "not in the spec";
  if ("planned" in outside) return "announced, but in no release that the spec knows";
  if ("seen" in outside) return `seen in ${outside.seen}, not documented for the till`;
  return "since" in outside
    ? `added in v${formatRelease(outside.since)}, above your fleet`
    : `removed in v${formatRelease(outside.until)}: no release of your fleet has it`;
}

interface Found {
  readonly path: string;
  readonly outside: OutsideFleet | undefined;
}

interface Search {
  readonly parts: KnownParts;
  readonly found: Found[];
}

function findUnknown(search: Search, type: string | undefined, value: unknown, path: string): void {
  const { parts, found } = search;
  const known = findKnownObject(parts, type);
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
      const part = Object.hasOwn(outside, name) ? outside[name] : undefined;
      found.push({ path: joinPointer(path, shorten(name)), outside: part });
    }
  }
}

const shorten = (name: string): string =>
  name.length > mostCharacters ? `${name.slice(0, mostCharacters)}…` : name;
