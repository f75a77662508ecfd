import { gone, text, type ViewCase } from "./view-case.js";

type Change = readonly [before: object, now: object, ping: string, pong: string | undefined];

/** Shapes that differ from a common one until 20, and differently since; what all shops from 10 on send and take. */
const changes = (rows: readonly Change[], common: object = text): readonly ViewCase[] =>
  rows.map(([before, now, ping, pong]) => ({
    name: `was ${JSON.stringify(before)} and is ${JSON.stringify(now)}`,
    shape: { ...common, ...now, "x-was": [{ until: "20", schema: { ...common, ...before } }] },
    want: { "10..": { ping: `x?: ${ping}`, pong: pong === undefined ? gone : `x?: ${pong}` } },
  }));

/** A property whose bounds, format or values changed. */
export const boundCases: readonly ViewCase[] = [
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
