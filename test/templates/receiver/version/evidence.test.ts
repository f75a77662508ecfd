import { createSnapshots } from "../../../../generator/contract/lattice/snapshot.js";
import { expect, it } from "vitest";
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
const listOf = (items: object) => x({ type: "array", items });
const was = [{ until: "20", schema: object("Old", { old: text }) }];
const changed = (more: object = {}) => x({ ...object("Fresh", { fresh: text }), "x-was": was, ...more });
const carrying = { events: { other: { description: "Other.", carries: { ping: late } } } };

it.each<[name: string, small: SmallSpec, ping: object, proved: boolean, event?: string]>([
  ["a property that came later", x(lateText), { x: "" }, true],
  ["a null in its place, which older shops may send", x(lateText), { x: null }, false],
  ["a property that is guessed to have come later", x({ ...lateText, ...guess }), { x: "" }, false],
  ["a value that came later", x(lateB), { x: "b" }, true],
  ["a value that came later, in a list", listOf(lateB), { x: ["a", "b"] }, true],
  [
    "an item that has no text",
    listOf({ ...object("Item", {}), ...late }),
    { x: [{ toString: null }] },
    false,
  ],
  [
    "a value of an open enum, which may be older than the spec",
    x({ ...lateB, "x-open": true }),
    { x: "b" },
    false,
  ],
  ["a property of an open object, which may be older", x(bag), { x: { y: "" } }, false],
  ["an older spelling of a later property", x({ ...lateText, "x-legacy-names": ["ex"] }), { ex: "" }, true],
  ["a changed shape", changed(), { x: { fresh: "" } }, true],
  ["a shape whose change is guessed", changed(guess), { x: { fresh: "" } }, false],
  ["a part that another event always had", carrying, {}, false],
  ["a part that this event had later than another", carrying, {}, true, "other"],
])(
  "a request proves the release that sent it, or not: %s",
  (_name, ...[small, ping, proved, event = "ping"]) => {
    const model = modelOf(small);
    const known = collectKnownRequests(createSnapshots(model), fleetFrom(model, "10", "30"));
    const { version } = inferFromRequest(known as KnownRequests, { ping }, event);
    expect(version).toBe(proved ? "20" : undefined);
  },
);
