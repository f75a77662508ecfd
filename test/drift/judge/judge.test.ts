import { describe, expect, it } from "vitest";
import type { Claim } from "../../../generator/drift/claim.js";
import { hashSentence } from "../../../generator/drift/hash.js";
import type { Finding } from "../../../generator/drift/judge/finding.js";
import { judge } from "../../../generator/drift/judge/judge.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import type { Reading, Remark } from "../../../generator/drift/reading.js";
import type { ReviewedFile } from "../../../generator/spec/drift-files.js";
import { fromLine } from "../definitions/claim-lines.js";
import { claimCases, everything } from "./judge-cases.js";
import { shop } from "./shop.js";

const title = "A page";
const sentence = (text: string): Claim["sentence"] => ({
  text,
  place: { file: "page.md", title, section: "", line: 1 },
});

const makeReading = (lines: readonly string[], more: Partial<Reading> = {}): Reading => ({
  kind: "definitions",
  file: "page.md",
  title,
  claims: lines.map((line) => ({ ...fromLine(line), sentence: sentence(line) })),
  remarks: [],
  count: lines.length,
  lists: "some",
  ...more,
});

const nothing: ReviewedFile = { claims: [], sentences: [] };

const judgeAll = (reading: Reading, reviewed: ReviewedFile = nothing): readonly Finding[] =>
  judge(reading, shop, indexReviews(reviewed)).findings;

const show = ({ verdict, name, message }: Finding): string => `${verdict} ${name ?? ""}: ${message}`;

describe("a claim", () => {
  it.each(claimCases)("$given: $want", ({ given, want }) => {
    const [finding] = judgeAll(makeReading([given]));
    expect(
      finding?.message === "" ? finding.verdict : `${finding?.verdict ?? ""}: ${finding?.message ?? ""}`,
    ).toBe(want);
  });

  const given = "request ping.count type string";
  const entry = { source: title, claim: "request ping.count type", hash: hashSentence(given), why: "Seen." };

  it.each([
    { name: "is reviewed", reviewed: entry, want: ["reviewed"] },
    { name: "is an erratum", reviewed: { ...entry, erratum: "E01" }, want: ["erratum"] },
    {
      name: "is as loud as before in another sentence",
      reviewed: { ...entry, hash: "0".repeat(16) },
      want: ["contradicts", "vanished"],
    },
    {
      name: "is as loud as before in another source",
      reviewed: { ...entry, source: "Another" },
      want: ["contradicts"],
    },
    {
      name: "is as loud as before where another claim was reviewed",
      reviewed: { ...entry, claim: "request ping.count optional" },
      want: ["contradicts", "vanished"],
    },
  ])("that differs $name", ({ reviewed, want }) => {
    const findings = judgeAll(makeReading([given]), { claims: [reviewed], sentences: [] });
    expect(findings.map(({ verdict }) => verdict)).toEqual(want);
  });

  it("whose review is no longer needed leaves a review that fits nothing", () => {
    const agreeing = "request ping.count type integer";
    const findings = judgeAll(makeReading([agreeing]), {
      claims: [{ ...entry, hash: hashSentence(agreeing) }],
      sentences: [],
    });
    expect(findings.map(show)).toEqual([
      "agrees request ping.count type: ",
      'vanished : the review of "request ping.count type" fits nothing in the source any more',
    ]);
  });
});

describe("a sentence that claims nothing", () => {
  const remark: Remark = { sentence: sentence("It is  “so”.") };
  const hash = hashSentence('It is "so".');

  const place = remark.sentence.place.section;

  it("is unread until somebody has read it", () => {
    expect(judgeAll(makeReading([], { remarks: [remark] })).map(show)).toEqual([
      "unread : no reader understands it",
    ]);
  });

  it("says why it is unread", () => {
    const remarks = [{ ...remark, unread: "it gives no type" }];
    expect(judgeAll(makeReading([], { remarks })).map(show)).toEqual(["unread : it gives no type"]);
  });

  it("is no claim once it was read, whatever its quotes and spaces", () => {
    const sentences = [{ source: title, place, hash, words: "In our words." }];
    expect(judgeAll(makeReading([], { remarks: [remark] }), { claims: [], sentences }).map(show)).toEqual([
      "no claim : In our words.",
    ]);
  });

  it("is missed when it is gone", () => {
    const sentences = [{ source: title, hash, of: "request ping.count" }];
    expect(judgeAll(makeReading([]), { claims: [], sentences }).map(show)).toEqual([
      'vanished : a reviewed sentence about "request ping.count" is no longer in the source',
    ]);
  });
});

describe("a source that lists everything", () => {
  const read = (lines: readonly string[]): Reading => makeReading(lines, { lists: "everything" });

  it("is quiet where it says all that the spec has", () => {
    expect(judgeAll(read(everything)).filter(({ verdict }) => verdict !== "agrees")).toEqual([]);
  });

  it.each([
    {
      left: "request ping.count existence",
      want: "vanished request ping.count existence: the source does not have it",
    },
    {
      left: "request ping.late since 20",
      want: "vanished request ping.late since: the source names no release for it",
    },
    {
      left: "request ping.kind values a, b",
      want: "vanished request ping.kind values: the source lists no values of it",
    },
    {
      left: "request echo events pingBack",
      want: "vanished request echo events: the source does not say which events have it",
    },
  ])("is missed to say $left", ({ left, want }) => {
    const rest = everything.filter((line) => line !== left);
    const findings = judgeAll(read(rest)).filter(({ verdict }) => verdict !== "agrees");
    expect(findings.map(show)).toEqual([want]);
  });

  it("is missed to have an object, once for all that is in it", () => {
    const rest = everything.filter((line) => !line.includes("ping.items"));
    const findings = judgeAll(read(rest)).filter(({ verdict }) => verdict !== "agrees");
    expect(findings.map(show)).toEqual([
      "vanished request ping.items existence: the source does not have it",
    ]);
  });

  it("may leave out what was reviewed so", () => {
    const claims = [{ source: title, claim: "request ping.count existence", why: "Seen." }];
    const rest = everything.filter((line) => line !== "request ping.count existence");
    const findings = judgeAll(read(rest), { claims, sentences: [] }).filter(
      ({ verdict }) => verdict !== "agrees",
    );
    expect(findings.map(({ verdict }) => verdict)).toEqual(["reviewed"]);
  });
});

it("a source that lists only some is missed to say nothing", () => {
  expect(judgeAll(makeReading(["request ping.id existence"])).map(show)).toEqual([
    "agrees request ping.id existence: ",
  ]);
});
