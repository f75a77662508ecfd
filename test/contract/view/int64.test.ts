import { describe, expect, it } from "vitest";
import { emit, collectFiles } from "../../workbench/emit.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";
import { declarationsOf } from "../../targets/types/declarations.js";
import { modelOf, viewOf } from "./spec-of.js";

const int64 = { type: "integer", format: "int64" };

describe("a 64-bit integer", () => {
  const spec = createSmallSpec({
    ping: object("Ping", { count: { ...int64, minimum: 1 }, nothing: { anyOf: [int64, { type: "null" }] } }),
  });

  it.each(["number", "bigint"] as const)(
    "as %s has the type and the comment that belong to it",
    async (mode) => {
      const files = collectFiles(await emit(spec, "..", { targets: ["types"], int64: mode }));
      expect(declarationsOf(files).get("Ping")).toBe(`/** Ping. */
export interface Ping {
  /**
   * The count.
   *
   * @format int64
   * @minimum 1
   */
  count?: ${mode};
  /**
   * The nothing.
   *
   * @format int64
   */
  nothing?: ${mode} | null;
}`);
    },
  );

  it("is the same in the docs, in every mode", async () => {
    const page = async (int64: "number" | "bigint") =>
      collectFiles(await emit(spec, "..", { targets: ["docs"], int64 }));
    expect(await page("bigint")).toEqual(await page("number"));
  });
});

type Properties = Readonly<Record<string, unknown>>;

describe("an object with a 64-bit integer replaced one that had", () => {
  const [integer, number] = [{ size: int64 }, { size: { type: "number" } }];
  const list = (items: object) => ({ size: { type: "array", items } });

  it.each<readonly [string, now: Properties, before: Properties, isRefused: boolean]>([
    ["a number in its place", integer, number, true],
    ["numbers in a list", list(int64), list(number.size), true],
    ["a number further below", list(object("In", integer)), list(object("OldIn", number)), true],
    ["a 64-bit integer too", integer, integer, false],
  ])("%s", (_, now, before, isRefused) => {
    const was = { "x-was": [{ until: "20", schema: object("Old", before) }] };
    const model = modelOf({ pong: { x: { ...object("New", now), ...was } } });
    const expected = expect(() => viewOf(model, "..", { responses: "gated", int64: "bigint" }));
    if (isRefused) expected.toThrow("became another object");
    else expected.not.toThrow();
  });
});
