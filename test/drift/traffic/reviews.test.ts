import { expect, it } from "vitest";
import { judge } from "../../../generator/drift/judge/judge.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import { nameClaim } from "../../../generator/drift/claim.js";
import { frozen, listNews, readRecording, toLines } from "./recording.js";

const record = (more: object): object => ({
  event: "scanCode",
  request: { event: {}, sender: {}, session: {}, scanCode: {}, ...more },
});
const plain = toLines([record({})]);
const strange = [record({ tiers: 1, "a-b": 1 })];

it("what a person reviewed in one recording is quiet in the next, and is not missed where it is not", async () => {
  const first = listNews(await readRecording("monday.ndjson", toLines(strange)));
  const facts = first.map(({ claim, hash = "" }) => ({ claim, entry: { source: "recorded traffic", hash } }));
  const reviews = indexReviews({
    claims: facts.flatMap(({ claim, entry }) =>
      claim ? { ...entry, claim: nameClaim(claim), why: "A test." } : [],
    ),
    sentences: facts.flatMap(({ claim, entry }) => (claim ? [] : { ...entry, words: "A test." })),
  });
  const next = `${plain}${toLines([...strange, ...strange])}`;
  for (const [text, quiet] of [
    [next, first.length],
    [plain, listNews(await readRecording("plain.ndjson", plain)).length],
  ] as const) {
    const { findings } = judge(await readRecording("tuesday.ndjson", text), frozen, reviews);
    const verdicts = findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== "agrees");
    expect(verdicts.every((verdict) => verdict === "reviewed" || verdict === "no claim")).toBe(true);
    expect(verdicts).toHaveLength(quiet);
  }
});

it("what a person reviewed in the bodies of one event is not quiet in those of another", async () => {
  const toRecord = (event: string): object => {
    const sender = { branchNumber: "1" };
    return { event, request: { event: {}, sender, session: {}, scanCode: {} } };
  };
  const first = listNews(await readRecording("monday.ndjson", toLines([toRecord("scanCode")])));
  const reviews = indexReviews({
    claims: first.flatMap(({ claim, hash = "" }) =>
      claim ? [{ source: "recorded traffic", hash, claim: nameClaim(claim), why: "A test." }] : [],
    ),
    sentences: [],
  });
  const records = ["scanCode", "cancelSession"].map(toRecord);
  const { findings } = judge(await readRecording("tuesday.ndjson", toLines(records)), frozen, reviews);
  const verdicts = findings
    .filter(({ name }) => name === "request sender.branchNumber type")
    .map(({ verdict, subject }) => [verdict, subject?.events]);
  expect(verdicts).toEqual([
    ["contradicts", ["cancelSession"]],
    ["reviewed", ["scanCode"]],
  ]);
});
