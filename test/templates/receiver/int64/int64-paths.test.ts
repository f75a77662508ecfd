import { expect, it } from "vitest";
import { buildModel } from "../../../../generator/contract/model/build.js";
import { findInt64Paths } from "../../../../generator/targets/receiver/receiver.js";
import { fleetFrom, buildPossibleView } from "../../../laws/judges/interpreted.js";
import { object, createSmallSpec } from "../../../workbench/small-spec.js";

const int64 = { type: "integer", format: "int64" };
const part = { $ref: "common/part.json" };

const spec = createSmallSpec({
  ping: object("Ping", {
    count: { ...int64, "x-legacy-names": ["cuont"] },
    other: { type: "integer" },
    counts: { type: "array", items: { type: "array", items: int64 } },
    either: { anyOf: [int64, part, { type: "array", items: part }, { type: "null" }] },
    empty: object("Empty", { text: { type: "string" } }),
  }),
  files: {
    "common/part.json": object("Part", { size: int64, name: { type: "string" } }),
    "requests/errorRequest.json": object("ErrorRequest", { error: { type: "string" }, lost: int64 }),
  },
});

it("has each path to a 64-bit integer under every spelling, and no other object", () => {
  const model = buildModel(spec);
  const paths = findInt64Paths(buildPossibleView(model, fleetFrom(model), "safe", "bigint"));
  expect(paths).toEqual({
    roots: { ping: "PingRequest" },
    errorReport: "ErrorRequest",
    objects: {
      PingRequest: { ping: { object: "Ping" } },
      Ping: {
        count: { int64: true },
        cuont: { int64: true },
        counts: { items: { items: { int64: true } } },
        either: { int64: true, object: "Part", items: { object: "Part" } },
      },
      Part: { size: { int64: true } },
      ErrorRequest: { lost: { int64: true } },
    },
  });
});
