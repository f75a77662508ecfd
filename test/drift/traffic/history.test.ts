import { expect, it } from "vitest";
import { sortReviews } from "../../../generator/spec/lint/reviews.js";
import { formatRelease } from "../../../generator/time/release.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { judgeFile, toLines } from "../door.js";
import { toLines as toNdjson } from "./recording.js";

const text = { type: "string" };

/** A contract in which everything happened that can happen to a property. */
const contract = createSmallSpec({
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
/** What every body has, so that nothing is missing. */
const usual = { eased: "x", wanted: "x", doubtful: "x" };

/** What bodies have besides, each in a ping; from which release until which there may be such; and what is told of them. */
type Case = readonly [bodies: readonly object[], releases: string, ...told: readonly string[]];
const cases: readonly Case[] = [
  [[{}], ".."],
  [[{ gone: "x" }], "..20"],
  [[{ came: "x" }, {}], "20.."],
  [[{ gone: "x" }, { came: "x" }], "no one, 20"],
  [[{ open: "b" }], "20.."],
  [[{ kind: "b" }, { kind: "c" }], "20..30"],
  [
    [{ kind: "x" }, { kind: "y" }, { kind: "x" }],
    "..",
    "new request ping.kind (1): had 2 values that the spec does not list (in 3 bodies)",
  ],
  [
    Array.from({ length: 30 }, (_, index) => ({ kind: `v${index}` })),
    "..",
    "new request ping.kind (1): had more than 20 values that the spec does not list (in 30 bodies)",
  ],
  [
    [{ hinted: "b" }],
    "..",
    'new request ping.hinted (1): had "b", which the spec has as seen in another program',
  ],
  [[{ changed: "x" }], "..20"],
  [
    [{ changed: true }],
    "..",
    "contradicts request ping.changed (1): was boolean; the spec has string or integer",
  ],
  [[{ listed: [1] }], "20.."],
  [
    [{ listed: [1, "x", null] }],
    "20..",
    "contradicts request ping.listed[] (1): was null; the spec has integer, was string; the spec has integer",
  ],
  [[{ eased: undefined }], "20.."],
  [[{ wanted: undefined }], "..30"],
  [[{ doubtful: undefined }], ".."],
  [[{ planned: "x" }], "..", "new request ping.planned (1): was in a body; the spec has it as planned"],
  [
    [{ seen: "x" }],
    "..",
    "new request ping.seen (1): was in a body; the spec has it as seen in another program",
  ],
  [[{ recorded: { deep: "x" }, noted: "b" }], ".."],
  [[{ remaned: "x" }], ".."],
  [
    [{ strange: 1 }, { strange: 1.5, odd: {} }],
    "..",
    "new request ping.odd (2): was in a body, was object",
    "new request ping.strange (1): was in a body (in 2 bodies), was integer",
    "new request ping.strange (2): was number",
  ],
  [
    [{ constructor: 1, toString: 1 }],
    "..",
    "new request ping.constructor (1): was in a body, was integer",
    "new request ping.toString (1): was in a body, was integer",
  ],
  [[{ kind: null, perhaps: null }], "..", "contradicts request ping.kind (1): was null; the spec has string"],
  [
    [{ large: 2 ** 60, whole: 2 ** 60, broken: 2 ** 60 }],
    "..",
    "contradicts request ping.whole (1): was int64; the spec has integer",
  ],
  [[{ large: 1e30 }], "..", "contradicts request ping.large (1): was number; the spec has int64"],
  [
    [{ whole: 1.5, broken: 1.5 }],
    "..",
    "contradicts request ping.whole (1): was number; the spec has integer",
  ],
  [[{ deep: "x" }], "30.."],
  [[{ deep: "x", inner: { deep: "x" } }], "30..", "new request ping.deep (1): was in a body, was string"],
];

/** Nothing is reviewed of it. */
const spec = { ...contract, ...sortReviews([]) };

async function read(bodies: readonly object[]): Promise<readonly string[]> {
  const records = bodies.map((body) => ({ event: "ping", request: { ping: { ...usual, ...body } } }));
  const judged = await judgeFile("till.ndjson", toNdjson(records), spec);
  if (!judged.ok) throw new Error("a recording is always read");
  const {
    findings,
    lowest: [lowest],
  } = judged.value;
  const [from = "", until = ""] = [lowest?.release, lowest?.until].map(
    (release) => release && formatRelease(release),
  );
  const told = toLines(findings.filter(({ verdict }) => verdict !== "agrees"));
  const usually = / \(in 1 body\)|; the spec does not have it/g;
  return [
    lowest?.isOne ? `${from}..${until}` : `no one, ${from}`,
    ...told.map((line) => line.replace(usually, "")),
  ];
}

for (const [bodies, ...want] of cases)
  it(`of a contract with a past, the bodies ${JSON.stringify(bodies)} are of ${want[0]}`, async () => {
    expect(await read(bodies)).toEqual(want);
  });
