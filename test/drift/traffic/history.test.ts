import { describe, expect, it } from "vitest";
import { indexModel } from "../../../generator/drift/judge/known.js";
import { findLowestReleases } from "../../../generator/drift/traffic/lowest-release.js";
import { buildModel } from "../../../generator/model/build.js";
import { formatRelease } from "../../../generator/time/release.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { describeNews, readRecording, toLines } from "./recording.js";

const text = { type: "string" };

/** A contract in which everything happened that can happen to a property. */
const spec = createSmallSpec({
  ping: object(
    "Ping",
    {
      gone: { ...text, "x-removed-in": "20" },
      came: { ...text, "x-added-in": "20" },
      kind: {
        ...text,
        enum: ["a", "b", "c"],
        "x-enum-added-in": { b: "20" },
        "x-enum-removed-in": { c: "30" },
      },
      open: { ...text, enum: ["a", "b"], "x-open": true, "x-enum-added-in": { b: "20" } },
      hinted: { ...text, enum: ["a"], "x-enum-seen": { b: "another program" } },
      changed: { type: "integer", "x-was": [{ until: "20", schema: text }] },
      listed: {
        type: "array",
        items: { type: "integer" },
        "x-was": [{ until: "20", schema: { type: "integer" } }],
      },
      eased: { ...text, "x-optional-since": "20" },
      wanted: { ...text, "x-required-since": "30" },
      doubtful: { ...text, "x-provenance": { kind: "inferred", of: ["required"], basis: "A guess." } },
      planned: { ...text, "x-planned": true },
      seen: { ...text, "x-seen": "another program" },
      recorded: { "x-seen": "recorded traffic", ...object("Recorded", { deep: text }) },
      noted: { ...text, enum: ["a"], "x-enum-seen": { b: "recorded traffic" } },
      renamed: { ...text, "x-legacy-names": ["remaned"] },
      large: { type: "integer", format: "int64" },
      whole: { type: "integer" },
      broken: { type: "number" },
      perhaps: { type: ["string", "null"] },
      inner: {
        "x-inlined": true,
        ...object("Inner", { deep: { ...text, "x-added-in": "30" } }, ["deep"]),
      },
    },
    ["wanted", "doubtful"],
  ),
});
const model = buildModel(spec);
const known = indexModel(model);

/** What every body has, so that nothing is missing. */
const usual = { eased: "x", wanted: "x", doubtful: "x" };

