import type {
  AlternativeModel,
  EnumModel,
  KindModel,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
} from "../../../generator/contract/model/model.js";
import type { Spans } from "../../../generator/base/time/spans.js";
import type { Release } from "../../../generator/base/time/release.js";
import { isDate, isDateTime, isUri, isUuid } from "../../../templates/copied/validators/formats.js";

export interface Moment {
  readonly release: Release;
  readonly side: "request" | "response";
  /**
   * For a shop of unknown release: the fleet's releases that know an object or named enum. A value must be valid
   * at all of them, because it has one shape in a fleet. Undefined: at `release` only.
   */
  readonly knownAt?: (part: ObjectModel | EnumModel) => readonly Release[];
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * True if a document matches the spec of an object at one release. This implements the dialect independently on
 * the model, and shares nothing with snapshots, trees and schemas.
 */
export function fitsAt(model: ObjectModel, document: unknown, moment: Moment): boolean {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return false;
  const present = model.properties.filter((property) => exists(property, moment.release));
  const names = new Set(present.flatMap(({ name, legacyNames }) => [name, ...legacyNames]));
  const closed = !model.open && moment.side === "response";
  if (closed && !Object.keys(document).every((name) => names.has(name))) return false;
  return present.every((property) => propertyFits(property, document as JsonObject, moment));
}

function propertyFits(property: PropertyModel, holder: JsonObject, moment: Moment): boolean {
  const { name, legacyNames, undocumented } = property;
  const isLenient = moment.side === "request" && undocumented === "shape";
  const mayBeAbsent =
    !isRequired(property, moment.release) || (moment.side === "request" && undocumented !== "nothing");
  const spellings = [name, ...legacyNames].filter((spelling) => Object.hasOwn(holder, spelling));
  const type = typeAt(property, moment.release);
  if (spellings.length === 0) {
    const inner = moment.side === "request" ? findInlined(property, holder, moment) : undefined;
    return inner ? isLenient || fitsAt(inner, holder, moment) : mayBeAbsent;
  }
  const isNullRead = moment.side === "request" && mayBeAbsent;
  return spellings.every(
    (spelling) =>
      isLenient || (isNullRead && holder[spelling] === null) || typeFits(type, holder[spelling], moment),
  );
}

/** The object whose properties may be placed directly in its parent. */
function findInlined(
  property: PropertyModel,
  holder: JsonObject,
  { release }: Moment,
): ObjectModel | undefined {
  const kinds = property.inlined ? presentAt(typeAt(property, release), release) : [];
  const inner = kinds.flatMap(({ kind }) => (kind.kind === "object" ? [kind.object] : []))[0];
  const present = inner?.properties.filter((each) => exists(each, release)) ?? [];
  const names = present.flatMap(({ name, legacyNames }) => [name, ...legacyNames]);
  return names.some((name) => Object.hasOwn(holder, name)) ? inner : undefined;
}

/** True if it was added and not yet removed, is announced for a release, and has a valid value. */
const exists = (property: PropertyModel, release: Release): boolean =>
  !property.exclusion && existsIn(property.exists, release) && isPossible(typeAt(property, release), release);

const existsIn = (spans: Spans, release: Release): boolean =>
  spans.some(({ from = 0, until = Infinity }) => release >= from && release < until);

const typeAt = ({ eras }: PropertyModel, release: Release): TypeModel =>
  eras.find(({ exists }) => existsIn(exists, release))?.type ?? [];

const presentAt = (type: TypeModel, release: Release): readonly AlternativeModel[] =>
  type.filter(({ exists }) => existsIn(exists, release));

function isPossible(type: TypeModel, release: Release): boolean {
  return presentAt(type, release).some(({ kind }) => {
    if (kind.kind === "array") return (kind.minItems ?? 0) === 0 || isPossible(kind.items, release);
    if (kind.kind !== "string" || !kind.enum) return true;
    return kind.enum.open || kind.enum.values.some(({ exists }) => existsIn(exists, release));
  });
}

const isRequired = ({ required }: PropertyModel, release: Release): boolean => existsIn(required, release);

const typeFits = (type: TypeModel, value: unknown, moment: Moment): boolean =>
  presentAt(type, moment.release).some(({ kind }) => kindFits(kind, value, moment));

function kindFits(kind: KindModel, value: unknown, moment: Moment): boolean {
  switch (kind.kind) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && numberFits(kind, value);
    case "string":
      return typeof value === "string" && textFits(kind, value, moment);
    case "array":
      return (
        Array.isArray(value) &&
        within(value.length, kind.minItems, kind.maxItems) &&
        value.every((item) => typeFits(kind.items, item, moment))
      );
    case "object":
      return momentsOf(kind.object, moment).every((each) => fitsAt(kind.object, value, each));
  }
}

/** The moments at which an object or a titled enum must be valid. */
const momentsOf = (part: ObjectModel | EnumModel, moment: Moment): readonly Moment[] =>
  moment.knownAt?.(part).map((release) => ({ ...moment, release })) ?? [moment];

const within = (size: number, least = -Infinity, most = Infinity): boolean => least <= size && size <= most;

const numberFits = (
  { level, minimum, maximum }: Extract<KindModel, { kind: "number" }>,
  value: number,
): boolean => within(value, minimum, maximum) && (level === "number" || Number.isSafeInteger(value));

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  "date-time": isDateTime,
  uri: isUri,
  uuid: isUuid,
};

/** Formats are checked in answers only. An open enum accepts any text. */
function textFits(kind: StringModel, value: string, moment: Moment): boolean {
  if (kind.enum) return enumFits(kind.enum, value, moment);
  const check = kind.format === undefined || moment.side === "request" ? undefined : formats[kind.format];
  return within(Array.from(value).length, kind.minLength, kind.maxLength) && (check?.(value) ?? true);
}

function enumFits(model: EnumModel, value: string, moment: Moment): boolean {
  const spans = model.values.find((entry) => entry.value === value)?.exists ?? [];
  const moments = model.title === undefined ? [moment] : momentsOf(model, moment);
  return model.open || moments.every(({ release }) => existsIn(spans, release));
}
