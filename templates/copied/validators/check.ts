import { isDate, isDateTime, isUri, isUuid, lengthOf } from "./formats.js";
import { isWithin, type Period } from "./releases.js";
import { joinPointer, joinWords, type EnumRule, type InlinedRule, type KindRule } from "./rules.js";
import type { Layer, Limit, ListRule, ObjectRule, PropertyRule, TypeRule } from "./rules.js";
import type { Forbidden, Format, Limits } from "./table.js";

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
  /** The object that has no such property. */
  readonly object?: ObjectRule;
  readonly forbidden?: Forbidden | undefined;
  /** The releases in which the property or value exists or is required. */
  readonly periods?: readonly Period[];
  readonly limit?: number;
  /** The releases in which the property has the shape that the value does not fit. Set if its shape has changed. */
  era?: readonly Period[];
}

export type FaultKind = Misfit | keyof Limits | Mistimed | "missing" | "unknown property";
type Misfit = "type" | "unsafe" | "value" | "format" | "nothing fits";
type Mistimed = "event not there" | "property not there" | "value not there" | "required there";

export type Faults = Fault[] | undefined;

const fault = (kind: FaultKind, details?: Partial<Fault>): Fault[] => [{ path: "", kind, ...details }];
const wrong = (expected: string): Fault[] => [{ path: "", kind: "type", expected }];

function at(path: string, faults: Fault[]): Fault[] {
  for (const each of faults) each.path = path + each.path;
  return faults;
}

function join(faults: Faults, found: Faults): Faults {
  if (found === undefined) return faults;
  if (faults === undefined) return found;
  // Not spread, because a call accepts a limited number of arguments.
  for (const each of found) faults.push(each);
  return faults;
}

/** Checks the properties of the base first, then its own; in answers, finally the names that it does not have. */
export function checkObject(object: ObjectRule, value: unknown, context: CheckContext): Faults {
  const own = readObject(object, value, context);
  if (own === undefined) return wrong("an object");
  let faults: Faults;
  for (const layer of object.layers) {
    faults = join(faults, checkLayer(layer, value as Own, own, context));
    if (faults && context.isRequest) return faults;
  }
  if (context.isRequest || object.open) return faults;
  for (const name in own) {
    // JSON omits a property that is undefined.
    if (object.known.has(name) || own[name] === undefined) continue;
    faults = join(faults, fault("unknown property", { name, object }));
  }
  return faults;
}

/** Looks for missing properties, then checks each value. @param sent The object as sent, for notes on it. */
function checkLayer(layer: Layer, sent: Own, own: Own, context: CheckContext): Faults {
  const { required, properties, inlined } = layer;
  let faults: Faults;
  for (const property of required) {
    faults = join(faults, checkPresence(property, own, inlined, context));
    if (faults && context.isRequest) return faults;
  }
  for (const property of properties) {
    for (const name of property.names) {
      const part = own[name];
      if (part === undefined) continue;
      if (context.isRequest && name !== property.name) noteOn(sent, context).renamed.set(name, property.name);
      const found = checkProperty(property, name, part, context);
      if (found === undefined) continue;
      at(joinPointer("", name), found);
      if (!context.isRequest) faults = join(faults, found);
      else if (!mayBeLeftOut(property, part, inlined)) return found;
      else noteOn(sent, context).leftOut.set(name, part === null ? undefined : found[0]);
    }
  }
  return inlined ? join(faults, takeIn(sent, own, inlined, context)) : faults;
}

/** A required property is present under one of its names, or by the properties of its object. */
function checkPresence(
  property: PropertyRule,
  own: Own,
  inlined: InlinedRule | undefined,
  context: CheckContext,
): Faults {
  const { name, required, requiredIn } = property;
  const isNeeded = required ?? (requiredIn && !context.any && mayBeWithin(context, requiredIn));
  if (!isNeeded) return undefined;
  const isThere =
    inlined?.property === property
      ? !isElsewhere(own, inlined) || holdsAny(own, inlined.names)
      : holdsOne(own, property);
  if (isThere) return undefined;
  return required ? fault("missing", { name }) : fault("required there", { name, periods: requiredIn ?? [] });
}

/** Looks for the name first, because few properties have others, and this runs for each required one. */
const holdsOne = (own: Own, { name, names }: PropertyRule): boolean =>
  own[name] !== undefined || names.some((each) => own[each] !== undefined);

/** Nulls count as absent, and undocumented parts never cause a rejection. */
const mayBeLeftOut = (property: PropertyRule, part: unknown, inlined: InlinedRule | undefined): boolean =>
  property.lenient === true || (part === null && (!property.required || inlined?.property === property));

/** Faults inside a property that the shop lacks altogether are not reported. */
function checkProperty(rule: PropertyRule, name: string, part: unknown, context: CheckContext): Faults {
  const { type, exists, eras } = rule;
  if (exists && isOutside(context, exists)) return fault("property not there", { name, periods: exists });
  if (eras === undefined || context.any) return type && checkType(type, part, context);
  let faults: Faults;
  // If the release is unknown, the value must fit every shape that the shop may know.
  for (const era of eras) {
    if (!era.type || !mayBeWithin(context, era.periods)) continue;
    const found = checkType(era.type, part, context);
    // The value or one of its items may fit another release's shape.
    for (const each of found ?? []) if (/^(?:\/\d+)*$/.test(each.path)) each.era = era.periods;
    faults = join(faults, found);
  }
  return faults;
}

