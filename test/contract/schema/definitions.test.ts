import { describe, expect, it } from "vitest";
import { getOwn } from "../../../generator/base/json.js";
import {
  defineAll,
  toDefinitions,
  toTypeSchema,
  type Definitions,
} from "../../../generator/contract/schema/schemas.js";
import { dialects, type SchemaObject } from "../../../generator/contract/schema/dialects.js";
import type { KindView, TypeView } from "../../../generator/contract/view/view.js";
import { listBesideNull } from "../../../generator/contract/view/walk.js";
import { emit, type Range } from "../../workbench/emit.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

const dialect = dialects["2020-12"];

const ranges: readonly Range[] = ["..", "11.3..48", "40..40"];

async function define(small: Parameters<typeof createSmallSpec>[0]): Promise<Definitions> {
  const { view } = await emit(createSmallSpec(small), "..", { targets: ["types"] });
  return toDefinitions(view, dialect);
}

interface PlacedSchema {
  readonly place: string;
  readonly schema: SchemaObject;
}

function listSchemas(schema: SchemaObject, place: string): readonly PlacedSchema[] {
  const { items, properties, anyOf = {}, allOf = {} } = schema;
  const parts = Object.entries({ properties, anyOf, allOf }).flatMap(([keyword, each = {}]) =>
    Object.entries(each as object).map(
      ([name, part]) => [`${keyword}/${name}`, part as SchemaObject] as const,
    ),
  );
  const inner = items === undefined ? parts : [...parts, ["items", items as SchemaObject] as const];
  return [{ place, schema }, ...inner.flatMap(([path, each]) => listSchemas(each, `${place}/${path}`))];
}

describe.each(ranges)("the definitions for %s", (range) => {
  const view = loadRange(range, loadRealModel());
  const definitions = toDefinitions(view, dialect);
  const all = [...definitions].flatMap(([name, schema]) => listSchemas(schema, name));

  it("are sorted, have every body, and nothing that no body leads to", () => {
    const names = [...definitions.keys()];
    expect(names).toEqual([...names].sort());
    const bodies = view.events.flatMap(({ request, response }) => [request.name, response.name]);
    const referred = all.flatMap(({ schema }) =>
      typeof schema["$ref"] === "string" ? [schema["$ref"]] : [],
    );
    const wanted = [...bodies, "ErrorRequest", ...referred.map((each) => each.split("/").at(-1) ?? "")];
    expect(names).toEqual([...new Set(wanted)].sort());
  });

  it("have no union with null", () => {
    const unions = all.filter(({ schema }) => JSON.stringify(schema["anyOf"] ?? []).includes('"null"'));
    expect(unions).toEqual([]);
  });

  it("say nothing twice", () => {
    // Two objects may have the same properties by chance, but they differ in meaning and description.
    const inline = all.filter(({ place, schema }) => "enum" in schema && !definitions.has(place));
    const contents = [
      ...[...definitions.values()].map((schema) => JSON.stringify(schema)),
      ...inline.map(({ schema }) => JSON.stringify(schema["enum"])),
    ];
    expect(contents.filter((content, index) => contents.indexOf(content) < index)).toEqual([]);
  });

  it("have no object without a name", () => {
    const nameless = all.filter(({ place, schema }) => "properties" in schema && !definitions.has(place));
    expect(nameless).toEqual([]);
  });
});

/** Every exported dialect, over every range. */
const exported = ["2020-12", "draft-07", "openapi-3.1", "openapi-3.0", "asyncapi"] as const;

/** True for a reference that is wrapped because it must not have other keywords beside it. */
const isReferenceWithNotes = ({ allOf }: SchemaObject): boolean =>
  Array.isArray(allOf) && (allOf as SchemaObject[]).some((part) => "$ref" in part);

describe.each(exported)("what generators of code look at, in %s", (name) => {
  const all = ranges.flatMap((range) =>
    [...toDefinitions(loadRange(range, loadRealModel()), dialects[name])].flatMap(([title, schema]) =>
      listSchemas(schema, title).map((each) => ({ ...each, place: `${range} ${each.place}` })),
    ),
  );

  it("no type stands beside alternatives", () => {
    expect(all.filter(({ schema }) => "type" in schema && "anyOf" in schema)).toEqual([]);
  });

  it("each definition has its name as a title, and so has each part that becomes a type", () => {
    for (const { place, schema } of all) {
      if (isReferenceWithNotes(schema)) continue;
      const isDefinition = !place.includes("/");
      const isType = isDefinition || "enum" in schema || ("anyOf" in schema && !place.includes("/allOf/"));
      expect(typeof schema["title"], place).toBe(isType ? "string" : "undefined");
      if (isDefinition) expect(place.split(" ")[1]).toBe(schema["title"]);
    }
  });

  it("a reference with notes has the name of its definition as a title, which generators take for the name", () => {
    const references = all.filter(({ schema }) => isReferenceWithNotes(schema));
    expect(references.length > 100).toBe(!dialects[name].allowsBesideReference);
    for (const { place, schema } of references)
      expect(schema["allOf"], place).toEqual([dialects[name].refer(schema["title"] as string)]);
  });

  it("a description stands beside a reference only where the standard reads it there", () => {
    const beside = all.filter(({ schema }) => "$ref" in schema && Object.keys(schema).length > 1);
    const described = all.filter(({ schema }) => "allOf" in schema && "description" in schema);
    const isRead = name === "2020-12" || name === "openapi-3.1";
    expect([beside.length > 100, described.length > 100]).toEqual([isRead, !isRead]);
    if (!isRead) expect(beside).toEqual([]);
  });
});

