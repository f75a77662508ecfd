import { beforeAll, describe, expect, it } from "vitest";
import { hashSentence } from "../../generator/drift/hash.js";
import { judge } from "../../generator/drift/judge/judge.js";
import { isLoud, type Finding } from "../../generator/drift/judge/finding.js";
import { indexModel, type Known } from "../../generator/drift/judge/known.js";
import { indexReviews } from "../../generator/drift/judge/reviews.js";
import type { Reading } from "../../generator/drift/reading.js";
import { once } from "../../generator/once.js";
import type { Model } from "../../generator/model/model.js";
import type { ReviewedFile } from "../../generator/spec/dialect.js";
import { fromLine, toLines, vendorClaims } from "../drift/definitions/claim-lines.js";
import { read } from "../drift/definitions/read.js";
import { hasVendorPages, readVendorPages } from "../drift/definitions/vendor-pages.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { extend, loadOwnModel, loadOwnSpec, review } from "./own-spec.js";

let model: Model;
let known: Known;
let reviewed: ReviewedFile;

beforeAll(() => {
  model = loadOwnModel();
  known = indexModel(model);
  reviewed = loadOwnSpec().reviewed;
});

const showLoud = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ verdict }) => isLoud(verdict))
    .map(
      ({ verdict, name = "", message, sentence }) => `${verdict} ${name}: ${message} ${sentence?.text ?? ""}`,
    );

describe.each(Object.entries(vendorClaims))("what %s claims", (title, lines) => {
  // Without the page there are no sentences: the name of a claim stands for the sentence that makes it.
  const claims = lines.map(fromLine).map((claim, i) => ({
    ...claim,
    sentence: { text: lines[i] ?? "", place: { file: "", title, section: "", line: i + 1 } },
  }));
  const reading: Reading = {
    kind: "definitions",
    file: "",
    title,
    claims,
    remarks: [],
    count: lines.length,
    lists: lines.some((line) => line.startsWith("response ")) ? "everything" : "some",
  };

  it("agrees with the spec, or was reviewed", () => {
    const reviews = indexReviews(forLines(lines, reviewed));
    expect(showLoud(judge(reading, known, reviews).findings), review(title)).toEqual([]);
  });

  it("is noticed where it differs, without the reviews", () => {
    const reviews = indexReviews({ claims: [], sentences: [] });
    const loud = judge(reading, known, reviews).findings.filter(({ verdict }) => isLoud(verdict));
    expect(loud.length, review(title)).toBe(reviewed.claims.filter(({ source }) => source === title).length);
  });
});

/** The reviews of claims, by the lines that stand for their sentences. */
function forLines(lines: readonly string[], file: ReviewedFile): ReviewedFile {
  const claims = file.claims.flatMap((entry) => {
    if (entry.hash === undefined) return [entry];
    const said = lines.filter((line) => line === entry.claim || line.startsWith(`${entry.claim} `));
    return said.map((line) => ({ ...entry, hash: hashSentence(line) }));
  });
  return { claims, sentences: [] };
}

describe.skipIf(!hasVendorPages)("the vendor's pages (skipped where ../shared/seeds is absent)", () => {
  const readings = once(() => readVendorPages().map(({ file, text }) => read(file, text)));

  it("make the claims that are kept here, and no others", () => {
    const claims = Object.fromEntries(readings().map(({ title, claims }) => [title, toLines(claims)]));
    expect(claims, extend("test/drift/definitions/claims.json, by what the pages say now")).toEqual(
      vendorClaims,
    );
  });

  it("say nothing that nobody has read", () => {
    const judged = readings().map((reading) => judge(reading, known, indexReviews(reviewed)));
    expect(judged.flatMap(({ findings }) => showLoud(findings))).toEqual([]);
  });
});

describe("what was reviewed", () => {
  it("repeats no sentence of a page", () => {
    const hashes = new Set(reviewed.sentences.map(({ hash }) => hash));
    const ours = [
      ...reviewed.sentences.flatMap(({ words }) => words ?? []),
      ...reviewed.claims.map(({ why }) => why),
    ];
    expect(ours.filter((text) => hashes.has(hashSentence(text)))).toEqual([]);
  });

  it("names errata that the spec has", () => {
    const errata = new Set(JSON.stringify(model).match(/\bE\d{2}\b/g));
    expect(reviewed.claims.flatMap(({ erratum = "E02" }) => (errata.has(erratum) ? [] : [erratum]))).toEqual(
      [],
    );
  });

  it("explains parts that the spec has", () => {
    const unknown = reviewed.sentences.filter(({ of }) => {
      const [side = "", path = ""] = of?.split(" ") ?? [];
      // A slip of the page's, which is reviewed as one.
      if (of === undefined || reviewed.claims.some(({ claim }) => claim === `${of} existence`)) return false;
      return side === "event" ? !known.findEvent(path) : !known.findPart({ side: side as "request", path });
    });
    expect(unknown).toEqual([]);
  });
});

describe("the protocol facts", () => {
  const facts = extend(
    "the list of this test in test/contract/vendor-pages.test.ts, by what the sources say",
  );

  it("have every event that there was when the tests' copy was made", () => {
    const names = model.events.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(loadRealModel().events.map(({ name }) => name)));
  });

  it("tie the special answers to their events", () => {
    const special = model.answers
      .filter(({ onlyFor }) => onlyFor)
      .map(({ property, onlyFor }) => [property.name, onlyFor]);
    expect(Object.fromEntries(special), facts).toEqual({
      scanCode: ["scanCode"],
      receiptFooter: ["completeSession"],
      billFooter: ["printBill"],
      externalPayment: [
        "cancelExternalPayment",
        "pollExternalPayment",
        "requestCancelExternalPayment",
        "startExternalPayment",
      ],
    });
  });

  it("excuse backgroundPoll and the external payments from polling", () => {
    const excused = model.events.filter(({ pollingOptional }) => pollingOptional);
    expect(
      excused.map(({ name }) => name),
      facts,
    ).toEqual([
      "backgroundPoll",
      "cancelExternalPayment",
      "pollExternalPayment",
      "requestCancelExternalPayment",
      "startExternalPayment",
    ]);
  });
});
