import { describe, expect, it } from "vitest";
import type { Result } from "../../../templates/validators/result.js";
import { toStandardSchema } from "../../../templates/validators/standard-schema.js";

const failing = (path: string) => (): Result<never> => ({
  ok: false,
  problems: [{ path, code: "wrong-type", message: "It must be a text.", addedIn: "59" }],
});

describe("a validator as a Standard Schema", () => {
  it("says its version and vendor, and no types", () => {
    const { version, vendor, types } = toStandardSchema(failing(""))["~standard"];
    expect({ version, vendor, types }).toEqual({ version: 1, vendor: "mplus-codegen", types: undefined });
  });

  it("hands on the very value that is valid", () => {
    const value = { a: 1 };
    const outcome = toStandardSchema((given): Result<unknown> => ({ ok: true, value: given }))[
      "~standard"
    ].validate(value);
    expect(outcome).toEqual({ value });
    expect("value" in outcome && outcome.value).toBe(value);
  });

  it.each([
    { path: "", want: [] },
    { path: "/a", want: ["a"] },
    { path: "/lines/12/text", want: ["lines", 12, "text"] },
    { path: "/a~1b/c~0d/~01", want: ["a/b", "c~d", "~1"] },
    { path: "/", want: [""] },
    { path: "/a//b", want: ["a", "", "b"] },
  ])("tells the place $path as a list of keys", ({ path, want }) => {
    const outcome = toStandardSchema(failing(path))["~standard"].validate({});
    expect(outcome).toEqual({ issues: [{ message: "It must be a text.", path: want }] });
  });
});
