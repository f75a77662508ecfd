import { createHmac, randomBytes } from "node:crypto";
import { isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import type { Model, TypeModel } from "../../contract/model/model.js";
import { createPaths, listEveryAlternative, type BodyProperty } from "../../contract/model/paths.js";
import {
  findNamed,
  listOwnProperties,
  findRoot,
  listItemTypes,
  listObjects,
  listTypes,
} from "../../contract/traffic/body-parts.js";
import type { BodyOrigin } from "../../contract/traffic/body-parts.js";
import type { RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { isPlainName, maxSiblings } from "../../contract/traffic/plain-name.js";
import { findTextForm, textForms } from "../../contract/traffic/text-forms.js";
import { toUuid } from "../engine/till-set-up.js";
import { isErrorReport } from "../engine/read-request.js";

export type Redact = (body: Json, origin: BodyOrigin) => Json;

export function redactRecord(record: RecordedExchange, redact: Redact): RecordedExchange {
  const { event, request, answer = null } = record;
  const isReport = isErrorReport(request);
  return {
    ...record,
    redacted: true,
    request: redact(request, { event, isReport, direction: "request" }),
    answer: answer === null ? null : redact(answer, { event, isReport, direction: "response" }),
  };
}

/**
 * Replaces customers' data in a body. Texts stay if they are values of the contract. A number stays if the contract has a
 * number at this place of the event, and if it is neither long nor of a customer or employee. Replacements keep the sign
 * and the format. Equal values get equal replacements, so that ids still match. The default key is random and not kept.
 */
export function createRedaction(model: Model, key = randomBytes(32)): Redact {
  const { properties } = createPaths(model);
  const values = listValues(properties);
  const keepsName = createNameRule(properties);
  const toDigest = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const redactText = (text: string): string => {
    if (text === "" || values.has(text)) return text;
    const digest = toDigest(text);
    const digits = toDigits(digest);
    switch (findTextForm(text)) {
      case "uuid":
        return toUuid(digest.toString("hex"));
      case "date-time":
        return "2000-01-01T00:00:00Z";
      case "date":
        return "2000-01-01";
      case "digits":
        return digits;
      case "uri":
        // The receiver may call it.
        return `${/^\w+:\/\//.exec(text)?.[0]}x${digits}`;
      case undefined:
        return `x${digits}`;
    }
  };
  const redactNumber = (value: number): number => {
    const size = Math.abs(value);
    const digits = Number(toDigits(toDigest(`${size}`)));
    return Math.sign(value || 1) * toFormat(digits, size);
  };
  const redactObject = (value: JsonObject, types: TypeModel, place: Place): JsonObject => {
    const parts = Object.entries(value).map(([name, part]) => {
      const found = findTypes(types, name, place.origin);
      return { name, part, found, isKnown: found.length > 0 };
    });
    const unknown = parts.filter(({ isKnown }) => !isKnown).map(({ name }) => name);
    return Object.fromEntries(
      parts.map(({ name, part, found, isKnown }) => [
        isKnown || keepsName(name, unknown, place.path) ? name : redactText(name),
        redact(part, found, { ...place, name, path: `${place.path}.${name}` }),
      ]),
    );
  };
  const redact = (value: Json, types: TypeModel, place: Place): Json => {
    const { name } = place;
    if (typeof value === "string")
      return name === "eventTimestamp" && types.length > 0 && textForms["date-time"].test(value)
        ? value
        : redactText(value);
    if (typeof value === "number") return isAboutNobody(value, types, name) ? value : redactNumber(value);
    if (isArray(value)) return value.map((item) => redact(item, listItemTypes(types), place));
    return isObject(value) ? redactObject(value, types, place) : value;
  };
  return (body, origin) =>
    redact(body, findRoot(model, origin), {
      origin: { ...origin, model },
      name: "",
      path: origin.direction,
    });
}

interface Place {
  readonly origin: BodyOrigin & { readonly model: Model };
  readonly name: string;
  readonly path: string;
}

/** The types of a property in any release. Empty if the contract does not have it here. */
function findTypes(types: TypeModel, name: string, { model, ...origin }: Place["origin"]): TypeModel {
  // A report repeats the event's request.
  if (name === "original" && listObjects(types).includes(model.errorRequest))
    return findRoot(model, { ...origin, isReport: false });
  return findNamed(listOwnProperties(types, origin), name, origin).flatMap(listTypes);
}

const isAboutNobody = (value: number, types: TypeModel, name: string): boolean =>
  types.some(({ kind }) => kind.kind === "number") && !isOfPeople(name) && Math.abs(value) < 1e6;

/** Numbers of customers and staff, and what somebody typed, which may be one. */
export const isOfPeople = (name: string): boolean =>
  /^(?:(?:relation|customer|employee|card)\w*(?:Number|Id)|numpadValue)$/i.test(name);

/** Ten digits. */
const toDigits = (digest: Buffer): string => String(10 ** 9 + digest.readUInt32BE());

/** Integers beyond 2^53 stay beyond it. */
const toFormat = (digits: number, size: number): number => {
  if (!Number.isInteger(size)) return digits + 0.5;
  return Number.isSafeInteger(size) ? digits : digits * 1e7;
};

/** The contract's own words are not personal data. */
function listValues(properties: readonly BodyProperty[]): ReadonlySet<string> {
  const enums = properties.flatMap(({ model }) =>
    listEveryAlternative(model).flatMap(({ kind }) =>
      kind.kind === "string" ? (kind.enum?.values ?? []) : [],
    ),
  );
  return new Set(["true", "false", ...enums.map(({ value }) => value)]);
}

/**
 * The contract's names stay, and other plain words, which `drift` reports. An object with many of them uses data as
 * names; it may be spread over many bodies.
 */
function createNameRule(properties: readonly BodyProperty[]) {
  const names = new Set(properties.flatMap((property) => property.names));
  const seen = new Map<string, Set<string>>();
  return (name: string, unknown: readonly string[], path: string): boolean => {
    if (names.has(name)) return true;
    const isFull = seen.size >= maxPlaces && !seen.has(path);
    if (!isPlainName(name) || unknown.length > maxSiblings || isFull) return false;
    const siblings = getOrCreate(seen, path, () => new Set());
    if (siblings.size < maxSiblings) siblings.add(name);
    return siblings.has(name);
  };
}

/** Bounds the memory if the path itself has data. */
const maxPlaces = 1000;
