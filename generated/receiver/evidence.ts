// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { joinPointer, parseRelease, type Problem, type Valid } from "../validators/results.js";
import { callHook, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { cutName, getOwn, isObject, type JsonObject } from "./values.js";

/** Everything that the spec knows of requests, through all releases. A release is a text such as `59.3.2`. */
export interface KnownRequests {
  /** The properties that all requests have in common. */
  readonly common: KnownObject;
  readonly events: Readonly<Record<string, KnownEvent>>;
  /** By the names of their types. */
  readonly objects: Readonly<Record<string, KnownObject>>;
}

/** An event, and the properties that only its request has. */
export interface KnownEvent extends KnownObject {
  /** The release that added it. */
  readonly since?: string | undefined;
  /** The names of its own objects. */
  readonly own: readonly string[];
  /** Its own objects that may be absent; without any other, a request is refused with `NO_EVENT_DETAILS`. */
  readonly optional?: readonly string[] | undefined;
  /** The POS repeats it by design: each of them is handled, and no answer needs `polling`. */
  readonly repeated?: true | undefined;
  /** Its answer needs no `polling`, even if the request has `eventPolling`. */
  readonly endsItself?: true | undefined;
  /** The object, and its property that the answer's object of the same name repeats. */
  readonly echo?: readonly [object: string, property: string] | undefined;
}

export interface KnownObject {
  /** It may have any property. */
  readonly open?: true | undefined;
  /**
   * Its properties by all of their spellings. A colon comes before the type of an object or of a list of them:
   * `sessionId lines:SessionLine`. The type of `relation:` is `Relation`.
   */
  readonly parts?: string | undefined;
  /** Further facts, and properties outside the fleet, by the names that share them. */
  readonly more?: Readonly<Record<string, KnownProperty>> | undefined;
}

export interface KnownProperty {
  /** Its type, if that is an object or a list of objects. */
  readonly type?: string | undefined;
  /** The release that added it to an older object. */
  readonly since?: string | undefined;
  /** The releases that added values of its enum. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** The release of its shape is uncertain: its contents prove nothing. */
  readonly guessed?: true | undefined;
  /** Why no release of the fleet has it. */
  readonly outside?: OutsideFleet | undefined;
}

/** Only one of these: it came later, went before, is only announced, or was only seen here. */
export interface OutsideFleet {
  readonly since?: string;
  readonly until?: string;
  readonly planned?: true;
  readonly seen?: string;
}

/** The release that a request proves. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined if nothing was proved. */
  readonly version: string | undefined;
  /** The proofs, latest release first: JSON Pointers, where "" is the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
}

/** Infers the oldest release that the shop can run. Without the event, only the parts that all events share are read. */
export function inferFromRequest(known: KnownRequests, body: unknown, event = ""): InferredVersion {
  const evidence: { path: string; release: string }[] = [];
  const prove = (toPath: () => string, release: string | undefined): void => {
    if (release !== undefined) evidence.push({ path: toPath(), release });
  };
  prove(() => "", getOwn(known.events, event)?.since);
  walk(known, event, body, (toPath, part, property) => {
    // A null may stand for what an older shop does not have.
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

/** Visits a property, which may be unknown. Returns whether to visit its contents. Few visits need the path. */
type Visit = (toPath: () => string, part: unknown, property: KnownProperty | undefined) => boolean;

/** Visits every property of a request. */
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

/** The properties of each object by their names, read once from its texts. */
const propertiesOf = new WeakMap<KnownObject, ReadonlyMap<string, KnownProperty>>();

/** A property of one of these objects. */
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

/** The type of a property, or of its items. */
const findObject = ({ objects }: KnownRequests, property?: KnownProperty): KnownObject | undefined =>
  property?.type === undefined ? undefined : getOwn(objects, property.type);

/** Logs, once for each subscription, that a request proves a later release than the configured one. */
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
      `v${proof.release} or later: its request has ${proof.path === "" ? "that event" : proof.path}`,
  );
}

/** A part of a request that no release of the fleet has. */
export interface UnknownPart {
  readonly subscriptionId: string;
  readonly eventName: string;
  /** JSON Pointer to it. */
  readonly path: string;
  /** The release that added it, if the spec knows it. */
  readonly addedIn: string | undefined;
  /** "added in v59.3.4, above your fleet", "not in the spec". */
  readonly message: string;
  /** How often this subscription has sent it, this time included. All items of a list count as one. */
  readonly count: number;
}

/** How many parts of one request are reported. */
const maxParts = 100;

/** How many unknown parts of a subscription are counted; then its counts start again. */
const maxCounted = 4096;

/** Creates a function that counts and reports the parts of a request that the fleet does not have. */
export const createReportUnknown =
  (known: KnownRequests, onUnknown: (part: UnknownPart) => unknown, log: Log) =>
  ({ event, subscription, account: { unknown: counts } }: VerifiedEvent, request: unknown): void => {
    let left = maxParts;
    walk(known, event, request, (toPath, _part, property) => {
      if (left === 0) return false;
      if (property && !property.outside) return !findObject(known, property)?.open;
      left -= 1;
      const path = toPath();
      const key = path.replace(/\/\d+(?=\/|$)/g, "/*");
      const count = (counts.get(key) ?? 0) + 1;
      if (counts.size >= maxCounted) counts.clear();
      counts.set(key, count);
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

function explain({ since, until, planned, seen }: OutsideFleet = {}): string {
  if (since) return `added in v${since}, above your fleet`;
  if (until) return `removed in v${until}: no release of your fleet has it`;
  if (planned) return "announced, but in no release that the spec knows";
  return seen ? `seen in ${seen}, not documented for the till` : "not in the spec";
}

/** A part of a request, without anything that the types do not know. */
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

/** Logs where a request does not match its type, with `invalidRequests: "report"`. */
export function logProblems(log: Log, given: VerifiedEvent, problems: readonly Problem[]): void {
  const fields = toFields(given);
  for (const { path, message } of problems)
    log.warn(
      { ...fields, path },
      `${given.event}: the request is not what the spec says: ${path}: ${message}`,
    );
}

/** How many nulls are named in their line. */
const maxNamed = 5;

/**
 * Logs the parts left out of a request: their paths and codes, never their values. All nulls share a line, because that is
 * how a till may write that it has nothing to say.
 */
export function logLeftOut(
  log: Log,
  given: VerifiedEvent,
  { leftOut = [], moreLeftOut: more }: Pick<Valid<unknown>, "leftOut" | "moreLeftOut">,
): void {
  const fields = toFields(given);
  const start = `${given.event}: left out of the request:`;
  for (const { path, code, message } of leftOut)
    if (code !== "null") log.warn({ ...fields, path, code }, `${start} ${message}`);
  if (more && more.misfits > 0) log.warn(fields, `${start} ${more.misfits} more parts`);
  const nulls = leftOut.filter(({ code }) => code === "null").map(({ path }) => path);
  if (nulls.length === 0) return;
  const count = nulls.length + (more?.nulls ?? 0);
  const paths = nulls.slice(0, maxNamed);
  const absent = count === 1 ? "a null, which counts as absent" : `${count} nulls, which count as absent`;
  const others = count > paths.length ? ` and ${count - paths.length} more` : "";
  log.info({ ...fields, code: "null", count, paths }, `${start} ${absent}: ${paths.join(", ")}${others}`);
}
