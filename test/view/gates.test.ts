import { createAlbum } from "../../generator/lattice/album.js";
import { describe, expect, it } from "vitest";
import { formatRelease } from "../../generator/time/release.js";
import { buildView } from "../../generator/view/build-view.js";
import { parseFleet } from "../../generator/time/fleet.js";
import type { Span } from "../../generator/time/spans.js";
import type { GateView, ObjectView } from "../../generator/view/view.js";
import { describeType, modelOf, viewOf } from "./spec-of.js";
import { object } from "../workbench/small-spec.js";

/** What a gated answer has to heed about the property `x` of shops from 10 on: `exists 20..; required 30..`. */
interface Case {
  readonly name: string;
  readonly shape: Readonly<Record<string, unknown>>;
  readonly required?: boolean;
  readonly open?: boolean;
  readonly range?: string;
  readonly want: string;
}

const string = { type: "string" };

const cases: readonly Case[] = [
  { name: "was always there", shape: string, required: true, want: "" },
  { name: "was added", shape: { ...string, "x-added-in": "20" }, want: "exists 20.." },
  { name: "was removed", shape: { ...string, "x-removed-in": "20" }, want: "exists ..20" },
  {
    name: "came and went",
    shape: { ...string, "x-added-in": "20", "x-removed-in": "30" },
    want: "exists 20..30",
  },
  {
    name: "came, required",
    shape: { ...string, "x-added-in": "20" },
    required: true,
    want: "exists 20..; required 20..",
  },
  {
    name: "became required",
    shape: { ...string, "x-required-since": "20" },
    required: true,
    want: "required 20..",
  },
  { name: "became optional", shape: { ...string, "x-optional-since": "20" }, want: "required ..20" },
  {
    name: "became required before the range",
    shape: { ...string, "x-required-since": "20" },
    required: true,
    range: "20..",
    want: "",
  },
  {
    name: "changed its type",
    shape: { type: "number", "x-was": [{ until: "20", schema: string }] },
    want: "eras ..20 string, 20.. number",
  },
  {
    name: "changed its type and back",
    shape: {
      type: "string",
      "x-was": [
        { until: "20", schema: string },
        { until: "30", schema: { type: "number" } },
      ],
    },
    want: "eras ..20 30.. string, 20..30 number",
  },
  {
    name: "got a bound",
    shape: { type: "number", maximum: 9, "x-was": [{ until: "20", schema: { type: "number" } }] },
    want: "eras ..20 number, 20.. number<-9>",
  },
  {
    name: "lost a lower bound",
    shape: { type: "number", "x-was": [{ until: "20", schema: { type: "number", minimum: 1 } }] },
    want: "eras ..20 number<1->, 20.. number",
  },
  {
    name: "is an enum that grew: its values have gates",
    shape: { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } },
    want: "",
  },
  {
    name: "is an enum that was another one: its values have gates",
    shape: {
      type: "string",
      enum: ["a", "b"],
      "x-was": [{ until: "20", schema: { type: "string", enum: ["a"] } }],
    },
    want: "",
  },
  {
    name: "is an enum that was free text",
    shape: { type: "string", enum: ["a"], "x-was": [{ until: "20", schema: string }] },
    want: "eras ..20 string, 20.. {a}",
  },
  {
    name: "is an object that grew: its properties have gates",
    shape: object("Inner", { y: string, z: { ...string, "x-added-in": "20" } }),
    want: "",
  },
  {
    name: "came to an open object: before, it was anything",
    shape: { ...string, "x-added-in": "20" },
    open: true,
    want: "eras 20.. string",
  },
  { name: "was always in an open object", shape: string, open: true, want: "" },
];

describe("in a gated answer", () => {
  it.each(cases)("a property that $name", ({ shape, required = false, open, range = "10..", want }) => {
    expect(gateOf("x", pongOf(shape, { required, open, range }))).toBe(want);
  });

  it("the values of an enum that grew", () => {
    const shape = { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
    const [property] = pongOf(shape, { required: false, range: "10.." }).properties;
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
  readonly required: boolean;
  readonly open?: boolean | undefined;
  readonly range: string;
}

/** The answer's own object, whose property `y` keeps it from being empty. */
function pongOf(shape: Readonly<Record<string, unknown>>, { required, open, range }: Holder): ObjectView {
  const pong = { ...object("Pong", { x: shape, y: string }, required ? ["x"] : []), "x-open": open };
  const model = modelOf({ files: { "responses/pong.json": pong } });
  const [minVersion] = range.split("..");
  const fleet = parseFleet({ minVersion }, model);
  const view = fleet.ok ? buildView(createAlbum(model), fleet.value, "gated") : fleet;
  if (!view.ok) throw new Error(JSON.stringify(view.problems));
  const property = view.value.events[0]?.response.properties.find(({ name }) => name === "pong");
  const kind = property?.type === "unknown" ? undefined : property?.type[0];
  if (kind?.kind !== "object") throw new Error("there is no pong");
  return kind.object;
}

function gateOf(name: string, { properties }: ObjectView): string {
  const gate = properties.find((each) => each.name === name)?.gate;
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
