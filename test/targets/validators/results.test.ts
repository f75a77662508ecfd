import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as generator from "../../../generator/contract/read/pointer.js";
import {
  splitPointer,
  toProblem,
  toStandardSchema,
  type Problem,
} from "../../../templates/copied/validators/results.js";
import type { FaultKind } from "../../../templates/copied/validators/check.js";
import { joinPointer } from "../../../templates/copied/validators/rules.js";
import "../../workbench/seed.js";

it.each<[FaultKind, string]>([
  ["missing", "missing-property"],
  ["unknown property", "unknown-property"],
  ["required there", "missing-property"],
])("a property with a fault %j is named, whatever characters its name has", (kind, code) => {
  const problem = toProblem({ path: "/pong", kind, name: "either/or~" }, { version: 1, release: "1" });
  expect(problem).toMatchObject({ path: "/pong/either~1or~0", code });
});

it("a JSON Pointer gives back the tokens that it was made of, and is the generator's", () => {
  const token = fc.oneof(fc.string(), fc.constantFrom("~1", "~0", "/", "~01", ""));
  fc.assert(
    fc.property(fc.array(token), (tokens) => {
      const pointer = tokens.reduce<string>(joinPointer, "");
      expect(pointer).toBe(generator.joinPointer("", ...tokens));
      expect(splitPointer(pointer)).toEqual(tokens);
    }),
  );
});

describe("a validator as a Standard Schema", () => {
  it("has its version and vendor, and returns the valid value itself", () => {
    const value = {};
    const schema = toStandardSchema(() => ({ ok: true, value }))["~standard"];
    expect(schema).toMatchObject({ version: 1, vendor: "mplus-codegen" });
    expect(schema.validate(null)).toEqual({ value });
    expect((schema.validate(null) as { value: object }).value).toBe(value);
  });

  it.each([
    ["", []],
    ["/lines/12/text", ["lines", 12, "text"]],
    ["/a~1b/c~0d/~01", ["a/b", "c~d", "~1"]],
    ["/", [""]],
  ])("gives the path %s as a list of keys", (path, want) => {
    const problems: Problem[] = [{ path, code: "wrong-type", message: "No.", addedIn: "59" }];
    const outcome = toStandardSchema(() => ({ ok: false, problems }))["~standard"].validate({});
    expect(outcome).toEqual({ issues: [{ message: "No.", path: want }] });
  });
});
