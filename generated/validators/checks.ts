// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

/** What the compiled checks call: a check for each kind of value, and notes on how to read a request. */

/** A span of releases: from the first on, until before the second; null is an open end. */
export type Span = readonly [from: number | null, until: number | null];

/** The releases that code was generated for. */
export interface Fleet {
  /** In words: `48 to the latest`, `48 and 59`. */
  readonly label: string;
  readonly spans: readonly Span[];
}

/** What a value is checked for. */
export interface CheckContext {
  /** Set for a request, of which only the first fault is reported. */
  readonly isRequest: boolean;
  /** Whether `Object.prototype` has an enumerable property, which every object then seems to have. */
  readonly polluted: boolean;
  /** Set to accept what any release of the fleet takes. */
  readonly any: boolean;
  /** The shop's release as a number. Undefined: every release of the fleet has to accept the value. */
  readonly version: number | undefined;
  /** How the objects of a request have to be read; made once something has to be read otherwise than it came. */
  notes: Notes | undefined;
}

/** One thing that is wrong with a value, in the terms of the spec; `toProblem` makes a sentence of it. */
export interface Fault extends FaultDetails {
  /** JSON Pointer from the value that was checked. */
  path: string;
  readonly kind: FaultKind;
  /** When the property has the shape that the value does not fit, if its shape has changed. */
  era?: readonly Span[];
}

export interface FaultDetails {
  /** What is expected instead, in words. */
  readonly expected?: string;
  /** The name of the property, or the value, that is wrong. */
  readonly name?: string;
  /** What the object may hold, if a property is unknown. */
  readonly closed?: ClosedObject;
  /** Why a value may not be sent although the spec knows it. */
  readonly forbidden?: Forbidden | undefined;
  /** When the property or value exists, or is required. */
  readonly spans?: readonly Span[];
  readonly limit?: number;
}

export type FaultKind =
  | "type"
  | "missing"
  | "unknown property"
  | "value"
  | "format"
  | "unsafe"
  | "nothing fits"
  | Bound
  | "property not there"
  | "value not there"
  | "required there";

export type Bound = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";

/** The limits of a number, of the length of a text or of the number of items. */
export type Limits = Readonly<Partial<Record<Bound, number>>>;

/** The properties that an object of an answer may have, and those that it may not although the spec knows them. */
export interface ClosedObject {
  readonly known: readonly string[];
  readonly forbidden: Readonly<Record<string, Forbidden>>;
}

/** The values of an enum. */
export interface EnumValues {
  readonly values: readonly string[];
  /** Values that the spec knows but that may not be sent. */
  readonly forbidden?: Readonly<Record<string, Forbidden>>;
  /** When the values exist that not every shop of the fleet has. */
  readonly exist?: Readonly<Record<string, readonly Span[]>>;
}

/** Why something that the spec knows may not be sent. */
export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string;
}

/** All faults of a value, or of a request the first ones; undefined if it is valid. */
export type Faults = Fault[] | undefined;

/** Checks a value. */
export type Check = (value: unknown, context: CheckContext) => Faults;

/** A single fault of a value. */
export const fault = (kind: FaultKind, details?: FaultDetails): [Fault] => [{ path: "", kind, ...details }];

/** The fault of a value that is of another type. */
export const wrong = (expected: string): Faults => [{ path: "", kind: "type", expected }];

/** Adds the faults of a part, which is at this path, to the others of the whole. */
export function under(faults: Faults, path: string, found: Faults): Faults {
  if (found === undefined) return faults;
  for (const each of found) {
    each.path = path + each.path;
    // One by one: there may be more of them than a call takes arguments.
    faults?.push(each);
  }
  return faults ?? found;
}

/** Adds the fault that an object lacks a property. */
export const missing = (faults: Faults, name: string): Faults =>
  under(faults, "", fault("missing", { name }));

export function number(value: unknown, limits?: Limits): Faults {
  if (!Number.isFinite(value)) return wrong("a number");
  return limits && findExcess(value as number, limits);
}

/** Checks an integer. JSON.parse rounds a larger one: it is refused rather than handed on as another number. */
export function integer(value: unknown, limits?: Limits): Faults {
  if (!Number.isInteger(value)) return wrong("an integer");
  const faults = Number.isSafeInteger(value) ? undefined : fault("unsafe");
  return limits ? under(faults, "", findExcess(value as number, limits)) : faults;
}

