/** What the compiled checks call: faults, notes on how to read a request, formats. */

/** A span of releases: from the first on, until before the second; null is an open end. */
export type Span = readonly [from: number | null, until: number | null];

/** The releases that code was generated for. */
export interface Fleet {
  /** In words: `48 to the latest`, `48 and 59`. */
  readonly label: string;
  readonly spans: readonly Span[];
}

/** The shops that a value is checked for. */
export interface CheckContext {
  /** Set where `Object.prototype` has an enumerable property, which every object then seems to have. */
  readonly polluted?: true;
  /** The shop's release as a number. Left out: every release of the fleet has to accept the value. */
  readonly version?: number;
  /** The same release as the user wrote it. */
  readonly release?: string;
  /** The releases that the code was generated for. */
  readonly fleet?: Fleet;
  /** Set to accept what any release of the fleet takes. */
  readonly any?: true;
  /** Set where the answer is plain data that was copied and checked already: then all of it is written. */
  readonly settled?: true;
  /** Made by the check of a request, once something has to be read otherwise than it came. */
  notes?: Notes | undefined;
}

/** One thing that is wrong with a value, in the terms of the spec; `toProblem` makes a sentence of it. */
export interface Fault {
  /** JSON Pointer from the value that was checked. */
  path: string;
  readonly kind: FaultKind;
  /** What is expected instead, in words. */
  readonly expected?: string;
  /** The name of the property, or the value, that is wrong. */
  readonly name?: string;
  /** What the object may hold, if a property is unknown. */
  readonly closed?: ClosedObject;
  /** Why a value may not be sent although the spec knows it. */
  readonly forbidden?: Forbidden;
  /** When the property or value exists, or is required. */
  readonly spans?: readonly Span[];
  /** When the property has the shape that the value does not fit, if its shape has changed. */
  readonly era?: readonly Span[];
  readonly limit?: number;
}

export type FaultKind =
  | "type"
  | "missing"
  | "unknown property"
  | "value"
  | "format"
  | "unsafe"
  | "int64"
  | "nothing fits"
  | Bound
  | "property not there"
  | "value not there"
  | "required there";

export type Bound = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";

/** The properties that an object of an answer may have, and those that it may not although the spec knows them. */
export interface ClosedObject {
  /** What the object extends. What the object itself says goes before. */
  readonly base?: ClosedObject;
  readonly known: readonly string[];
  readonly forbidden: Readonly<Record<string, Forbidden>>;
}

/** The number of known properties that were counted in an object. */
export interface Tally {
  known: number;
}

/** Why something that the spec knows may not be sent. */
export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string;
}

/** The first fault of a value; undefined if it is valid. */
export type Found = Fault | undefined;

/** All faults of a value; undefined if it is valid. */
export type Faults = Fault[] | undefined;

/** The fault of a value that is of another type. */
export const wrong = (path: string, expected: string): Fault => ({ path, kind: "type", expected });

/** The fault of an object that lacks a property. */
export const missing = (name: string): Fault => ({ path: "", kind: "missing", name });

/** Makes the fault of a part, which is at this path, a fault of the whole. */
export function at(path: string, fault: Fault): Fault {
  // Changed in place: the fault was just made, and nothing else refers to it.
  fault.path = path + fault.path;
  return fault;
}

/** Adds the faults of a part, which is at this path, to the other faults of the whole. */
export function under(path: string, faults: Fault[], others?: Fault[]): Fault[] {
  for (const fault of faults) {
    at(path, fault);
    // One by one: there may be more of them than a call takes arguments.
    others?.push(fault);
  }
  return others ?? faults;
}

/** What an object forbids is not known to it, whatever its base says. */
const isKnown = (name: string, { known, forbidden, base }: ClosedObject): boolean =>
  known.includes(name) || (base !== undefined && !hasOwn.call(forbidden, name) && isKnown(name, base));

/** Adds a fault for each property that an object may not have. One that is undefined is not sent, and so is fine. */
export function withUnknown(own: Own, closed: ClosedObject, faults: Fault[] = []): Faults {
  for (const name in own) {
    if (own[name] === undefined || isKnown(name, closed) || !hasOwn.call(own, name)) continue;
    faults.push({ path: "", kind: "unknown property", name, closed });
  }
  return faults.length > 0 ? faults : undefined;
}

/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/** Whether a value is what JSON calls an object. */
export const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of which every property that one can read counts. */
export type Own = Readonly<Record<string, unknown>>;

/** Where a copy keeps the object that it was made of. */
const original = Symbol("original");

