import { createAlbum } from "../../../../generator/lattice/album.js";
import { describe, expect, it } from "vitest";
import { collectEvidence } from "../../../../generator/targets/receiver/evidence.js";
import { collectKnownParts } from "../../../../generator/targets/receiver/known-parts.js";
import { inferFromEvidence } from "../../../../templates/receiver/version/infer-version.js";
import { fleetFrom } from "../../../laws/judges/interpreted.js";
import { modelOf, type SmallSpec } from "../../../view/spec-of.js";
import { object } from "../../../workbench/small-spec.js";

const late = { "x-added-in": "20" };
const guess = { "x-provenance": { kind: "inferred", basis: "A guess." } };
const text = { type: "string" };
const x = (shape: object): SmallSpec => ({ ping: { x: shape } });
const eras = (more: object): object => ({
  ...object("Fresh", { fresh: text }),
  "x-was": [{ until: "20", schema: object("Old", { old: text }) }],
  ...more,
});

interface Case {
  readonly name: string;
  readonly small: SmallSpec;
  readonly body: object;
  readonly event?: string;
  readonly want: string | undefined;
}

describe("what a request proves about the release that sent it", () => {
  it.each<Case>([
    {
      name: "a property that came later",
      small: x({ ...text, ...late }),
      body: { ping: { x: "" } },
      want: "20",
    },
    {
      name: "a property that is guessed to have come later",
      small: x({ ...text, ...late, ...guess }),
      body: { ping: { x: "" } },
      want: undefined,
    },
    {
      name: "a value that came later",
      small: x({ ...text, enum: ["a", "b"], "x-enum-added-in": { b: "20" } }),
      body: { ping: { x: "b" } },
      want: "20",
    },
    {
      name: "a value of an open enum, which may have come before it was known",
      small: x({ ...text, enum: ["a", "b"], "x-open": true, "x-enum-added-in": { b: "20" } }),
      body: { ping: { x: "b" } },
      want: undefined,
    },
    {
      name: "a property of an open object, which may have had it before",
      small: x({ ...object("Bag", { y: { ...text, ...late } }), "x-open": true }),
      body: { ping: { x: { y: "" } } },
      want: undefined,
    },
    {
      name: "an older spelling of a property that came later",
      small: x({ ...text, ...late, "x-legacy-names": ["ex"] }),
      body: { ping: { ex: "" } },
      want: "20",
    },
    {
      name: "the shape that an object took",
      small: x(eras({})),
      body: { ping: { x: { fresh: "" } } },
      want: "20",
    },
    {
      name: "the shape that an object took at a release that is guessed",
      small: x(eras(guess)),
      body: { ping: { x: { fresh: "" } } },
      want: undefined,
    },
    {
      name: "a part that another event had from the start",
      small: { events: { other: { description: "Other.", carries: { ping: late } } } },
      body: { ping: {} },
      want: undefined,
    },
    {
      name: "a part that this event had later than another",
      small: { events: { other: { description: "Other.", carries: { ping: late } } } },
      body: { ping: {} },
      event: "other",
      want: "20",
    },
  ])("$name: $want", ({ small, body, event = "ping", want }) => {
    expect(inferFromEvidence(collectEvidence(createAlbum(modelOf(small))), body, event).version).toBe(want);
  });
});

describe("the parts that a fleet knows", () => {
  it("are those of every shape of an object in the fleet", () => {
    const model = modelOf(x(eras({})));
    const knownIn = (min: string, max: string): unknown => {
      const { objects } = collectKnownParts(createAlbum(model), fleetFrom(model, min, max));
      return objects[objects["Ping"]?.properties["x"] ?? ""]?.properties;
    };
    expect(knownIn("10", "15")).toEqual({ old: "" });
    expect(knownIn("10", "30")).toEqual({ fresh: "", old: "" });
    expect(knownIn("20", "30")).toEqual({ fresh: "" });
  });

  it("list what is outside the fleet, with the release that explains it", () => {
    const model = modelOf({
      ping: { x: { ...text, "x-added-in": "30" }, y: { ...text, "x-removed-in": "20" } },
    });
    const { objects } = collectKnownParts(createAlbum(model), fleetFrom(model, "20", "20"));
    expect(objects["Ping"]).toEqual({
      properties: {},
      outside: { x: { since: 30_0000_0000 }, y: { until: 20_0000_0000 } },
    });
  });
});
