import { describe, expect, it } from "vitest";
import { listSampleRequests, type EventSamples } from "../../../generator/targets/postman/sample-requests.js";
import { toBodyText } from "../../../generator/targets/postman/sample-requests.js";
import { chooseRefused } from "../../../generator/targets/postman/collection.js";
import { createFleetExamples } from "../../../generator/examples/fleet-examples.js";
import { buildModel } from "../../../generator/model/build.js";
import type { Model } from "../../../generator/model/model.js";
import { interpret } from "../../laws/judges/interpreted.js";
import type { View } from "../../../generator/view/view.js";
import { viewOf } from "../../workbench/outputs.js";
import { snapshotsOf, loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

const samplesOf = (range: string, model: Model = loadRealModel()): readonly EventSamples[] =>
  toSamples(loadRange(range, model), model);

const toSamples = (view: View, model: Model): readonly EventSamples[] =>
  listSampleRequests(view, createFleetExamples(view, model));

describe("the sample requests of a fleet", () => {
  it.each(["48..", "11.3..16.1"] as const)("are some of each event, which it can send: %s", (range) => {
    const { events } = viewOf(range);
    const listed = samplesOf(range);
    expect(listed.map(({ event }) => event)).toEqual(events.map(({ name }) => name));
    for (const { name, request } of events) {
      const samples = listed.find(({ event }) => event === name)?.samples ?? [];
      const isTaken = interpret(request, "closed");
      expect(samples.length, name).toBeGreaterThan(0);
      expect(samples.filter(({ body }) => !isTaken(JSON.parse(body)))).toEqual([]);
    }
  });

  it("are the spec's own, where the fleet can send them", () => {
    const requests = loadRealModel().examples.filter(({ request }) => request !== undefined);
    expect(samplesOf("48..").flatMap(({ samples }) => samples)).toHaveLength(requests.length);
  });

  it("are made from the contract where all of the spec's are too new", () => {
    const made = samplesOf("..21").filter(({ samples }) => samples[0]?.name === "made-from-the-contract");
    expect(made.map(({ event }) => event)).toEqual(["updateSessionLine"]);
  });

  it("are not those of an older shop that lack what the fleet always sends, or have what it no longer does", () => {
    const spec = createSmallSpec({
      ping: object(
        "Ping",
        { old: { type: "string", "x-removed-in": "20" }, now: { type: "string", "x-added-in": "20" } },
        ["now"],
      ),
      files: {
        "examples/ping/first.json": { description: "A.", release: "10", request: { ping: { old: "a" } } },
        "examples/ping/second.json": { description: "B.", release: "20", request: { ping: { now: "b" } } },
      },
    });
    const listed = (range: string) =>
      samplesOf(range, buildModel(spec)).flatMap(({ samples }) => samples.map(({ title }) => title));
    expect(listed("..")).toEqual(["First", "Second"]);
    expect(listed("20..")).toEqual(["Second"]);
    expect(listed("10..10")).toEqual(["First"]);
  });

  it("are of no release that is newer than the fleet's, even if nothing in them is", () => {
    const later = { description: "Later.", release: "20", request: { ping: {} } };
    const spec = createSmallSpec({ files: { "examples/ping/later.json": later } });
    const listed = (range: string) =>
      samplesOf(range, buildModel(spec)).flatMap(({ samples }) => samples.map(({ name }) => name));
    expect(listed("10..20")).toContain("later");
    expect(listed("10..10")).toEqual(["made-from-the-contract"]);
  });

  it("show an answer only if every shop takes it", () => {
    const count = (range: string) =>
      samplesOf(range)
        .flatMap(({ samples }) => samples)
        .filter(({ description }) => description.includes("You could answer")).length;
    expect(count("59.3.4..")).toBeGreaterThan(count("48.."));
    expect(count("48..")).toBeGreaterThan(20);
  });
});

describe("the event whose sample is spoilt", () => {
  const event = (description: string) => ({
    description,
    carries: { ping: { required: true } },
    answers: { pong: {} },
  });
  const envelope = { description: "All.", carries: {}, answers: { error: {} } };
  const cases = [
    { startWith: ["wing", "ping"], want: "ping" },
    { startWith: ["wing"], want: "wing" },
    { startWith: undefined, want: "ping" },
  ];
  it.each(cases)("is one that projects begin with, or else the first: $startWith", ({ startWith, want }) => {
    const spec = createSmallSpec({
      files: {
        "envelope.json": { ...envelope, errorRequest: "requests/errorRequest.json", startWith },
        "events/wing.json": event("Another."),
      },
    });
    const model = buildModel(spec);
    expect(chooseRefused(samplesOf("..", model), snapshotsOf(model))?.event).toBe(want);
  });
});

describe("the text of a body", () => {
  it.each([
    "{{secret}}",
    "{{{x}}}",
    "{{?ask}}",
    "a\nb\u2028\u202e\ud800",
    "// no comment /* none */",
    "}\n}",
  ])("means the same, and has nothing that a client fills in or nobody sees: %j", (text) => {
    const body = { [text]: [text, { text }] };
    const written = toBodyText(body);
    expect(JSON.parse(written)).toEqual(body);
    expect(written).not.toMatch(/\{\{|[\u2028\u202e]|\p{Cs}/u);
  });
});