it("no two titles are the same", async () => {
  const kind = { type: "string", enum: ["a", "b"] };
  const definitions = await define({
    pong: object("Pong", {
      kind,
      kinds: { type: "array", items: kind },
      either: { anyOf: [kind, { type: "array", items: { $ref: "common/kind.json" } }, { type: "null" }] },
    }),
    files: { "common/kind.json": object("PongKind", { name: { type: "string" } }) },
  });
  const titles = [...definitions].flatMap(([name, schema]) =>
    listSchemas(schema, name).flatMap((each) => (each.schema["title"] ?? []) as string),
  );
  expect(titles.filter((title) => title.startsWith("Pong"))).toEqual([
    "Pong",
    "PongKind2",
    "PongKindsItem",
    "PongEither",
    "PongEitherVariant",
    "PongKind",
  ]);
});

it("of several formats, each is an alternative with all that the text has to be", async () => {
  const at = {
    anyOf: [
      { type: "string", format: "date", maxLength: 30 },
      { type: "string", format: "date-time", maxLength: 30 },
      { type: "integer" },
      { type: "null" },
    ],
  };
  const definitions = await define({ pong: object("Pong", { at }) });
  expect(definitions.get("Pong")).toHaveProperty("properties.at", {
    title: "PongAt",
    description: "The at.",
    anyOf: [
      { type: ["string", "null"], format: "date", maxLength: 30 },
      { type: "string", format: "date-time", maxLength: 30 },
      { type: "integer" },
    ],
  });
});

it("requests are open, and answers closed", async () => {
  const definitions = await define({});
  expect(definitions.get("PingRequest")).not.toHaveProperty("additionalProperties");
  expect(definitions.get("PingResponse")).toHaveProperty("additionalProperties", false);
});

it("a property may come under each of its spellings, and a required one has to come under one", async () => {
  const name = { type: "string", "x-legacy-names": ["naem", "nmae"] };
  const definitions = await define({
    pong: object("Pong", { name, size: { type: "integer" } }, ["name", "size"]),
  });
  expect(definitions.get("Pong")).toEqual({
    title: "Pong",
    type: "object",
    description: "Pong.",
    properties: {
      name: { type: "string", description: "The name." },
      naem: { type: "string", description: "Another spelling of `name`." },
      nmae: { type: "string", description: "Another spelling of `name`." },
      size: { type: "integer", description: "The size." },
    },
    required: ["size"],
    allOf: [
      { anyOf: ["name", "naem", "nmae"].map((each) => ({ properties: { [each]: {} }, required: [each] })) },
    ],
    additionalProperties: false,
  });
});

it("a part lacks what it likes, and where all places have nulls and substitutes, each property has them", async () => {
  const { view } = await emit(
    createSmallSpec({
      pong: object(
        "Pong",
        {
          name: { type: "string", "x-legacy-names": ["naem"] },
          size: { type: "integer" },
          part: { $ref: "common/part.json" },
        },
        ["name", "size"],
      ),
      files: { "common/part.json": object("Part", { kind: { type: "string", enum: ["a"] } }, ["kind"]) },
    }),
    "..",
    { targets: ["types"] },
  );
  const filled: SchemaObject = { const: "later" };
  const substitutes = (kinds: readonly KindView[]) =>
    kinds.some(({ kind }) => kind === "text") ? [] : [filled];
  const writing = { strictness: "part", fleet: undefined, nullable: undefined } as const;
  const parts = defineAll(
    view.events.map(({ response }) => response),
    {
      ...writing,
      dialect: { ...dialects["draft-07"], nullsIn: "all places", substitutes },
    },
  );
  const nothing = { type: "null" };
  expect(Object.fromEntries(parts)).toMatchObject({
    Pong: {
      type: "object",
      properties: {
        name: { type: ["string", "null"] },
        size: { anyOf: [{ type: ["integer", "null"] }, filled] },
        part: { anyOf: [{ $ref: "#/definitions/Part" }, nothing, filled] },
      },
      additionalProperties: false,
    },
    Part: { properties: { kind: { anyOf: [{ type: ["string", "null"], enum: ["a", null] }, filled] } } },
  });
  expect(JSON.stringify(parts)).not.toMatch(/required|naem/);
});

