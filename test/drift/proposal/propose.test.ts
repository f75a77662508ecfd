import { describe, expect, it } from "vitest";
import type { Statement, Subject } from "../../../generator/drift/claim.js";
import type { SourceKind } from "../../../generator/drift/reading.js";
import { toRelease } from "../../../generator/spec/promised.js";
import { changeSpec, smallSpec, toSources, type Changes } from "../../spec/small-spec.js";
import { applyProposal, checkFiles, proposeFor, toReading } from "./grounds.js";

const since = (release: string): Statement => ({ about: "since", release: toRelease(release) });
const there: Statement = { about: "existence" };
const body = (path: string): Subject => ({ side: "body", path });
const answer = (path: string): Subject => ({ side: "response", path });
const request = (path: string): Subject => ({ side: "request", path });

const named = `The vendor's release notes "Notes" name it`;
const wait = "Not described yet.";

interface Case {
  readonly name: string;
  readonly subject: Subject;
  readonly says: readonly Statement[];
  readonly kind?: SourceKind;
  /** The parts of the spec that change, as they are then. */
  readonly gives: Readonly<Record<string, unknown>>;
  /** What each decision says, in part. */
  readonly decide?: readonly string[];
  readonly spec?: Changes;
}

const cases: readonly Case[] = [
  {
    name: "a property with its type and its release",
    subject: answer("scanCode.icon"),
    says: [there, { about: "type", type: "boolean" }, since("13.0.2")],
    gives: {
      "responses/scanCode.json#/properties/icon": {
        description: wait,
        type: "boolean",
        "x-added-in": "13.0.2",
        "x-provenance": { kind: "documented", basis: `${named} for 13.0.2 (line 1).` },
      },
    },
    decide: ["Describe it"],
  },
  {
    name: "a property without a type, as one of its name is elsewhere",
    subject: answer("polling.recognized"),
    says: [there],
    gives: {
      "responses/polling.json#/properties/recognized": {
        description: wait,
        type: "boolean",
        "x-provenance": {
          kind: "inferred",
          of: ["shape"],
          basis: `${named} (line 1), without a type; boolean as in "scanCode.recognized".`,
        },
      },
    },
    decide: ["Describe it", "Find out what it holds", "names no release"],
  },
  {
    name: "a property of what is the same on no other side",
    subject: body("bill.tables[].color"),
    says: [there, since("13.0.2")],
    gives: {
      "common/table.json#/properties/color": {
        description: wait,
        type: "string",
        "x-added-in": "13.0.2",
        "x-provenance": {
          kind: "assumed",
          of: ["shape"],
          basis: `${named} for 13.0.2 (line 1), without a type; string is assumed.`,
        },
      },
    },
    decide: ["Describe it", "string is assumed"],
  },
  {
    name: "a property on the side that has more, of two",
    subject: body("scanCode.scanner"),
    says: [there, { about: "type", type: "string" }],
    spec: {
      "responses/scanCode.json#/properties/label": undefined,
      "examples/scanCode/card.json": undefined,
    },
    gives: {
      "requests/scanCode.json#/properties/scanner": {
        description: wait,
        type: "string",
        "x-provenance": {
          kind: "assumed",
          of: ["existence"],
          basis: `${named} (line 1). It does not say whether requests or answers have it.`,
        },
      },
    },
    decide: ["both have", "Describe it", "names no release"],
  },
  {
    name: "a property of an answer that a source wants, as one that may be left out",
    subject: answer("scanCode.icon"),
    says: [there, { about: "type", type: "string" }, { about: "optional", optional: false }, since("13.0.2")],
    gives: { "responses/scanCode.json#/required": undefined },
    decide: ["Describe it", "it would break"],
  },
  {
    name: "a property of a request that a source wants, as required",
    subject: request("scanCode.scanner"),
    says: [there, { about: "type", type: "string" }, { about: "optional", optional: false }, since("13.0.2")],
    gives: { "requests/scanCode.json#/required": ["scannedCode", "codeType", "scanner"] },
    decide: ["Describe it"],
  },
  {
    name: "a value with its release",
    subject: request("scanCode.codeType"),
    says: [{ about: "values", values: ["nfc", "barcode"], all: false, since: toRelease("13.0.2") }],
    gives: {
      "requests/scanCode.json#/properties/codeType/enum": ["barcode", "rfid", "qrcode", "nfc"],
      "requests/scanCode.json#/properties/codeType/x-enum-added-in": {
        qrcode: "11",
        nfc: "13.0.2",
        barcode: "13.0.2",
      },
    },
    decide: ["Say what"],
  },
  {
    name: "a release for what was planned",
    subject: answer("message.title"),
    says: [there, since("13.0.2")],
    gives: {
      "responses/message.json#/properties/title": {
        description: "Above the text.",
        type: "string",
        "x-added-in": "13.0.2",
      },
    },
    decide: ["hold its description"],
  },
  {
    name: "a release that is not listed, with what came with it",
    subject: answer("scanCode.recognized"),
    says: [since("14.1")],
    gives: {
      "releases.json#/releases/4": { release: "14.1", summary: wait },
      "responses/scanCode.json#/properties/recognized": {
        description: "Whether it is known.",
        type: "boolean",
        "x-added-in": "14.1",
      },
    },
    decide: ["Sum up", "shops of older ones"],
  },
  {
    name: "an event",
    subject: { side: "event", path: "openDrawer" },
    says: [there, since("13.0.2")],
    gives: {
      "events/openDrawer.json#": {
        description: wait,
        "x-added-in": "13.0.2",
        "x-provenance": { kind: "documented", basis: `${named} for 13.0.2 (line 1).` },
        freeStanding: "No source says yet how it goes with other events.",
      },
    },
    decide: ["Describe the event", "carries"],
  },
  {
    name: "an answer to one event, with objects in a list",
    subject: { ...answer("beeps[].length"), events: ["scanCode"] },
    says: [there, { about: "type", type: "integer" }],
    gives: {
      "events/scanCode.json#/answers": { scanCode: {}, beeps: {} },
      "responses/beeps.json#/type": "array",
      "responses/beeps.json#/items/title": "BeepsAnswer",
      "responses/beeps.json#/items/properties/length/type": "integer",
    },
    decide: ["Describe it", "names no release", "No source describes it", "Describe it", "names no release"],
  },
  {
    name: "what only another program has, as seen there",
    subject: answer("scanCode.icon"),
    says: [there, { about: "type", type: "int64" }],
    kind: "WSDL",
    gives: {
      "responses/scanCode.json#/properties/icon": {
        description: wait,
        type: "integer",
        format: "int64",
        "x-seen": "another program",
      },
    },
    decide: ["Describe it"],
  },
  {
    name: "what only recorded bodies have, as seen there",
    subject: answer("scanCode.icon"),
    says: [
      { about: "existence", seen: true },
      { about: "type", type: "boolean", seen: true },
    ],
    kind: "traffic",
    gives: {
      "responses/scanCode.json#/properties/icon": {
        description: wait,
        type: "boolean",
        "x-seen": "recorded traffic",
      },
    },
    decide: ["Describe it"],
  },
  {
    name: "nothing for values of which nobody may read which they are",
    subject: request("scanCode.codeType"),
    says: [{ about: "values", values: [], all: false, seen: true, unlisted: 2 }],
    kind: "traffic",
    gives: {},
    decide: ["look at the recording"],
  },
  {
    name: "nothing for a date that another one contradicts",
    subject: answer("scanCode.label"),
    says: [since("13.0.2")],
    gives: {},
    decide: ["came with v13.0.2; the spec has v12.1"],
  },
  {
    name: "nothing for a name that the dialect does not take",
    subject: answer("scanCode.constructor"),
    says: [there],
    gives: {},
    decide: ["none that the dialect takes"],
  },
  {
    name: "nothing for what lint refuses, which is told",
    subject: { ...answer("original"), events: ["scanCode"] },
    says: [there],
    gives: {},
    decide: ["does not fit into the spec as it is"],
  },
  {
    name: "nothing for a part of either side that nothing holds",
    subject: body("somewhere"),
    says: [there],
    gives: {},
    decide: ["does not say whether requests or answers have it"],
  },
];

describe("the spec gets", () => {
  it.each(cases)("$name", ({ subject, says, kind, gives, decide = [], spec }) => {
    const files = toSources(changeSpec(spec ?? {}, smallSpec));
    const proposal = proposeFor([toReading([{ subject, says }], kind)], files);
    const after = applyProposal(files, proposal);
    checkFiles(after);
    const texts = new Map(after.map(({ path, text }) => [path, text]));
    for (const [place, value] of Object.entries(gives)) expect(find(place, texts), place).toEqual(value);
    expect(proposal.files.length === 0).toBe(Object.keys(gives).length === 0);
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

it("no file changes but those of the part", () => {
  const files = toSources(smallSpec);
  const proposal = proposeFor([toReading([{ subject: answer("scanCode.icon"), says: [there] }])], files);
  expect(proposal.files.map(({ path }) => path)).toEqual(["responses/scanCode.json"]);
});
