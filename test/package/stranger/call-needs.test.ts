import { expect, it } from "vitest";
import { findNeeds, needs } from "./call-needs.js";
import { listPrintedCalls } from "./printed-calls.js";

const calls = listPrintedCalls();

it("each call of the pages has a row in call-needs.yaml: what it needs and how it ends, or why it cannot be run", () => {
  expect(calls.length).toBeGreaterThanOrEqual(70);
  expect(calls.filter(({ call }) => !findNeeds(call))).toEqual([]);
});

it("each row of call-needs.yaml is about a call of the pages", () => {
  const used = new Set(calls.map(({ call }) => findNeeds(call)));
  expect(needs.filter((row) => !used.has(row))).toEqual([]);
});
