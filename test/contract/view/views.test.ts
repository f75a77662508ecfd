import { expect, it } from "vitest";
import { cases, common, gone } from "./cases.js";
import { describeObject, modelOf, viewOf } from "./spec-of.js";

it.each(cases)("a property that $name", ({ shape, required, want }) => {
  // The two sides must not share an object, so each has its own spec.
  const names = required ? ["x"] : [];
  const shared = "$ref" in shape ? { common } : {};
  const requests = modelOf({ ping: { x: shape }, pingRequired: names, ...shared });
  const responses = modelOf({ pong: { x: shape }, pongRequired: names, ...shared });
  for (const [range, [ping, pong]] of Object.entries(want)) {
    expect(describeObject(viewOf(requests, range), "ping"), range).toEqual(toLines(ping));
    expect(describeObject(viewOf(responses, range), "pong"), range).toEqual(toLines(pong));
  }
});

const toLines = (text: string): string[] => (text === gone ? [] : [text]);
