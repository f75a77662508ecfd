import { joinPointer, parseRelease, type Problem, type Valid } from "../validators/results.js";
import { callHook, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { cutName, getOwn, isObject } from "./values.js";

/** What the spec knows of requests, through all releases. A release is a text such as `59.3.2`. */
export interface KnownRequests {
  /** What all requests have in common. */
  readonly common: KnownObject;
  readonly events: Readonly<Record<string, KnownEvent>>;
  /** By the names of their types. */
  readonly objects: Readonly<Record<string, KnownObject>>;
}

/** An event: the release that added it, and what its request has of its own. */
export interface KnownEvent extends KnownObject {
  readonly since?: string;
  /** The names of its own objects. */
  readonly own: readonly string[];
  /** Those of them without which a request is always refused with `NO_EVENT_DETAILS`. */
  readonly required?: readonly string[];
  /** Set where the POS sends it again and again by design: each of them is handled. */
  readonly repeated?: true;
  /** Set where its answer needs no `polling`, even if the request has `eventPolling`. */
  readonly endsItself?: true;
  /** The object, and its property that the answer's object of the same name repeats. */
  readonly echo?: readonly [object: string, property: string];
}

/** An object; it is open where it may have any property. */
export interface KnownObject {
  readonly open?: true;
  /** Its properties by all of their spellings, in one text; behind a colon the type of an object: `sessionId lines:SessionLine`. */
  readonly parts?: string;
  /** What more is known of some of them, and what is known of others that the fleet does not have, by their names in one text. */
  readonly more?: Readonly<Record<string, KnownProperty>>;
}

/** What the spec knows of a property of a request. */
export interface KnownProperty {
  /** Its type, if that is an object or a list of objects. */
  readonly type?: string | undefined;
  /** The release that added it, if its object is older and did not have it before. */
  readonly since?: string;
  /** The releases that added values of its enum. */
  readonly values?: Readonly<Record<string, string>>;
  /** Set where it is not certain since when it has its shape: what is in it proves nothing. */
  readonly guessed?: true;
  /** Set where no release of the fleet has it. */
  readonly outside?: OutsideFleet;
}

/** Why no release of the fleet has a property: it came later, went before, is only announced, or was only seen here. */
export type OutsideFleet =
  | { readonly since: string }
  | { readonly until: string }
  | { readonly planned: true }
  | { readonly seen: string };

/** What a request proves about the release of the shop that sent it. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined if nothing was proved. */
  readonly version: string | undefined;
  /** What proves it, latest release first: JSON Pointers, where "" is the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
}

/**
 * Infers the oldest release that the shop can run from the parts of its request. Without the event, only the parts that
 * any event may have are looked at.
 */
export function inferFromRequest(known: KnownRequests, body: unknown, event?: string): InferredVersion {
  const proofs: { path: string; release: string }[] = [];
  const prove = (path: string, release: string | undefined): void => {
    if (release !== undefined) proofs.push({ path, release });
  };
  if (event !== undefined) prove("", getOwn(known.events, event)?.since);
  walk(known, event, body, (path, part, property) => {
    // A null may stand for what an older shop does not have.
    if (property === undefined || part === undefined || part === null) return false;
    const { since, values = {}, guessed } = property;
    prove(path, since);
    for (const [at, value] of Array.isArray(part)
      ? part.map((item: unknown, index) => [`${path}/${index}`, item] as const)
      : [[path, part] as const])
      if (typeof value === "string") prove(at, getOwn(values, value));
    return !guessed;
  });
  const evidence = proofs.sort((a, b) => toNumber(b.release) - toNumber(a.release));
  return { version: evidence[0]?.release, evidence };
}

const toNumber = (release: string): number => parseRelease(release) ?? 0;

/** Looks at a property of a request, of which nothing may be known. Returns whether to look at what is in it, too. */
type Visit = (path: string, part: unknown, property: KnownProperty | undefined) => boolean;

/** Looks at every property of a request. */
function walk(known: KnownRequests, event: string | undefined, request: unknown, visit: Visit): void {
  const own = event === undefined ? undefined : getOwn(known.events, event);
  const walkIn = (objects: readonly KnownObject[], value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walkIn(objects, item, `${path}/${index}`));
    if (!isObject(value)) return;
    for (const [name, part] of Object.entries(value)) {
      const property = findProperty(objects, name);
      const place = joinPointer(path, cutName(name));
      const inner = findObject(known, property);
      if (visit(place, part, property) && inner) walkIn([inner], part, place);
    }
  };
  walkIn(own ? [own, known.common] : [known.common], request, "");
}

