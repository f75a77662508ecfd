// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { hasOwn, isPolluted, isWithin, joinPointer } from "./checks.js";
import type { Check, CheckContext, ClosedObject, Fault, Fleet, Note, Notes, Span, Taken } from "./checks.js";

export { joinPointer } from "./checks.js";
export type { Fleet, Span } from "./checks.js";

/**
 * The result of a validator: the typed value, or what is wrong with it. Our own code asks for `"problems" in result`, which also
 * compiles without `strictNullChecks`.
 */
export type Result<T> = Valid<T> | Invalid;

/** The value is what its type says. */
export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  /** What was left out of a response because the shop does not take it (`unsupported: "omit"`). */
  readonly omitted?: readonly Problem[];
  /**
   * What was left out of a request: first what does not fit where no vendor page says what would, then each null where
   * nothing is required (code `null`), at most a hundred parts of either kind. `path` leads to it in the body as it came;
   * if a part's properties came directly in the object around it, to that object. Not set if nothing was left out.
   */
  readonly leftOut?: readonly Problem[];
  /** How many more there were of either kind. Set only if `leftOut` does not list them all. */
  readonly moreLeftOut?: { readonly misfits: number; readonly nulls: number };
}

/**
 * The value is not what its type says; there is at least one problem. The problems are made when `problems` is read, so
 * that a caller that needs only `ok` does not wait for them.
 */
export interface Invalid {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** One thing that is wrong with a value. No part of it quotes the value itself. */
export interface Problem {
  /** JSON Pointer to the value; for a missing property, to where it should be. */
  readonly path: string;
  /** Stable name of the kind of problem, such as `missing-property`. */
  readonly code: string;
  /** A sentence for a person, in English. */
  readonly message: string;
  /**
   * The POS release that added the property, value or event, if the release of a shop is too old for it. If the fleet is a
   * list of releases, the first of them that has it.
   */
  readonly addedIn?: string;
}

/** An event that not every shop of the fleet has. */
export interface PartialEvent {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** How a response is checked where releases differ in what they take (`--responses gated`). */
export interface ResponseOptions {
  /**
   * The release of the shop that asked, which must be in the fleet. Left out: only what every shop of the fleet takes is
   * valid.
   */
  readonly version?: string | undefined;
  /**
   * What to do with a part that this shop does not take: `reject` the response, or `omit` the part and what requires it,
   * and list both in `omitted`. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
}

/** What the generated code knows of the shops and of the event that is answered. */
interface Shops {
  readonly fleet: Fleet;
  /** The event that is answered, if not every shop of the fleet has it. */
  readonly event?: PartialEvent;
}

/**
 * Runs the compiled check of a response for one shop.
 * @throws RangeError when the shop's release lies outside the fleet, TypeError when `unsupported` is misspelt.
 */
export function toResponseResult<T>(
  check: Check,
  body: unknown,
  options: ResponseOptions | undefined,
  { fleet, event }: Shops,
): Result<T> {
  const { version, unsupported = "reject" } = options ?? {};
  // What is misspelt would pass for what was meant.
  if (!["reject", "omit"].includes(unsupported))
    throw new TypeError(`\`unsupported\` must be "reject" or "omit", not ${show(unsupported)}`);
  const release = version === undefined ? undefined : parseRelease(version);
  if (version !== undefined && release === undefined) {
    const message = `${show(version)} is not a release of the POS.`;
    return { ok: false, problems: [{ path: "", code: "unknown-version", message }] };
  }
  const shop = toShop(version, fleet);
  if (event && release !== undefined && !isWithin(release, event.spans)) {
    return { ok: false, problems: [describeTimed({ path: "", kind: "event not there", ...event }, shop)] };
  }
  const faults = check(body, createContext(release, "response"));
  if (faults === undefined) return { ok: true, value: body as T };
  if (unsupported === "reject") return new Refusal(faults, shop);
  const always = check(body, createContext(undefined, "any"));
  return always ? new Refusal(always, {}) : omitUnsupported(check, body, shop);
}

const createContext = (version: number | undefined, side: "request" | "response" | "any"): CheckContext => ({
  isRequest: side === "request",
  polluted: isPolluted(),
  any: side === "any",
  version,
  notes: undefined,
});

/** What an option was given, in a sentence. */
const show = (value: unknown): string =>
  typeof value === "string" ? JSON.stringify(value) : `the ${typeof value}`;

/** The shop that asked, as problems name it. */
export interface Shop {
  readonly version?: number;
  /** The release as the user wrote it. */
  readonly release?: string;
  readonly fleet?: Fleet;
}

/**
 * The shop of a release; without one, any of the fleet.
 * @throws RangeError when the release lies outside the fleet, or is none.
 */
export function toShop(release: string | undefined, fleet: Fleet): Shop {
  if (release === undefined) return { fleet };
  const version = parseRelease(release) ?? NaN;
  if (isWithin(version, fleet.spans)) return { version, release, fleet };
  throw new RangeError(
    `the version ${JSON.stringify(release)} is outside the releases that this code was generated for (${fleet.label})`,
  );
}

/**
 * Runs the compiled check of a request. A value that is as documented is returned as it came; of any other that is
 * accepted, a copy is returned, in which everything has its canonical place and what was left out is missing.
 */
export function toRequestResult<T>(check: Check, body: unknown): Result<T> {
  const context = createContext(undefined, "request");
  const faults = check(body, context);
  if (faults !== undefined) return new Refusal(faults, {}, 1);
  if (context.notes === undefined) return { ok: true, value: body as T };
  const read = readNoted(body, context.notes);
  return { ok: true, ...read, value: read.value as T };
}

/** The greatest number of problems that is reported of one value. */
const maxProblems = 100;

/** Makes problems of faults only when `problems` is read: that takes longer than checking a small value. */
class Refusal implements Invalid {
  readonly ok = false;
  private readonly faults: readonly Fault[];
  private readonly shop: Shop;
  private readonly most: number;
  private described: readonly Problem[] | undefined;

