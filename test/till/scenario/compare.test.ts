import { describe, expect, it } from "vitest";
import { findDifferences, findLacking } from "../../../generator/till/scenario/judge-step.js";
import type { Json } from "../../../generator/base/json.js";

describe("a part", () => {
  it.each<readonly [string, Json, Json | undefined]>([
    ["an object with more", { a: 1 }, { a: 1, b: 2 }],
    ["an object, of an empty one", {}, { b: 2 }],
    ["a list with others between", [1, 3], [1, 2, 3, 4]],
    ["any list, of an empty one", [], [1]],
    ["items that fit an earlier and a later part", [{ a: 1 }, { b: 2 }], [{ a: 1, b: 2 }, { b: 2 }]],
    ["what is not there, of null", { a: null }, { b: 1 }],
    ["null, of null", { a: null }, { a: null }],
    ["the same text", "a", "a"],
  ])("is found in %s", (_name, part, seen) => {
    expect(findLacking(part, seen)).toEqual([]);
  });

  it.each<readonly [string, Json, Json | undefined, object]>([
    ["a value that differs", { a: { b: 1 } }, { a: { b: 2 } }, { path: "a.b", expected: 1, seen: 2 }],
    ["a text for a number", { a: 1 }, { a: "1" }, { path: "a", expected: 1, seen: "1" }],
    ["what is not there", { a: 1 }, {}, { path: "a", expected: 1, seen: undefined }],
    ["what every object has", { toString: 1 }, {}, { path: "toString", expected: 1, seen: undefined }],
    ["nothing at all", { a: 1 }, undefined, { path: "", expected: { a: 1 }, seen: undefined }],
    ["what is there, of null", { a: null }, { a: 1 }, { path: "a", expected: null, seen: 1 }],
    ["an object for a list", [1], { 0: 1 }, { path: "", expected: [1], seen: { 0: 1 } }],
    ["a list for an object", { length: 1 }, [1], { path: "", expected: { length: 1 }, seen: [1] }],
    ["a list in another order", [2, 1], [1, 2], { path: "[…]", expected: 1, seen: [] }],
    ["a list with one for two", [1, 1], [1], { path: "[…]", expected: 1, seen: [] }],
    ["the one item there is", [{ a: 1, b: 2 }], [{ a: 1, b: 3 }], { path: "[0].b", expected: 2, seen: 3 }],
    [
      "several items",
      [{ a: 3 }],
      [{ a: 1 }, { a: 2 }],
      { path: "[…]", expected: { a: 3 }, seen: [{ a: 1 }, { a: 2 }] },
    ],
  ])("is missed in %s", (_name, part, seen, want) => {
    expect(findLacking(part, seen)).toEqual([want]);
  });
});

describe("the whole", () => {
  it.each<readonly [string, Json, Json, readonly object[]]>([
    ["is the same in another order", { a: 1, b: [2] }, { b: [2], a: 1 }, []],
    ["has nothing more", { a: 1 }, { a: 1, b: 2 }, [{ path: "b", expected: undefined, seen: 2 }]],
    ["has no item more", [1], [1, 2], [{ path: "[1]", expected: undefined, seen: 2 }]],
    ["has no item less", [1, 2], [1], [{ path: "[1]", expected: 2, seen: undefined }]],
    ["has no null for nothing", { a: null }, {}, [{ path: "a", expected: null, seen: undefined }]],
  ])("%s", (_name, expected, seen, want) => {
    expect(findDifferences(expected, seen)).toEqual(want);
  });
});
