import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as generator from "../../../generator/contract/read/pointer.js";
import {
  joinPointer,
  type Result,
  splitPointer,
  toProblem,
  toStandardSchema,
} from "../../../templates/copied/validators/results.js";
import type { FaultKind } from "../../../templates/copied/validators/checks.js";
import "../../workbench/seed.js";

describe("the path of a problem", () => {
  it.each<[FaultKind, string]>([
    ["missing", "missing-property"],
    ["unknown property", "unknown-property"],
    ["required there", "missing-property"],
  ])("names a property with a fault %j, whatever stands in its name", (kind, code) => {
    const problem = toProblem({ path: "/pong", kind, name: "either/or~" }, { version: 1, release: "1" });
    expect(problem).toMatchObject({ path: "/pong/either~1or~0", code });
  });
});

describe("a JSON Pointer", () => {
  it("gives back the tokens that it was made of, and is the generator's", () => {
    const token = fc.oneof(fc.string(), fc.constantFrom("~1", "~0", "/", "~01", ""));
    fc.assert(
      fc.property(fc.array(token), (tokens) => {
        const pointer = tokens.reduce<string>(joinPointer, "");
        expect(pointer).toBe(generator.joinPointer("", ...tokens));
        expect(splitPointer(pointer)).toEqual(tokens);
      }),
    );
  });
});

describe("a validator as a Standard Schema", () => {
  it("says its version and vendor, and hands on the very value that is valid", () => {
    const value = { a: 1 };
    const schema = toStandardSchema((given): Result<unknown> => ({ ok: true, value: given }))["~standard"];
    expect(schema).toMatchObject({ version: 1, vendor: "mplus-codegen" });
    const outcome = schema.validate(value);
    expect(outcome).toEqual({ value });
    expect("value" in outcome && outcome.value).toBe(value);
  });

  it.each([
    ["", []],
    ["/lines/12/text", ["lines", 12, "text"]],
    ["/a~1b/c~0d/~01", ["a/b", "c~d", "~1"]],
    ["/", [""]],
  ])("tells the place %s as a list of keys", (path, want) => {
    const message = "It must be a text.";
    const problems = [{ path, code: "wrong-type" as const, message, addedIn: "59" }];
    const outcome = toStandardSchema((): Result<never> => ({ ok: false, problems }))["~standard"].validate(
      {},
    );
    expect(outcome).toEqual({ issues: [{ message, path: want }] });
  });
});