  constructor(faults: readonly Fault[], shop: Shop, most = maxProblems) {
    this.faults = faults;
    this.shop = shop;
    this.most = most;
    this.described = undefined;
  }

  get problems(): readonly Problem[] {
    return (this.described ??= this.faults.slice(0, this.most).map((fault) => toProblem(fault, this.shop)));
  }

  toJSON(): Invalid {
    return { ok: this.ok, problems: this.problems };
  }
}

/** Describes a fault that a compiled check found. */
export function toProblem(fault: Fault, shop: Shop): Problem {
  const problem = describeFault(fault, shop);
  if (!fault.era || !(fault.kind in sentences)) return problem;
  // The value may fit the shape of another release.
  const changes = fault.era.flat().flatMap((at) => (at === null ? [] : [formatWhen(at, shop)]));
  const sentence = `${problem.message.replace(/\.$/, "")}; its shape changed ${changes.join(" and ")}`;
  return { ...problem, message: `${sentence}, and ${describeShop(shop)}.` };
}

function describeFault(fault: Fault, shop: Shop): Problem {
  const { path, kind, name = "", closed, forbidden } = fault;
  if (kind === "missing") {
    const holder = path === "" ? "" : ` in ${nameValue(path)}`;
    return describe(joinPointer(path, name), "missing-property", `"${name}" is missing${holder}.`);
  }
  if (kind === "unknown property") return describeUnwanted(joinPointer(path, name), name, closed);
  if (!(kind in sentences)) return describeTimed({ ...fault, kind: kind as Timed["kind"] }, shop);
  const [code, text] = sentences[kind as keyof typeof sentences];
  const rest = text.replace("%", () => String(fault.limit ?? fault.expected ?? "other"));
  const message = `${nameValue(path)} ${rest}.`;
  if (!forbidden) return describe(path, code, message);
  const why = `${JSON.stringify(name)} cannot be sent here (${forbidden.reason})`;
  return describe(path, "forbidden-value", `${why}: ${message}`, forbidden.addedIn);
}

/** What is said of a value, with what is expected for the `%`. */
const sentences = {
  type: ["wrong-type", "must be %"],
  unsafe: ["unsafe-integer", "is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly"],
  value: ["unknown-value", "must be %"],
  format: ["wrong-format", "is not a valid %"],
  "nothing fits": ["nothing-fits", "must be left out: no value fits there"],
  minimum: ["out-of-bounds", "must be at least %"],
  maximum: ["out-of-bounds", "must be at most %"],
  minLength: ["out-of-bounds", "must have a length of at least %"],
  maxLength: ["out-of-bounds", "must have a length of at most %"],
  minItems: ["out-of-bounds", "must have at least this number of items: %"],
  maxItems: ["too-many-items", "must have at most this number of items: %"],
} as const;

const describe = (path: string, code: string, message: string, addedIn?: string): Problem =>
  addedIn === undefined ? { path, code, message } : { path, code, message, addedIn };

function describeUnwanted(path: string, name: string, closed: ClosedObject | undefined): Problem {
  const { known = [], forbidden = {} } = closed ?? {};
  if (hasOwn.call(forbidden, name)) {
    const { reason = "", addedIn } = forbidden[name] ?? {};
    return describe(path, "forbidden-property", `"${name}" cannot be sent here (${reason}).`, addedIn);
  }
  const meant = suggest(name, known);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return describe(path, "unknown-property", `There is no property "${name}" here.${hint}`);
}

/** Something that depends on the release of a shop. */
interface Timed extends Pick<Fault, "path" | "name" | "spans"> {
  readonly kind: "event not there" | "property not there" | "value not there" | "required there";
}

/** Describes something that the shop's release does not have yet, has no longer, or requires. */
function describeTimed({ path, kind, name = "", spans = [] }: Timed, shop: Shop): Problem {
  const runs = describeShop(shop);
  if (kind === "required there") {
    const message = `"${name}" is missing, and ${runs}, which requires it.`;
    return describe(joinPointer(path, name), "missing-property", message);
  }
  const code = `unsupported-${kind.replace(" not there", "")}`;
  const what = kind === "event not there" ? `The event \`${name}\`` : `\`${name}\``;
  const came = spans.map(([from]) => from ?? -1).find((from) => from > (shop.version ?? -1));
  if (came !== undefined)
    return describe(path, code, `${what} was added ${formatWhen(came, shop)}; ${runs}.`, formatRelease(came));
  const gone = spans.flatMap(([, until]) => until ?? []).at(-1) ?? 0;
  return describe(path, code, `${what} was removed ${formatWhen(gone, shop)}; ${runs}.`);
}

/** `in v59`; after a gap in the fleet `by v59`, as the change may have come with a release in the gap. */
function formatWhen(release: number, { fleet }: Shop): string {
  const endsGap = fleet?.spans.slice(1).some(([from]) => from === release) ?? false;
  return `${endsGap ? "by" : "in"} v${formatRelease(release)}`;
}

const describeShop = ({ release }: Shop): string =>
  release === undefined ? "the shop's release is not known" : `this shop runs v${release.replace(/^v/, "")}`;

/** A value by its path, as a sentence names it. */
const nameValue = (path: string): string =>
  path === "" ? "The body" : `"${path.slice(1).replaceAll("/", ".")}"`;

/**
 * Returns as much of a response as a shop takes: leaves out the properties and array items that it does not take, and
 * for a required one the nearest optional part around it. Refuses the response if nothing remains, or if it is not clear
 * what to leave out.
 */
function omitUnsupported<T>(check: Check, body: unknown, shop: Shop): Result<T> {
  const omitted = new Map<string, Problem>();
  const cutting: Cutting = { cuts: omitted, touched: new Set([""]), kept: new Map() };
  for (;;) {
    const value = without(body, "", cutting);
    const faults = check(value, createContext(shop.version, "response"));
    if (faults === undefined) return { ok: true, value: value as T, omitted: [...omitted.values()] };
    const cuts = toCuts(faults.map((fault) => toProblem(fault, shop)));
    if (cuts.length === 0 || cuts.some(({ path }) => path === "")) return new Refusal(faults, shop);
    for (const cut of cuts) {
      const path = toOriginal(splitPointer(cut.path), cutting);
      omitted.set(path, { ...cut, path });
      for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
        cutting.touched.add(path.slice(0, end));
    }
  }
}

/** Which parts of a response are left out. All pointers are to the whole response, before anything was left out. */
interface Cutting {
  readonly cuts: ReadonlyMap<string, Problem>;
  /** The parts that have a cut in them. */
  readonly touched: Set<string>;
  /** For each array of these, the indexes of the items that remain. */
  readonly kept: Map<string, readonly string[]>;
}

/** What to leave out because of these problems. Only the outermost cut counts: what is left out takes its parts along. */
function toCuts(problems: readonly Problem[]): readonly Problem[] {
  const cuts = new Map<string, Problem>();
  for (const problem of problems) {
    // Too many items, each of them valid: which to leave out is not ours to choose.
    if (problem.code === "too-many-items") continue;
    const { path } = problem;
    // Where a required part is missing, what should have it is left out.
    const isMissing = problem.code === "missing-property";
    const place = isMissing ? path.slice(0, path.lastIndexOf("/")) : path;
    if (!cuts.has(place))
      cuts.set(place, { ...(isMissing ? describeIncomplete(path) : problem), path: place });
  }
  return [...cuts.values()].filter(({ path }) => !isInside(path, cuts));
}

function describeIncomplete(path: string): Problem {
  const tokens = splitPointer(path);
  const name = tokens.pop() ?? "";
  return describe("", "incomplete", `"${tokens.join(".")}" cannot be sent without "${name}".`);
}

function isInside(path: string, cuts: ReadonlyMap<string, unknown>): boolean {
  const parent = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  return path !== "" && (cuts.has(parent) || isInside(parent, cuts));
}

/** Returns a copy without these parts. Values that have none of them are shared; nothing is changed in place. */
function without(value: unknown, path: string, cutting: Cutting): unknown {
  if (typeof value !== "object" || value === null || !cutting.touched.has(path)) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !cutting.cuts.has(joinPointer(path, key)))
    .map(([key, part]): Entry => [key, without(part, joinPointer(path, key), cutting)]);
  if (!Array.isArray(value)) return Object.fromEntries(entries);
  cutting.kept.set(
    path,
    entries.map(([index]) => index),
  );
  return entries.map(([, item]) => item);
}

/** The pointer in the whole response to a part of what remains of it. */
const toOriginal = (path: readonly string[], { kept }: Cutting): string =>
  path.reduce((pointer, token) => joinPointer(pointer, kept.get(pointer)?.[Number(token)] ?? token), "");

/** A request as a handler sees it, and what was left out of it. */
type ReadRequest = Pick<Valid<unknown>, "value" | "leftOut" | "moreLeftOut">;

interface Reading {
  readonly notes: Notes;
  readonly misfits: Report;
  readonly nulls: Report;
  /** What each object and array is read as, so that one that holds itself has an end. */
  readonly read: Map<object, unknown>;
}

/** What was left out for one reason: the first parts, and how many others there were. */
interface Report {
  readonly problems: Problem[];
  others: number;
}

/** Where a value is: undefined for the body. Only what is reported needs a pointer. */
type Place = { readonly parent: Place; readonly token: string | number } | undefined;

type Entry = readonly [name: string, part: unknown];

/** Reads a valid request by the notes that its check made. Copies what changes: the body stays as it came. */
function readNoted(body: unknown, notes: Notes): ReadRequest {
  const misfits: Report = { problems: [], others: 0 };
  const nulls: Report = { problems: [], others: 0 };
  const value = readValue(body, undefined, 0, { notes, misfits, nulls, read: new Map() });
  const leftOut = [...misfits.problems, ...nulls.problems];
  if (leftOut.length === 0) return { value };
  const moreLeftOut = { misfits: misfits.others, nulls: nulls.others };
  return misfits.others + nulls.others > 0 ? { value, leftOut, moreLeftOut } : { value, leftOut };
}

/** In levels. Notes are about what the contract describes, and that ends long before. */
const deepest = 200;

function readValue(value: unknown, place: Place, depth: number, reading: Reading): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (reading.read.has(value)) return reading.read.get(value);
  reading.read.set(value, value);
  const inside = (token: string | number, part: unknown): unknown =>
    readValue(part, { parent: place, token }, depth + 1, reading);
  const read = Array.isArray(value) ? readItems(value, inside) : readObject(value, place, inside, reading);
  reading.read.set(value, read);
  return read;
}

/** Reads a part of a value. */
type Inside = (token: string | number, part: unknown) => unknown;

function readItems(items: readonly unknown[], inside: Inside): readonly unknown[] {
  const read = items.map((item, index) => inside(index, item));
  return read.every((item, index) => item === items[index]) ? items : read;
}

function readObject(value: object, place: Place, inside: Inside, reading: Reading): object {
  const note = reading.notes.get(value);
  const before = Object.entries(value) as readonly Entry[];
  const kept = before.filter(([name]) => !note?.leftOut.has(name) || leaveOut(name, place, note, reading));
  const parts = kept.map(([name, part]): Entry => [name, inside(name, part)]);
  const entries = note ? takeIn(rename(parts, note), place, note.taken, reading) : parts;
  const isSame =
    entries.length === before.length &&
    entries.every(([name, part], index) => name === before[index]?.[0] && part === before[index][1]);
  return isSame ? value : Object.fromEntries(entries);
}

/** Reports a property that is left out, and the first fault of its value. */
function leaveOut(name: string, parent: Place, { leftOut }: Note, reading: Reading): false {
  const fault = leftOut.get(name);
  const path = (): string => toPointer({ parent, token: name });
  if (fault) report(reading.misfits, () => explain(fault, parent, name, path()));
  else
    report(reading.nulls, () =>
      describe(path(), "null", `${nameValue(path())} is null, which counts as absent.`),
    );
  return false;
}

/** If both names are present, the older one is just an unknown property: both stay. */
function rename(entries: readonly Entry[], { renamed }: Note): readonly Entry[] {
  const names = new Set(entries.map(([name]) => name));
  return entries.map(([name, part]): Entry => {
    const canonical = renamed.get(name) ?? name;
    return names.has(canonical) ? [name, part] : [canonical, part];
  });
}

/** Moves properties into the inner object that they belong to. */
function takeIn(
  entries: readonly Entry[],
  place: Place,
  taken: Taken | undefined,
  reading: Reading,
): readonly Entry[] {
  if (!taken) return entries;
  const { into, names, isNull, fault } = taken;
  const others = entries.filter(([name]) => !names.includes(name));
  if (fault) {
    // They have no place of their own but the object that they stand in.
    report(reading.misfits, () => explain(fault, place, into, toPointer(place)));
    return others;
  }
  const inner = entries.filter(([name]) => names.includes(name));
  return [...others, [into, isNull ? null : Object.fromEntries(inner)]];
}

/** What is wrong in a property of an object, which is left out: at this path. */
function explain(fault: Fault, holder: Place, name: string, path: string): Problem {
  const pointer = toPointer(holder);
  const problem = toProblem({ ...fault, path: pointer + fault.path }, {});
  const property = nameValue(joinPointer(pointer, name));
  const message = `${problem.message} ${property} is left out: what it holds is not documented.`;
  return { ...problem, path, message };
}

const toPointer = (place: Place): string =>
  place === undefined ? "" : joinPointer(toPointer(place.parent), place.token);

function report(list: Report, describePart: () => Problem): void {
  if (list.problems.length < maxProblems) list.problems.push(describePart());
  else list.others += 1;
}

/** A schema that other libraries take as it is: https://standardschema.dev, version 1. */
export interface StandardSchemaV1<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "mplus-codegen";
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** For the compiler only: never set. */
    readonly types?: { readonly input: Output; readonly output: Output } | undefined;
  };
}