/** The object itself of which these are the properties. */
const originalOf = (own: Own): object => (own as { readonly [original]?: object })[original] ?? own;

/**
 * The properties of a request that a handler would read. What JSON.parse made inherits from `Object.prototype` only, so
 * that it is copied only where that is polluted.
 */
export const readOf = (value: object, { polluted }: CheckContext): Own =>
  polluted === undefined
    ? (value as Own)
    : Object.assign(copyOwn(value), { [original]: originalOf(value as Own) });

/**
 * The properties of an answer that JSON.stringify would write: of a plain object itself, of any other a copy of its own
 * properties. An inherited `toJSON` is among them, as JSON.stringify would write what that returns.
 */
export const ownOf = (value: object, { polluted }: CheckContext): Own =>
  Object.getPrototypeOf(value) === Object.prototype && polluted === undefined
    ? (value as Own)
    : copyOwn(value);

function copyOwn(value: object): Own {
  const { toJSON } = value as { toJSON?: unknown };
  return Object.assign(Object.create(null) as object, value, typeof toJSON === "function" && { toJSON });
}

/** Whether `Object.prototype` has an enumerable property. */
export const isPolluted = (): boolean => countOf(nothing) > 0;

const nothing = {};

/** How many properties an object has. */
export function countOf(own: Own): number {
  let count = 0;
  // The names do not matter; Object.keys would make a list of them.
  for (const _ in own) count += 1;
  return count;
}

/** How objects of a request have to be read, where that is not as they came. */
export type Notes = Map<object, Note>;

/** How one object has to be read. */
export interface Note {
  /** The properties that are left out, and why: a fault, or undefined for a null. */
  readonly leftOut: Map<string, Fault | undefined>;
  /** The canonical name of each property that came under an older spelling. */
  readonly renamed: Map<string, string>;
  taken?: Taken;
}

/** Properties that are read as those of an inner object. */
export interface Taken {
  /** The property that holds the inner object. */
  readonly into: string;
  readonly names: readonly string[];
  /** Set where they say together that there is no inner object. */
  readonly isNull?: true;
  /** Why all of them are left out, if they are. */
  readonly fault?: Fault | undefined;
}

/** Notes that a property is left out: a null counts as absent, and a fault of what is not documented refuses nothing. */
export function leaveOut(own: Own, name: string, context: CheckContext, fault?: Fault): void {
  const { leftOut } = noteOn(own, context);
  // Only the first fault is reported.
  if (!leftOut.has(name)) leftOut.set(name, fault);
}

/** Notes the canonical name of a property that came under an older spelling. */
export function readAs(own: Own, older: string, canonical: string, context: CheckContext): void {
  noteOn(own, context).renamed.set(older, canonical);
}

/** Notes that these properties are those of an inner object, or are left out because of a fault. */
export function takeIn(own: Own, taken: Taken, context: CheckContext): void {
  noteOn(own, context).taken = taken;
}

/** Whether an object has one of these properties. */
export const holdsAny = (own: Own, names: readonly string[]): boolean =>
  names.some((name) => hasOwn.call(own, name) && own[name] !== undefined);

/** Whether an object has none of these properties but as a null. */
export const holdsOnlyNulls = (own: Own, names: readonly string[]): boolean =>
  names.every((name) => !hasOwn.call(own, name) || (own[name] ?? null) === null);

function noteOn(own: Own, context: CheckContext): Note {
  const notes = (context.notes ??= new Map<object, Note>());
  const object = originalOf(own);
  const note = notes.get(object) ?? { leftOut: new Map(), renamed: new Map() };
  notes.set(object, note);
  return note;
}

/** Checks that the compiled validators call. They agree with the formats of JSON Schema. */

/** Written digit by digit: with counts such as `{8}` an engine takes three times as long. */
const uuid =
  // prettier-ignore
  /^[\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f]$/i;

/** A UUID in its bare form, as in RFC 9562. */
export const isUuid = (text: string): boolean => uuid.test(text);

const datePattern = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
const daysOfMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists, as in RFC 3339: `2026-02-28`. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (daysOfMonth[month] ?? 0) + leap;
}

// V8 keeps a position for each character that a `+` takes, once a process has compiled many expressions, and throws when
// its room for them is full: at 16 million. For `aa*` it keeps none.
const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d\d*)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/i;

