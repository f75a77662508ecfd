import { createHmac, randomBytes } from "node:crypto";
import { isArray, isObject, type Json } from "../../base/json.js";
import type { Model } from "../../contract/model/model.js";
import { createPaths, listEveryAlternative } from "../../contract/model/paths.js";
import { uuidPattern } from "../../contract/read/ajv.js";
import { toUuid } from "../engine/till-set-up.js";

/**
 * Replaces customers' data in a body: texts that are not values of the contract, numbers of customers and staff,
 * long numbers, and numbers in unknown properties. Equal values get equal replacements, so that ids still match.
 * The default key is random and not kept.
 */
export function createRedaction(model: Model, key = randomBytes(32)): (body: Json) => Json {
  const { names, values } = listWordsOfContract(model);
  const toDigest = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const redactText = (text: string): string => {
    if (values.has(text)) return text;
    const digest = toDigest(text);
    if (uuidPattern.test(text)) return toUuid(digest.toString("hex"));
    if (dates.test(text)) return text.includes("T") ? "2000-01-01T00:00:00Z" : "2000-01-01";
    // A URL stays a URL, which the receiver may call.
    return `${/^https?:\/\//.exec(text)?.[0] ?? ""}x${toDigits(digest)}`;
  };
  const isOfPeople = (value: number, name: string): boolean =>
    !names.has(name) || ofPeople.test(name) || Math.abs(value) >= 1e6;
  const redact = (value: Json, name = ""): Json => {
    if (typeof value === "string")
      return name === "eventTimestamp" && dates.test(value) ? value : redactText(value);
    if (typeof value === "number")
      return isOfPeople(value, name) ? Number(toDigits(toDigest(`${value}`))) : value;
    if (isArray(value)) return value.map((item) => redact(item, name));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([each, part]) => [
        names.has(each) ? each : redactText(each),
        redact(part, each),
      ]),
    );
  };
  return redact;
}

/** Numbers of customers and staff. */
const ofPeople = /^(?:relation|customer|employee|card)\w*(?:Number|Id)$/i;

const dates = /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)?)?$/;

/** Ten digits. */
const toDigits = (digest: Buffer): string => String(10 ** 9 + digest.readUInt32BE());

/** The contract's own words are not personal data. */
function listWordsOfContract(model: Model) {
  const { properties } = createPaths(model);
  const enums = properties.flatMap(({ model: property }) =>
    listEveryAlternative(property).flatMap(({ kind }) =>
      kind.kind === "string" ? (kind.enum?.values ?? []) : [],
    ),
  );
  return {
    names: new Set(["event", "original", ...properties.flatMap(({ names }) => names)]),
    values: new Set(["true", "false", ...enums.map(({ value }) => value)]),
  };
}