it("an object that may be null somewhere takes null itself, and so no reference has a union around it", async () => {
  const definitions = await define({
    ping: object("Ping", { part: { anyOf: [{ $ref: "common/part.json" }, { type: "null" }] } }),
    files: { "common/part.json": object("Part", { name: { type: ["string", "null"] } }) },
  });
  expect(definitions.get("Ping")?.["properties"]).toEqual({
    part: { description: "The part.", $ref: "#/$defs/Part" },
  });
  expect(definitions.get("Part")).toMatchObject({
    type: ["object", "null"],
    properties: { name: { type: ["string", "null"] } },
  });
});

describe("where nothing but null fits every shop", () => {
  const kind = {
    title: "Kind",
    description: "A kind.",
    type: "string",
    enum: ["a", "b"],
    "x-enum-removed-in": { a: "20" },
    "x-enum-added-in": { b: "20" },
  };
  const pong = object("Pong", { kind: { anyOf: [{ $ref: "common/kind.json" }, { type: "null" }] } });
  const cases = [
    { name: "2020-12", null: { type: "null" } },
    // OpenAPI 3.0 has no type "null".
    { name: "openapi-3.0", null: { title: "PongKind", type: "string", nullable: true, enum: [null] } },
  ] as const;

  it.each(cases)("null is asked for: $name", async ({ name, null: onlyNull }) => {
    const spec = createSmallSpec({ pong, files: { "common/kind.json": kind } });
    const { view } = await emit(spec, "..", { targets: ["types"] });
    const definitions = toDefinitions(view, dialects[name]);
    expect(definitions.get("Pong")).toHaveProperty("properties.kind", {
      description: "The kind.",
      ...onlyNull,
    });
  });
});

describe("a closed enum without values and without a name", () => {
  const never: KindView = {
    kind: "enum",
    enum: {
      prose: { description: "", notes: [], errata: [], questions: [] },
      open: false,
      values: [],
      forbidden: [],
    },
  };
  it.each<{ type: KindView[]; schema: SchemaObject }>([
    { type: [never], schema: { not: {} } },
    { type: [never, { kind: "null" }], schema: { type: "null" } },
    { type: [never, { kind: "boolean" }], schema: { type: "boolean" } },
    { type: [never, { kind: "boolean" }, { kind: "null" }], schema: { type: ["boolean", "null"] } },
  ])("adds nothing to what fits: $schema", ({ type, schema }) => {
    const { fleet } = loadRange("48..", loadRealModel());
    expect(toTypeSchema(type, { dialect, nullable: new Set(), strictness: "response", fleet })).toEqual(
      schema,
    );
  });
});

it("lists in lists, however deep, are looked through once", () => {
  const [event] = loadRange("48..", loadRealModel()).events;
  if (!event) throw new Error("there is no event");
  const depth = 40;
  const nested = Array.from({ length: depth }).reduce<TypeView>(
    (items) => [{ kind: "array", items }],
    [{ kind: "object", object: event.request }, { kind: "null" }],
  );
  const [property] = event.request.properties;
  if (!property) throw new Error("there is no property");
  const holder = { ...event.request, name: "Holder", properties: [{ ...property, type: nested }] };
  expect([...listBesideNull([holder])]).toEqual([event.request.name]);
});

it.each(["2020-12", "openapi-3.0"] as const)(
  "descriptions say what not every shop takes, what is known and what is usual: %s",
  async (name) => {
    const pong = object("Pong", {
      young: { type: "string", "x-added-in": "20" },
      kind: { type: "string", enum: ["a", "b"], "x-open": true },
      age: { type: "string", enum: ["old", "new"], "x-enum-added-in": { new: "20" } },
    });
    const ping = object("Ping", { at: { type: "string", format: "uuid" } });
    const { view } = await emit(createSmallSpec({ ping, pong }), "..", { targets: ["types"] });
    const definitions = toDefinitions(view, dialects[name]);
    const read = (path: string): unknown =>
      path.split("/").reduce<unknown>((part, key) => getOwn(part, key), Object.fromEntries(definitions));
    const expected = {
      Pong: "Pong. Not allowed: `young` (requires v20; your oldest shop may be older).",
      "Pong/properties/kind": "The kind. Known values: `a` and `b`. Others are possible.",
      "Pong/properties/age": "The age. Not allowed: `new` (requires v20; your oldest shop may be older).",
      "Ping/properties/at": "The at. Usually in the format `uuid`.",
    };
    for (const [path, words] of Object.entries(expected)) expect(read(`${path}/description`)).toBe(words);
    expect(JSON.stringify([...definitions])).not.toContain('"x-');
  },
);
