import { beforeAll, describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/model/build.js";
import { once } from "../../../generator/once.js";
import { holdInt64 } from "../../../generator/view/int64.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { fleetFrom, need, buildPossibleView } from "../../laws/judges/interpreted.js";
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
interface Case {
  readonly name: string;
  readonly pong: Readonly<Record<string, unknown>>;
  readonly version?: string;
  readonly want?: readonly string[];
}

const below = -(2n ** 63n) - 1n;
const unsafe = 2n ** 53n;
const problem = (name: string, message: string) => [`/pong/${name}: "pong.${name}" ${message}`];

const bigints: readonly Case[] = [
  { name: "the ends of 64 bits", pong: { list: [2n ** 63n - 1n, -(2n ** 63n)] } },
  {
    name: "one too many, and one too few",
    pong: { list: [2n ** 63n, below] },
    want: [0, 1].flatMap((i) => [`/pong/list/${i}: "pong.list.${i}" must be a 64-bit integer, as a bigint.`]),
  },
  { name: "a number", pong: { free: 1 }, want: problem("free", "must be a 64-bit integer, as a bigint.") },
  { name: "digits", pong: { free: "1" }, want: problem("free", "must be a 64-bit integer, as a bigint.") },
  { name: "the bounds of the spec", pong: { bounded: -5n } },
  { name: "below them", pong: { bounded: -6n }, want: problem("bounded", "must be at least -5.") },
  { name: "above them", pong: { bounded: 10n }, want: problem("bounded", "must be at most 9.") },
  { name: "one of several kinds", pong: { either: 5n } },
  { name: "another one of them", pong: { either: null } },
  {
    name: "none of them",
    pong: { either: 5 },
    want: problem("either", "must be a bigint, a boolean or null."),
  },
  {
    name: "one of them beyond 64 bits",
    pong: { either: below },
    want: problem("either", "must be a 64-bit integer, as a bigint."),
  },
  { name: "a large integer since it may be large", pong: { widened: unsafe }, version: "20" },
  {
    name: "a large integer before it might be large",
    pong: { widened: unsafe },
    version: "10",
    want: problem(
      "widened",
      "must be at most 9007199254740991; its shape changed in v20, and this shop runs v10.",
    ),
  },
  {
    name: "an integer that was bounded once",
    pong: { widened: -1n },
    version: "10",
    want: problem("widened", "must be at least 0; its shape changed in v20, and this shop runs v10."),
  },
  { name: "an integer that was bounded once, later", pong: { widened: -1n }, version: "30" },
  { name: "a number that was of 64 bits once", pong: { narrowed: 12 }, version: "10" },
  {
    name: "what the type does not say, although it was of 64 bits once",
    pong: { narrowed: 12n },
    version: "10",
    want: problem("narrowed", "must be an integer; its shape changed in v20, and this shop runs v10."),
  },
];

const strings: readonly Case[] = [
  { name: "the ends of 64 bits", pong: { list: [String(2n ** 63n - 1n), String(-(2n ** 63n))] } },
  {
    name: "one too many",
    pong: { free: String(2n ** 63n) },
    want: problem("free", "must be a 64-bit integer, as a string of its digits."),
  },
  { name: "the bounds of the spec", pong: { bounded: "9" } },
  { name: "below them", pong: { bounded: "-6" }, want: problem("bounded", "must be at least -5.") },
  { name: "above them", pong: { bounded: "10" }, want: problem("bounded", "must be at most 9.") },
  { name: "one of several kinds", pong: { either: "5" } },
  {
    name: "none of them",
    pong: { either: 5 },
    want: problem("either", "must be a string of digits, a boolean or null."),
  },
  {
    name: "a text in the place of one of them",
    pong: { either: "five" },
    want: problem("either", "must be a 64-bit integer, as a string of its digits."),
  },
  {
    name: "a large integer before it might be large",
    pong: { widened: String(unsafe) },
    version: "10",
    want: problem(
      "widened",
      "must be at most 9007199254740991; its shape changed in v20, and this shop runs v10.",
    ),
  },
];

const sides = [
  ["bigint", bigints],
  ["string", strings],
] as const;

describe.each(sides)("a 64-bit integer as a %s", (held, cases) => {
  let emitted: Emitted;

  beforeAll(async () => {
    const model = buildModel(spec());
    const view = need(holdInt64(buildPossibleView(model, fleetFrom(model), "gated"), held));
    emitted = await emitInProcess(view, model);
  });

  it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, { pong, version, want = [] }) => {
    const result = emitted.validateResponse("ping", { pong }, { version });
    const problems = result.ok ? [] : result.problems;
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual(want);
  });
});