/** A property of one of these objects. */
function findProperty(objects: readonly KnownObject[], name: string): KnownProperty | undefined {
  for (const { parts, more = {} } of objects) {
    const words = parts?.split(" ").map((word) => word.split(":")) ?? [];
    const word = words.find(([own]) => own === name);
    const known = Object.entries(more).find(([names]) => names.split(" ").includes(name))?.[1];
    if (word !== undefined) return { type: word[1], ...known };
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The object that is the type of a property, or the type of its items. */
const findObject = ({ objects }: KnownRequests, property?: KnownProperty): KnownObject | undefined =>
  property?.type === undefined ? undefined : getOwn(objects, property.type);

/** Logs that a request proves a later release than its subscription says: once for each subscription. */
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

/** A part of a request that the releases of the fleet do not have. */
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
  (
    { event: eventName, subscription, account: { unknown: counts } }: VerifiedEvent,
    request: unknown,
  ): void => {
    const found = new Map<string, OutsideFleet | undefined>();
    walk(known, eventName, request, (path, _part, property) => {
      const isUnknown = property === undefined || property.outside !== undefined;
      if (isUnknown && found.size < maxParts) found.set(path, property?.outside);
      return !isUnknown && found.size < maxParts && findObject(known, property)?.open !== true;
    });
    for (const [path, outside] of found) {
      const key = path.replace(/\/\d+(?=\/|$)/g, "/*");
      const count = (counts.get(key) ?? 0) + 1;
      if (counts.size >= maxCounted) counts.clear();
      counts.set(key, count);
      const addedIn = outside && "since" in outside ? outside.since : undefined;
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

function explain(outside: OutsideFleet | undefined): string {
  if (outside === undefined) return "not in the spec";
  if ("planned" in outside) return "announced, but in no release that the spec knows";
  if ("seen" in outside) return `seen in ${outside.seen}, not documented for the till`;
  return "since" in outside
    ? `added in v${outside.since}, above your fleet`
    : `removed in v${outside.until}: no release of your fleet has it`;
}

/** A part of a request, without what the types do not know. */
export const pickKnown = (known: KnownRequests, request: unknown, name: string): unknown =>
  dropUnknown(
    known,
    findProperty([known.common], name),
    isObject(request) ? getOwn(request, name) : undefined,
  );

function dropUnknown(known: KnownRequests, property: KnownProperty | undefined, value: unknown): unknown {
  const object = findObject(known, property);
  if (object === undefined || object.open) return value;
  if (Array.isArray(value)) return value.map((item) => dropUnknown(known, property, item));
  if (!isObject(value)) return value;
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const inner = findProperty([object], name);
    return inner === undefined || inner.outside ? [] : [[name, dropUnknown(known, inner, part)] as const];
  });
  return Object.fromEntries(parts);
}

/** Logs where a request is not what its type says, with `invalidRequests: "report"`. */
export function logProblems(log: Log, given: VerifiedEvent, problems: readonly Problem[]): void {
  for (const { path, message } of problems) {
    log.warn(
      { ...toFields(given), path },
      `${given.event}: the request is not what the spec says: ${path}: ${message}`,
    );
  }
}

/** How many nulls are named in their line. */
const maxNamed = 5;

/**
 * Logs what was left out of a request: its place and the kind of problem, never its value. What does not fit has a line
 * each. All nulls share one, as they are no news: it is how a till may write that it has nothing to say.
 */
export function logLeftOut(
  log: Log,
  given: VerifiedEvent,
  { leftOut = [], moreLeftOut: more }: Pick<Valid<unknown>, "leftOut" | "moreLeftOut">,
): void {
  const { event } = given;
  const fields = toFields(given);
  const start = `${event}: left out of the request:`;
  for (const { path, code, message } of leftOut) {
    if (code !== "null") log.warn({ ...fields, path, code }, `${start} ${message}`);
  }
  if (more && more.misfits > 0) log.warn(fields, `${start} ${more.misfits} more parts`);
  const nulls = leftOut.filter(({ code }) => code === "null").map(({ path }) => path);
  if (nulls.length === 0) return;
  const count = nulls.length + (more?.nulls ?? 0);
  const paths = nulls.slice(0, maxNamed);
  log.info({ ...fields, code: "null", count, paths }, `${start} ${describeNulls(count, paths)}`);
}

function describeNulls(count: number, paths: readonly string[]): string {
  const what = count === 1 ? "a null, which counts as absent" : `${count} nulls, which count as absent`;
  const others = count - paths.length;
  return `${what}: ${paths.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
