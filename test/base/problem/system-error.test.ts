import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSystemError } from "../../../generator/base/problem/problem.js";

describe("the reason of a failure", () => {
  it.each([
    ["a file that is not there", () => readFileSync("/nowhere/x"), "it does not exist"],
    ["a file that is a folder", () => readFileSync("/"), "it is a folder"],
    ["a folder that is a file", () => readdirSync(new URL(import.meta.url)), "it is not a folder"],
    ["a name without end", () => readFileSync(`/${"x".repeat(300)}`), "its name is too long"],
    ["an error that the system does not know", () => fail(new Error("the moon is full")), "the moon is full"],
    ["what is no error at all", () => fail("a text"), "a text"],
  ] as const)("is in words for %s, without the path", (_, given, want) => {
    let thrown: unknown;
    try {
      given();
    } catch (error) {
      thrown = error;
    }
    expect(describeSystemError(thrown)).toBe(want);
  });
});

function fail(thrown: unknown): never {
  throw thrown;
}
