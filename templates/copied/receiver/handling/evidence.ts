import { parseRelease } from "../../validators/releases.js";
import { joinPointer, type ObjectRule, type PropertyRule, type Rules } from "../../validators/rules.js";
import type { OutsideFleet } from "../../validators/table.js";
import type { InferredVersion, UnknownPart } from "../base/options.js";
import { cutName, getOwn, isObject, type JsonObject } from "../base/values.js";

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

/**
 * Creates a quick search for proofs of a release later than one, so that few requests need the whole walk. It looks at
 * the few properties that may hold such a proof.
 */
export function createLaterProofSearch({ events, commonRequest }: Rules) {
  const known = new Map<number, FindParts>();
  return (event: string, request: unknown, release: number): boolean => {
    const rule = events.get(event);
    if (rule?.proves !== undefined && toNumber(rule.proves) > release) return true;
    const findParts = known.get(release) ?? createFindParts(release);
    known.set(release, findParts);
    return hasProof(findParts, rule?.request ?? commonRequest, request);
  };
}

/** A property that proves a later release, or whose values or contents may. */
interface LaterPart {
  readonly name: string;
  readonly proves: boolean;
  readonly values: readonly string[];
  readonly contents: ObjectRule | undefined;
}

type FindParts = (object: ObjectRule) => readonly LaterPart[];

function createFindParts(release: number): FindParts {
  const isLater = (each: string | undefined): boolean => each !== undefined && toNumber(each) > release;
  const toPart = ([name, property]: readonly [string, PropertyRule]): LaterPart => {
    const { proves, valuesProve = {}, guessed, holds } = property;
    const values = Object.keys(valuesProve).filter((value) => isLater(valuesProve[value]));
    return { name, proves: isLater(proves), values, contents: guessed ? undefined : holds };
  };
  const toParts = ({ properties }: ObjectRule): LaterPart[] => [...properties].map(toPart);
  // An object may contain itself.
  const isUseful = ({ proves, values, contents }: LaterPart, seen: Set<ObjectRule>): boolean => {
    if (proves || values.length > 0) return true;
    if (contents === undefined || seen.has(contents)) return false;
    seen.add(contents);
    return toParts(contents).some((part) => isUseful(part, seen));
  };
  const found = new Map<ObjectRule, readonly LaterPart[]>();
  return (object) => {
    const parts = found.get(object) ?? toParts(object).filter((part) => isUseful(part, new Set()));
    found.set(object, parts);
    return parts;
  };
}

function hasProof(findParts: FindParts, object: ObjectRule, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => hasProof(findParts, object, item));
  if (!isObject(value)) return false;
  return findParts(object).some(({ name, proves, values, contents }) => {
    const part = getOwn(value, name);
    if (part === undefined || part === null) return false;
    if (proves || [part].flat().some((each) => values.includes(each as string))) return true;
    return contents !== undefined && hasProof(findParts, contents, part);
  });
}

export const toNumber = (release: string): number => parseRelease(release) ?? 0;

/** Returns whether to visit the contents. `toPath` is lazy because few visitors need the path. */
type Visit = (
  toPath: () => string,
  part: unknown,
  property: PropertyRule | undefined,
  holder: ObjectRule,
) => boolean;

function walk({ events, commonRequest }: Rules, event: string, request: unknown, visit: Visit): void {
  const walkIn = (object: ObjectRule, value: unknown, toParent: () => string): void => {
    if (Array.isArray(value))
      value.forEach((item, index) => walkIn(object, item, () => `${toParent()}/${index}`));
    if (!isObject(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const property = object.properties.get(name);
      const toPath = (): string => joinPointer(toParent(), cutName(name));
      if (visit(toPath, part, property, object) && property?.holds) walkIn(property.holds, part, toPath);
    }
  };
  walkIn(events.get(event)?.request ?? commonRequest, request, () => "");
}

/** What the contract says of an unknown part. */
export type UnknownPlace = Pick<UnknownPart, "path" | "addedIn" | "message">;

const maxParts = 100;

/** Lists the parts of a request that no release of the fleet has: the first hundred. */
export const listUnknown = (rules: Rules, event: string, request: unknown): readonly UnknownPlace[] =>
  findUnknown(rules, event, request).map(({ pointer, outside }) => ({
    path: toPartPath(pointer),
    addedIn: outside?.since,
    message: explain(outside),
  }));

/** A part that no release of the fleet has, and the object that it is in. */
export interface FoundUnknown {
  readonly pointer: string;
  readonly outside: OutsideFleet | undefined;
  readonly holder: ObjectRule;
}

export function findUnknown(rules: Rules, event: string, request: unknown): readonly FoundUnknown[] {
  const found: FoundUnknown[] = [];
  walk(rules, event, request, (toPath, _part, property, holder) => {
    if (found.length === maxParts) return false;
    if (property && !property.outside) return !property.holds?.open;
    found.push({ pointer: toPath(), outside: property?.outside, holder });
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
