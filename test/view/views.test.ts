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

const text = { type: "string" };

type Change = readonly [before: object, now: object, ping: string, pong: string | undefined];

/** Shapes that differ from a common one until 20, and differently since; what all shops from 10 on send and take. */
const changes = (rows: readonly Change[], common: object = text): Case[] =>
  rows.map(([before, now, ping, pong]) => ({
    name: `was ${JSON.stringify(before)} and is ${JSON.stringify(now)}`,
    shape: { ...common, ...now, "x-was": [{ until: "20", schema: { ...common, ...before } }] },
    want: { "10..": { ping: `x?: ${ping}`, pong: pong === undefined ? gone : `x?: ${pong}` } },
  }));

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
      "10..": { ping: "x?: open Open(y?: unknown @since)", pong: "x?: open Open(y: string @since)" },
      "20..": { ping: "x?: open Open(y: string)", pong: "x?: open Open(y: string)" },
    },
  },
  {
    name: "may be null",
    shape: { type: ["string", "null"], "x-was": [{ until: "20", schema: { type: "string" } }] },
    want: { "10..": { ping: "x?: string | null", pong: "x?: string" } },
  },
  {
    name: "is optional and was removed in 20",
    shape: { ...text, "x-removed-in": "20" },
    want: { "10..": { ping: "x?: string @until", pong: gone } },
  },
  {
    name: "is a boolean that was a number",
    shape: { type: "boolean", "x-was": [{ until: "20", schema: { type: "number" } }] },
    want: { "10..": { ping: "x?: number | boolean", pong: gone } },
  },
  {
    name: "is an object that was a text",
    shape: { ...object("Inner", { y: text }), "x-was": [{ until: "20", schema: text }] },
    want: { "10..": { ping: "x?: string | Inner(y?: string)", pong: gone } },
  },
  {
    name: "is a text that was an array",
    shape: { ...text, "x-was": [{ until: "20", schema: { type: "array", items: text } }] },
    want: { "10..": { ping: "x?: string | string[]", pong: gone } },
  },
  {
    name: "was an open object before it was a closed one",
    shape: {
      ...object("Inner", { y: text }),
      "x-was": [{ until: "20", schema: { ...object("Old", { z: text }), "x-open": true } }],
    },
    want: {
      "10..": {
        ping: "x?: open InnerOrOld(y?: unknown @since; z?: string @until)",
        pong: "x?: InnerAndOld(y?: string @since)",
      },
    },
  },
  ...changes([
    [{ minLength: 3, maxLength: 9 }, { minLength: 2, maxLength: 5 }, "string<2-9>", "string<3-5>"],
    [{ minLength: 2, maxLength: 5 }, { minLength: 3, maxLength: 9 }, "string<2-9>", "string<3-5>"],
    [{ maxLength: 5 }, { minLength: 5 }, "string", "string<5-5>"],
    [{ maxLength: 5 }, { minLength: 6 }, "string", undefined],
    [{}, { format: "uuid" }, "string", "uuid"],
    [{ format: "uuid" }, {}, "string", "uuid"],
    [{ enum: ["a", "abc"] }, { maxLength: 2 }, "string<-3>", "{a}"],
    [{ enum: ["a", "abc"] }, { minLength: 2 }, "string<1->", "{abc}"],
    [{ enum: ["a", "abc"] }, { minLength: 1, maxLength: 3 }, "string<1-3>", "{a, abc}"],
    [{ enum: ["a", "abc"] }, { minLength: 2, maxLength: 2 }, "string<1-3>", undefined],
    [{ enum: ["a", "abc"] }, { format: "uri" }, "string", undefined],
    [{ enum: ["a", "abc"] }, { enum: ["b", "a"] }, "{b, a, abc}", "{a}"],
    [{ minLength: 1, maxLength: 1 }, { enum: ["\ud83d\ude00", "bc"] }, "string<1-2>", "{\ud83d\ude00}"],
    [{}, { enum: ["a"] }, "string", "{a}"],
    [{}, { enum: ["a"], "x-open": true }, "string", "open {a}"],
    [{ maxLength: 2 }, { enum: ["a", "abc"], "x-open": true }, "string", "{a}"],
    [{ enum: ["a"], "x-open": true }, { enum: ["b"] }, "open {b, a}", undefined],
    [{ enum: ["a"], "x-open": true }, { enum: ["b"], "x-open": true }, "open {b, a}", "open {}"],
  ]),
  ...changes(
    [
      [{ minItems: 2, maxItems: 5 }, { minItems: 1, maxItems: 3 }, "string[]<1-5>", "string[]<2-3>"],
      [{ minItems: 1, maxItems: 3 }, { minItems: 2, maxItems: 5 }, "string[]<1-5>", "string[]<2-3>"],
      [{ maxItems: 3 }, { minItems: 3 }, "string[]", "string[]<3-3>"],
      [{ maxItems: 3 }, { minItems: 4 }, "string[]", undefined],
      [{ maxItems: 0 }, {}, "string[]", "nothing[]<-0>"],
      [{}, { maxItems: 0 }, "string[]", "nothing[]<-0>"],
    ],
    { type: "array", items: text },
  ),
  ...changes(
    [
      [{ maximum: 5 }, { minimum: 5 }, "number", "number<5-5>"],
      [{ minimum: 1.5 }, { maximum: 3.5 }, "number", "number<1.5-3.5>"],
      [{ type: "integer" }, { minimum: 1.5 }, "number", "integer<2->"],
      [{ type: "integer" }, { maximum: 3.5 }, "number", "integer<-3>"],
      [{ type: "integer" }, { minimum: 1.2, maximum: 1.8 }, "number", undefined],
    ],
    { type: "number" },
  ),
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
