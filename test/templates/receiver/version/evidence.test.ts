import { expect, it } from "vitest";
import { inferFromRequest } from "../../../../templates/copied/receiver/handling/evidence.js";
import { readRules } from "../../../../templates/copied/validators/rules.js";
import { modelOf, tableOf, type SmallSpec } from "../../../contract/view/spec-of.js";
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
const other = { description: "Other.", carries: { ping: {} }, ...late };
const inner = { $ref: "common/inner.json" };
/** The fleet knows the object in the bag. Before, the bag may have had anything there. */
const inBag = {
  ping: {
    x: inner,
    bag: { ...object("Bag", { inner: { ...inner, "x-added-in": "10" } }), "x-open": true },
  },
  common: { inner: object("Inner", { y: lateText }) },
};

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
  ["a later part of an object", inBag, { x: { y: "" } }, true],
  ["the same part where older shops may send anything", inBag, { bag: { inner: { y: "" } } }, false],
  ["an older spelling of a later property", x({ ...lateText, "x-legacy-names": ["ex"] }), { ex: "" }, true],
  ["a changed shape", changed(), { x: { fresh: "" } }, true],
  ["a shape whose change is guessed", changed(guess), { x: { fresh: "" } }, false],
  ["a part that another event always had", carrying, {}, false],
  ["a part that this event had later than another", carrying, {}, true, "other"],
  ["an event that came later", { events: { other } }, {}, true, "other"],
  [
    "an event that is guessed to have come later",
    { events: { other: { ...other, ...guess } } },
    {},
    false,
    "other",
  ],
])(
  "a request proves the release that sent it, or not: %s",
  (_name, ...[small, ping, proved, event = "ping"]) => {
    const rules = readRules(tableOf(modelOf(small), "10..30"));
    const { version } = inferFromRequest(rules, { ping }, event);
    expect(version).toBe(proved ? "20" : undefined);
  },
);
