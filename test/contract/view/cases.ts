import { object } from "../../workbench/small-spec.js";

type Shape = Readonly<Record<string, unknown>>;

/** One line per property, in the requests (join) and responses (meet) of a range. */
type Want = Readonly<Record<string, readonly [ping: string, pong: string]>>;

/** A property over time, on both sides. `required` is its state in the newest release. */
export interface ViewCase {
  readonly name: string;
  readonly shape: Shape;
  readonly required?: boolean;
  readonly want: Want;
}

/** The property is not in the view. */
export const gone = "(nothing)";
/** The object with the property is not in the view. */
const none = "(not there)";

const text = { type: "string" };

const optional = (name: string, shape: Shape, want: Want): ViewCase => ({ name, shape, want });
const required = (name: string, shape: Shape, want: Want): ViewCase => ({
  ...optional(name, shape, want),
  required: true,
});

export const common = { late: { ...object("Late", { y: text }), "x-added-in": "20" } };

type Change = readonly [before: object, now: object, ping: string, pong: string | undefined];

/**
 * Both shapes extend a common one: `before` applies up to 20, `now` from 20 on. The results are for shops from 10
 * on.
 */
const changes = (shared: object, rows: readonly Change[]): readonly ViewCase[] =>
  rows.map(([before, now, ping, pong]) => ({
    name: `was ${JSON.stringify(before)} and is ${JSON.stringify(now)}`,
    shape: { ...shared, ...now, "x-was": [{ until: "20", schema: { ...shared, ...before } }] },
    want: { "10..": [`x?: ${ping}`, pong === undefined ? gone : `x?: ${pong}`] },
  }));

const [number, integer, texts] = [{ type: "number" }, { type: "integer" }, { type: "array", items: text }];

