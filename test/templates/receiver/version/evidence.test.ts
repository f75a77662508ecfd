import { createSnapshots } from "../../../../generator/contract/lattice/snapshot.js";
import { describe, expect, it } from "vitest";
import { collectKnownRequests } from "../../../../generator/targets/receiver/receiver.js";
import { inferFromRequest, type KnownRequests } from "../../../../templates/copied/receiver/evidence.js";
import { fleetFrom } from "../../../laws/judges/interpreted.js";
import { modelOf, type SmallSpec } from "../../../contract/view/spec-of.js";
import { object } from "../../../workbench/small-spec.js";

const late = { "x-added-in": "20" };
const guess = { "x-provenance": { kind: "inferred", basis: "A guess." } };
const text = { type: "string" };
const lateText = { ...text, ...late };
const lateB = { ...text, enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
const bag = { ...object("Bag", { y: lateText }), "x-open": true };
const x = (shape: object): SmallSpec => ({ ping: { x: shape } });
const eras = (more: object = {}): SmallSpec =>
  x({
    ...object("Fresh", { fresh: text }),
    "x-was": [{ until: "20", schema: object("Old", { old: text }) }],
    ...more,
  });
const carrying = { events: { other: { description: "Other.", carries: { ping: late } } } };

describe("what a request proves about the release that sent it", () => {
  it.each<[name: string, small: SmallSpec, ping: object, proved: string | undefined, event?: string]>([
    ["a property that came later", x(lateText), { x: "" }, "20"],
    [
      "a null in its place, which may stand for what an older shop lacks",
      x(lateText),
      { x: null },
      undefined,
    ],
    ["a property that is guessed to have come later", x({ ...lateText, ...guess }), { x: "" }, undefined],
    ["a value that came later", x(lateB), { x: "b" }, "20"],
    ["a value that came later, in a list", x({ type: "array", items: lateB }), { x: ["a", "b"] }, "20"],
    [
      "an item that cannot be made a text",
      x({ type: "array", items: { ...object("Item", {}), ...late } }),
      { x: [{ toString: null }] },
      undefined,
    ],
    [
      "a value of an open enum, which may have come before it was known",
      x({ ...lateB, "x-open": true }),
      { x: "b" },
      undefined,
    ],
    ["a property of an open object, which may have had it before", x(bag), { x: { y: "" } }, undefined],
    [
      "an older spelling of a property that came later",
      x({ ...lateText, "x-legacy-names": ["ex"] }),
      { ex: "" },
      "20",
    ],
    ["the shape that an object took", eras(), { x: { fresh: "" } }, "20"],
    [
      "the shape that an object took at a release that is guessed",
      eras(guess),
      { x: { fresh: "" } },
      undefined,
    ],
    ["a part that another event had from the start", carrying, {}, undefined],
    ["a part that this event had later than another", carrying, {}, "20", "other"],
  ])("%s", (_name, ...[small, ping, proved, event = "ping"]) => {
    const model = modelOf(small);
    const known = collectKnownRequests(createSnapshots(model), fleetFrom(model, "10", "30"));
    expect(inferFromRequest(known as KnownRequests, { ping }, event).version).toBe(proved);
  });
});
