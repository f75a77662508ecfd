import { describe, expect, it } from "vitest";
import { joinPointer, splitPointer } from "../../../generator/contract/read/pointer.js";

describe("a JSON Pointer", () => {
  it.each([
    { name: "of the whole file is empty", given: [], want: "" },
    { name: "has a slash before each step", given: ["properties", "label", 0], want: "/properties/label/0" },
    { name: "escapes slashes and tildes", given: ["a/b", "~", "~1", "~0"], want: "/a~1b/~0/~01/~00" },
    { name: "may have an empty step", given: ["", ""], want: "//" },
    { name: "leaves other characters as they are", given: ["%ZZ", "a b", "\u202e"], want: "/%ZZ/a b/\u202e" },
  ])("$name", ({ given, want }) => {
    expect(joinPointer("", ...given)).toBe(want);
    expect(splitPointer(want)).toEqual(given.map(String));
  });

  it("is made longer at its end", () => {
    expect(joinPointer("/a", "b")).toBe("/a/b");
  });
});