const mayBeWithin = ({ version }: CheckContext, periods: readonly Period[]): boolean =>
  version === undefined || isWithin(version, periods);

const isOutside = ({ any, version }: CheckContext, periods: readonly Period[]): boolean =>
  !any && !(version !== undefined && isWithin(version, periods));

/** Each kind is another JSON type, so at most one can be the value's. */
function checkType({ kinds, expected }: TypeRule, value: unknown, context: CheckContext): Faults {
  for (const rule of kinds) if (isOfKind(rule, value)) return checkKind(rule, value, context);
  return kinds.length > 0 ? wrong(expected) : fault("nothing fits");
}

function isOfKind({ kind }: KindRule, value: unknown): boolean {
  switch (kind) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return Number.isFinite(value);
    case "integer":
      return Number.isInteger(value);
    case "string":
    case "enum":
      return typeof value === "string";
    case "list":
      return Array.isArray(value);
    case "object":
      return isObject(value);
  }
}

const fits: Readonly<Record<Format, (text: string) => boolean>> = {
  date: isDate,
  "date-time": isDateTime,
  uri: isUri,
  uuid: isUuid,
};

/** Checks a value that is of the kind. */
function checkKind(rule: KindRule, value: unknown, context: CheckContext): Faults {
  switch (rule.kind) {
    case "null":
    case "boolean":
      return undefined;
    case "number":
      return findExcess(value as number, rule.limits);
    case "integer": {
      // JSON.parse has rounded an unsafe integer.
      const faults = Number.isSafeInteger(value) ? undefined : fault("unsafe");
      return join(faults, findExcess(value as number, rule.limits));
    }
    case "string": {
      const { limits, formats } = rule;
      const faults = limits.length > 0 ? findExcess(lengthOf(value as string), limits) : undefined;
      if (formats.length === 0 || formats.some((format) => fits[format](value as string))) return faults;
      return join(faults, fault("format", { expected: joinWords(formats) }));
    }
    case "enum":
      return checkEnum(rule.values, value as string, context);
    case "list":
      return checkItems(rule, value as readonly unknown[], context);
    case "object":
      return checkObject(rule.object, value, context);
  }
}

function findExcess(size: number, limits: readonly Limit[]): Faults {
  let faults: Faults;
  for (const [bound, limit] of limits) {
    const isOver = bound.startsWith("min") ? size < limit : size > limit;
    if (isOver) faults = join(faults, fault(bound, { limit }));
  }
  return faults;
}

function checkEnum({ values, forbidden, exists }: EnumRule, value: string, context: CheckContext): Faults {
  if (!values.includes(value)) {
    const quoted = values.map((each) => JSON.stringify(each)).join(", ");
    const expected = values.length > 1 ? `one of ${quoted}` : quoted;
    const why = forbidden.has(value) ? { name: value, forbidden: forbidden.get(value) } : {};
    return fault("value", { expected, ...why });
  }
  const periods = exists.get(value);
  return periods && isOutside(context, periods)
    ? fault("value not there", { name: value, periods })
    : undefined;
}

function checkItems({ limits, items }: ListRule, list: readonly unknown[], context: CheckContext): Faults {
  let faults = findExcess(list.length, limits);
  for (let index = 0; items && index < list.length; index += 1) {
    // A stranger's body is not checked beyond its first fault.
    if (faults !== undefined && context.isRequest) break;
    const found = checkType(items, list[index], context);
    if (found !== undefined) faults = join(faults, at(`/${index}`, found));
  }
  return faults;
}

type Own = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Own =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Returns the properties of an object that count; undefined for any other value. In a request, those that a handler can
 * read; in a response, those that JSON.stringify writes, and a `toJSON`, which would replace them.
 */
function readObject(rule: ObjectRule, value: unknown, context: CheckContext): Own | undefined {
  if (!isObject(value)) return undefined;
  const isPlain = context.isRequest || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && !context.polluted && !rule.likeInherited ? value : copyOwn(value);
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

/** The properties that are read as those of an inner object. */
export interface Taken {
  readonly into: string;
  readonly names: readonly string[];
  readonly isNull: boolean;
  /** Set if all the properties are left out. */
  readonly fault: Fault | undefined;
}

function noteOn(object: unknown, context: CheckContext): Note {
  const notes = (context.notes ??= new Map<unknown, Note>());
  const note = notes.get(object) ?? { leftOut: new Map(), renamed: new Map() };
  notes.set(object, note);
  return note;
}

/** If an object is absent, its properties may stand in the parent: checks them, and notes that they belong in it. */
function takeIn(sent: Own, own: Own, inlined: InlinedRule, context: CheckContext): Faults {
  const { property, inner, names, nullable } = inlined;
  if (!isElsewhere(own, inlined) || !holdsAny(sent, names)) return undefined;
  const isNull =
    nullable && names.every((name) => !Object.hasOwn(sent, name) || (sent[name] ?? null) === null);
  const faults = isNull ? undefined : checkObject(inner, sent, context);
  const fault = property.lenient ? faults?.[0] : undefined;
  noteOn(sent, context).taken = { into: property.name, names, isNull, fault };
  return property.lenient ? undefined : faults;
}

/** True if the object itself is absent. */
const isElsewhere = (own: Own, { property, nullable }: InlinedRule): boolean =>
  property.names.every((name) => {
    const part = own[name];
    return part === undefined || (part === null && !nullable);
  });

const holdsAny = (object: Own, names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(object, name) && object[name] !== undefined);
