// The checks that compiled validators call, and notes on how to read a request.

/** A span of releases, from the first up to but not including the second; null is an open end. */
export type Span = readonly [from: number | null, until: number | null];

export interface Fleet {
  /** In words: `48 to the latest`, `48 and 59`. */
  readonly label: string;
  readonly spans: readonly Span[];
}

export interface CheckContext {
  /** The check of a request stops at the first fault; the check of a response finds all faults. */
  readonly isRequest: boolean;
  /** True if `Object.prototype` has an enumerable property, which all objects then seem to have. */
  readonly polluted: boolean;
  /** Accepts anything that some release of the fleet accepts. */
  readonly any: boolean;
  /** The shop's release. If undefined, every release of the fleet must accept the value. */
  readonly version: number | undefined;
  /** Set once a part of a request must be read differently from how it was sent. */
  notes: Notes | undefined;
}

export interface Fault {
  path: string;
  readonly kind: FaultKind;
  readonly expected?: string;
  /** The name of the property, or the value of the enum. */
  readonly name?: string;
  readonly closed?: ClosedObject;
  readonly forbidden?: Forbidden | undefined;
  /** The releases in which the property or value exists or is required. */
  readonly spans?: readonly Span[];
  readonly limit?: number;
  /** The releases in which the property has the shape that the value does not fit. Set if its shape has changed. */
  era?: readonly Span[];
}

export type FaultKind = Misfit | Bound | Mistimed | "missing" | "unknown property";
type Misfit = "type" | "unsafe" | "value" | "format" | "nothing fits";
type Mistimed = "event not there" | "property not there" | "value not there" | "required there";
export type Bound = "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems";
export type Limits = Readonly<Partial<Record<Bound, number>>>;

/** The properties that an object of a response may have, and the properties in the spec that it must not have. */
export interface ClosedObject {
  readonly known: readonly string[];
  readonly forbidden: Readonly<Record<string, Forbidden>>;
}

export interface EnumValues {
  readonly values: readonly string[];
  readonly forbidden?: Readonly<Record<string, Forbidden>>;
  /** The releases in which values exist that not every shop of the fleet has. */
  readonly exist?: Readonly<Record<string, readonly Span[]>>;
}

export interface Forbidden {
  readonly reason: string;
  readonly addedIn?: string;
}

export type Faults = Fault[] | undefined;
export type Check = (value: unknown, context: CheckContext) => Faults;

export const fault = (kind: FaultKind, details?: Partial<Fault>): Faults => [{ path: "", kind, ...details }];
export const wrong = (expected: string): Faults => [{ path: "", kind: "type", expected }];

export function at(path: string, faults: Fault[]): Fault[] {
  for (const each of faults) each.path = path + each.path;
  return faults;
}

export function under(faults: Faults, path: string, found: Faults): Faults {
  if (found === undefined) return faults;
  at(path, found);
  if (faults === undefined) return found;
  // Not spread, because a call accepts a limited number of arguments.
  for (const each of found) faults.push(each);
  return faults;
}

export const number = (value: unknown, limits: Limits): Faults =>
  Number.isFinite(value) ? findExcess(value as number, limits) : wrong("a number");

/** Rejects an integer that JSON.parse has rounded. */
export function integer(value: unknown, limits: Limits = {}): Faults {
  if (!Number.isInteger(value)) return wrong("an integer");
  const faults = Number.isSafeInteger(value) ? undefined : fault("unsafe");
  return under(faults, "", findExcess(value as number, limits));
}

export function text(value: unknown, limits?: Limits, expected?: string, fits?: typeof isDate): Faults {
  if (typeof value !== "string") return wrong("a string");
  const faults = limits && findExcess(lengthOf(value), limits);
  if (!expected || !fits || fits(value)) return faults;
  return under(faults, "", fault("format", { expected }));
}

function findExcess(size: number, limits: Limits): Faults {
  let faults: Faults;
  for (const [bound, limit] of Object.entries(limits)) {
    const isOver = bound.startsWith("min") ? size < limit : size > limit;
    if (isOver) faults = under(faults, "", fault(bound as Bound, { limit }));
  }
  return faults;
}

export function oneOf(value: unknown, known: EnumValues, context: CheckContext): Faults {
  if (typeof value !== "string") return wrong("a string");
  const { values, forbidden = {}, exist = {} } = known;
  if (!values.includes(value)) {
    const quoted = values.map((each) => JSON.stringify(each)).join(", ");
    const expected = values.length > 1 ? `one of ${quoted}` : quoted;
    const why = hasOwn(forbidden, value) ? { name: value, forbidden: forbidden[value] } : {};
    return fault("value", { expected, ...why });
  }
  const spans = hasOwn(exist, value) ? exist[value] : undefined;
  return spans && isOutside(context, spans) ? fault("value not there", { name: value, spans }) : undefined;
}

export function items(value: unknown, context: CheckContext, check?: Check, limits?: Limits): Faults {
  if (!Array.isArray(value)) return wrong("an array");
  const list: readonly unknown[] = value;
  let faults = limits && findExcess(list.length, limits);
  if (check === undefined) return faults;
  for (let index = 0; index < list.length; index += 1) {
    // A stranger's body is not checked beyond its first fault.
    if (faults !== undefined && context.isRequest) break;
    const found = check(list[index], context);
    if (found !== undefined) faults = under(faults, `/${index}`, found);
  }
  return faults;
}

export const isWithin = (release: number, spans: readonly Span[]): boolean =>
  spans.some(([from, until]) => release >= (from ?? 0) && release < (until ?? Infinity));

