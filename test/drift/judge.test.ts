import { expect, it } from "vitest";
import { hashSentence } from "../../generator/drift/hash.js";
import { judge } from "../../generator/drift/judge/judge.js";
import { indexModel } from "../../generator/drift/judge/known.js";
import { indexReviews } from "../../generator/drift/judge/reviews.js";
import { buildModel } from "../../generator/model/build.js";
import type { ReviewedClaim } from "../../generator/spec/dialect.js";
import { createSmallSpec, object } from "../workbench/small-spec.js";
import { fromLine } from "./definitions/claim-lines.js";

const item = object("Item", { size: { type: "integer" }, note: { type: "string", "x-added-in": "20" } }, [
  "size",
]);

const ping = object(
  "Ping",
  {
    id: { type: "string", format: "uuid" },
    count: { type: "integer" },
    big: { type: "integer", format: "int64" },
    price: { type: "number" },
    kind: { title: "Kind", type: "string", enum: ["a", "b"] },
    late: { type: "boolean", "x-added-in": "20" },
    gone: { type: "boolean", "x-removed-in": "20" },
    plan: { type: "boolean", "x-planned": true },
    rumour: { type: "boolean", "x-seen": "another API" },
    items: { type: "array", items: item },
  },
  ["id"],
);

/** What a small spec knows: `ping` comes with both events, `echo` with one of them, since 30. */
const shop = indexModel(
  buildModel(
    createSmallSpec({
      ping,
      files: {
        "requests/echo.json": { ...object("Echo", { text: { type: "string" } }), "x-added-in": "30" },
        "events/pingBack.json": {
          description: "A sign of life that comes back.",
          "x-added-in": "30",
          carries: { ping: { required: true }, echo: {} },
          answers: { pong: {} },
        },
      },
    }),
  ),
);

/** A claim as a line, and its verdict with the message. */
const cases: readonly (readonly [given: string, want: string])[] = [
  ["request ping.id existence", "agrees"],
  ["request ping.items[].size existence", "agrees"],
  ["request ping.items.size existence", "contradicts: is written with other arrays than the spec has"],
  ["request ping.other existence", "new: the spec does not have it"],
  ["request ping.gone existence", "contradicts: is there; the spec has it as removed"],
  ["request ping.plan existence", "new: is there; the spec has it as planned"],
  ["request ping.rumour existence", "new: is documented; the spec has it as seen in another API"],
  ["request ping.plan plan", "agrees"],
  ["request ping.count plan", "contradicts: is only planned; the spec has it as existing"],
  ["request ping.other plan", "new: is planned"],
  ["request ping.id type uuid", "agrees"],
  ["request ping.id type string", "agrees"],
  ["request ping.id type integer", "contradicts: is integer; the spec has uuid"],
  ["request ping.count type integer", "agrees"],
  ["request ping.count type int64", "contradicts: is int64; the spec has integer"],
  ["request ping.big type int64", "agrees"],
  ["request ping.big type integer", "contradicts: is integer; the spec has int64"],
  ["request ping.price type integer", "contradicts: is integer; the spec has number"],
  ["request ping.items type array of objects", "agrees"],
  [
    "request ping.items type array of strings",
    "contradicts: is array of strings; the spec has array of object",
  ],
  ["request ping.other type boolean", "new: is boolean"],
  ["request ping.id optional no", "agrees"],
  ["request ping.id optional yes", "contradicts: is optional; the spec has it as required"],
  ["request ping.count optional no", "contradicts: is not optional; the spec has it as optional"],
  ["request ping.late since 20", "agrees"],
  ["request ping.late since 30", "contradicts: came with v30; the spec has v20"],
  ["request ping.count since 20", "new: came with v20; the spec has it without a release"],
  ["request echo.text since 30", "agrees"],
  ["request ping.kind values a, b", "agrees"],
  ["request ping.kind values a", 'contradicts: has not "b", which the spec has'],
  ["request ping.kind values a, b, c", 'new: has "c", which the spec has not'],
  ["request ping.id values a, b", 'new: has the values "a" and "b"; the spec has no list of values'],
  ["request echo events pingBack", "agrees"],
  ["request echo events ...Back", "agrees"],
  ["request ping events ping...", "agrees"],
  ["request echo events ping", "new: is in ping; the spec has it only in pingBack"],
  ["request ping events ping", "contradicts: is only in ping; the spec has it in pingBack, too"],
  ["request echo events ...Late", "new: is in ...Late; the spec has it only in pingBack"],
  ["event ping existence", "agrees"],
  ["event pong existence", 'new: the spec has no event "pong"'],
  ["event pingBack since 30", "agrees"],
  ["event pingBack since 20", "contradicts: came with v20; the spec has v30"],
  ["event ping since 20", "new: came with v20; the spec has it without a release"],
  ["release 20 existence", "agrees"],
  ["release 40 existence", "new: the spec has no release 40"],
];

const title = "A page";

/** What comes of one claim, by some reviews. */
function judgeClaim(given: string, claims: readonly ReviewedClaim[] = []): readonly string[] {
  const sentence = { text: given, place: { file: "page.md", title, section: "", line: 1 } };
  const made = { claims: [{ ...fromLine(given), sentence }], remarks: [], count: 1, lists: "some" } as const;
  const reading = { ...made, kind: "definitions", file: "page.md", title } as const;
  const { findings } = judge(reading, shop, indexReviews({ claims, sentences: [] }));
  return findings.map(({ verdict, message }) => (message === "" ? verdict : `${verdict}: ${message}`));
}

it.each(cases)("the claim %j is judged: %s", (given, want) => {
  expect(judgeClaim(given)).toEqual([want]);
});

const given = "request ping.count type string";
const entry = { source: title, claim: "request ping.count type", hash: hashSentence(given), why: "Seen." };

it.each<[name: string, reviewed: ReviewedClaim, ...verdicts: string[]]>([
  ["is reviewed", entry, "reviewed"],
  ["is an erratum", { ...entry, erratum: "E01" }, "erratum"],
  ["is loud in another sentence", { ...entry, hash: "0".repeat(16) }, "contradicts", "vanished"],
  ["is loud in another source", { ...entry, source: "Another" }, "contradicts"],
  [
    "is loud where another was reviewed",
    { ...entry, claim: "request ping.count optional" },
    "contradicts",
    "vanished",
  ],
])("a claim that differs %s", (_, reviewed, ...verdicts) => {
  expect(judgeClaim(given, [reviewed]).map((told) => told.split(":")[0])).toEqual(verdicts);
});

it("a review that is no longer needed fits nothing", () => {
  const agreeing = "request ping.count type integer";
  expect(judgeClaim(agreeing, [{ ...entry, hash: hashSentence(agreeing) }])).toEqual([
    "agrees",
    'vanished: the review of "request ping.count type" fits nothing in the source any more',
  ]);
});
