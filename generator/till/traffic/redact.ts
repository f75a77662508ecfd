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
  const redactText = (text: string): string => {
    if (values.has(text)) return text;
    const digest = createHmac("sha256", key).update(text).digest();
    if (uuidPattern.test(text)) return toUuid(digest.toString("hex"));
    if (dates.test(text)) return text.includes("T") ? "2000-01-01T00:00:00Z" : "2000-01-01";
    return text.replace(replaced, (part, at: number) => {
      const pick = (digest[at % digest.length] ?? 0) + at;
      if (part.length > 2) return part;
      if (/\d/.test(part)) return at === 0 && part !== "0" ? `${1 + (pick % 9)}` : `${pick % 10}`;
      const letter = letters[pick % letters.length] ?? "x";
      return part === part.toLowerCase() ? letter : letter.toUpperCase();
    });
  };
  const isOfPeople = (value: number, name: string): boolean =>
    !names.has(name) || ofPeople.test(name) || Math.abs(value) >= 1e6;
  const redact = (value: Json, name = ""): Json => {
    if (typeof value === "string")
      return name === "eventTimestamp" && dates.test(value) ? value : redactText(value);
    if (typeof value === "number") return isOfPeople(value, name) ? Number(redactText(`${value}`)) : value;
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

/** Single letters and digits; the scheme of a URL stays. */
const replaced = /^https?:\/\/|[\p{L}\p{N}\p{So}]/gu;
const letters = "abcdefghijklmnopqrstuvwxyz";

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
