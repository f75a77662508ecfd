import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { judgeSource } from "../../generator/drift/judge-source.js";
import {
  hashSentence,
  nameSubject,
  type DriftFinding,
  type SourceContent,
} from "../../generator/drift/source-content.js";
import { buildModel } from "../../generator/contract/model/build.js";
import {
  toRelease,
  type ReviewedClaim,
  type ReviewedFile,
  type ReviewedSentence,
} from "../../generator/contract/read/dialect.js";
import { createSmallSpec, object } from "../workbench/small-spec.js";
import { fromLine } from "./cases.js";

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
    name: { type: "string" },
    day: { type: "string", format: "date" },
    moment: {
      anyOf: [
        { type: "string", format: "date" },
        { type: "string", format: "date-time" },
      ],
    },
    kind: { title: "Kind", type: "string", enum: ["a", "b"] },
    late: { type: "boolean", "x-added-in": "20" },
    gone: { type: "boolean", "x-removed-in": "20" },
    plan: { type: "boolean", "x-planned": true },
    rumour: { type: "boolean", "x-seen": "another API" },
    items: { type: "array", items: item },
    tags: { type: "array", items: { type: "string" } },
  },
  ["id"],
);

/** What changes with v20. */
const clock = object(
  "Clock",
  {
    gone: { type: "boolean", "x-removed-in": "20" },
    late: { type: "boolean", "x-added-in": "20" },
    must: { type: "boolean", "x-required-since": "20" },
    may: { type: "boolean", "x-optional-since": "20" },
    was: { type: "integer", "x-was": [{ until: "20", schema: { type: "string" } }] },
    tick: {
      title: "Tick",
      type: "string",
      enum: ["a", "b", "c"],
      "x-enum-added-in": { b: "20" },
      "x-enum-removed-in": { c: "20" },
    },
  },
  ["must"],
);

/** What a small spec knows: `ping` comes with both events, `echo` with one of them, since 30. */
const shop = indexContract(
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
  { names: [{ called: ["size of an item"], parts: ["request ping.items[].size"] }] },
);

/** The same with events and a body that change with v20. */
const changing = indexContract(
  buildModel(
    createSmallSpec({
      files: {
        "requests/clock.json": clock,
        "events/stop.json": { description: "It ends.", "x-removed-in": "20", carries: { clock: {} } },
        "events/start.json": { description: "It begins.", "x-added-in": "20", carries: { clock: {} } },
        "events/show.json": { description: "It goes on.", carries: { clock: {} } },
      },
    }),
  ),
  { names: [] },
);

const title = "A page";

/** Rows, one a line, as a reader would have made them of a page. */
const pageOf = (lines: readonly string[], more: Partial<SourceContent> = {}): SourceContent => {
  const rows = lines.map((line) => fromLine(line));
  return {
    kind: "definitions",
    file: "page.md",
    title,
    rows,
    sentences: [],
    count: 1,
    lists: "some",
    ...more,
  };
};

const judgeBy = (
  reading: SourceContent,
  reviewed: Partial<ReviewedFile> = {},
  contract = shop,
): readonly DriftFinding[] =>
  judgeSource(reading, contract, { claims: [], sentences: [], ...reviewed }, []).findings;

const show = ({ verdict, message }: DriftFinding): string => [verdict, message].filter(Boolean).join(": ");

/** What is found, but for what agrees. */
const tell = (...given: Parameters<typeof judgeBy>): readonly string[] =>
  judgeBy(...given)
    .filter(({ verdict }) => verdict !== "agrees")
    .map(show);

/** A row, and what is told of it; without that, it agrees. */
const cases = readFileSync(new URL("judge.txt", import.meta.url), "utf8");

it.each(cases.trim().split("\n"))("a row is judged: %s", (line) => {
  const [row = "", ...told] = line.trim().split(" => ");
  expect(tell(pageOf([row]))).toEqual(told);
});

