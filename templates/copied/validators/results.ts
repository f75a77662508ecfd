import { checkObject, type CheckContext, type Fault, type Note, type Notes, type Taken } from "./check.js";
import { formatRelease, isWithin, parseRelease } from "./releases.js";
import {
  joinPointer,
  readRules,
  type EventRule,
  type FleetRule,
  type ObjectRule,
  type Rules,
} from "./rules.js";
import type { Contract, Fleet } from "./table.js";

/**
 * The result of a validator: the typed value or its problems. Our own code tests `"problems" in result`, which also
 * compiles without `strictNullChecks`.
 */
export type Result<T> = Valid<T> | Invalid;

export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  /** The parts of a response that the shop does not accept, with `unsupported: "omit"`. */
  readonly omitted?: readonly Problem[];
  /**
   * The parts that were left out of a request: undocumented parts that do not fit, then nulls in optional properties
   * (code `null`); at most a hundred of each. `path` is the place in the original body. For properties sent directly
   * in the parent of their object, `path` is the place of that parent.
   */
  readonly leftOut?: readonly Problem[];
  /** Numbers of further parts left out. Set only if `leftOut` is incomplete. */
  readonly moreLeftOut?: { readonly misfits: number; readonly nulls: number };
}

export interface Invalid {
  readonly ok: false;
  /** At least one. The problems are described when first read. */
  readonly problems: readonly Problem[];
}

/** A problem of a value. Never quotes the value itself. */
export interface Problem {
  /** JSON Pointer to the value; for a missing property, to its place. */
  readonly path: string;
  /** Stable name for the kind of problem, such as `missing-property`. */
  readonly code: string;
  readonly message: string;
  /** The release that added the property, value or event, if the shop's release is older. */
  readonly addedIn?: string;
}

