import { describe, expect, it } from "vitest";
import { generate } from "../../generator/generate.js";
import { emit, collectFiles, templates } from "../workbench/emit.js";
import { object, createSmallSpec } from "../workbench/small-spec.js";
import { declarationsOf } from "../targets/types/declarations.js";

const int64 = { type: "integer", format: "int64" };
const text = { type: "string" };
const inOpen = (name: string, open: boolean) => ({
  ...object(name, open ? {} : { code: int64 }),
  ...(open && { "x-open": true }),
});

/** An `x` in the answer, and whether `--int64 string` can tell what it is. */
const cases: readonly (readonly [name: string, x: object, isClear: boolean])[] = [
  ["an integer, or none", { anyOf: [int64, { type: "null" }] }, true],
  ["a smaller integer or a text", { anyOf: [{ type: "integer" }, text] }, true],
  ["an integer or a list of texts", { anyOf: [int64, { type: "array", items: text }] }, true],
  ["an integer or a text", { anyOf: [int64, text] }, false],
  ["an integer or a value of an enum", { anyOf: [int64, { ...text, enum: ["a"] }] }, false],
  ["a list of either", { type: "array", items: { anyOf: [int64, text] } }, false],
  ["an integer that was a text", { ...int64, "x-was": [{ until: "20", schema: text }] }, false],
  [
    "an integer in an object that is open since, and may hold anything",
    { ...inOpen("Opened", true), "x-was": [{ until: "20", schema: inOpen("Closed", false) }] },
    false,
  ],
];

/** With gated answers, so that what only one of the releases takes is there. */
const optionsOf = (mode: "bigint" | "string") =>
  ({
    targets: ["validators"],
    responses: "gated",
    importExtension: "js",
    crypto: "node",
    int64: mode,
  }) as const;

describe("as a string a 64-bit integer is told from others, or refused, and never as a bigint:", () => {
  it.each(cases)("%s", async (_, x, isClear) => {
    const spec = createSmallSpec({ pong: object("Pong", { x }) });
    const asText = await generate(spec, templates, optionsOf("string"));
    const codes = asText.ok ? [] : asText.problems.map(({ code }) => code);
    expect(codes).toEqual(isClear ? [] : ["int64-beside-text"]);
    expect((await generate(spec, templates, optionsOf("bigint"))).ok).toBe(true);
  });
});

describe("a 64-bit integer", () => {
  const spec = createSmallSpec({
    ping: object("Ping", { count: { ...int64, minimum: 1 }, nothing: { anyOf: [int64, { type: "null" }] } }),
  });

  it.each([
    ["number", "number", "int64"],
    ["bigint", "bigint", "int64"],
    ["string", "string", "int64, in decimal digits"],
  ] as const)("as %s has the type and the comment that belong to it", async (mode, type, format) => {
    const files = collectFiles(await emit(spec, "..", { targets: ["types"], int64: mode }));
    expect(declarationsOf(files).get("Ping")).toBe(`/** Ping. */
export interface Ping {
  /**
   * The count.
   *
   * @format ${format}
   * @minimum 1
   */
  count?: ${type};
  /**
   * The nothing.
   *
   * @format ${format}
   */
  nothing?: ${type} | null;
}`);
  });

  it("is the same in the docs, in every mode", async () => {
    const page = async (int64: "number" | "bigint" | "string") =>
      collectFiles(await emit(spec, "..", { targets: ["docs"], int64 }));
    expect(await page("bigint")).toEqual(await page("number"));
    expect(await page("string")).toEqual(await page("number"));
  });
});
