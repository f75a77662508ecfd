import { describe, expect, it } from "vitest";
import { boundCases } from "./cases/bounds.js";
import { existenceCases } from "./cases/existence.js";
import { objectCases } from "./cases/objects.js";
import { typeCases } from "./cases/types.js";
import { gone } from "./cases/view-case.js";
import { describeObject, modelOf, viewOf } from "./spec-of.js";

const cases = [...existenceCases, ...typeCases, ...objectCases, ...boundCases];

describe("a property that", () => {
  for (const { name, shape, required = false, common = {}, want } of cases) {
    // The two sides must not share an object, so each has a spec of its own.
    const names = required ? ["x"] : [];
    it(name, () => {
      const requests = modelOf({ releases, ping: { x: shape }, pingRequired: names, common });
      const responses = modelOf({ releases, pong: { x: shape }, pongRequired: names, common });
      for (const [range, { ping, pong }] of Object.entries(want)) {
        expect(describeObject(viewOf(requests, range), "ping"), range).toEqual(toLines(ping));
        expect(describeObject(viewOf(responses, range), "pong"), range).toEqual(toLines(pong));
      }
    });
  }
});

const releases = ["10", "20", "30"];
const toLines = (text: string): string[] => (text === gone ? [] : [text]);