export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/**
 * A validator of ours as a Standard Schema. That has no place for `leftOut`: who wants to know what was left out of a
 * request calls the validator.
 */
export function toStandardSchema<T>(validate: (value: unknown) => Result<T>): StandardSchemaV1<T> {
  const standard = (value: unknown): StandardResult<T> => {
    const result = validate(value);
    return "problems" in result ? { issues: result.problems.map(toIssue) } : { value: result.value };
  };
  return { "~standard": { version: 1, vendor: "mplus-codegen", validate: standard } };
}

/** The same for the validators of all events. */
export const toStandardSchemas = <T extends object>(validators: {
  readonly [E in keyof T]: (value: unknown) => Result<T[E]>;
}): { readonly [E in keyof T]: StandardSchemaV1<T[E]> } =>
  Object.fromEntries(
    Object.entries(validators).map(([event, validate]) => [event, toStandardSchema(validate as never)]),
  ) as never;

const toIssue = ({ message, path }: Problem): StandardIssue => ({
  message,
  path: splitPointer(path).map((token) => (/^\d+$/.test(token) ? Number(token) : token)),
});

const partSize = 10_000;

/**
 * A POS release as one number, so that order is `<`: `59.3.2` is 59 0003 0002. Undefined for what is not
 * `major[.minor[.patch]]`, with or without a leading `v`.
 */
