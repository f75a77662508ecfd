import { expect, it } from "vitest";
import { toReviewEntry } from "../../../generator/drift/review-entry.js";
import { isLoud } from "../../../generator/drift/judge/finding.js";
import { judgeFile, specWith } from "../door.js";
import { toLines } from "./recording.js";

async function judge(records: readonly unknown[], spec = specWith()) {
  const judged = await judgeFile("tape.ndjson", toLines(records), spec);
  if (!judged.ok) throw new Error("a recording is always read");
  return judged.value;
}

it("what a person reviewed in bodies is quiet in the next recording, but not in those of another event", async () => {
  const scan = {
    event: "scanCode",
    request: { event: { eventCounter: "1" }, scanCode: {}, tiers: 1, "a-b": 1 },
  };
  const first = await judge([scan]);
  const entries = first.findings.flatMap((finding) =>
    isLoud(finding.verdict) ? (toReviewEntry(finding, first) ?? []) : [],
  );
  const claims = entries.flatMap(({ list, entry }) =>
    list === "claims" ? [{ ...entry, why: "A test." }] : [],
  );
  const sentences = entries.flatMap(({ list, entry }) =>
    list === "sentences" ? [{ ...entry, words: "A test." }] : [],
  );
  const spec = specWith({ "drift/reviewed.json": { claims, sentences } });
  const bill = {
    event: "printBill",
    request: { event: { eventCounter: "1" }, bill: { total: 1, tables: [] } },
  };
  const { findings } = await judge([scan, scan, bill], spec);
  const loud = findings.filter(({ verdict }) => isLoud(verdict));
  expect(loud.map(({ verdict, name, subject }) => [verdict, name, subject?.events])).toEqual([
    ["contradicts", "request event.eventCounter type", ["printBill"]],
  ]);
  expect(findings.filter(({ verdict }) => verdict === "reviewed" || verdict === "no claim")).toHaveLength(
    entries.length,
  );
  const plain = { ...bill, request: { ...bill.request, event: { eventCounter: 1 } } };
  expect((await judge([plain], spec)).findings.filter(({ verdict }) => isLoud(verdict))).toEqual([]);
});