export const cases: readonly ViewCase[] = [
  required("is there all the time", text, {
    "..": ["x: string", "x: string"],
    "20..20": ["x: string", "x: string"],
  }),
  optional(
    "was added in 20",
    { ...text, "x-added-in": "20" },
    {
      "..10": [gone, gone],
      "10..30": ["x?: string @since", gone],
      "20..": ["x?: string", "x?: string"],
    },
  ),
  required(
    "was added in 20 and is required since: an older shop cannot take the object",
    { ...text, "x-added-in": "20" },
    { "10..30": ["x?: string @since", none], "20..": ["x: string", "x: string"], "10..10": [gone, gone] },
  ),
  required(
    "was removed in 20",
    { ...text, "x-removed-in": "20" },
    {
      "10..": ["x?: string @until", none],
      "20..": [gone, gone],
      "..10": ["x: string", "x: string"],
    },
  ),
  required(
    "became required in 20",
    { type: "boolean", "x-required-since": "20" },
    {
      "..10": ["x?: boolean", "x?: boolean"],
      "10..": ["x?: boolean", "x: boolean"],
      "20..": ["x: boolean", "x: boolean"],
    },
  ),
  optional(
    "was required from 10 to 20",
    { type: "boolean", "x-required-since": "10", "x-optional-since": "20" },
    {
      "5..5": ["x?: boolean", "x?: boolean"],
      "10..10": ["x: boolean", "x: boolean"],
      "10..20": ["x?: boolean", "x: boolean"],
      "20..": ["x?: boolean", "x?: boolean"],
    },
  ),
  optional("is planned: in no view", { ...text, "x-planned": true }, { "..": [gone, gone] }),
  optional("was removed", { ...text, "x-removed-in": "20" }, { "10..": ["x?: string @until", gone] }),
  optional(
    "is an enum that grew",
    { ...text, enum: ["a", "b"], "x-enum-added-in": { b: "20" } },
    {
      "10..": ["x?: {a, b}", "x?: {a}"],
      "20..": ["x?: {a, b}", "x?: {a, b}"],
      "..10": ["x?: {a}", "x?: {a}"],
    },
  ),
  optional(
    "is an enum whose values changed altogether: no value works everywhere",
    { ...text, enum: ["a", "b"], "x-enum-added-in": { b: "20" }, "x-enum-removed-in": { a: "20" } },
    { "10..": ["x?: {a, b}", gone], "20..": ["x?: {b}", "x?: {b}"] },
  ),
  optional(
    "is an open enum",
    { ...text, enum: ["a", "b"], "x-open": true, "x-enum-added-in": { b: "20" } },
    { "10..": ["x?: open {a, b}", "x?: open {a}"] },
  ),
  optional(
    "refers to an object that was added in 20",
    { $ref: "common/late.json" },
    {
      "10..": ["x?: Late(y?: string) @since", gone],
      "20..": ["x?: Late(y?: string)", "x?: Late(y?: string)"],
    },
  ),
  optional(
    "is an object that gained a property, in an array",
    { type: "array", items: object("Item", { y: text, z: { ...text, "x-added-in": "20" } }, ["y"]) },
    { "10..": ["x?: Item(y: string; z?: string @since)[]", "x?: Item(y: string)[]"] },
  ),
  optional(
    "is an open object: what it does not describe may be anything",
    { ...object("Open", { y: { ...text, "x-added-in": "20" } }, ["y"]), "x-open": true },
    {
      "10..": ["x?: open Open(y?: unknown @since)", "x?: open Open(y: string @since)"],
      "20..": ["x?: open Open(y: string)", "x?: open Open(y: string)"],
    },
  ),
  ...changes({}, [
    [{ ...text, enum: ["a", "b"] }, text, "string", "{a, b}"],
    [text, number, "string | number", undefined],
    [integer, { ...integer, format: "int64" }, "int64", "integer"],
    // Only an empty array works everywhere, if the array may be empty.
    [texts, { type: "array", items: number }, "string | number[]", "nothing[]<-0>"],
    [texts, { type: "array", items: number, minItems: 1 }, "string | number[]", undefined],
    [text, { type: ["string", "null"] }, "string | null", "string"],
    [number, { type: "boolean" }, "number | boolean", undefined],
    [texts, text, "string | string[]", undefined],
    [text, object("Inner", { y: text }), "string | Inner(y?: string)", undefined],
    [
      { ...object("Old", { z: text }), "x-open": true },
      object("Inner", { y: text }),
      "open InnerOrOld(y?: unknown @since; z?: string @until)",
      "InnerAndOld(y?: string @since)",
    ],
  ]),
  ...changes(text, [
    [{ minLength: 3, maxLength: 9 }, { minLength: 2, maxLength: 5 }, "string<2-9>", "string<3-5>"],
    [{ minLength: 2, maxLength: 5 }, { minLength: 3, maxLength: 9 }, "string<2-9>", "string<3-5>"],
    [{ maxLength: 5 }, { minLength: 5 }, "string", "string<5-5>"],
    [{ maxLength: 5 }, { minLength: 6 }, "string", undefined],
    [{}, { format: "uuid" }, "string", "uuid"],
    [{ format: "uuid" }, {}, "string", "uuid"],
    [{ format: "uri" }, { format: "uuid" }, "uri/uuid", undefined],
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
  ...changes(texts, [
    [{ minItems: 2, maxItems: 5 }, { minItems: 1, maxItems: 3 }, "string[]<1-5>", "string[]<2-3>"],
    [{ minItems: 1, maxItems: 3 }, { minItems: 2, maxItems: 5 }, "string[]<1-5>", "string[]<2-3>"],
    [{ maxItems: 3 }, { minItems: 3 }, "string[]", "string[]<3-3>"],
    [{ maxItems: 3 }, { minItems: 4 }, "string[]", undefined],
    [{ maxItems: 0 }, {}, "string[]", "nothing[]<-0>"],
    [{}, { maxItems: 0 }, "string[]", "nothing[]<-0>"],
  ]),
  ...changes(number, [
    [{ minimum: 3, maximum: 5 }, { minimum: 0, maximum: 9 }, "number<0-9>", "number<3-5>"],
    [{ maximum: 5 }, { minimum: 5 }, "number", "number<5-5>"],
    [{ maximum: 5 }, { minimum: 6 }, "number", undefined],
    [{ minimum: 1.5 }, { maximum: 3.5 }, "number", "number<1.5-3.5>"],
    [integer, { minimum: 1.5 }, "number", "integer<2->"],
    [integer, { maximum: 3.5 }, "number", "integer<-3>"],
    [integer, { minimum: 1.2, maximum: 1.8 }, "number", undefined],
  ]),
];
