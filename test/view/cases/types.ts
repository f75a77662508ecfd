import { gone, text, type ViewCase } from "./view-case.js";

/** A property whose type changed. */
export const typeCases: readonly ViewCase[] = [
  {
    name: "is an enum that grew",
    shape: { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } },
    want: {
      "10..": { ping: "x?: {a, b}", pong: "x?: {a}" },
      "20..": { ping: "x?: {a, b}", pong: "x?: {a, b}" },
      "..10": { ping: "x?: {a}", pong: "x?: {a}" },
    },
  },
  {
    name: "is an enum whose values changed altogether: no value works everywhere",
    shape: {
      type: "string",
      enum: ["a", "b"],
      "x-enum-added-in": { b: "20" },
      "x-enum-removed-in": { a: "20" },
    },
    want: {
      "10..": { ping: "x?: {a, b}", pong: gone },
      "20..": { ping: "x?: {b}", pong: "x?: {b}" },
    },
  },
  {
    name: "is an open enum",
    shape: { type: "string", enum: ["a", "b"], "x-open": true, "x-enum-added-in": { b: "20" } },
    want: { "10..": { ping: "x?: open {a, b}", pong: "x?: open {a}" } },
  },
  {
    name: "was an enum before it was free text",
    shape: { type: "string", "x-was": [{ until: "20", schema: { type: "string", enum: ["a", "b"] } }] },
    want: {
      "10..": { ping: "x?: string", pong: "x?: {a, b}" },
      "20..": { ping: "x?: string", pong: "x?: string" },
    },
  },
  {
    name: "was a string before it was a number",
    shape: { type: "number", "x-was": [{ until: "20", schema: { type: "string" } }] },
    want: {
      "10..": { ping: "x?: string | number", pong: gone },
      "..10": { ping: "x?: string", pong: "x?: string" },
    },
  },
  {
    name: "was an integer before it was 64 bits wide",
    shape: { type: "integer", format: "int64", "x-was": [{ until: "20", schema: { type: "integer" } }] },
    want: { "10..": { ping: "x?: int64", pong: "x?: integer" } },
  },
  {
    name: "had narrower bounds",
    shape: {
      type: "number",
      minimum: 0,
      maximum: 9,
      "x-was": [{ until: "20", schema: { type: "number", minimum: 3, maximum: 5 } }],
    },
    want: { "10..": { ping: "x?: number<0-9>", pong: "x?: number<3-5>" } },
  },
  {
    name: "had bounds that no number satisfies with the new ones",
    shape: { type: "number", minimum: 6, "x-was": [{ until: "20", schema: { type: "number", maximum: 5 } }] },
    want: { "10..": { ping: "x?: number", pong: gone } },
  },
  {
    name: "had another format",
    shape: {
      type: "string",
      format: "uuid",
      "x-was": [{ until: "20", schema: { type: "string", format: "uri" } }],
    },
    want: { "10..": { ping: "x?: uri/uuid", pong: gone } },
  },
  {
    name: "is an array whose items changed their kind: only an empty one works everywhere",
    shape: {
      type: "array",
      items: { type: "number" },
      "x-was": [{ until: "20", schema: { type: "array", items: { type: "string" } } }],
    },
    want: { "10..": { ping: "x?: string | number[]", pong: "x?: nothing[]<-0>" } },
  },
  {
    name: "is an array that may no longer be empty",
    shape: {
      type: "array",
      items: { type: "number" },
      minItems: 1,
      "x-was": [{ until: "20", schema: { type: "array", items: { type: "string" } } }],
    },
    want: { "10..": { ping: "x?: string | number[]", pong: gone } },
  },
  {
    name: "may be null",
    shape: { type: ["string", "null"], "x-was": [{ until: "20", schema: { type: "string" } }] },
    want: { "10..": { ping: "x?: string | null", pong: "x?: string" } },
  },
  {
    name: "is a boolean that was a number",
    shape: { type: "boolean", "x-was": [{ until: "20", schema: { type: "number" } }] },
    want: { "10..": { ping: "x?: number | boolean", pong: gone } },
  },
  {
    name: "is a text that was an array",
    shape: { ...text, "x-was": [{ until: "20", schema: { type: "array", items: text } }] },
    want: { "10..": { ping: "x?: string | string[]", pong: gone } },
  },
];
