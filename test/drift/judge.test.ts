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
import { readCases } from "../workbench/cases.js";

interface Case {
  readonly name: string;
  readonly told: readonly string[];
}

interface Cases extends Readonly<Record<"ping" | "clock", Parameters<typeof object>[1]>> {
  readonly outdated: Readonly<Record<string, string>>;
  readonly reviews: readonly (Case & { change?: Partial<ReviewedClaim>; hashOf?: string })[];
  readonly sentences: readonly (Case & { text: string; change?: Partial<ReviewedSentence> })[];
  readonly copies: readonly (Case & { rows: readonly string[] })[];
  readonly reviewedPages: readonly (Case & { rows: readonly string[]; texts?: readonly string[] })[];
}

const { outdated, reviews, sentences, copies, reviewedPages, ...bodies } = readCases(
  "judge.yaml",
  import.meta,
) as Cases;
const ping = object("Ping", bodies.ping, ["id"]);
const clock = object("Clock", bodies.clock, ["must"]);

/** `ping` is in both events; `echo` is in one of them since v30. */
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
);

/** The same shop, with events and a body that change in v20. */
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
);

const title = "A page";

const pageOf = (lines: readonly string[], more: Partial<SourceContent> = {}): SourceContent => {
  const rows = lines.map((line) => fromLine(line));
  return {
    kind: "page",
    file: "page.md",
    title,
    rows,
    sentences: [],
    count: 1,
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

const tell = (...given: Parameters<typeof judgeBy>): readonly string[] =>
  judgeBy(...given)
    .filter(({ verdict }) => verdict !== "agrees")
    .map(show);

/** A row and its finding. A row without a finding agrees with the spec. */
const cases = readFileSync(new URL("judge.txt", import.meta.url), "utf8");

it.each(cases.trim().split("\n"))("a row is judged: %s", (line) => {
  const [row = "", ...told] = line.trim().split(" => ");
  expect(tell(pageOf([row]))).toEqual(told);
});

it("a WSDL and a recording show what a part was there, and a page all that it may be", () => {
  const row = "request ping.moment: date";
  expect(tell(pageOf([row], { kind: "recording" }))).toEqual([]);
  expect(tell(pageOf([row]))).toEqual(["contradicts: is date; the spec has date or date-time"]);
});

it("a fault of recorded bodies is told with its event, and known without its words", () => {
  const place = { ...isHere("").place, section: "" };
  const of = { side: "request", path: "ping.count", about: "type", event: "ping" } as const;
  const reading = pageOf([], { kind: "recording", faults: [{ ...of, message: "is a string", place }] });
  expect(tell(reading)).toEqual(["contradicts: ping: is a string"]);
  const claims = [{ ...claim, hash: hashSentence("ping type is a string") }];
  expect(tell(reading, { claims })).toEqual(["reviewed: ping: is a string"]);
  // Another recording may lack the fault.
  expect(tell(pageOf([], { kind: "recording" }), { claims })).toEqual([]);
});

it("what was only seen in the source itself is no news there", () => {
  const row = "request ping.rumour: boolean, required";
  expect(tell(pageOf([row], { seenAs: "another API" }))).toEqual([]);
  expect(tell(pageOf([row], { seenAs: "some API" }))).toHaveLength(2);
});

describe("what a release changed that is newer than a page", () => {
  const [before, after] = [toRelease("19"), toRelease("20")];
  it.each(Object.entries(outdated))("is no news: %s", (row, told) => {
    expect(tell(pageOf([row], { newest: before }), {}, changing)).toEqual([]);
    expect(tell(pageOf([row], { newest: after }), {}, changing)).toEqual([told]);
    expect(tell(pageOf([row]), {}, changing)).toEqual([told]);
    // A page that mentions something added in that release is at least as new.
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
    expect(tell(page, {}, changing)).toEqual(['new: has "c" and "d", which the spec does not have']);
  });

  it("leaves the reviews of a page in use", () => {
    const rows = ["request clock.gone: required", "request clock.must: required"];
    const differs = { source: title, hash: hashSentence("optional false"), why: "A slip." };
    const claims = ["gone", "must"].map((name) => ({ ...differs, claim: `request clock.${name} optional` }));
    const told = judgeBy(pageOf(rows, { newest: before }), { claims }, changing);
    expect(told.flatMap(({ reviewed = [] }) => reviewed)).toEqual(claims);
    expect(told.flatMap(({ lost = [] }) => lost)).toEqual([]);
  });
});

/** These cases are in the section “Boxes” of a page that also has “Bags”. */
const isHere = (line: string): SourceContent["rows"][number] => fromLine(line, { section: "Boxes" });
const elsewhere = fromLine("request ping.id", { section: "Bags" });

const claim: ReviewedClaim = {
  source: title,
  place: "Boxes",
  claim: "request ping.count type",
  hash: hashSentence("type string"),
  why: "Seen.",
};
const lostClaim =
  'vanished: the review of "request ping.count type" no longer matches anything in the source';

it.each(reviews)("a review of a difference $name", ({ change, hashOf = "type string", told }) => {
  const rows = [isHere("request ping.count: string"), elsewhere];
  const claims = [{ ...claim, hash: hashSentence(hashOf), ...change }];
  expect(tell(pageOf([], { rows }), { claims })).toEqual(told);
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
  const unread = "unread: only a sentence says this";
  const lost = 'vanished: a reviewed sentence about "request ping.count" is no longer in the source';

  it.each(sentences)("$name", ({ text, change, told }) => {
    const reviewed = { sentences: [{ ...entry, ...change }] };
    expect(tell(pageOf([], { rows, sentences: say(text) }), reviewed)).toEqual(told);
  });

  it("that is gone is told, unless another one names its part, or is about it", () => {
    const of = { side: "request", path: "ping" } as const;
    const tellBy = (...texts: readonly string[]) =>
      tell(pageOf([], { rows, sentences: texts.flatMap(say).map((each) => ({ ...each, of })) }), {
        sentences: [entry],
      });
    expect(tellBy()).toEqual([lost]);
    expect(tellBy("It is large.")).toEqual([unread, lost]);
    expect(tellBy("Its count is large.")).toEqual([unread]);
    const page = pageOf([], { rows, sentences: say("Its count is large.") });
    expect(judgeSource(page, shop, { claims: [], sentences: [entry] }, []).replaced).toEqual([entry]);
  });

  it("that nobody has read is told with the parts and the releases that it names", () => {
    const sentences = say("Since v20 count and ping.items[].note are there.");
    expect(judgeBy(pageOf([], { sentences }))).toMatchObject([
      {
        verdict: "unread",
        subject: sentence.of,
        releases: [toRelease("20")],
        parts: ["ping.count", "ping.items[].note"].map((path) => ({ side: "request", path })),
      },
    ]);
  });

  const retitled = 'new: the title is "Page v2"; reviews call it "A page"';

  it.each<[there: number, of: number, ...told: string[]]>([
    [6, 10, retitled, "no claim: All.", lost],
    [5, 10, unread],
    [6, 9, unread],
  ])("is known on a page of another title, if most of ten are there: %i of %i", (there, of, ...told) => {
    const texts = Array.from({ length: of }, (_, i) => `It counts ${i} of them.`);
    const sentences = texts.map((text) => ({ ...entry, hash: hashSentence(text) }));
    const page = pageOf([], { title: "Page v2", rows, sentences: texts.slice(0, there).flatMap(say) });
    expect([...new Set(tell(page, { sentences }))]).toEqual(told);
  });
});

describe("of a page whose rows somebody has reviewed", () => {
  const names = ["request ping.id", "request ping.count", "request ping.name", "request ping.big"];
  const sentences = names.map((of) => ({ source: title, hash: hashSentence(of), of, words: "Seen." }));
  const tellOf = (
    rows: readonly string[],
    texts: readonly string[] = [],
    claims: readonly ReviewedClaim[] = [],
  ) => {
    const said = texts.map((text) => ({ text, place: isHere("").place }));
    return judgeBy(pageOf(rows, { sentences: said }), { claims, sentences })
      .filter(({ subject, verdict }) => (subject ? verdict !== "agrees" : verdict !== "vanished"))
      .map((finding) => `${finding.subject ? `${nameSubject(finding.subject)} ` : ""}${show(finding)}`);
  };
  const gone = "request ping.big vanished: the source does not have it";

  it.each(reviewedPages)("$name", ({ rows, texts, told }) => {
    expect(tellOf(rows, texts)).toEqual(told);
  });

  it("what is gone can be reviewed", () => {
    const claims = [{ source: title, claim: "request ping.big existence", why: "A slip." }];
    expect(tellOf(names.slice(0, 3), [], claims)).toEqual([gone.replace("vanished", "reviewed")]);
  });
});

it.each(copies)("of a part that was reviewed in two sections: $name", ({ rows, told }) => {
  const page = rows.map((row) => {
    const [section = "", ...line] = row.split(": ");
    return fromLine(line.join(": "), { section });
  });
  const entry = { source: title, hash: hashSentence("It."), of: "request ping.id" };
  const sentences = ["Boxes", "Bags"].map((place) => ({ ...entry, place }));
  const texts = page
    .filter(({ path }) => path === "ping.id")
    .map(({ side, path, place }) => ({ text: "It.", of: { side, path }, place }));
  const found = judgeBy(pageOf([], { rows: page, sentences: texts }), { sentences })
    .filter(({ verdict }) => verdict !== "agrees" && verdict !== "no claim")
    .map((finding) => `${finding.subject ? `${nameSubject(finding.subject)} ` : ""}${show(finding)}`);
  expect(found).toEqual(told);
});

describe("of what the spec has, a WSDL lacks", () => {
  /** Rows for everything in the current spec. */
  const all = [
    ...["", ".id", ".count", ".big", ".price", ".name", ".day", ".moment", ".late", ".tags"],
    ...[".items: object[]", ".items[].size", ".items[].note", ".kind: string, values a b"],
  ].map((part) => `request ping${part}`);
  all.push("request echo.text", "request error", "response pong", "response error");
  all.push("response error.code: string, values OOPS");
  const tellLost = (rows: readonly string[], reviewed: Partial<ReviewedFile> = {}) =>
    judgeBy(pageOf(rows, { kind: "WSDL" }), reviewed)
      .filter(({ verdict }) => verdict !== "agrees")
      .map((finding) => `${finding.subject ? nameSubject(finding.subject) : ""} ${show(finding)}`);
  const missing = "vanished: the source does not have it";

  it.each<[name: string, without: RegExp, ...told: string[]]>([
    ["nothing, if all is there", /^$/],
    ["a property", /.*ping.id\n/, `request ping.id ${missing}`],
    ["a part with all that is in it", /.*echo.*\n/, `request echo ${missing}`],
    ["what is in a part", /.*items.*\n/g, `request ping.items ${missing}`],
    ["a list of values", /, values a b/, "request ping.kind vanished: the source lists no values for it"],
  ])("%s", (_, without, ...told) => {
    expect(tellLost(all.join("\n").replace(without, "").split("\n"))).toEqual(told);
  });

  it("what may be reviewed, without a place and a hash", () => {
    const claims = [{ source: title, claim: "request ping.id existence", why: "Of old." }];
    const lines = all.filter((line) => !line.includes("ping.id"));
    expect(tellLost(lines, { claims })).toEqual(["request ping.id reviewed: the source does not have it"]);
  });
});
