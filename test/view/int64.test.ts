import { describe, expect, it } from "vitest";
import { generate } from "../../generator/generate.js";
import type { CheckedSpec } from "../../generator/spec/checked-spec.js";
import { emit, collectFiles, realSpec, templates } from "../workbench/emit.js";
import { object, createSmallSpec } from "../workbench/small-spec.js";
import { declarationsOf } from "../targets/types/declarations.js";

const int64 = { type: "integer", format: "int64" };
const text = { type: "string" };
const choice = { type: "string", enum: ["a"] };
const inOpen = (name: string, open: boolean) => ({
  ...object(name, open ? {} : { code: int64 }),
  ...(open && { "x-open": true }),
});

const strings = { int64: "string" } as const;

/** An `x` in the answer, and whether `--int64 string` can tell what it is. */
const cases = [
  { name: "an integer", x: int64, isClear: true },
  { name: "an integer, or none", x: { anyOf: [int64, { type: "null" }] }, isClear: true },
  { name: "a smaller integer or a text", x: { anyOf: [{ type: "integer" }, text] }, isClear: true },
  {
    name: "an integer or a list of texts",
    x: { anyOf: [int64, { type: "array", items: text }] },
    isClear: true,
  },
  { name: "an integer or a text", x: { anyOf: [int64, text] }, isClear: false },
  { name: "an integer or a value of an enum", x: { anyOf: [int64, choice] }, isClear: false },
  { name: "a list of either", x: { type: "array", items: { anyOf: [int64, text] } }, isClear: false },
  {
    name: "an integer that was a text",
    x: { ...int64, "x-was": [{ until: "20", schema: text }] },
    isClear: false,
  },
  {
    name: "an integer in an object that is open since, and may hold anything",
    x: { ...inOpen("Opened", true), "x-was": [{ until: "20", schema: inOpen("Closed", false) }] },
    isClear: false,
  },
].map((each) => ({ ...each, x: { description: "The x.", ...each.x } }));

const specOf = (x: object): CheckedSpec => createSmallSpec({ pong: object("Pong", { x }) });

/** With gated answers, so that what only one of the releases takes is there. */
const optionsOf = (mode: "bigint" | "string") =>
  ({
    targets: ["validators"],
    responses: "gated",
    importExtension: "js",
    crypto: "node",
    int64: mode,
  }) as const;

describe("64-bit integers as strings", () => {
  it.each(cases)("$name: clear is $isClear", async ({ x, isClear }) => {
    const outcome = await generate(specOf(x), templates, optionsOf("string"));
    const codes = outcome.ok ? [] : outcome.problems.map(({ code }) => code);
    expect(codes).toEqual(isClear ? [] : ["int64-beside-text"]);
  });

  it.each(cases)("$name: clear as a bigint in any case", async ({ x }) => {
    const outcome = await generate(specOf(x), templates, optionsOf("bigint"));
    expect(outcome.ok).toBe(true);
  });

  it.each(["safe", "gated"] as const)("are clear in the real spec, with %s answers", async (responses) => {
    await expect(
      emit(realSpec(), "..", { targets: ["types"], responses, ...strings }),
    ).resolves.toBeDefined();
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

  it("is the same on the wire, and in the docs, in every mode", async () => {
    const pages = await Promise.all(
      (["number", "bigint", "string"] as const).map(async (mode) =>
        collectFiles(await emit(spec, "..", { targets: ["docs"], int64: mode })),
      ),
    );
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
  });
});