export function parseRelease(text: unknown): number | undefined {
  const match = typeof text === "string" ? /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/.exec(text) : null;
  if (!match) return undefined;
  return (Number(match[1]) * partSize + Number(match[2] ?? 0)) * partSize + Number(match[3] ?? 0);
}

/** The shortest spelling: `59`, `59.3`, `59.3.2`. */
export function formatRelease(release: number): string {
  const patch = release % partSize;
  const minor = Math.floor(release / partSize) % partSize;
  const major = Math.floor(release / partSize / partSize);
  if (patch > 0) return `${major}.${minor}.${patch}`;
  return minor > 0 ? `${major}.${minor}` : String(major);
}

/** The tokens of a JSON Pointer, unescaped. */
export const splitPointer = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The known name that a misspelt one most likely meant; undefined if none is similar. */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const [nearest] = [...known]
    .filter(({ length }) => Math.abs(length - name.length) <= limit)
    .map((each) => ({ each, distance: countSlips(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.each;
}

/** Letters in the wrong order are one slip of the hand. */
const countSlips = (a: string, b: string): number =>
  measureDistance(a, b) - (a !== b && sortLetters(a) === sortLetters(b) ? 1 : 0);

const sortLetters = (text: string): string => Array.from(text).sort().join("");

/** The Levenshtein distance: how many characters to insert, delete or replace. */
function measureDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
