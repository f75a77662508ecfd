import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeSystemError } from "../../generator/problem/system-error.js";
import { catchError } from "../workbench/thrown-by.js";

describe("the reason of a failure", () => {
  it.each([
    { name: "a file that is not there", given: () => readFileSync("/nowhere/x"), want: "it does not exist" },
    { name: "a file that is a folder", given: () => readFileSync("/"), want: "it is a folder" },
    {
      name: "a folder that is a file",
      given: () => readdirSync(new URL(import.meta.url)),
      want: "it is not a folder",
    },
    {
      name: "a name without end",
      given: () => readFileSync(`/${"x".repeat(300)}`),
      want: "its name is too long",
    },
  ])("is in words for $name, without the path", ({ given, want }) => {
    expect(describeSystemError(catchError(given))).toBe(want);
  });

  it.each([
    {
      name: "an error that the system does not know",
      given: new Error("the moon is full"),
      want: "the moon is full",
    },
    { name: "what is no error at all", given: "a text", want: "a text" },
  ])("is what was said for $name", ({ given, want }) => {
    expect(describeSystemError(given)).toBe(want);
  });
});
