import { describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import type {
  KindModel,
  Model,
  ObjectModel,
  PropertyModel,
  TypeModel,
} from "../../../generator/contract/model/model.js";
import { removedIn, type Spans } from "../../../generator/base/time/spans.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { baseline, formatRelease } from "../../../generator/base/time/release.js";
import { linkSmallSpec, type Changes } from "../read/small-spec.js";

const build = (changes: Changes = {}): Model => buildModel(linkSmallSpec(changes));

const answer = "responses/scanCode.json";
const bare = { description: "Something.", type: "object", properties: {} };

/** For example `scanCode.request.scanCode.codeType`. */
function propertyAt(model: Model, path: string): PropertyModel {
  const [eventName, side, ...names] = path.split(".");
  const event = model.events.find(({ name }) => name === eventName);
  let object = side === "response" ? event?.response : event?.request;
  let property: PropertyModel | undefined;
  for (const name of names) {
    property = object?.properties.find((part) => part.name === name);
    object = property && objectOf(property.eras.at(-1)?.type ?? []);
  }
  if (!property) throw new Error(`there is no ${path}`);
  return property;
}

function objectOf(type: TypeModel): ObjectModel | undefined {
  for (const { kind } of type) {
    if (kind.kind === "object") return kind.object;
    if (kind.kind === "array") return objectOf(kind.items);
  }
  return undefined;
}

/** On one line, with the releases of parts that do not always exist. */
const showType = (type: TypeModel): string =>
  type.map(({ kind, exists }) => showKind(kind) + showSpans(exists)).join(" | ");

function showKind(kind: KindModel): string {
  switch (kind.kind) {
    case "object":
      return kind.object.title;
    case "array":
      return `[${showType(kind.items)}]`;
    case "number":
      return `${kind.level}${kind.minimum === undefined ? "" : ` >= ${kind.minimum}`}`;
    case "string":
      return kind.enum
        ? kind.enum.values.map(({ value, exists }) => value + showSpans(exists)).join("/")
        : "string";
    case "boolean":
    case "null":
      return kind.kind;
  }
}

/** Empty for a part that always exists. */
const showSpans = (spans: Spans): string =>
  spans.length === 1 && Object.keys(spans[0] ?? {}).length === 0 ? "" : `(${spans.map(showSpan).join(" ")})`;

const showSpan = ({ from, until }: Spans[number]): string =>
  [from, until].map((end) => (end === undefined ? "" : formatRelease(end))).join("..");

const showEnd = (spans: Spans): string => `until ${formatRelease(removedIn(spans) ?? baseline)}`;

const showEras = ({ eras }: PropertyModel): string[] =>
  eras.map(
    ({ exists, type }) => `${removedIn(exists) === undefined ? "now" : showEnd(exists)}: ${showType(type)}`,
  );

describe("the model", () => {
  it.each([
    ["a property that is as old as its object", "scanCode.request.event.eventCounter", ""],
    ["a property that came later", "scanCode.request.event.eventPolling", "(11..)"],
    ["a property that is gone", "printBill.request.bill.firstTable", "(..13.0.2)"],
    ["an answer that came later", "scanCode.response.polling", "(11..)"],
  ])("knows when there is %s", (_, given, want) => {
    expect(showSpans(propertyAt(build(), given).exists)).toBe(want);
  });

  it("knows when an event exists", () => {
    expect(build().events.map(({ name, exists }) => name + showSpans(exists))).toEqual([
      "printBill(11..)",
      "scanCode",
    ]);
  });

  it.each<[name: string, given: string, ...eras: string[]]>([
    ["with its bounds", "scanCode.request.event.eventCounter", "now: int64"],
    [
      "through time",
      "printBill.request.bill.total",
      "until 11: string",
      "until 12.1: number | null",
      "now: number >= 0",
    ],
    ["with dated values", "scanCode.request.scanCode.codeType", "now: barcode/rfid(..13.0.2)/qrcode(11..)"],
    ["of alternatives", "printBill.request.bill.seats", "now: integer | [string]"],
    ["of a file", "printBill.request.bill.firstTable", "now: Table"],
  ])("knows a type %s", (_, given, ...want) => {
    expect(showEras(propertyAt(build(), given))).toEqual(want);
  });

  it("gives a type only the spans that all files on the way to it share", () => {
    const alias = {
      description: "A table.",
      $ref: "common/table.json",
      "x-added-in": "10",
      "x-removed-in": "12.1",
    };
    const model = build({
      "common/alias.json": alias,
      "common/table.json#/x-added-in": "11",
      "requests/bill.json#/properties/firstTable": { $ref: "common/alias.json" },
    });
    expect(showEras(propertyAt(model, "printBill.request.bill.tables"))).toEqual(["now: [Table(11..)]"]);
    const [first] = showEras(propertyAt(model, "printBill.request.bill.firstTable"));
    expect(first).toBe("now: Table(11..12.1)");
  });

  it("puts the switches of a property in order", () => {
    const { required } = propertyAt(build(), "printBill.request.bill.tables");
    expect(showSpans(required)).toBe("(11..12.1 13.0.2..)");
  });

  it("knows what an event carries is required from when on", () => {
    expect(showSpans(propertyAt(build(), "printBill.request.bill").required)).toBe("(12.1..)");
  });

  it("merges included properties after an object's own, required where the object says so", () => {
    const message = objectOf(propertyAt(build(), "scanCode.response.message").eras[0]?.type ?? []);
    expect(
      message?.properties.map(({ name, required, exclusion }) => ({ name, required, exclusion })),
    ).toEqual([
      { name: "title", required: [], exclusion: { kind: "planned" } },
      { name: "text", required: [{}], exclusion: undefined },
    ]);
  });

  it("has one object for a file, however many refer to it", () => {
    const model = build();
    const bill = objectOf(propertyAt(model, "printBill.request.bill").eras[0]?.type ?? []);
    const tables = bill?.properties
      .filter(({ name }) => /table/i.test(name))
      .map(({ eras }) => objectOf(eras[0]?.type ?? []));
    expect(tables?.map((table) => table?.title)).toEqual(["Table", "Table"]);
    expect(tables?.[0]).toBe(tables?.[1]);
    const [first, second] = model.events.map(({ name }) => propertyAt(model, `${name}.request.event`));
    expect(objectOf(first?.eras[0]?.type ?? [])).toBe(objectOf(second?.eras[0]?.type ?? []));
  });

  it("puts what every event must carry first, and what may join it last", () => {
    const model = build({
      "envelope.json#/carries": { openUrl: {}, event: { required: true } },
      "requests/openUrl.json": { ...bare, title: "OpenUrl" },
    });
    const names = model.events.map(({ request }) => request.properties.map(({ name }) => name).join(" "));
    expect(names).toEqual(["event bill openUrl", "event scanCode openUrl"]);
  });

  it("lists the releases at which some shape changes, each once, in order", () => {
    expect(build().changes.map(formatRelease)).toEqual(["11", "12.1", "13.0.2"]);
  });

  it("does not take for a change what no shape shows", () => {
    const model = build({
      [`${answer}#/properties/label/x-added-in`]: undefined,
      [`${answer}#/properties/label/x-notes`]: [{ since: "13.0.2", text: "Wider." }],
      "responses/message.json#/properties/title/x-added-in": "13.0.2",
      "requests/bill.json": { ...bare, title: "Bill", "x-deprecated-in": "12.1" },
      "events/printBill.json#/carries": { bill: {} },
      "requests/scanCode.json#/properties/codeType/x-enum-removed-in": undefined,
      "examples/printBill/plain.json#/request/bill": {},
    });
    expect(model.changes.map(formatRelease)).toEqual(["11"]);
  });

  it("carries what a person is told, and calls deprecated what is replaced, although nobody knows since when", () => {
    const replaced = build({ [`${answer}#/properties/label/x-replaced-by`]: "message" });
    const { prose: told } = propertyAt(replaced, "scanCode.response.scanCode.label");
    expect(told.deprecated).toEqual({ replacedBy: "message" });
    const model = build({
      [`${answer}#/properties/label`]: {
        description: "What to show.",
        type: "string",
        "x-setting": "Show labels",
        "x-deprecated-in": "12.1",
        "x-replaced-by": "message",
        "x-notes": [{ since: "11", text: "Wider." }, { text: "Beware." }],
        "x-provenance": { kind: "observed", basis: "Logs." },
        "x-erratum": { id: "E99", says: "lable", reading: "label" },
      },
    });
    const { deprecated, ...prose } = propertyAt(model, "scanCode.response.scanCode.label").prose;
    expect(prose).toEqual({
      description: "What to show.",
      setting: "Show labels",
      notes: [{ since: "11", text: "Wider." }, { text: "Beware." }],
      provenance: { kind: "observed", basis: "Logs." },
      errata: [{ id: "E99", says: "lable", reading: "label" }],
      questions: [],
    });
    expect(deprecated?.since && formatRelease(deprecated.since)).toBe("12.1");
    expect(deprecated?.replacedBy).toBe("message");
  });

  it("tells of a $ref what its file says, unless it says something itself", () => {
    const said = { "requests/bill.json#/properties/firstTable/description": "The first one." };
    expect(propertyAt(build(), "printBill.request.bill.firstTable").prose.description).toBe("A table.");
    expect(propertyAt(build(said), "printBill.request.bill.firstTable").prose.description).toBe(
      "The first one.",
    );
  });

  it.each([
    [
      "of a list",
      { type: "array", items: { type: "string", "x-provenance": { kind: "observed", basis: "Logs." } } },
    ],
    [
      "of two types",
      {
        anyOf: [
          { type: "integer" },
          { type: "string", "x-provenance": { kind: "observed", basis: "Logs." } },
        ],
      },
    ],
  ])("leaves out what does not fit a value %s if a part of it is not documented", (_, shape) => {
    const label = { description: "A label.", ...shape };
    const model = build({ "requests/scanCode.json#/properties/label": label });
    expect(propertyAt(model, "scanCode.request.scanCode.label").undocumented).toBe("shape");
    expect(propertyAt(model, "scanCode.request.scanCode.codeType").undocumented).toBe("nothing");
  });

  it("keeps other spellings, error codes, the error request and the examples", () => {
    const model = build();
    const { errorCodes, errorRequest, examples } = model;
    expect(propertyAt(model, "printBill.request.bill.minimumValue").legacyNames).toEqual(["miminumValue"]);
    expect(errorCodes?.open).toBe(true);
    expect(errorCodes?.values.map(({ value }) => value)).toEqual(["NO_SIGNATURE", "INVALID_DATA"]);
    expect(errorRequest.title).toBe("ErrorRequest");
    expect(examples.map(({ path, event, release }) => [event, formatRelease(release), path])).toEqual([
      ["printBill", "13.0.2", "examples/printBill/plain.json"],
      ["scanCode", "12.1", "examples/scanCode/card.json"],
    ]);
  });

  it("knows which events alone take an answer", () => {
    expect(build().answers.map(({ property, onlyFor }) => [property.name, onlyFor])).toEqual([
      ["billFooter", ["printBill"]],
      ["scanCode", ["scanCode"]],
      ["message", undefined],
      ["polling", undefined],
    ]);
  });

  it("knows which objects an event is about", () => {
    const model = build({
      "events/scanCode.json#/carries/session": { required: true },
      "events/scanCode.json#/carries/bill": {},
      "requests/session.json": {
        title: "Session",
        description: "A sale.",
        type: "object",
        "x-context": true,
        properties: {},
      },
    });
    expect(model.events.map(({ ownObjects }) => ownObjects)).toEqual([["bill"], ["scanCode"]]);
  });

  it("knows which properties an answer repeats", () => {
    const model = build({
      "responses/scanCode.json#/properties/scannedCode": {
        description: "The code again.",
        type: "string",
        "x-echo": true,
      },
    });
    expect(model.events.map(({ echoes }) => echoes)).toEqual([
      [],
      [{ object: "scanCode", property: "scannedCode" }],
    ]);
  });

  it("knows how the POS polls, if it does", () => {
    expect(build().polling).toEqual({
      asks: { object: "event", property: "eventPolling" },
      ends: { object: "polling", property: "finished" },
    });
    expect(build({ "envelope.json#/polling": undefined }).polling).toBeUndefined();
  });

  it("knows which events need no polling", () => {
    expect(build().events.map(({ name, pollingOptional }) => [name, pollingOptional])).toEqual([
      ["printBill", true],
      ["scanCode", false],
    ]);
  });

  it("leaves the spec as it was, and is the same twice", () => {
    const spec: CheckedSpec = linkSmallSpec();
    const before = structuredClone(spec);
    expect(buildModel(spec)).toEqual(buildModel(spec));
    expect(spec).toEqual(before);
  });
});