it.each<[row: string, kind: SourceContent["kind"], ...told: string[]]>([
  // A page says all that a part may be; a body and a schema show what it was there.
  ["request ping.moment: date", "recording"],
  ["request ping.moment: integer", "recording", "contradicts: is integer; the spec has date or date-time"],
  ["request ping.kind: values a", "recording"],
  ["request ping.kind: values a", "WSDL", 'contradicts: has not "b", which the spec has'],
])("the row “%s” of a %s is judged", (row, kind, ...told) => {
  expect(tell(pageOf([row], { kind }))).toEqual(told);
});

it("a fault of recorded bodies is told with its event, and known without its words", () => {
  const place = { ...isHere("").place, section: "" };
  const of = { side: "request", path: "ping.count", about: "type", event: "ping" } as const;
  const reading = pageOf([], { kind: "recording", faults: [{ ...of, message: "is a string", place }] });
  expect(tell(reading)).toEqual(["contradicts: ping: is a string"]);
  const claims = [{ ...claim, hash: hashSentence("ping type is a string") }];
  expect(tell(reading, { claims })).toEqual(["reviewed: ping: is a string"]);
  // Other recordings may well have none of it.
  expect(tell(pageOf([], { kind: "recording" }), { claims })).toEqual([]);
});

it("what was only seen in the source itself is no news there", () => {
  const row = "request ping.rumour: boolean, required";
  expect(tell(pageOf([row], { seenAs: "another API" }))).toEqual([]);
  expect(tell(pageOf([row], { seenAs: "some API" }))).toHaveLength(2);
});

describe("what a release changed that is newer than a page", () => {
  const [before, after] = [toRelease("19"), toRelease("20")];
  /** What is right before v20, and what it contradicts from then on. */
  const outdated: readonly (readonly [row: string, told: string])[] = [
    ["request clock.gone: optional", "contradicts: is there; the spec has it as removed"],
    ["request clock.must: optional", "contradicts: is optional; the spec has it as required"],
    ["request clock.may: required", "contradicts: is not optional; the spec has it as optional"],
    ["request clock.was: string", "contradicts: is string; the spec has integer"],
    [
      "request clock.tick: values a c",
      'contradicts: has "c", which the spec has not; has not "b", which the spec has',
    ],
    ["request clock: events stop show", "new: is in stop; the spec has it only in show and start"],
    ["event stop", "contradicts: is there; the spec has it as removed"],
  ];

  it.each(outdated)("is no news: %s", (row, told) => {
    expect(tell(pageOf([row], { newest: before }), {}, changing)).toEqual([]);
    expect(tell(pageOf([row], { newest: after }), {}, changing)).toEqual([told]);
    expect(tell(pageOf([row]), {}, changing)).toEqual([told]);
    // With a part of that release, the page is no older than it.
    expect(tell(pageOf(["request clock.late", row], { newest: before }), {}, changing)).toEqual([told]);
  });

  it.each(["request clock.must: required", "request clock.was: integer", "request clock.tick: values a b"])(
    "is right already, where it says so by itself: %s",
    (row) => {
      expect(tell(pageOf([row], { newest: before }), {}, changing)).toEqual([]);
    },
  );

  it("does not hide what is right at no release", () => {
    const page = pageOf(["request clock.tick: values a b c d"], { newest: before });
    expect(tell(page, {}, changing)).toEqual(['new: has "c" and "d", which the spec has not']);
  });

  const rows = ["request clock", "request clock.gone: required", "request clock.must: required"];
  const incomplete = (newest: typeof before) => pageOf(rows, { lists: "everything", newest });

  it("leaves the reviews of a page in use", () => {
    const differs = { source: title, hash: hashSentence("optional false"), why: "A slip." };
    const claims = [
      { ...differs, claim: "request clock.gone optional" },
      { ...differs, claim: "request clock.must optional" },
      { source: title, claim: "request clock.may existence", why: "Left out." },
    ];
    const told = judgeBy(incomplete(before), { claims }, changing);
    expect(told.flatMap(({ reviewed = [] }) => reviewed)).toEqual(claims);
    expect(told.flatMap(({ lost = [] }) => lost)).toEqual([]);
  });

  it("is not missed where the page leaves it out", () => {
    const [missed, later] = [before, after].map((newest) =>
      tellSubjects(judgeBy(incomplete(newest), {}, changing)),
    );
    expect(missed).not.toContain("request clock.late");
    expect(later).toContain("request clock.late");
    expect(missed).toContain("request clock.tick");
  });
});

