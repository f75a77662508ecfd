import { beforeAll, describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import { once } from "../../../generator/base/once.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { fleetFrom, buildPossibleView } from "../../laws/judges/interpreted.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";

const int64 = { type: "integer", format: "int64" };

const spec = once(() =>
  createSmallSpec({
    pong: object("Pong", {
      free: int64,
      bounded: { ...int64, minimum: -5, maximum: 9.5 },
      either: { anyOf: [int64, { type: "boolean" }, { type: "null" }] },
      list: { type: "array", items: int64 },
      widened: { ...int64, "x-was": [{ until: "20", schema: { type: "integer", minimum: 0 } }] },
      narrowed: { type: "number", "x-was": [{ until: "20", schema: int64 }] },
    }),
  }),
);

/** An answer for a shop of one release, and what is wrong with it; nothing where it passes. */
type Case = readonly [
  name: string,
  pong: Readonly<Record<string, unknown>>,
  want?: readonly string[],
  version?: string,
];

const [max, min] = [2n ** 63n - 1n, -(2n ** 63n)];
const unsafe = 2n ** 53n;
const problem = (name: string, message: string) => [`/pong/${name}: "pong.${name}" must be ${message}.`];
const atV10 = (message: string) => `${message}; its shape changed in v20, and this shop runs v10`;
const tooLarge = problem("widened", atV10("at most 9007199254740991"));
const bigint = "a 64-bit integer, as a bigint";

const bigints: readonly Case[] = [
  ["the ends of 64 bits", { list: [max, min] }],
  [
    "one too many, and one too few",
    { list: [max + 1n, min - 1n] },
    [0, 1].map((i) => `/pong/list/${i}: "pong.list.${i}" must be ${bigint}.`),
  ],
  ["a number", { free: 1 }, problem("free", bigint)],
  ["digits", { free: "1" }, problem("free", bigint)],
  ["the bounds of the spec", { bounded: -5n }],
  ["below them", { bounded: -6n }, problem("bounded", "at least -5")],
  ["above them", { bounded: 10n }, problem("bounded", "at most 9")],
  ["one of several kinds", { either: 5n }],
  ["another one of them", { either: null }],
  ["none of them", { either: 5 }, problem("either", "a bigint, a boolean or null")],
  ["one of them beyond 64 bits", { either: min - 1n }, problem("either", bigint)],
  ["a large integer since it may be large", { widened: unsafe }, [], "20"],
  ["a large integer before it might be large", { widened: unsafe }, tooLarge, "10"],
  ["an integer that was bounded once", { widened: -1n }, problem("widened", atV10("at least 0")), "10"],
  ["an integer that was bounded once, later", { widened: -1n }, [], "30"],
  ["a number that was of 64 bits once", { narrowed: 12 }, [], "10"],
  ["a bigint that the type does not say", { narrowed: 12n }, problem("narrowed", atV10("an integer")), "10"],
];

describe("a 64-bit integer as a bigint", () => {
  let emitted: Emitted;

  beforeAll(async () => {
    const model = buildModel(spec());
    const view = buildPossibleView(model, fleetFrom(model), "gated", "bigint");
    emitted = await emitInProcess(view, model);
  });

  it.each(bigints.map(([name, ...rest]) => ({ name, rest })))(
    "$name",
    ({ rest: [pong, want = [], version] }) => {
      const result = emitted.validateResponse("ping", { pong }, { version });
      const problems = result.ok ? [] : result.problems;
      expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual(want);
    },
  );
});
