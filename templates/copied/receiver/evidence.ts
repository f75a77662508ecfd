import { joinPointer, parseRelease, type Problem, type Valid } from "../validators/results.js";
import { callHook, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { cutName, getOwn, isObject, type JsonObject } from "./values.js";

/** The requests of all releases in the spec. A release is a string such as `59.3.2`. */
export interface KnownRequests {
  readonly common: KnownObject;
  readonly events: Readonly<Record<string, KnownEvent>>;
  /** By type name. */
  readonly objects: Readonly<Record<string, KnownObject>>;
}

export interface KnownEvent extends KnownObject {
  readonly since?: string | undefined;
  readonly own: readonly string[];
  /**
   * Own objects that may be absent. If any other own object is missing, the request is rejected with
   * `NO_EVENT_DETAILS`.
   */
  readonly optional?: readonly string[] | undefined;
  /** The POS repeats the event by design, so each repeat is handled and no answer needs `polling`. */
  readonly repeated?: true | undefined;
  /** No answer needs `polling`, even if the request has `eventPolling`. */
  readonly endsItself?: true | undefined;
  /** An object and the property that the answer must repeat in its object of the same name. */
  readonly echo?: readonly [object: string, property: string] | undefined;
}

export interface KnownObject {
  /** Any property is allowed. */
  readonly open?: true | undefined;
  /**
   * Property names in all spellings, separated by spaces. A colon precedes the type of an object or of a list's items:
   * `sessionId lines:SessionLine`. With no type after the colon, the name gives it: `relation:` is a `Relation`.
   */
  readonly parts?: string | undefined;
  /** Further facts, and properties outside the fleet. Each key lists the names that share these facts. */
  readonly more?: Readonly<Record<string, KnownProperty>> | undefined;
}

export interface KnownProperty {
  readonly type?: string | undefined;
  /** The release that added the property to an existing object. */
  readonly since?: string | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** The release of its shape is uncertain, so its contents prove nothing. */
  readonly guessed?: true | undefined;
  /** Set if no release of the fleet has the property. */
  readonly outside?: OutsideFleet | undefined;
}

/** Exactly one of: added after the fleet, removed before it, announced, or only seen somewhere. */
export interface OutsideFleet {
  readonly since?: string;
  readonly until?: string;
  readonly planned?: true;
  readonly seen?: string;
}

/** The oldest release that a shop can run, judged by one of its requests. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined without evidence. */
  readonly version: string | undefined;
  /** Evidence, latest release first. Paths are JSON Pointers; "" is the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
}

/** Infers the oldest release that the shop can run. Without the event, only the properties that all events share count. */
export function inferFromRequest(known: KnownRequests, body: unknown, event = ""): InferredVersion {
  const evidence: { path: string; release: string }[] = [];
  const prove = (toPath: () => string, release: string | undefined): void => {
    if (release !== undefined) evidence.push({ path: toPath(), release });
  };
  prove(() => "", getOwn(known.events, event)?.since);
  walk(known, event, body, (toPath, part, property) => {
    // Older shops may also send null.
    if (property === undefined || part === undefined || part === null) return false;
    const { since, values = {}, guessed } = property;
    const proveValue = (value: unknown, toPlace: () => string): void => {
      if (typeof value === "string") prove(toPlace, getOwn(values, value));
    };
    prove(toPath, since);
    proveValue(part, toPath);
    if (Array.isArray(part)) part.forEach((item, index) => proveValue(item, () => `${toPath()}/${index}`));
    return !guessed;
  });
  evidence.sort((a, b) => toNumber(b.release) - toNumber(a.release));
  return { version: evidence[0]?.release, evidence };
}

const toNumber = (release: string): number => parseRelease(release) ?? 0;

/** Returns whether to visit the contents. `toPath` is lazy because few visitors need the path. */
type Visit = (toPath: () => string, part: unknown, property: KnownProperty | undefined) => boolean;

function walk(known: KnownRequests, event: string, request: unknown, visit: Visit): void {
  const walkIn = (objects: readonly KnownObject[], value: unknown, toParent: () => string): void => {
    if (Array.isArray(value))
      value.forEach((item, index) => walkIn(objects, item, () => `${toParent()}/${index}`));
    if (!isObject(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const property = findProperty(objects, name);
      const toPath = (): string => joinPointer(toParent(), cutName(name));
      const inner = findObject(known, property);
      if (visit(toPath, part, property) && inner) walkIn([inner], part, toPath);
    }
  };
  walkIn([getOwn(known.events, event) ?? {}, known.common], request, () => "");
}

const propertiesOf = new WeakMap<KnownObject, ReadonlyMap<string, KnownProperty>>();

function findProperty(objects: readonly KnownObject[], name: string): KnownProperty | undefined {
  for (const object of objects) {
    const properties = propertiesOf.get(object) ?? readProperties(object);
    propertiesOf.set(object, properties);
    const property = properties.get(name);
    if (property) return property;
  }
  return undefined;
}

function readProperties({ parts, more = {} }: KnownObject): ReadonlyMap<string, KnownProperty> {
  const properties = new Map<string, KnownProperty>();
  for (const word of parts?.split(" ") ?? []) {
    const [name = "", type] = word.split(":");
    properties.set(name, { type: type === "" ? name.charAt(0).toUpperCase() + name.slice(1) : type });
  }
  for (const [names, facts] of Object.entries(more))
    for (const name of names.split(" ")) properties.set(name, { ...properties.get(name), ...facts });
  return properties;
}

const findObject = ({ objects }: KnownRequests, property?: KnownProperty): KnownObject | undefined =>
  property?.type === undefined ? undefined : getOwn(objects, property.type);

export function reportMismatch(
  known: KnownRequests,
  { event, account, subscription: { id, version } }: VerifiedEvent,
  request: unknown,
  log: Log,
): void {
  if (version === undefined || account.isMismatchReported) return;
  const [proof] = inferFromRequest(known, request, event).evidence;
  if (!proof || toNumber(proof.release) <= toNumber(version)) return;
  account.isMismatchReported = true;
  log.warn(
    { subscriptionId: id, version, proved: proof.release, path: proof.path },
    `subscription ${JSON.stringify(id)} is set to v${version.replace(/^v/, "")}, but its shop runs ` +
      `v${proof.release} or later, because it sent ${proof.path === "" ? "this event" : proof.path}`,
  );
}

/** A part of a request that no release of your fleet has. */
export interface UnknownPart {
  readonly subscriptionId: string;
  readonly eventName: string;
  /** As `explain` and `drift` write it: `session.lines[].mood`. */
  readonly path: string;
  /** The release that added the part, if the spec names it. */
  readonly addedIn: string | undefined;
  /** For example "added in v59.3.4, newer than your shops", or that it is not in the spec. */
  readonly message: string;
  /** How often this subscription has sent it, including this time. All items of a list count as one part. */
  readonly count: number;
}

const maxParts = 100;

/** Largest number of parts that is counted per subscription; beyond it, counting starts over. */
const maxCounted = 4096;

export const createReportUnknown =
  (known: KnownRequests, onUnknown: (part: UnknownPart) => unknown, log: Log) =>
  ({ event, subscription, account: { unknown: counts } }: VerifiedEvent, request: unknown): void => {
    let left = maxParts;
    walk(known, event, request, (toPath, _part, property) => {
      if (left === 0) return false;
      if (property && !property.outside) return !findObject(known, property)?.open;
      left -= 1;
      const path = toPartPath(toPath());
      const count = (counts.get(path) ?? 0) + 1;
      if (counts.size >= maxCounted) counts.clear();
      counts.set(path, count);
      const part = {
        subscriptionId: subscription.id,
        eventName: event,
        path,
        addedIn: property?.outside?.since,
        message: explain(property?.outside),
        count,
      };
      callHook(log, () => onUnknown(part));
      return false;
    });
  };

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

export const pickKnown = (known: KnownRequests, request: unknown, name: string): unknown =>
  dropUnknown(known, findProperty([known.common], name), (request as JsonObject)[name]);

function dropUnknown(known: KnownRequests, property: KnownProperty | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => dropUnknown(known, property, item));
  const object = findObject(known, property);
  if (!isObject(value) || object === undefined || object.open) return value;
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const inner = findProperty([object], name);
    return inner && !inner.outside ? [[name, dropUnknown(known, inner, part)] as const] : [];
  });
  return Object.fromEntries(parts);
}

