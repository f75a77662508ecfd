import { describe, expect, it } from "vitest";
import { formatRelease } from "../../../generator/base/time/release.js";
import type { Span } from "../../../generator/base/time/spans.js";
import type { GateView, ObjectView } from "../../../generator/contract/view/view.js";
import { describeType, modelOf, viewOf } from "./spec-of.js";
import { object } from "../../workbench/small-spec.js";

const string = { type: "string" };
const number = { type: "number" };

const changed = (before: object, now: object) => ({ ...now, "x-was": [{ until: "20", schema: before }] });

/** The gate of the property `x` for shops from 10 on: `exists 20..; required 30..`. */
const cases: readonly (readonly [name: string, shape: object, want: string])[] = [
  ["was added", { ...string, "x-added-in": "20" }, "exists 20.."],
  ["was removed", { ...string, "x-removed-in": "20" }, "exists ..20"],
  ["came and went", { ...string, "x-added-in": "20", "x-removed-in": "30" }, "exists 20..30"],
  ["became optional", { ...string, "x-optional-since": "20" }, "required ..20"],
  ["changed its type", changed(string, number), "eras ..20 string, 20.. number"],
  [
    "changed its type and back",
    { ...string, "x-was": [...changed(string, {})["x-was"], { until: "30", schema: number }] },
    "eras ..20 30.. string, 20..30 number",
  ],
  ["got a bound", changed(number, { ...number, maximum: 9 }), "eras ..20 number, 20.. number<-9>"],
  ["lost a lower bound", changed({ ...number, minimum: 1 }, number), "eras ..20 number<1->, 20.. number"],
  // Their values and properties have their own gates.
  ["is an enum that grew", { ...string, enum: ["a", "b"], "x-enum-added-in": { b: "20" } }, ""],
  ["was another enum", changed({ ...string, enum: ["a"] }, { ...string, enum: ["a", "b"] }), ""],
  ["is an object that grew", object("Inner", { y: string, z: { ...string, "x-added-in": "20" } }), ""],
  [
    "is an enum that was free text",
    changed(string, { ...string, enum: ["a"] }),
    "eras ..20 string, 20.. {a}",
  ],
];

describe("in a gated answer", () => {
  it.each(cases)("a property that %s", (_, shape, want) => {
    expect(gateOf(pongOf({ ...shape }, {}))).toBe(want);
  });

  it.each([
    { name: "was always there", shape: string, want: "" },
    { name: "came", shape: { ...string, "x-added-in": "20" }, want: "exists 20..; required 20.." },
    { name: "became required", shape: { ...string, "x-required-since": "20" }, want: "required 20.." },
    {
      name: "was so before the range",
      shape: { ...string, "x-required-since": "20" },
      range: "20..",
      want: "",
    },
  ])("a required property that $name", ({ shape, range, want }) => {
    expect(gateOf(pongOf(shape, { required: true, range }))).toBe(want);
  });

  it("a property that came to an open object: before, it was anything", () => {
    expect(gateOf(pongOf({ ...string, "x-added-in": "20" }, { open: true }))).toBe("eras 20.. string");
    expect(gateOf(pongOf(string, { open: true }))).toBe("");
  });

  it("the values of an enum that grew", () => {
    const shape = { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
    const [property] = pongOf(shape, {}).properties;
    const kind = property?.type === "unknown" ? undefined : property?.type[0];
    const values = kind?.kind === "enum" ? kind.enum.values : [];
    expect(values.map(({ value, exists }) => `${value} ${formatSpans(exists)}`)).toEqual(["a ", "b 20.."]);
  });
});

describe("in a safe answer", () => {
  it("nothing depends on the release", () => {
    const model = modelOf({ pong: { y: string, x: { ...string, "x-optional-since": "20" } } });
    const gates = viewOf(model, "10..").events.map(({ response }) => JSON.stringify(response));
    expect(gates.join()).not.toContain('"gate"');
  });
});

interface Holder {
  readonly required?: boolean;
  readonly open?: boolean;
  readonly range?: string | undefined;
}

/** The answer's object. The property `y` keeps it from being empty. */
function pongOf(
  shape: Readonly<Record<string, unknown>>,
  { required = false, open, range = "10.." }: Holder,
): ObjectView {
  const pong = { ...object("Pong", { x: shape, y: string }, required ? ["x"] : []), "x-open": open };
  const model = modelOf({ files: { "responses/pong.json": pong } });
  const view = viewOf(model, range, { responses: "gated" });
  const property = view.events[0]?.response.properties.find(({ name }) => name === "pong");
  const kind = property?.type === "unknown" ? undefined : property?.type[0];
  if (kind?.kind !== "object") throw new Error("there is no pong");
  return kind.object;
}

function gateOf({ properties }: ObjectView): string {
  const gate = properties.find((each) => each.name === "x")?.gate;
  return gate === undefined ? "" : formatGate(gate);
}

function formatGate({ exists, required, eras }: GateView): string {
  const parts = [
    ...(exists ? [`exists ${formatSpans(exists)}`] : []),
    ...(required ? [`required ${formatSpans(required)}`] : []),
    ...(eras
      ? [`eras ${eras.map(({ spans, type }) => `${formatSpans(spans)} ${describeType(type)}`).join(", ")}`]
      : []),
  ];
  return parts.length > 0 ? parts.join("; ") : "a gate that checks nothing";
}

const formatSpans = (spans: readonly Span[] = []): string =>
  spans.map(({ from, until }) => [from, until].map((end) => end && formatRelease(end)).join("..")).join(" ");