/** Options for checking a response if releases differ in what they accept (`--responses gated`). */
export interface ResponseOptions {
  /** The shop's release, within the fleet. Default: every shop of the fleet must accept the response. */
  readonly version?: string | undefined;
  /**
   * For a response with a part that this shop does not accept: `reject` it, or `omit` the part and anything that
   * requires it.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
}

/** The checks of a contract, without the types of its events. */
export interface Validators {
  readonly rules: Rules;
  /** Unknown properties are accepted and kept. Reports the first problem. */
  readonly validateRequest: (event: string, body: unknown) => Result<unknown>;
  readonly validateResponse: (event: string, body: unknown, options?: ResponseOptions) => Result<unknown>;
  readonly validateErrorRequest: (body: unknown) => Result<unknown>;
}

/** Leaves out of a response what a shop does not accept. */
export type Omit = (answer: ObjectRule, body: unknown, shop: Shop) => Result<unknown>;

/** A function, because a bundler may drop a call but not a read of a property. */
export const getFleet = ({ fleet }: Contract): Fleet => fleet;

export function createValidators(contract: Contract, omit?: Omit): Validators {
  const rules = readRules(contract);
  return {
    rules,
    validateRequest: (event, body) => {
      const found = rules.events.get(event);
      return found ? readRequest(found.request, body) : unknownEvent(event);
    },
    validateResponse: (event, body, options) => {
      const found = rules.events.get(event);
      return found ? checkResponse(found, body, options, { fleet: rules.fleet, omit }) : unknownEvent(event);
    },
    validateErrorRequest: (body) => readRequest(rules.errorRequest, body),
  };
}

const unknownEvent = (event: string): Invalid => ({
  ok: false,
  problems: [{ path: "", code: "unknown-event", message: `There is no event ${JSON.stringify(event)}.` }],
});

/**
 * Checks a response for one shop.
 * @throws RangeError if the shop's release is outside the fleet, TypeError if `unsupported` is invalid.
 */
function checkResponse(
  { name, answer, exists }: EventRule,
  body: unknown,
  options: ResponseOptions | undefined,
  { fleet, omit }: { readonly fleet: FleetRule; readonly omit: Omit | undefined },
): Result<unknown> {
  const { version, unsupported = "reject" } = options ?? {};
  if (!["reject", "omit"].includes(unsupported))
    throw new TypeError(`\`unsupported\` must be "reject" or "omit", not ${show(unsupported)}`);
  if (version !== undefined && parseRelease(version) === undefined) {
    const message = `${show(version)} is not a release of the POS.`;
    return { ok: false, problems: [{ path: "", code: "unknown-version", message }] };
  }
  const shop = toShop(version, fleet);
  if (exists && shop.version !== undefined && !isWithin(shop.version, exists))
    return toInvalid([{ path: "", kind: "event not there", name, periods: exists }], shop);
  const faults = checkObject(answer, body, createContext("response", shop.version));
  if (faults === undefined) return { ok: true, value: body };
  return unsupported === "omit" && omit ? omit(answer, body, shop) : toInvalid(faults, shop);
}

export const createContext = (side: "request" | "response" | "any", version?: number): CheckContext => ({
  isRequest: side === "request",
  polluted: Object.keys(Object.prototype).length > 0,
  any: side === "any",
  version,
  notes: undefined,
});

const show = (value: unknown): string =>
  typeof value === "string" ? JSON.stringify(value) : `the ${typeof value}`;

/** The shop to check for. Without a version, any shop of the fleet. */
export interface Shop {
  readonly version?: number | undefined;
  /** The release as the user wrote it. */
  readonly release?: string | undefined;
  readonly fleet?: FleetRule;
}

/** @throws RangeError if the release is invalid or outside the fleet. */
export function toShop(release: string | undefined, fleet: FleetRule): Shop {
  // Set explicitly, because a library may have added a `version` to Object.prototype.
  if (release === undefined) return { version: undefined, release: undefined, fleet };
  const version = parseRelease(release) ?? NaN;
  if (isWithin(version, fleet.periods)) return { version, release, fleet };
  throw new RangeError(
    `the version ${JSON.stringify(release)} is outside the releases that this code was generated for (${fleet.label})`,
  );
}

/** Returns a copy if parts are left out or renamed. */
function readRequest(request: ObjectRule, body: unknown): Result<unknown> {
  const context = createContext("request");
  const faults = checkObject(request, body, context);
  if (faults !== undefined) return toInvalid(faults, {}, 1);
  return context.notes === undefined ? { ok: true, value: body } : readNoted(body, context.notes);
}

const maxProblems = 100;

/** Describes faults only when `problems` is read, because that takes longer than checking a small value. */
export function toInvalid(faults: readonly Fault[], shop: Shop, most = maxProblems): Invalid {
  let described: readonly Problem[] | undefined;
  return {
    ok: false,
    get problems() {
      return (described ??= faults.slice(0, most).map((fault) => toProblem(fault, shop)));
    },
  };
}

export function toProblem(fault: Fault, shop: Shop): Problem {
  const problem = describeFault(fault, shop);
  if (!fault.era || !(fault.kind in sentences)) return problem;
  // The value may fit another release's shape.
  const changes = fault.era
    .flat()
    .filter(Number.isFinite)
    .map((at) => formatWhen(at, shop));
  const sentence = `${problem.message.replace(/\.$/, "")}; its shape changed ${changes.join(" and ")}`;
  return { ...problem, message: `${sentence}, and ${describeShop(shop)}.` };
}

function describeFault(fault: Fault, shop: Shop): Problem {
  const { path, kind, name = "", forbidden } = fault;
  if (kind === "missing") {
    const holder = path === "" ? "" : ` in ${nameValue(path)}`;
    return describe(joinPointer(path, name), "missing-property", `"${name}" is missing${holder}.`);
  }
  if (kind === "unknown property") return describeUnknown(fault, name);
  if (!(kind in sentences)) return describeTimed(fault, name, shop);
  const [code, text] = sentences[kind as keyof typeof sentences];
  const rest = text.replace("%", () => String(fault.limit ?? fault.expected ?? "other"));
  const message = `${nameValue(path)} ${rest}.`;
  if (!forbidden) return describe(path, code, message);
  const why = `${JSON.stringify(name)} cannot be sent here (${forbidden.reason})`;
  return describe(path, "forbidden-value", `${why}: ${message}`, forbidden.addedIn);
}

/** Code and message by kind of fault; `%` is the expected value. */
const sentences = {
  type: ["wrong-type", "must be %"],
  unsafe: ["unsafe-integer", "is beyond 2^53 - 1, so a JavaScript number cannot represent it exactly"],
  value: ["unknown-value", "must be %"],
  format: ["wrong-format", "is not a valid %"],
  "nothing fits": ["nothing-fits", "must be left out: no value fits there"],
  minimum: ["out-of-bounds", "must be at least %"],
  maximum: ["out-of-bounds", "must be at most %"],
  minLength: ["out-of-bounds", "must have a length of at least %"],
  maxLength: ["out-of-bounds", "must have a length of at most %"],
  minItems: ["out-of-bounds", "must have at least % item(s)"],
  maxItems: ["too-many-items", "must have at most % item(s)"],
} as const;

export const describe = (path: string, code: string, message: string, addedIn?: string): Problem =>
  addedIn === undefined ? { path, code, message } : { path, code, message, addedIn };

function describeUnknown(fault: Fault, name: string): Problem {
  const path = joinPointer(fault.path, name);
  const forbidden = fault.object?.forbidden.get(name);
  if (forbidden) {
    const { reason, addedIn } = forbidden;
    return describe(path, "forbidden-property", `"${name}" cannot be sent here (${reason}).`, addedIn);
  }
  const meant = suggest(name, fault.object?.known ?? []);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return describe(path, "unknown-property", `There is no property "${name}" here.${hint}`);
}

/** Describes a part that the shop's release lacks or requires. */
function describeTimed({ path, kind, periods = [] }: Fault, name: string, shop: Shop): Problem {
  const runs = describeShop(shop);
  if (kind === "required there") {
    const message = `"${name}" is missing, and ${runs}, which requires it.`;
    return describe(joinPointer(path, name), "missing-property", message);
  }
  const code = `unsupported-${kind.replace(" not there", "")}`;
  const what = kind === "event not there" ? `The event \`${name}\`` : `\`${name}\``;
  const came = periods.map(([from]) => from).find((from) => from > (shop.version ?? -1));
  if (came !== undefined)
    return describe(path, code, `${what} was added ${formatWhen(came, shop)}; ${runs}.`, formatRelease(came));
  const gone =
    periods
      .map(([, until]) => until)
      .filter(Number.isFinite)
      .at(-1) ?? 0;
  return describe(path, code, `${what} was removed ${formatWhen(gone, shop)}; ${runs}.`);
}

/** `in v59`; after a gap in the fleet `by v59`, because the change may have come with a release in the gap. */
function formatWhen(release: number, { fleet }: Shop): string {
  const endsGap = fleet?.periods.slice(1).some(([from]) => from === release) ?? false;
  return `${endsGap ? "by" : "in"} v${formatRelease(release)}`;
}

const describeShop = ({ release }: Shop): string =>
  release === undefined ? "the shop's release is not known" : `this shop runs v${release.replace(/^v/, "")}`;

const nameValue = (path: string): string =>
  path === "" ? "The body" : `"${path.slice(1).replaceAll("/", ".")}"`;

export type Entry = readonly [name: string, part: unknown];

/** Returns the value itself if nothing changes. */
export function withEntries(value: object, entries: readonly Entry[]): object {
  const before = Object.entries(value);
  const isSame = entries.every(([name, part], at) => name === before[at]?.[0] && part === before[at][1]);
  if (isSame && entries.length === before.length) return value;
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

interface Reading {
  readonly notes: Notes;
  readonly misfits: (() => Problem)[];
  readonly nulls: (() => Problem)[];
  /** Results by object, because a value may contain itself. */
  readonly read: Map<object, unknown>;
}

/** Applies the notes of a check to a valid request. Copies only what changes; the body stays as sent. */
function readNoted<T>(body: unknown, notes: Notes): Valid<T> {
  const reading: Reading = { notes, misfits: [], nulls: [], read: new Map() };
  const value = readValue(body, "", 0, reading) as T;
  const lists = [reading.misfits, reading.nulls];
  const leftOut = lists.flatMap((list) => list.slice(0, maxProblems).map((describePart) => describePart()));
  if (leftOut.length === 0) return { ok: true, value };
  const [misfits = 0, nulls = 0] = lists.map((list) => Math.max(0, list.length - maxProblems));
  if (misfits + nulls === 0) return { ok: true, value, leftOut };
  return { ok: true, value, leftOut, moreLeftOut: { misfits, nulls } };
}

/** In levels. Only described parts have notes, and none is nested as deeply. */
const deepest = 200;

function readValue(value: unknown, pointer: string, depth: number, reading: Reading): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (reading.read.has(value)) return reading.read.get(value);
  reading.read.set(value, value);
  const note = reading.notes.get(value);
  let entries: readonly Entry[] = Object.entries(value)
    .filter(([name]) => !note?.leftOut.has(name) || leaveOut(name, pointer, note, reading))
    .map(([name, part]) => [name, readValue(part, joinPointer(pointer, name), depth + 1, reading)]);
  if (note) entries = rename(entries, note);
  if (note?.taken) entries = takeIn(entries, pointer, note.taken, reading);
  const read = withEntries(value, entries);
  reading.read.set(value, read);
  return read;
}

function leaveOut(name: string, pointer: string, { leftOut }: Note, { misfits, nulls }: Reading): false {
  const fault = leftOut.get(name);
  const path = joinPointer(pointer, name);
  if (fault) misfits.push(() => explain(fault, pointer, name, path));
  else nulls.push(() => describe(path, "null", `${nameValue(path)} is null, which counts as absent.`));
  return false;
}

/** If both names are present, both stay: the older one is just an unknown property. */
function rename(entries: readonly Entry[], { renamed }: Note): readonly Entry[] {
  const names = new Set(entries.map(([name]) => name));
  return entries.map(([name, part]): Entry => {
    const canonical = renamed.get(name) ?? name;
    return names.has(canonical) ? [name, part] : [canonical, part];
  });
}

/** Moves properties into the inner object that they belong to, or leaves them out. */
function takeIn(entries: readonly Entry[], pointer: string, taken: Taken, { misfits }: Reading): Entry[] {
  const { into, names, isNull, fault } = taken;
  const others = entries.filter(([name]) => !names.includes(name));
  if (fault) misfits.push(() => explain(fault, pointer, into, pointer));
  if (fault) return others;
  const inner = entries.filter(([name]) => names.includes(name));
  return [...others, [into, isNull ? null : Object.fromEntries(inner)]];
}

function explain(fault: Fault, pointer: string, name: string, path: string): Problem {
  const problem = toProblem({ ...fault, path: pointer + fault.path }, {});
  const property = nameValue(joinPointer(pointer, name));
  const message = `${problem.message} ${property} is left out, because its contents are not documented.`;
  return { ...problem, path, message };
}

/** https://standardschema.dev, version 1. */
export interface StandardSchemaV1<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "mplus-codegen";
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** For the compiler only; never set. */
    readonly types?: { readonly input: Output; readonly output: Output } | undefined;
  };
}

