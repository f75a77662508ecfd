import type {
  AlternativeModel,
  KindModel,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
} from "../../generator/model/model.js";
import type { Life } from "../../generator/time/spans.js";
import type { Release } from "../../generator/time/release.js";
import { isDate, isDateTime, isUri, isUuid } from "../../templates/validators/formats.js";

export interface Moment {
  readonly release: Release;
  readonly side: "request" | "response";
}

type Holder = Readonly<Record<string, unknown>>;

/**
 * Whether a document is what the spec says of an object at one release: a second reading of the dialect, straight
 * from the model, that shares nothing with snapshots, trees and schemas.
 */
export function fitsAt(model: ObjectModel, document: unknown, moment: Moment): boolean {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return false;
  const present = model.properties.filter((property) => isThere(property, moment.release));
  const names = new Set(present.flatMap(({ name, legacyNames }) => [name, ...legacyNames]));
  const closed = !model.open && moment.side === "response";
  if (closed && !Object.keys(document).every((name) => names.has(name))) return false;
  return present.every((property) => propertyFits(property, document as Holder, moment));
}

function propertyFits(property: PropertyModel, holder: Holder, moment: Moment): boolean {
  const { name, legacyNames } = property;
  const spellings = [name, ...legacyNames].filter((spelling) => Object.hasOwn(holder, spelling));
  if (spellings.length === 0) return !isRequired(property, moment.release);
  return spellings.every((spelling) => typeFits(typeAt(property, moment.release), holder[spelling], moment));
}

/** It was added, not yet removed, is announced for a release, and something can stand in it. */
const isThere = (property: PropertyModel, release: Release): boolean =>
  !property.planned && lives(property.life, release) && isPossible(typeAt(property, release), release);

const lives = ({ added = 0 as Release, removed }: Life, release: Release): boolean =>
  release >= added && (removed === undefined || release < removed);

/** Eras are listed with the oldest first; the last one has no end. */
const typeAt = ({ eras }: PropertyModel, release: Release): TypeModel =>
  eras.find(({ until }) => until === undefined || release < until)?.type ?? [];

const living = (type: TypeModel, release: Release): readonly AlternativeModel[] =>
  type.filter(({ life }) => lives(life, release));

function isPossible(type: TypeModel, release: Release): boolean {
  return living(type, release).some(({ kind }) => {
    if (kind.kind === "array") return (kind.minItems ?? 0) === 0 || isPossible(kind.items, release);
    if (kind.kind !== "string" || !kind.enum) return true;
    return kind.enum.open || kind.enum.values.some(({ life }) => lives(life, release));
  });
}

/** Required now, turned around by every switch that lies ahead. */
const isRequired = ({ requiredNow, switches }: PropertyModel, release: Release): boolean =>
  switches.filter(({ at }) => at > release).length % 2 === 0 ? requiredNow : !requiredNow;

const typeFits = (type: TypeModel, value: unknown, moment: Moment): boolean =>
  living(type, moment.release).some(({ kind }) => kindFits(kind, value, moment));

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
      return fitsAt(kind.object, value, moment);
  }
}

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

/** Formats are checked in what we send only; an open enum takes any text. */
function textFits(kind: StringModel, value: string, { release, side }: Moment): boolean {
  if (kind.enum) {
    const known = kind.enum.values.filter(({ life }) => lives(life, release));
    return kind.enum.open || known.some((entry) => entry.value === value);
  }
  const check = kind.format === undefined || side === "request" ? undefined : formats[kind.format];
  return within(Array.from(value).length, kind.minLength, kind.maxLength) && (check?.(value) ?? true);
}
