import { object } from "../../workbench/small-spec.js";
import type { ShapeCase } from "./case.js";

const text = { type: "string" };
const number = { type: "number" };
const thing = (title: string, keywords: object = {}) => ({ ...object(title, { y: text }), ...keywords });

const either = { anyOf: [{ type: "string" }, { type: "number" }] };

/** What can change in the type of a value. */
export const typeCases: readonly ShapeCase[] = [
  {
    name: "text became a number",
    code: "type-changed",
    from: text,
    to: number,
    request: "breaking",
    response: "breaking",
    advice: "a number, was a text",
  },
  {
    name: "text may be a number",
    code: "alternative-added",
    from: text,
    to: either,
    request: "breaking",
    response: "safe",
    advice: "a number",
  },
  {
    name: "it is never a number again",
    code: "alternative-removed",
    from: either,
    to: text,
    request: "safe",
    response: "breaking",
    advice: "a number",
  },
  {
    name: "an object may be an array of them",
    code: "alternative-added",
    from: { ...thing("Thing"), description: "x." },
    to: {
      description: "x.",
      anyOf: [
        { ...thing("Thing"), description: "x." },
        { type: "array", items: text },
      ],
    },
    request: "breaking",
    response: "safe",
    advice: "an array",
  },
  {
    name: "it may be null",
    code: "null-allowed",
    from: text,
    to: { type: ["string", "null"] },
    request: "breaking",
    response: "safe",
  },
  {
    name: "it is never null again",
    code: "null-refused",
    from: { type: ["string", "null"] },
    to: text,
    request: "safe",
    response: "breaking",
  },
  {
    name: "an integer may have decimals",
    code: "integer-to-number",
    from: { type: "integer" },
    to: number,
    request: "handle",
    response: "safe",
  },
  {
    name: "a number lost its decimals",
    code: "number-to-integer",
    from: number,
    to: { type: "integer" },
    request: "safe",
    response: "breaking",
  },
  {
    name: "an integer grew to 64 bits",
    code: "integer-to-64-bit",
    from: { type: "integer" },
    to: { type: "integer", format: "int64" },
    request: "handle",
    response: "safe",
  },
  {
    name: "an integer shrank from 64 bits",
    code: "integer-from-64-bit",
    from: { type: "integer", format: "int64" },
    to: { type: "integer" },
    request: "safe",
    response: "breaking",
  },
];
