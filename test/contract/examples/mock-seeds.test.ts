import { describe, expect, it } from "vitest";
import { createMocker, type MockSize } from "../../../generator/contract/examples/mock.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

function mockPing(spec: CheckedSpec, seed: number, size: MockSize = "full"): Record<string, unknown> {
  const model = buildModel(spec);
  const view = loadRange("..", model);
  const [event] = view.events;
  if (!event) throw new Error("there is no event");
  const body = createMocker(view, createSnapshots(model))(event, {
    side: "request",
    size,
    seed,
  });
  return (body as { ping: Record<string, unknown> }).ping;
}

const text = { type: "string" };
const choice = { type: "string", enum: ["red", "green", "blue"] };
const example = (ping: object) => ({ description: "A sample.", release: "10", request: { ping } });
const seeds = Array.from({ length: 50 }, (_, index) => index);

describe("a seed", () => {
  const properties = {
    id: { ...text, format: "uuid" },
    colour: choice,
    list: { type: "array", items: choice },
  };
  const spec = createSmallSpec({ ping: object("Ping", properties) });

  it("makes the same again, on every machine", () => {
    for (const seed of seeds) expect(mockPing(spec, seed)).toEqual(mockPing(spec, seed));
    expect(mockPing(spec, 7)).toEqual({
      id: "b25ec56b-b6a3-46ef-907a-c1511c1e9db5",
      colour: "green",
      list: ["red"],
    });
  });

  it("makes the same of what is there where something comes beside it", () => {
    const grown = createSmallSpec({ ping: object("Ping", { first: text, ...properties, last: text }) });
    for (const seed of seeds) expect(mockPing(grown, seed)).toMatchObject(mockPing(spec, seed));
  });
});

describe("a mock has", () => {
  const within = (least: number, most: number) => (value: number) => value >= least && value <= most;
  const sized = (least: number, most: number) => (value: string | unknown[]) =>
    within(least, most)(value.length);
  const like = (pattern: RegExp) => (value: string) => pattern.test(value);

  it.each<readonly [string, object, (value: never) => boolean]>([
    ["values within their bounds", { type: "integer", minimum: 500, maximum: 510 }, within(500, 510)],
    ["no integer that a number cannot hold", { type: "integer", format: "int64" }, Number.isSafeInteger],
    ["numbers below zero", { type: "number", maximum: -3 }, within(-Infinity, -3)],
    ["texts of a length", { ...text, minLength: 30, maxLength: 31 }, sized(30, 31)],
    ["short texts", { ...text, maxLength: 2 }, sized(2, 2)],
    ["lists of a length", { type: "array", items: text, minItems: 5, maxItems: 6 }, sized(5, 5)],
    [
      "different items in a list, while there are any",
      { type: "array", items: choice, minItems: 3, maxItems: 3 },
      (value: string[]) => new Set(value).size === 3,
    ],
    ["days", { ...text, format: "date" }, like(/^2026-\d\d-\d\d$/)],
    ["addresses", { ...text, format: "uri" }, (value: string) => URL.canParse(value)],
    ["the words of a name where nothing is known", text, like(/^some value$/)],
    ["something rather than null", { type: ["string", "null"] }, (value: unknown) => value !== null],
  ])("%s", (_, given, isSo) => {
    const spec = createSmallSpec({ ping: object("Ping", { other: text, someValue: given }, ["someValue"]) });
    const made = seeds.map((seed) => mockPing(spec, seed)["someValue"]);
    expect(made.filter((value) => !isSo(value as never))).toEqual([]);
    const smallest = mockPing(spec, 1, "smallest");
    expect(Object.keys(smallest)).toEqual(["someValue"]);
    expect(isSo(smallest["someValue"] as never)).toBe(true);
  });

  it("values of the samples, and if it is full, those of other samples beside them", () => {
    const spec = createSmallSpec({
      ping: object("Ping", { name: text, price: { type: "number" }, note: text }),
      files: {
        "examples/ping/tea.json": example({ name: "Tea", price: 2.5 }),
        "examples/ping/cake.json": example({ name: "Cake", price: 4, note: "Fresh." }),
      },
    });
    const made = new Set(seeds.map((seed) => JSON.stringify(mockPing(spec, seed))));
    expect([...made].sort()).toEqual([
      '{"name":"Cake","price":4,"note":"Fresh."}',
      '{"name":"Tea","price":2.5,"note":"Fresh."}',
    ]);
  });

  it("no sample's value that does not fit any more", () => {
    const name = { ...text, maxLength: 4, "x-was": [{ until: "20", schema: text }] };
    const files = { "examples/ping/tea.json": example({ name: "A pot of tea" }) };
    const spec = createSmallSpec({ ping: object("Ping", { name }), files });
    expect(mockPing(spec, 1)).toEqual({ name: "name" });
  });

  it("what is deprecated only where it is required", () => {
    const old = { ...text, "x-deprecated-in": "20" };
    const spec = createSmallSpec({ ping: object("Ping", { old, needed: old, other: text }, ["needed"]) });
    expect(Object.keys(mockPing(spec, 1))).toEqual(["needed", "other"]);
  });
});

