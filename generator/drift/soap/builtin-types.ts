import type { ClaimedType } from "../claim.js";

/** What the types of XML Schema are in JSON, in so far as they have a likeness there. */
const builtinTypes: Readonly<Record<string, ClaimedType>> = {
  boolean: "boolean",
  byte: "integer",
  short: "integer",
  int: "integer",
  integer: "integer",
  negativeInteger: "integer",
  nonNegativeInteger: "integer",
  nonPositiveInteger: "integer",
  positiveInteger: "integer",
  unsignedByte: "integer",
  unsignedShort: "integer",
  unsignedInt: "integer",
  long: "int64",
  unsignedLong: "int64",
  decimal: "number",
  double: "number",
  float: "number",
  string: "text",
  normalizedString: "text",
  token: "text",
  language: "text",
  anyURI: "text",
  time: "text",
  base64Binary: "text",
  hexBinary: "text",
  date: "date",
  dateTime: "date-time",
};

/** What a type of XML Schema is in JSON. */
export const findBuiltinType = (name: string): ClaimedType | undefined =>
  Object.hasOwn(builtinTypes, name) ? builtinTypes[name] : undefined;
