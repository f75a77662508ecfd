import { describe, expect, it } from "vitest";
import type { Statement, Subject } from "../../../generator/drift/claim.js";
import type { SourceKind } from "../../../generator/drift/reading.js";
import { toRelease } from "../../../generator/spec/dialect.js";
import { changeSpec, smallSpec, toSources, type Changes } from "../../spec/small-spec.js";
import { applyProposal, checkFiles, proposeFor, toReading } from "./grounds.js";

const since = (release: string): Statement => ({ about: "since", release: toRelease(release) });
const there: Statement = { about: "existence" };
const body = (path: string): Subject => ({ side: "body", path });
const answer = (path: string): Subject => ({ side: "response", path });
const request = (path: string): Subject => ({ side: "request", path });

const named = `The vendor's release notes "Notes" name it`;
const undescribed = { description: "Not described yet." };
/** Of what a proposal knows that the source says it. */
const from = (kind: string, basis: string, of?: readonly string[]) => ({
  "x-provenance": { kind, ...(of && { of }), basis: `${named} ${basis}` },
});

interface More {
  readonly kind?: SourceKind;
  readonly spec?: Changes;
}

/** What a source says, the parts of the spec that change, as they are then, and what each decision says, in part. */
type Case = readonly [
  ...[name: string, subject: Subject, says: readonly Statement[], gives: Readonly<Record<string, unknown>>],
  ...[decide: readonly string[], more?: More],
];