interface Case {
  /** What the bodies have besides, each in a ping. */
  readonly bodies: readonly object[];
  readonly release?: string;
  readonly until?: string;
  readonly isOne?: boolean;
  readonly news?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  "nothing special": { bodies: [{}] },
  "a property of old": { bodies: [{ gone: "x" }], until: "20" },
  "a newer property": { bodies: [{ came: "x" }, {}], release: "20" },
  "an old and a new one": { bodies: [{ gone: "x" }, { came: "x" }], release: "20", isOne: false },
  "a newer value": { bodies: [{ kind: "b" }, { kind: "a" }], release: "20" },
  "a newer value of an open enum": { bodies: [{ open: "b" }], release: "20" },
  "a value between": { bodies: [{ kind: "b" }, { kind: "c" }], release: "20", until: "30" },
  "an unknown value": {
    bodies: [{ kind: "x" }, { kind: "y" }, { kind: "x" }],
    news: ["new request ping.kind: had 2 values that the spec does not list (in 3 bodies)"],
  },
  "an unknown value of an open enum": {
    bodies: [{ open: "x" }],
    news: ["new request ping.open: had a value that the spec does not list (in 1 body)"],
  },
  "many unknown values": {
    bodies: Array.from({ length: 30 }, (_, index) => ({ kind: `v${index}` })),
    news: ["new request ping.kind: had more than 20 values that the spec does not list (in 30 bodies)"],
  },
  "a value that was seen elsewhere": {
    bodies: [{ hinted: "b" }],
    news: ['new request ping.hinted: had "b", which the spec has as seen in another program (in 1 body)'],
  },
  "a type of old": { bodies: [{ changed: "x" }], until: "20" },
  "a newer type": { bodies: [{ changed: 1 }], release: "20" },
  "a type of no release": {
    bodies: [{ changed: true }],
    news: ["contradicts request ping.changed: was boolean; the spec has string or integer (in 1 body)"],
  },
  "an array where there was none": { bodies: [{ listed: [1] }], release: "20" },
  "items of another type": {
    bodies: [{ listed: [1, "x", null] }],
    release: "20",
    news: [
      "contradicts request ping.listed[]: was null; the spec has integer (in 1 body)",
      "contradicts request ping.listed[]: was string; the spec has integer (in 1 body)",
    ],
  },
  "one that may be missing now": { bodies: [{ eased: undefined }], release: "20" },
  "one that might be missing then": { bodies: [{ wanted: undefined }], until: "30" },
  "one of which nobody says that it is required": { bodies: [{ doubtful: undefined }] },
  "a planned one": {
    bodies: [{ planned: "x" }],
    news: ["new request ping.planned: was in a body; the spec has it as planned (in 1 body)"],
  },
  "one that was seen elsewhere": {
    bodies: [{ seen: "x" }],
    news: ["new request ping.seen: was in a body; the spec has it as seen in another program (in 1 body)"],
  },
  "one that was recorded before": { bodies: [{ recorded: { deep: "x" }, noted: "b" }] },
  "another spelling": { bodies: [{ remaned: "x" }] },
  "an unknown one": {
    bodies: [{ strange: 1 }, { strange: 1.5, odd: {} }],
    news: [
      "new request ping.odd: was in a body; the spec does not have it (in 1 body)",
      "new request ping.odd: was object; the spec does not have it (in 1 body)",
      "new request ping.strange: was in a body; the spec does not have it (in 2 bodies)",
      "new request ping.strange: was integer; the spec does not have it (in 1 body)",
      "new request ping.strange: was number; the spec does not have it (in 1 body)",
    ],
  },
  "names of Object.prototype": {
    bodies: [{ constructor: 1, toString: 1 }],
    news: [
      "new request ping.constructor: was in a body; the spec does not have it (in 1 body)",
      "new request ping.constructor: was integer; the spec does not have it (in 1 body)",
      "new request ping.toString: was in a body; the spec does not have it (in 1 body)",
      "new request ping.toString: was integer; the spec does not have it (in 1 body)",
    ],
  },
  "a null": {
    bodies: [{ kind: null, perhaps: null }],
    news: ["contradicts request ping.kind: was null; the spec has string (in 1 body)"],
  },
  "large integers": {
    bodies: [{ large: 2 ** 60, whole: 2 ** 60, broken: 2 ** 60 }],
    news: ["contradicts request ping.whole: was int64; the spec has integer (in 1 body)"],
  },
  "an integer of more than 64 bits": {
    bodies: [{ large: 1e30 }],
    news: ["contradicts request ping.large: was number; the spec has int64 (in 1 body)"],
  },
  "a fraction": {
    bodies: [{ whole: 1.5, broken: 1.5 }],
    news: ["contradicts request ping.whole: was number; the spec has integer (in 1 body)"],
  },
  "parts of an object in the place of it": { bodies: [{ deep: "x" }], release: "30" },
  "the same in their object": { bodies: [{ inner: { deep: "x" } }], release: "30" },
  "such a part beside its object": {
    bodies: [{ deep: "x", inner: { deep: "x" } }],
    release: "30",
    news: [
      "new request ping.deep: was in a body; the spec does not have it (in 1 body)",
      "new request ping.deep: was string; the spec does not have it (in 1 body)",
    ],
  },
};

describe("of a contract with a past, a recording with", () => {
  it.each(Object.entries(cases))("%s", async (_, { bodies, release, until, isOne = true, news = [] }) => {
    const records = bodies.map((body) => ({ event: "ping", request: { ping: { ...usual, ...body } } }));
    const reading = await readRecording("till.ndjson", toLines(records), known);
    expect(describeNews(reading, known)).toEqual(news);
    const [lowest] = findLowestReleases(reading, known);
    expect({
      release: lowest?.release && formatRelease(lowest.release),
      until: lowest?.until && formatRelease(lowest.until),
      isOne: lowest?.isOne,
    }).toEqual({ release, until, isOne });
  });
});