export function logProblems(log: Log, given: VerifiedEvent, problems: readonly Problem[]): void {
  const fields = toFields(given);
  for (const { path, message } of problems)
    log.warn({ ...fields, path }, `the ${given.event} request does not match the spec: ${path}: ${message}`);
}

const maxNamed = 5;

/**
 * Logs the parts that were left out of a request: paths and codes, never values. All nulls share a line, because a till
 * may write null for every empty property.
 */
export function logLeftOut(
  log: Log,
  given: VerifiedEvent,
  { leftOut = [], moreLeftOut: more }: Pick<Valid<unknown>, "leftOut" | "moreLeftOut">,
): void {
  const fields = toFields(given);
  const start = `left out of the ${given.event} request:`;
  for (const { path, code, message } of leftOut)
    if (code !== "null") log.warn({ ...fields, path, code }, `${start} ${message}`);
  if (more && more.misfits > 0) log.warn(fields, `${start} ${more.misfits} more`);
  const nulls = leftOut.filter(({ code }) => code === "null").map(({ path }) => path);
  if (nulls.length === 0) return;
  const count = nulls.length + (more?.nulls ?? 0);
  const paths = nulls.slice(0, maxNamed);
  const others = count > paths.length ? ` and ${count - paths.length} more` : "";
  log.info(
    { ...fields, code: "null", count, paths },
    `null counts as absent in the ${given.event} request: ${paths.join(", ")}${others}`,
  );
}
