import { beforeAll, describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import { once } from "../../../generator/base/once.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { fleetFrom, buildPossibleView } from "../../laws/judges/interpreted.js";
import { fromSeed, listOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";

const int64 = { type: "integer", format: "int64" };
const properties = {
  free: int64,
  bounded: { ...int64, minimum: -5, maximum: 9.5 },
  either: { anyOf: [int64, { type: "boolean" }, { type: "null" }] },
  list: { type: "array", items: int64 },
  widened: { ...int64, "x-was": [{ until: "20", schema: { type: "integer", minimum: 0 } }] },
  narrowed: { type: "number", "x-was": [{ until: "20", schema: int64 }] },
};

const spec = once(() =>
  createSmallSpec({ ping: object("Ping", { free: int64 }), pong: object("Pong", properties) }),
);

/** An answer as JSON, for a shop of one release, and its problem, if any. */
type Case = readonly [name: string, pong: string, want?: readonly string[], version?: string];

const unsafe = "unsafe-integer is beyond 2^53 - 1, so a JavaScript number cannot represent it exactly.";
const wrong = "wrong-type must be";

const cases: readonly Case[] = [
  ["the largest that a number holds", '{ "list": [9007199254740991, -9007199254740991, -0, 1E2, 1.0] }'],
  [
    "the first that it does not hold",
    '{ "list": [9007199254740992, -9007199254740993, 9007199254740993.0] }',
    ["/pong/list/0", "/pong/list/1", "/pong/list/2"].map((path) => `${path} ${unsafe}`),
  ],
  ["the last of 64 bits", '{ "free": 9223372036854775807 }', [`/pong/free ${unsafe}`]],
  ["more than a number reaches", '{ "free": 1e400 }', [`/pong/free ${wrong} an integer.`]],
  ["a fraction", '{ "free": 1.5 }', [`/pong/free ${wrong} an integer.`]],
  ["digits", '{ "free": "1" }', [`/pong/free ${wrong} an integer.`]],
  ["the bounds of the spec", '{ "bounded": -5 }'],
  ["below them", '{ "bounded": -6 }', ["/pong/bounded out-of-bounds must be at least -5."]],
  ["one of several kinds", '{ "either": 5 }'],
  ["one of several kinds that is too large", '{ "either": 9007199254740993 }', [`/pong/either ${unsafe}`]],
  ["a negative integer since it may be one", '{ "widened": -1 }', [], "20"],
  ["a fraction where 64 bits were once", '{ "narrowed": 1.5 }', [], "20"],
];

describe("a 64-bit integer", () => {
  let emitted: Emitted;

  beforeAll(async () => {
    const model = buildModel(spec());
    emitted = await emitInProcess(buildPossibleView(model, fleetFrom(model), "gated"), model);
  });

  it.each(cases.map(([name, ...rest]) => ({ name, rest })))(
    "$name",
    ({ rest: [pong, want = [], version] }) => {
      const result = emitted.validateResponse("ping", { pong: JSON.parse(pong) as unknown }, { version });
      const problems = result.ok ? [] : result.problems;
      expect(
        problems.map(({ path, code, message }) => `${path} ${code} ${message.replace(/^".*?" /, "")}`),
      ).toEqual(want);
    },
  );

  it("is never handed on with other digits", () => {
    const draw = fromSeed(seed);
    const literals = Array.from({ length: 5000 }, () => {
      const digits = listOf(draw, 1, 30, () => draw.below(10)).join("");
      return digits.replace(/^0+(?=.)/, "");
    });
    const taken = literals.filter((literal) => {
      const result = emitted.validateRequest("ping", JSON.parse(`{ "ping": { "free": ${literal} } }`));
      return result.ok;
    });
    expect(taken).toEqual(literals.filter((literal) => BigInt(literal) < 2n ** 53n));
    expect(taken.length).toBeGreaterThan(1000);
  });
});