const mayBeWithin = ({ version }: CheckContext, spans: readonly Span[]): boolean =>
  version === undefined || isWithin(version, spans);

export const isOutside = ({ any, version }: CheckContext, spans: readonly Span[]): boolean =>
  !any && !(version !== undefined && isWithin(version, spans));

export const isRequired = (context: CheckContext, spans: readonly Span[]): boolean =>
  !context.any && mayBeWithin(context, spans);

/** Checks a value whose shape has changed. It must fit every shape that the shop may know. */
export function everyEra(context: CheckContext, eras: readonly Era[]): Faults {
  let faults: Faults;
  for (const [spans, check] of eras) {
    if (!mayBeWithin(context, spans)) continue;
    const found = check();
    // The value or one of its items may fit another release's shape.
    for (const each of found ?? []) if (/^(?:\/\d+)*$/.test(each.path)) each.era = spans;
    faults = under(faults, "", found);
  }
  return faults;
}

type Era = readonly [spans: readonly Span[], check: () => Faults];

/** JSON omits a property that is undefined. */
export const unknown = (faults: Faults, own: Own, name: string, closed: ClosedObject): Faults =>
  own[name] === undefined ? faults : under(faults, "", fault("unknown property", { name, closed }));

export const hasOwn = (object: object, name: string): boolean => Object.hasOwn(object, name);

type Own = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Own =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Returns the properties of an object that count; undefined for any other value. In a request, those that a handler can
 * read; in a response, those that JSON.stringify writes, and a `toJSON`, which would replace them.
 */
export function readObject(value: unknown, { isRequest, polluted }: CheckContext): Own | undefined {
  if (!isObject(value)) return undefined;
  const isPlain = isRequest || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && !polluted ? value : copyOwn(value);
}

function copyOwn(value: Own): Own {
  const { toJSON } = value;
  const copy = Object.assign(Object.create(null) as Own, value);
  return typeof toJSON === "function" ? Object.assign(copy, { toJSON }) : copy;
}

/** Differences between a request's objects as sent and as read. */
export type Notes = Map<unknown, Note>;

export interface Note {
  /** Properties to leave out, each with its fault; undefined for a null. */
  readonly leftOut: Map<string, Fault | undefined>;
  /** Canonical names, by older spelling. */
  readonly renamed: Map<string, string>;
  taken?: Taken;
}

/** An object whose properties may also be sent directly in its parent. */
export interface Inlined {
  readonly into: string;
  readonly names: readonly string[];
  /** True if the inner object is null when all its properties are. */
  readonly nullable: boolean;
  /** True if properties that do not fit are left out. */
  readonly lenient: boolean;
}

/** `fault` is set if all the properties are left out. */
export type Taken = Inlined & { readonly isNull: boolean; readonly fault: Fault | undefined };

function noteOn(object: unknown, context: CheckContext): Note {
  const notes = (context.notes ??= new Map<unknown, Note>());
  const note = notes.get(object) ?? { leftOut: new Map(), renamed: new Map() };
  notes.set(object, note);
  return note;
}

/** Notes that a null property is left out, because null counts as absent. Otherwise returns its faults. */
export const optional = (object: Own, name: string, faults: Faults, context: CheckContext): Faults =>
  faults && object[name] === null ? undocumented(object, name, faults, context) : faults;

/** Notes that a property with a fault is left out: undocumented parts never cause a rejection. */
export function undocumented(object: Own, name: string, faults: Faults, context: CheckContext): undefined {
  const first = faults?.[0];
  if (first === undefined) return;
  first.path = joinPointer("", name) + first.path;
  noteOn(object, context).leftOut.set(name, object[name] === null ? undefined : first);
}

export function readAs(object: Own, older: string, canonical: string, context: CheckContext): void {
  noteOn(object, context).renamed.set(older, canonical);
}

/** Checks properties as those of an inner object, and notes that they belong in it. */
export function takeIn(object: Own, inlined: Inlined, check: Check, context: CheckContext): Faults {
  const { names, nullable, lenient } = inlined;
  if (!holdsAny(object, names)) return undefined;
  const isNull = nullable && names.every((name) => !hasOwn(object, name) || (object[name] ?? null) === null);
  const faults = isNull ? undefined : check(object, context);
  noteOn(object, context).taken = { ...inlined, isNull, fault: lenient ? faults?.[0] : undefined };
  return lenient ? undefined : faults;
}

export const holdsAny = (object: Own, names: readonly string[]): boolean =>
  names.some((name) => hasOwn(object, name) && object[name] !== undefined);

/** RFC 6901. */
export const joinPointer = (pointer: string, token: string | number): string =>
  `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;

// Formats of JSON Schema.

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const daysOfMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** An existing date, as in RFC 3339: `2026-02-28`. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (daysOfMonth[month] ?? 0) + leap;
}

const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/i;

/** A time with its offset, as in RFC 3339: `2026-02-28T12:00:00.000+01:00`. */
export function isDateTime(text: string): boolean {
  const [date = "", time = "", ...more] = text.split(/t|\s/i);
  return more.length === 0 && isDate(date) && isTime(time);
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

/** A scheme and the rest of a URI, in the characters of RFC 3986. */
export const isUri = (text: string): boolean => /^[a-z][a-z\d+.-]*:[!-~]+$/i.test(text);

/** Length in code points, as in JSON Schema. */
export const lengthOf = (text: string): number => Array.from(text).length;