const tellSubjects = (findings: readonly DriftFinding[]): readonly string[] =>
  findings.flatMap(({ subject, verdict }) => (subject && verdict === "vanished" ? nameSubject(subject) : []));

/** What follows is of the section “Boxes”, on a page that has “Bags”, too. */
const isHere = (line: string): SourceContent["rows"][number] => fromLine(line, { section: "Boxes" });
const elsewhere = fromLine("request ping.id", { section: "Bags" });

const claim: ReviewedClaim = {
  source: title,
  place: "Boxes",
  claim: "request ping.count type",
  hash: hashSentence("type string"),
  why: "Seen.",
};
const lostClaim = 'vanished: the review of "request ping.count type" fits nothing in the source any more';
const differs = "contradicts: is string; the spec has integer";

it.each<[name: string, change: Partial<ReviewedClaim>, ...told: string[]]>([
  ["is reviewed", {}, `reviewed: ${differs.slice(13)}`],
  ["is an erratum", { erratum: "E01" }, `erratum: ${differs.slice(13)}`],
  ["is known whatever the case of its place", { place: "BOXES" }, `reviewed: ${differs.slice(13)}`],
  ["moves with it from a place that is gone", { place: "Jars" }, `reviewed: ${differs.slice(13)}`],
  ["stays in a place that is there", { place: "Bags" }, differs, lostClaim],
  ["is of another type", { hash: hashSentence("type number") }, differs, lostClaim],
  ["is of another source", { source: "Another page" }, differs],
  ["is of another part", { claim: "request ping.big type" }, differs, lostClaim.replace("count", "big")],
  [
    "is of another aspect",
    { claim: "request ping.count optional" },
    differs,
    lostClaim.replace("type", "optional"),
  ],
])("a review of a difference %s", (_, change, ...told) => {
  const rows = [isHere("request ping.count: string"), elsewhere];
  expect(tell(pageOf([], { rows }), { claims: [{ ...claim, ...change }] })).toEqual(told);
});

it("a review of what no longer differs is lost", () => {
  const reviewed = { claims: [{ ...claim, hash: hashSentence("type integer") }] };
  expect(tell(pageOf(["request ping.count: integer"]), reviewed)).toEqual([lostClaim]);
});

it("reviews alike are each of their own place", () => {
  const rows = ["Boxes", "Bags"].map((section) => fromLine("request ping.count: string", { section }));
  const claims = [{ ...claim, place: "Bags", erratum: "E01" }, claim];
  const verdicts = judgeBy(pageOf([], { rows }), { claims }).map(({ verdict }) => verdict);
  expect(verdicts).toEqual(["agrees", "reviewed", "agrees", "erratum"]);
});

it("reviews alike of places that are gone are each of one row", () => {
  const rows = ["Boxes", "Bags"].map((section) => fromLine("request ping.count: string", { section }));
  const claims = ["Jars", "Tins"].map((place) => ({ ...claim, place }));
  const findings = judgeBy(pageOf([], { rows }), { claims });
  expect(findings.flatMap(({ reviewed }) => reviewed ?? [])).toEqual(claims);
});