const cases: readonly Case[] = [
  [
    "a property with its type and its release",
    answer("scanCode.icon"),
    [there, { about: "type", type: "boolean" }, since("13.0.2")],
    {
      "responses/scanCode.json#/properties/icon": {
        ...undescribed,
        type: "boolean",
        "x-added-in": "13.0.2",
        ...from("documented", "for 13.0.2 (line 1)."),
      },
    },
    ["Describe it"],
  ],
  [
    "a property without a type, as one of its name is elsewhere",
    answer("polling.recognized"),
    [there],
    {
      "responses/polling.json#/properties/recognized": {
        ...undescribed,
        type: "boolean",
        ...from("inferred", `(line 1), without a type; boolean as in "scanCode.recognized".`, ["shape"]),
      },
    },
    ["Describe it", "Find out what it holds", "names no release"],
  ],
  [
    "a property of what is the same on no other side",
    body("bill.tables[].color"),
    [there, since("13.0.2")],
    {
      "common/table.json#/properties/color": {
        ...undescribed,
        type: "string",
        "x-added-in": "13.0.2",
        ...from("assumed", "for 13.0.2 (line 1), without a type; string is assumed.", ["shape"]),
      },
    },
    ["Describe it", "string is assumed"],
  ],
  [
    "a property on the side that has more, of two",
    body("scanCode.scanner"),
    [there, { about: "type", type: "string" }],
    {
      "requests/scanCode.json#/properties/scanner": {
        ...undescribed,
        type: "string",
        ...from("assumed", "(line 1). It does not say whether requests or answers have it.", ["existence"]),
      },
    },
    ["both have", "Describe it", "names no release"],
    {
      spec: {
        "responses/scanCode.json#/properties/label": undefined,
        "examples/scanCode/card.json": undefined,
      },
    },
  ],
  [
    "a property of an answer that a source wants, as one that may be left out",
    answer("scanCode.icon"),
    [there, { about: "type", type: "string" }, { about: "optional", optional: false }, since("13.0.2")],
    { "responses/scanCode.json#/required": undefined },
    ["Describe it", "it would break"],
  ],
  [
    "a property of a request that a source wants, as required",
    request("scanCode.scanner"),
    [there, { about: "type", type: "string" }, { about: "optional", optional: false }, since("13.0.2")],
    { "requests/scanCode.json#/required": ["scannedCode", "codeType", "scanner"] },
    ["Describe it"],
  ],
  [
    "a value with its release",
    request("scanCode.codeType"),
    [{ about: "values", values: ["nfc", "barcode"], all: false, since: toRelease("13.0.2") }],
    {
      "requests/scanCode.json#/properties/codeType/enum": ["barcode", "rfid", "qrcode", "nfc"],
      "requests/scanCode.json#/properties/codeType/x-enum-added-in": {
        qrcode: "11",
        nfc: "13.0.2",
        barcode: "13.0.2",
      },
    },
    ["Say what"],
  ],
  [
    "a release for what was planned",
    answer("message.title"),
    [there, since("13.0.2")],
    {
      "responses/message.json#/properties/title": {
        description: "Above the text.",
        type: "string",
        "x-added-in": "13.0.2",
      },
    },
    ["hold its description"],
  ],
  [
    "a release that is not listed, with what came with it",
    answer("scanCode.recognized"),
    [since("14.1")],
    {
      "releases.json#/releases/4": { release: "14.1", summary: "Not described yet." },
      "responses/scanCode.json#/properties/recognized": {
        description: "Whether it is known.",
        type: "boolean",
        "x-added-in": "14.1",
      },
    },
    ["Sum up", "shops of older ones"],
  ],
  [
    "a release with its day",
    { side: "release", path: "14.1" },
    [there, { about: "date", date: "2026-02-03" }],
    { "releases.json#/releases/4": { release: "14.1", summary: "Not described yet.", date: "2026-02-03" } },
    ["Sum up"],
  ],
  [
    "an event",
    { side: "event", path: "openDrawer" },
    [there, since("13.0.2")],
    {
      "events/openDrawer.json#": {
        ...undescribed,
        "x-added-in": "13.0.2",
        ...from("documented", "for 13.0.2 (line 1)."),
        freeStanding: "No source says yet how it goes with other events.",
      },
    },
    ["Describe the event", "carries"],
  ],
  [
    "an answer to one event, with objects in a list",
    { ...answer("beeps[].length"), events: ["scanCode"] },
    [there, { about: "type", type: "integer" }],
    {
      "events/scanCode.json#/answers": { scanCode: {}, beeps: {} },
      "responses/beeps.json#/type": "array",
      "responses/beeps.json#/items/title": "BeepsAnswer",
      "responses/beeps.json#/items/properties/length/type": "integer",
    },
    ["Describe it", "names no release", "No source describes it", "Describe it", "names no release"],
  ],
  [
    "what only another program has, as seen there",
    answer("scanCode.icon"),
    [there, { about: "type", type: "int64" }],
    {
      "responses/scanCode.json#/properties/icon": {
        ...undescribed,
        type: "integer",
        format: "int64",
        "x-seen": "another program",
      },
    },
    ["Describe it"],
    { kind: "WSDL" },
  ],
  [
    "nothing for values of which nobody may read which they are",
    request("scanCode.codeType"),
    [{ about: "values", values: [], all: false, seen: true, unlisted: 2 }],
    {},
    ["look at the recording"],
    { kind: "traffic" },
  ],
  [
    "nothing for a date that another one contradicts",
    answer("scanCode.label"),
    [since("13.0.2")],
    {},
    ["came with v13.0.2; the spec has v12.1"],
  ],
  [
    "nothing for a name that the dialect does not take",
    answer("scanCode.constructor"),
    [there],
    {},
    ["none that the dialect takes"],
  ],
  [
    "nothing for what lint refuses, which is told",
    { ...answer("original"), events: ["scanCode"] },
    [there],
    {},
    ["does not fit into the spec as it is"],
  ],
  [
    "nothing for a part of either side that nothing holds",
    body("somewhere"),
    [there],
    {},
    ["does not say whether requests or answers have it"],
  ],
];

describe("the spec gets", () => {
  for (const [name, subject, says, gives, decide, { kind, spec = {} } = {}] of cases)
    it(name, () => {
      const files = toSources(changeSpec(spec, smallSpec));
      const proposal = proposeFor([toReading([{ subject, says }], kind)], files);
      const after = applyProposal(files, proposal);
      checkFiles(after);
      const texts = new Map(after.map(({ path, text }) => [path, text]));
      for (const [place, value] of Object.entries(gives)) expect(find(place, texts), place).toEqual(value);
      const paths = Object.keys(gives).map((place) => place.split("#")[0]);
      expect(new Set(proposal.files.map(({ path }) => path))).toEqual(new Set(paths));
      expect(proposal.decisions.map(({ message }) => message)).toEqual(
        decide.map((words) => expect.stringContaining(words) as string),
      );
    });
});

function find(place: string, texts: ReadonlyMap<string, string>): unknown {
  const [file = "", pointer = ""] = place.split("#");
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce<unknown>(
    (value, token) => (value as Record<string, unknown>)[token],
    JSON.parse(texts.get(file) ?? "{}"),
  );
}