/** Checks a text, and whether it has one of the formats that are expected. */
export function text(
  value: unknown,
  limits?: Limits,
  expected?: string,
  fits?: (text: string) => boolean,
): Faults {
  if (typeof value !== "string") return wrong("a string");
  const faults = limits && findExcess(lengthOf(value), limits);
  return fits === undefined || expected === undefined || fits(value)
    ? faults
    : under(faults, "", fault("format", { expected }));
}

function findExcess(size: number, limits: Limits): Faults {
  const found = Object.entries(limits).filter(([bound, limit]) =>
    bound.startsWith("min") ? size < limit : size > limit,
  );
  return found.reduce<Faults>(
    (faults, [bound, limit]) => under(faults, "", fault(bound as Bound, { limit })),
    undefined,
  );
}

/** Checks a value of an enum. If the spec knows the value, the fault says why it may not be sent. */
export function oneOf(value: unknown, known: EnumValues, context: CheckContext): Faults {
  if (typeof value !== "string") return wrong("a string");
  const { values, forbidden = {}, exist = {} } = known;
  if (!values.includes(value)) {
    const quoted = values.map((each) => JSON.stringify(each)).join(", ");
    const expected = values.length > 1 ? `one of ${quoted}` : quoted;
    const why = hasOwn.call(forbidden, value) ? { name: value, forbidden: forbidden[value] } : {};
    return fault("value", { expected, ...why });
  }
  const spans = hasOwn.call(exist, value) ? exist[value] : undefined;
  return spans && isOutside(context, spans) ? fault("value not there", { name: value, spans }) : undefined;
}

/** Checks an array, and each of its items. */
export function items(value: unknown, context: CheckContext, check?: Check, limits?: Limits): Faults {
  if (!Array.isArray(value)) return wrong("an array");
  const list: readonly unknown[] = value;
  let faults = limits && findExcess(list.length, limits);
  if (check === undefined) return faults;
  for (let index = 0; index < list.length; index += 1) {
    // A stranger's body costs no more than its first fault.
    if (faults !== undefined && context.isRequest) break;
    const found = check(list[index], context);
    if (found !== undefined) faults = under(faults, `/${index}`, found);
  }
  return faults;
}

/** Whether a release is in one of these spans. */
export const isWithin = (release: number, spans: readonly Span[]): boolean =>
  spans.some(([from, until]) => release >= (from ?? 0) && release < (until ?? Infinity));

/** Whether the shop may run a release in one of these spans. */
const mayBeWithin = ({ version }: CheckContext, spans: readonly Span[]): boolean =>
  version === undefined || isWithin(version, spans);

/** Whether the shop's release is in none of these spans, or is not known. */
export const isOutside = ({ any, version }: CheckContext, spans: readonly Span[]): boolean =>
  !any && !(version !== undefined && isWithin(version, spans));

/** Whether the shop may run a release that requires something. */
export const isRequired = (context: CheckContext, spans: readonly Span[]): boolean =>
  !context.any && mayBeWithin(context, spans);

/** Checks a value whose shape has changed: it has to fit every shape that the shop may know. */
export function everyEra(
  context: CheckContext,
  eras: readonly (readonly [spans: readonly Span[], check: () => Faults])[],
): Faults {
  return eras.reduce<Faults>(
    (faults, [spans, check]) => (mayBeWithin(context, spans) ? under(faults, "", check()) : faults),
    undefined,
  );
}

/** Notes in the faults of a value itself when the property has this shape: the value may fit another one. */
export function inEra(era: readonly Span[], faults: Faults): Faults {
  for (const each of faults ?? []) if (each.path === "") each.era = era;
  return faults;
}

/** Adds the fault that an object may not have a property. One that is undefined is not sent, and so is fine. */
export const unknown = (faults: Faults, own: Own, name: string, closed: ClosedObject): Faults =>
  own[name] !== undefined && hasOwn.call(own, name)
    ? under(faults, "", fault("unknown property", { name, closed }))
    : faults;

/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/** Whether a value is what JSON calls an object. */
export const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object of which every property that one can read counts. */
export type Own = Readonly<Record<string, unknown>>;