describe("a sentence", () => {
  const sentence = { text: "It counts “all” of them.", of: { side: "request", path: "ping.count" } } as const;
  const entry: ReviewedSentence = {
    source: title,
    place: "Boxes",
    hash: hashSentence(sentence.text),
    of: "request ping.count",
    words: "All.",
  };
  const rows = [isHere("request ping.count"), elsewhere];
  const say = (text: string) => [{ ...sentence, text, place: isHere("").place }];
  const unread = "unread: only a sentence says it";
  const lost = 'vanished: a reviewed sentence about "request ping.count" is no longer in the source';

  it.each<[name: string, text: string, change: Partial<ReviewedSentence>, ...told: string[]]>([
    ["is read", sentence.text, {}, "no claim: All."],
    ["is known by its letters", 'it counts "ALL"  of them', {}, "no claim: All."],
    ["is told when one word is another", "It counts “all” of it.", {}, unread, lost],
    ["is of its part", sentence.text, { of: "request ping.big" }, unread, lost.replace("count", "big")],
    ["is of its place", sentence.text, { place: "Bags" }, unread, lost],
    ["moves from a place that is gone", sentence.text, { place: "Jars" }, "no claim: All."],
    ["is of its source", sentence.text, { source: "Another page" }, unread],
  ])("%s", (_, text, change, ...told) => {
    const sentences = [{ ...entry, ...change }];
    expect(tell(pageOf([], { rows, sentences: say(text) }), { sentences })).toEqual(told);
  });

  it("that nobody has read is told with the parts and the releases that it names", () => {
    const [given] = say("Since v20 count and ping.items[].note are there; so is the size of an item.");
    const sentences = given ? [{ ...given, why: "it is long", releases: [] }] : [];
    expect(judgeBy(pageOf([], { sentences }))).toMatchObject([
      {
        verdict: "unread",
        message: "it is long",
        subject: sentence.of,
        releases: [2_000_000_000],
        parts: ["ping.count", "ping.items[].note", "ping.items[].size"].map((path) => ({
          side: "request",
          path,
        })),
      },
    ]);
  });

  it("that is gone with its heading is told with all that was there", () => {
    const sentences = [1, 2].map((number) => ({ ...entry, place: "Jars", hash: hashSentence(`${number}`) }));
    const [found, ...others] = judgeBy(pageOf([]), { sentences });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      verdict: "vanished",
      lost: sentences,
      message: 'nothing below "Jars" is in the source any more',
    });
  });

  const retitled = 'new: the title is "Page 2"; reviews have it as "A page"';

  it.each<[there: number, of: number, ...told: string[]]>([
    [6, 10, retitled, "no claim: All.", lost],
    [5, 10, unread],
    [6, 9, unread],
  ])("is known on a page of another title, if most of ten are there: %i of %i", (there, of, ...told) => {
    const texts = Array.from({ length: of }, (_, i) => `It counts ${i} of them.`);
    const sentences = texts.map((text) => ({ ...entry, hash: hashSentence(text) }));
    const page = pageOf([], { title: "Page 2", rows, sentences: texts.slice(0, there).flatMap(say) });
    expect([...new Set(tell(page, { sentences }))]).toEqual(told);
  });
});