export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** A Standard Schema cannot report `leftOut`. */
export function toStandardSchema<T>(validate: (value: unknown) => Result<T>): StandardSchemaV1<T> {
  const standard = (value: unknown): StandardResult<T> => {
    const result = validate(value);
    return "problems" in result ? { issues: result.problems.map(toIssue) } : { value: result.value };
  };
  return { "~standard": { version: 1, vendor: "mplus-codegen", validate: standard } };
}

/** A Standard Schema for each event, in the contract's order. */
export const toStandardSchemas = (
  validators: Validators,
  side: "validateRequest" | "validateResponse",
): Readonly<Record<string, StandardSchemaV1<unknown>>> =>
  Object.fromEntries(
    Array.from(validators.rules.events.keys(), (event) => [
      event,
      toStandardSchema((body) => validators[side](event, body)),
    ]),
  );

const toIssue = ({ message, path }: Problem): StandardIssue => ({
  message,
  path: splitPointer(path).map((token) => (/^\d+$/.test(token) ? Number(token) : token)),
});

export const splitPointer = (pointer: string): string[] =>
  Array.from(pointer.split("/").slice(1), (token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Undefined if no known name is similar. */
export function suggest(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const [nearest] = [...known]
    // Each extra letter is a slip. The name may be of any length.
    .filter((each) => Math.abs(each.length - name.length) <= limit)
    .map((each) => ({ each, distance: countSlips(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.each;
}

/** Letters in the wrong order count as one slip. */
function countSlips(a: string, b: string): number {
  const [sorted, other] = [a, b].map((text) => Array.from(text).sort().join(""));
  return measureDistance(a, b) - (a !== b && sorted === other ? 1 : 0);
}

/** Levenshtein distance. */
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