/** Where a copy keeps the object that it was made of. */
const original = Symbol("original");

/** The object itself of which these are the properties. */
const originalOf = (own: object): object => (own as { readonly [original]?: object })[original] ?? own;

/**
 * The properties of an object that count; undefined for any other value. Of a request these are what a handler would read, of
 * an answer what JSON.stringify would write: of a plain object itself, of any other a copy of its own properties. An
 * inherited `toJSON` is among them, as JSON.stringify would write what that returns. Compiled code reads them as `any`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function readObject(value: unknown, { isRequest, polluted }: CheckContext): any {
  if (!isObject(value)) return undefined;
  if (!polluted && (isRequest || Object.getPrototypeOf(value) === Object.prototype)) return value;
  const { toJSON } = value as { toJSON?: unknown };
  const copy = Object.assign(Object.create(null) as object, value, { [original]: originalOf(value) });
  return typeof toJSON === "function" ? Object.assign(copy, { toJSON }) : copy;
}

/** Whether `Object.prototype` has an enumerable property. */
export function isPolluted(): boolean {
  for (const _ in nothing) return true;
  return false;
}

const nothing = {};

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

/** A property whose object's properties may be in its holder instead. */
export interface Inlined {
  /** The property that holds the inner object. */
  readonly into: string;
  readonly names: readonly string[];
  /** Whether nulls only say together that there is no inner object. */
  readonly nullable?: boolean;
  /** Whether they are left out if they do not fit. */
  readonly lenient?: boolean;
}

/** Properties that are read as those of an inner object. */
export interface Taken extends Inlined {
  /** Set where they say together that there is no inner object. */
  readonly isNull?: boolean;
  /** Why all of them are left out, if they are. */
  readonly fault?: Fault | undefined;
}

function noteOn(own: Own, context: CheckContext): Note {
  const notes = (context.notes ??= new Map<object, Note>());
  const object = originalOf(own);
  const note = notes.get(object) ?? { leftOut: new Map(), renamed: new Map() };
  notes.set(object, note);
  return note;
}

/** Notes that a property is left out if it is null: that counts as absent. Returns its faults otherwise. */
export function optional(own: Own, name: string, faults: Faults, context: CheckContext): Faults {
  return faults && own[name] === null ? undocumented(own, name, faults, context) : faults;
}

/** Notes that a property is left out if it has a fault: what is not documented refuses nothing. */
export function undocumented(own: Own, name: string, faults: Faults, context: CheckContext): Faults {
  const [first] = faults ?? [];
  if (first !== undefined) {
    first.path = joinPointer("", name) + first.path;
    noteOn(own, context).leftOut.set(name, own[name] === null ? undefined : first);
  }
  return undefined;
}

/** Notes the canonical name of a property that came under an older spelling. */
export function readAs(own: Own, older: string, canonical: string, context: CheckContext): void {
  noteOn(own, context).renamed.set(older, canonical);
}

/** Checks properties as those of an inner object, and notes that they are, or that they are left out because of a fault. */
export function takeIn(own: Own, inlined: Inlined, check: Check, context: CheckContext): Faults {
  const { names, nullable = false, lenient = false } = inlined;
  if (!holdsAny(own, names)) return undefined;
  const isNull = nullable && names.every((name) => !hasOwn.call(own, name) || (own[name] ?? null) === null);
  const faults = isNull ? undefined : check(own, context);
  noteOn(own, context).taken = { ...inlined, isNull, fault: lenient ? faults?.[0] : undefined };
  return lenient ? undefined : faults;
}

/** Whether an object has one of these properties. */
export const holdsAny = (own: Own, names: readonly string[]): boolean =>
  names.some((name) => hasOwn.call(own, name) && own[name] !== undefined);

/** Appends a token, which may hold any characters, to a JSON Pointer (RFC 6901). */
export const joinPointer = (pointer: string, token: string | number): string =>
  `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Formats: they agree with those of JSON Schema. */

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** A UUID in its bare form, as in RFC 9562. */
export const isUuid = (text: string): boolean => uuid.test(text);

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const daysOfMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists, as in RFC 3339: `2026-02-28`. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (daysOfMonth[month] ?? 0) + leap;
}

const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/i;

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
const ipFuture = /^v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+$/i;

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