describe("of a source that lists everything, what the spec has besides", () => {
  /** The rows of everything that the spec has today. */
  const all = [
    ...["request ping", "request ping.items: object[]", "response error"],
    ...["request ping.id: uuid", "request ping.count: integer", "request ping.big: integer"],
    ...["request ping.price: number", "request ping.name: string", "request ping.day: date"],
    ...["request ping.moment: date or date-time", "request ping.kind: string, values a b"],
    ...["request ping.late: boolean, since 20", "request ping.plan: boolean, planned"],
    ...["request ping.items[].size: integer", "request ping.items[].note: string, since 20"],
    ...["request ping.tags: string[]", "request echo.text: string"],
    ...["request echo: since 30, events pingBack", "request error: string, events errorRequest"],
    ...[
      "event ping",
      "event pingBack: since 30",
      "response pong: object",
      "response error.code: string, values OOPS",
    ],
  ];
  const tellLost = (
    given: readonly string[],
    reviewed?: Partial<ReviewedFile>,
    more: Partial<SourceContent> = {},
  ) =>
    judgeBy(pageOf(given, { lists: "everything", ...more }), reviewed)
      .filter(({ verdict }) => verdict !== "agrees")
      .map(
        ({ verdict, subject, message }) => `${verdict} ${subject ? nameSubject(subject) : ""}: ${message}`,
      );

  const missing = "the source does not have it";
  const empty = "the source has nothing that is in it";

  it.each<[name: string, without: RegExp, ...told: string[]]>([
    ["is nothing, if all is there", /^$/],
    ["a property", /ping.id/, `vanished request ping.id: ${missing}`],
    ["a planned one", /ping.plan/, `vanished request ping.plan: ${missing}`],
    ["a part with all that is in it", /echo/, `vanished request echo: ${missing}`],
    ["what is in a part", /items/, `vanished request ping.items: ${missing}`],
    ["a part of a body", /pong/, `vanished response pong: ${missing}`],
    ["all that is in a part, and what the part is like", /echo.text/, `vanished request echo: ${empty}`],
    ["an event, if it lists any", /event pingBack/, `vanished event pingBack: ${missing}`],
    ["nothing of events, if it lists none", /^event/],
  ])("%s", (_, without, ...told) => {
    expect(tellLost(all.filter((line) => !without.test(line)))).toEqual(told);
  });

  it.each<[from: string, to: string, ...told: string[]]>([
    [
      "late: boolean, since 20",
      "late: boolean",
      "vanished request ping.late: the source names no release for it",
    ],
    [
      "kind: string, values a b",
      "kind: string",
      "vanished request ping.kind: the source lists no values of it",
    ],
    ["30, events pingBack", "30", "vanished request echo: the source does not say which events have it"],
    ["pong: object", "pong", "vanished response pong: the source gives no type for it"],
  ])("is “%s”, if it says “%s”", (from, to, ...told) => {
    expect(tellLost(all.map((line) => line.replace(from, to)))).toEqual(told);
  });

  it("is nothing that is newer than the newest release that it names", () => {
    const lines = all.filter((line) => !/request (?:ping.id|echo)/.test(line));
    const newest = toRelease("29");
    expect(tellLost(lines, {}, { newest })).toEqual([`vanished request ping.id: ${missing}`]);
  });

  it("is less, if it tells no history", () => {
    const lines = all
      .filter((line) => !/plan|values a/.test(line))
      .map((line) => line.replace("boolean, since 20", "boolean"));
    expect(tellLost(lines, {}, { lists: "parts" })).toEqual([`vanished request ping.kind: ${missing}`]);
    expect(tellLost([...lines, "request ping.kind: string"], {}, { lists: "parts" })).toEqual([
      "vanished request ping.kind: the source lists no values of it",
    ]);
    expect(tellLost([], {}, { lists: "some" })).toEqual([]);
  });

  it("is reviewed without a place and a hash, and “nothing in it” by a hash of that", () => {
    const gone = { source: title, why: "Of old." };
    const claims = [
      { ...gone, claim: "request ping.id existence" },
      { ...gone, claim: "request ping.late since", erratum: "E01" },
      { ...gone, claim: "request echo existence", hash: hashSentence("nothing in it") },
    ];
    const lines = all
      .filter((line) => !/ping.id|echo.text/.test(line))
      .map((line) => line.replace("boolean, since 20", "boolean"));
    expect(tellLost(lines, { claims })).toEqual([
      `reviewed request ping.id: ${missing}`,
      "erratum request ping.late: the source names no release for it",
      `reviewed request echo: ${empty}`,
    ]);
  });

  it("takes the reviews of what was in it with it", () => {
    const lines = all.filter((line) => !line.includes("echo"));
    const sentences = [{ source: title, hash: "0".repeat(16), of: "request echo.text", words: "Text." }];
    const claims = [{ ...claim, claim: "request echo.text type" }];
    expect(tellLost(lines, { claims, sentences })).toEqual([`vanished request echo: ${missing}`]);
  });
});