/** A moment with its offset, as in RFC 3339: `2026-02-28T12:00:00.000+01:00`. */
export function isDateTime(text: string): boolean {
  const [date, time, more] = text.split(/t|\s/i);
  return date !== undefined && time !== undefined && more === undefined && isDate(date) && isTime(time);
}

function isTime(text: string): boolean {
  const match = timePattern.exec(text);
  if (!match) return false;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const sign = match[5] === "-" ? -1 : 1;
  const [offsetHours, offsetMinutes] = [Number(match[6] ?? 0), Number(match[7] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return false;
  if (hours <= 23 && minutes <= 59 && seconds < 60) return true;
  // A leap second is the last second of a day in UTC.
  const utcMinutes = minutes - offsetMinutes * sign;
  const utcHours = hours - offsetHours * sign - (utcMinutes < 0 ? 1 : 0);
  return (utcHours === 23 || utcHours === -1) && (utcMinutes === 59 || utcMinutes === -1) && seconds < 61;
}

// The grammar of RFC 3986, part by part, so that none of these expressions has to backtrack.
const uriParts = /^[a-z][a-z0-9+.-]*:([^?#]*)(?:\?([^#]*))?(?:#([^#]*))?$/i;
const brokenEscape = /%(?![0-9a-f]{2})/i;
const hierarchy = /^[a-z0-9\-._~!$&'()*+,;=%:@/]*$/i;
const hierarchyWithAddress =
  /^\/\/?(?:[a-z0-9\-._~!$&'()*+,;=%:]*@)?\[([^\]]*)\](?::\d*)?(?:\/[a-z0-9\-._~!$&'()*+,;=%:@/]*)?$/i;
const queryOrFragment = /^[a-z0-9\-._~!$&'()*+,;=%:@/?]*$/i;
const ipFuture = /^v[0-9a-f][0-9a-f]*\.[a-z0-9\-._~!$&'()*+,;=:][a-z0-9\-._~!$&'()*+,;=:]*$/i;

/** An absolute URI, as in RFC 3986. Takes `//a:b:c` for a path, as ajv does. */
export function isUri(text: string): boolean {
  const parts = uriParts.exec(text);
  if (!parts || brokenEscape.test(text)) return false;
  const [, rest = "", query = "", fragment = ""] = parts;
  if (!queryOrFragment.test(query) || !queryOrFragment.test(fragment)) return false;
  if (rest !== "" && hierarchy.test(rest)) return true;
  const address = hierarchyWithAddress.exec(rest)?.[1];
  return address !== undefined && (isIpv6(address) || ipFuture.test(address));
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)$/;
const ipv6Group = /^[0-9a-f]{1,4}$/i;

/** Eight groups, some of which `::` leaves out, and the last two of which may be written as an IPv4 address. */
function isIpv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(":") + 1);
  const address = ipv4.test(last) ? `${text.slice(0, -last.length)}0:0` : text;
  const halves = address.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const fits = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return fits && groups.every((group) => ipv6Group.test(group));
}

/** The length of a text in code points, as JSON Schema counts. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** The object itself, if it is one that JSON writes by its own properties; with those of no prototype. */
export function plainOf(value: unknown, { polluted }: CheckContext): Own | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  return polluted ? Object.assign({ __proto__: null }, value) : (value as Own);
}

/** More items are rare: they are checked as a whole before any is written. */
const maxItems = 1000;

/** The length of an array; below zero for what is none, or is not written before it was copied. */
export function sizeOf(items: unknown, { settled }: CheckContext): number {
  if (!Array.isArray(items)) return -1;
  const { length } = items;
  return settled || (length <= maxItems && !("toJSON" in items)) ? length : -1;
}

/** Whether an object has none but known properties, some of which are undefined. */
export function holdsOnly(own: Own, closed: ClosedObject, known: number): boolean {
  for (const name in own) if (!isKnown(name, closed)) return false;
  return known < countOf(own);
}

const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A text as JSON.stringify writes it, which takes longer where nothing has to be escaped. */
export const quote = (text: string): string => (escaped.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Plain data as JSON, with each bigint as a number of all its digits. */
export function writeAny(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value)
    ? `[${value.map(writeAny).join(",")}]`
    : `${writeOthers(value as Own, [], "") || "{"}}`;
}

/** The other properties of an object, after what was written of the known ones. */
export function writeOthers(own: Own, known: readonly string[], written: string): string {
  let text = "";
  for (const name in own) {
    if (own[name] === undefined || known.includes(name)) continue;
    text += `${written === "" && text === "" ? "{" : ","}${quote(name)}:${writeAny(own[name])}`;
  }
  return text;
}