describe("a mock as a shop could send it", () => {
  const id = { ...text, format: "uuid" };
  const ping = object("Ping", { id, before: id, name: text, price: { type: "number" }, note: text });
  const tea = { id: "7ca2b6a4-0d4b-4f0e-9d0c-8e6f0a1f7f5d", name: "Tea", price: 2.5 };
  const cake = { name: "Cake", price: 4, note: "Fresh." };
  const listMade = (files: Readonly<Record<string, unknown>>, size: MockSize = "rich", of = ping) => {
    const spec = createSmallSpec({ ping: of, files });
    return seeds.map((seed) => mockPing(spec, seed, size));
  };
  const listNames = (files: Readonly<Record<string, unknown>>) =>
    [...new Set(listMade(files).map(({ name }) => name))].sort();

  it("has the parts of one sample, and no others", () => {
    const made = listMade({
      "examples/ping/tea.json": example(tea),
      "examples/ping/cake.json": example(cake),
    });
    const kinds = new Set(made.map((each) => JSON.stringify({ ...each, id: "id" in each })));
    expect([...kinds].sort()).toEqual([
      '{"id":true,"name":"Tea","price":2.5}',
      '{"name":"Cake","price":4,"note":"Fresh.","id":false}',
    ]);
  });

  it("has new ids, equal where those of the sample are", () => {
    const made = listMade({ "examples/ping/tea.json": example({ ...tea, before: tea.id }) });
    expect(made.filter(({ id: own, before }) => own !== before || own === tea.id)).toEqual([]);
    expect(new Set(made.map(({ id: own }) => own)).size).toBe(seeds.length);
  });

  it("has nothing that no page documents", () => {
    const note = { ...text, "x-provenance": { kind: "observed", basis: "A sample." } };
    const files = { "examples/ping/cake.json": example({ name: "Cake", note: "Fresh." }) };
    expect(listMade(files, "rich", object("Ping", { name: text, note }))[0]).toEqual({ name: "Cake" });
    expect(listMade(files, "rich", object("Ping", { name: text, note: text }))[0]).toEqual({
      name: "Cake",
      note: "Fresh.",
    });
  });

  it("is of a typical sample, not newer than the shop, if there is one", () => {
    const rare = { "examples/ping/cake.json": { ...example(cake), typical: false } };
    const later = { "examples/ping/cake.json": { ...example(cake), release: "30", typical: false } };
    expect(listNames(rare)).toEqual(["Cake"]);
    expect(listNames({ ...rare, "examples/ping/tea.json": example(tea) })).toEqual(["Tea"]);
    expect(listNames({ ...later, "examples/ping/tea.json": example(tea) })).toEqual(["Tea"]);
  });
});

it("an answer repeats what the request of its seed has", () => {
  const model = loadRealModel();
  const view = loadRange("48..", model);
  const mock = createMocker(view, createSnapshots(model));
  const event = view.events.find(({ name }) => name === "startExternalPayment");
  if (!event) throw new Error("there is no such event");
  const ids = (["request", "response"] as const).map((side) => {
    const body = mock(event, { side, size: "rich", seed: 3 });
    return (body as { externalPayment: { externalPaymentId: string } }).externalPayment.externalPaymentId;
  });
  expect(ids[0]).toBe(ids[1]);
});
