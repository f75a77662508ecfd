import { describe, expect, it } from "vitest";
import { describeObject, modelOf, object, viewOf } from "./spec-of.js";

/**
 * One property through time, on both sides. `required` is whether the newest release requires it; a row says
 * what the request (join) and the response (meet) of a range make of it.
 */
interface Case {
  readonly name: string;
  readonly shape: Readonly<Record<string, unknown>>;
  readonly required?: boolean;
  readonly common?: Readonly<Record<string, Record<string, unknown>>>;
  readonly want: Readonly<Record<string, { readonly ping: string; readonly pong: string }>>;
}

const gone = "(nothing)";
const none = "(not there)";

const cases: readonly Case[] = [
  {
    name: "is there all the time",
    shape: { type: "string" },
    required: true,
    want: {
      "..": { ping: "x: string", pong: "x: string" },
      "20..20": { ping: "x: string", pong: "x: string" },
    },
  },
  {
    name: "was added in 20",
    shape: { type: "string", "x-added-in": "20" },
    want: {
      "..10": { ping: gone, pong: gone },
      "10..30": { ping: "x?: string @since", pong: gone },
      "20..": { ping: "x?: string", pong: "x?: string" },
    },
  },
  {
    name: "was added in 20 and is required since: an older shop cannot take the object",
    shape: { type: "string", "x-added-in": "20" },
    required: true,
    want: {
      "10..30": { ping: "x?: string @since", pong: none },
      "20..": { ping: "x: string", pong: "x: string" },
      "10..10": { ping: gone, pong: gone },
    },
  },
  {
    name: "was removed in 20",
    shape: { type: "string", "x-removed-in": "20" },
    required: true,
    want: {
      "10..": { ping: "x?: string @until", pong: none },
      "20..": { ping: gone, pong: gone },
      "..10": { ping: "x: string", pong: "x: string" },
    },
  },
  {
    name: "became required in 20",
    shape: { type: "boolean", "x-required-since": "20" },
    required: true,
    want: {
      "..10": { ping: "x?: boolean", pong: "x?: boolean" },
      "10..": { ping: "x?: boolean", pong: "x: boolean" },
      "20..": { ping: "x: boolean", pong: "x: boolean" },
    },
  },
  {
    name: "was required from 10 to 20",
    shape: { type: "boolean", "x-required-since": "10", "x-optional-since": "20" },
    want: {
      "5..5": { ping: "x?: boolean", pong: "x?: boolean" },
      "10..10": { ping: "x: boolean", pong: "x: boolean" },
      "10..20": { ping: "x?: boolean", pong: "x: boolean" },
      "20..": { ping: "x?: boolean", pong: "x?: boolean" },
    },
  },
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
    name: "is planned: in no view",
    shape: { type: "string", "x-planned": true },
    want: { "..": { ping: gone, pong: gone } },
  },
  {
    name: "refers to an object that was added in 20",
    shape: { $ref: "common/late.json" },
    common: { late: { ...object("Late", { y: { type: "string" } }), "x-added-in": "20" } },
    want: {
      "10..": { ping: "x?: Late(y?: string) @since", pong: gone },
      "20..": { ping: "x?: Late(y?: string)", pong: "x?: Late(y?: string)" },
    },
  },
  {
    name: "is an object that gained a property, in an array",
    shape: {
      type: "array",
      items: object("Item", { y: { type: "string" }, z: { type: "string", "x-added-in": "20" } }, ["y"]),
    },
    want: { "10..": { ping: "x?: Item(y: string; z?: string @since)[]", pong: "x?: Item(y: string)[]" } },
  },
  {
    name: "is an open object: what it does not describe may be anything",
    shape: {
      ...object("Open", { y: { type: "string", "x-added-in": "20" } }, ["y"]),
      "x-open": true,
    },
    want: {
      "10..": { ping: "x?: Open(y?: unknown @since)", pong: "x?: Open(y: string @since)" },
      "20..": { ping: "x?: Open(y: string)", pong: "x?: Open(y: string)" },
    },
  },
  {
    name: "may be null",
    shape: { type: ["string", "null"], "x-was": [{ until: "20", schema: { type: "string" } }] },
    want: { "10..": { ping: "x?: string | null", pong: "x?: string" } },
  },
];

describe("a property that", () => {
  for (const { name, shape, required = false, common = {}, want } of cases) {
    // The two sides must not share an object, so each has a spec of its own.
    const names = required ? ["x"] : [];
    const requests = modelOf({ releases, ping: { x: shape }, pingRequired: names, common });
    const responses = modelOf({ releases, pong: { x: shape }, pongRequired: names, common });
    for (const [range, { ping, pong }] of Object.entries(want)) {
      it(`${name}, in a fleet of ${range}`, () => {
        expect(describeObject(viewOf(requests, range), "ping")).toEqual(linesOf(ping));
        expect(describeObject(viewOf(responses, range), "pong")).toEqual(linesOf(pong));
      });
    }
  }
});

const releases = ["10", "20", "30"];
const linesOf = (text: string): string[] => (text === gone ? [] : [text]);
