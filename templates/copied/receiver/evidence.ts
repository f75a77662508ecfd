import { parseRelease } from "../validators/releases.js";
import { joinPointer, type ObjectRule, type PropertyRule, type Rules } from "../validators/rules.js";
import type { OutsideFleet } from "../validators/table.js";
import { cutName, getOwn, isObject, type JsonObject } from "./values.js";

/** The oldest release that a shop can run, judged by one of its requests. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined without evidence. */
  readonly version: string | undefined;
  /** Evidence, latest release first. Paths are JSON Pointers; "" is the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
}

/** Infers the oldest release that the shop can run. Without the event, only the properties that all events share count. */
export function inferFromRequest(rules: Rules, body: unknown, event = ""): InferredVersion {
  const evidence: { path: string; release: string }[] = [];
  const prove = (toPath: () => string, release: string | undefined): void => {
    if (release !== undefined) evidence.push({ path: toPath(), release });
  };
  prove(() => "", rules.events.get(event)?.proves);
  walk(rules, event, body, (toPath, part, property) => {
    // Older shops may also send null.
    if (property === undefined || part === undefined || part === null) return false;
    const { proves, valuesProve = {}, guessed } = property;
    const proveValue = (value: unknown, toPlace: () => string): void => {
      if (typeof value === "string") prove(toPlace, getOwn(valuesProve, value));
    };
    prove(toPath, proves);
    proveValue(part, toPath);
    if (Array.isArray(part)) part.forEach((item, index) => proveValue(item, () => `${toPath()}/${index}`));
    return !guessed;
  });
  evidence.sort((a, b) => toNumber(b.release) - toNumber(a.release));
  return { version: evidence[0]?.release, evidence };
}

export const toNumber = (release: string): number => parseRelease(release) ?? 0;

/** Returns whether to visit the contents. `toPath` is lazy because few visitors need the path. */
type Visit = (toPath: () => string, part: unknown, property: PropertyRule | undefined) => boolean;

function walk({ events, commonRequest }: Rules, event: string, request: unknown, visit: Visit): void {
  const walkIn = (object: ObjectRule, value: unknown, toParent: () => string): void => {
    if (Array.isArray(value))
      value.forEach((item, index) => walkIn(object, item, () => `${toParent()}/${index}`));
    if (!isObject(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const property = object.properties.get(name);
      const toPath = (): string => joinPointer(toParent(), cutName(name));
      if (visit(toPath, part, property) && property?.holds) walkIn(property.holds, part, toPath);
    }
  };
  walkIn(events.get(event)?.request ?? commonRequest, request, () => "");
}

/** A part of a request that no release of your fleet has, as `onUnknown` gets it. */
export interface UnknownPlace {
  /** As `explain` and `drift` write it: `session.lines[].mood`. */
  readonly path: string;
  /** The release that added the part, if the spec names it. */
  readonly addedIn: string | undefined;
  /** For example "added in v59.3.4, newer than your shops", or that it is not in the spec. */
  readonly message: string;
}

const maxParts = 100;

/** Lists the parts of a request that no release of the fleet has: the first hundred. */
export function listUnknown(rules: Rules, event: string, request: unknown): readonly UnknownPlace[] {
  const found: UnknownPlace[] = [];
  walk(rules, event, request, (toPath, _part, property) => {
    if (found.length === maxParts) return false;
    if (property && !property.outside) return !property.holds?.open;
    const { outside } = property ?? {};
    found.push({ path: toPartPath(toPath()), addedIn: outside?.since, message: explain(outside) });
    return false;
  });
  return found;
}

export const notInSpec = "not in the spec: see docs/newer-release.md";

/** Writes a JSON Pointer as a path for all items of a list. */
const toPartPath = (pointer: string): string =>
  pointer
    .slice(1)
    .replace(/\/\d+(?=\/|$)/g, "[]")
    .replaceAll("/", ".")
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");

function explain({ since, until, planned, seen }: OutsideFleet = {}): string {
  if (since) return `added in v${since}, newer than your shops`;
  if (until) return `removed in v${until}, before your oldest shop`;
  if (planned) return "announced, but not in any release yet";
  return seen ? `seen in ${seen}, but not documented for the till` : notInSpec;
}

/** A property that all requests may have, without the parts that the spec does not know. */
export const pickKnown = ({ commonRequest }: Rules, request: unknown, name: string): unknown =>
  dropUnknown(commonRequest.properties.get(name)?.holds, (request as JsonObject)[name]);

function dropUnknown(object: ObjectRule | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => dropUnknown(object, item));
  if (!isObject(value) || object === undefined || object.open) return value;
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const inner = object.properties.get(name);
    return inner && !inner.outside ? [[name, dropUnknown(inner.holds, part)] as const] : [];
  });
  return Object.fromEntries(parts);
}
