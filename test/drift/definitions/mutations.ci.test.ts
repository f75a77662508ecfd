import { describe, expect, it } from "vitest";
import { judge } from "../../../generator/drift/judge/judge.js";
import { isLoud, type Finding } from "../../../generator/drift/judge/finding.js";
import { indexModel } from "../../../generator/drift/judge/known.js";
import { toReviewEntry } from "../../../generator/drift/review-entry.js";
import { indexReviews } from "../../../generator/drift/judge/reviews.js";
import type { Reading } from "../../../generator/drift/reading.js";
import type { ReviewedFile } from "../../../generator/spec/drift-files.js";
import { scaleAmount } from "../../fuzz/amount.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { seed } from "../../workbench/seed.js";
import { vendorClaims } from "./claim-lines.js";
import { draftPage } from "./draft.js";
import { mutations } from "./mutations.js";
import { read } from "./read.js";
import { forms } from "./render.js";
import { hasVendorPages, readVendorPages } from "./vendor-pages.js";

const known = indexModel(loadRealModel());
const title = "Webhooks JSON Definitions";
const draft = draftPage(title, vendorClaims[title] ?? []);

const nothing: ReviewedFile = { claims: [], sentences: [] };

const findLoud = (reading: Reading, reviewed: ReviewedFile): readonly Finding[] =>
  judge(reading, known, indexReviews(reviewed)).findings.filter(({ verdict }) => isLoud(verdict));

/** The reviews after which a page is quiet. */
function review(reading: Reading): ReviewedFile {
  const loud = findLoud(reading, nothing);
  const sentences = new Map(
    loud.flatMap((finding) => {
      const made = finding.verdict === "unread" ? toReviewEntry(finding, reading) : undefined;
      if (made?.list !== "sentences") return [];
      const entry = { ...made.entry, words: "Read." };
      return [[JSON.stringify(entry), entry]];
    }),
  );
  const claims = loud.flatMap(({ verdict, name, hash }) =>
    verdict === "unread" || name === undefined
      ? []
      : [{ source: reading.title, claim: name, why: "Seen.", ...(hash !== undefined && { hash }) }],
  );
  return { claims, sentences: [...sentences.values()] };
}

/** All that a finding names. */
const describeFinding = ({ subject, message, sentence, reviewed, name }: Finding): string =>
  JSON.stringify([subject?.path, message, sentence?.text, reviewed, name]);

/** Each change once before one lands, and many times in proof. */
const rounds = scaleAmount({ suite: 1, full: 7 });
const cases = Object.entries(mutations).flatMap(([name, mutate], i) =>
  Array.from({ length: rounds }, (_, round) => ({ name, mutate, round, seed: seed + i * rounds + round })),
);

describe.each(Object.entries(forms))("a page saved as %s", (file, render) => {
  const reviewed = review(read(file, render(draft, {})));

  it("is quiet once it is reviewed", () => {
    expect(findLoud(read(file, render(draft, {})), reviewed)).toEqual([]);
  });

  it.each(cases)("is judged where $name (round $round)", ({ mutate, seed: own }) => {
    const { draft: changed, look = {}, about, ...mutated } = mutate(draft, fromSeed(own));
    const want = (file === "page.txt" ? mutated.wantInText : undefined) ?? mutated.want;
    const loud = findLoud(read(file, render(changed, look)), reviewed);
    const there = loud.filter((finding) => describeFinding(finding).includes(about));
    if (want.length === 0) expect(loud).toEqual([]);
    else
      expect(want, `what was found about ${about}`).toContainEqual(
        there.find(({ verdict }) => want.includes(verdict))?.verdict,
      );
  });
});

/** A line that says something: no header of an empty table, and no sentence that stands on the page twice. */
function listTellingLines(text: string): readonly number[] {
  const lines = text.split("\n");
  const twice = (line: string): boolean => lines.filter((other) => other.trim() === line.trim()).length > 1;
  return lines.flatMap((line, i) => (line.trim() === "" || twice(line) ? [] : [i]));
}

const lineRounds = scaleAmount({ suite: 2, full: 25 });

/** What can happen to a line. */
const lineChanges: Readonly<Record<string, (line: string) => string>> = {
  removed: () => "",
  "given another word": (line) => `${line.trimEnd().replace(/\.$/, "")} somehow.`,
  "cut in half": (line) => line.trim().split(" ").slice(0, -1).join(" "),
  "given another beginning": (line) => line.replace(/\w+/, "$&Too"),
};

describe.skipIf(!hasVendorPages)("a vendor's page (skipped where ../shared/seeds is absent)", () => {
  describe.each(readVendorPages())("$file", ({ file, text }) => {
    const reviewed = review(read(file, text));
    const lines = text.split("\n");
    const telling = listTellingLines(text);
    const lineCases = Object.entries(lineChanges).flatMap(([name, change], i) =>
      Array.from({ length: lineRounds }, (_, round) => ({
        name,
        change,
        at: oneOf(fromSeed(seed + i * lineRounds + round), telling),
      })),
    );

    it.each(lineCases)("is not quiet where line $at is $name", ({ change, at }) => {
      const changed = lines.map((line, i) => (i === at ? change(line) : line)).join("\n");
      expect(findLoud(read(file, changed), reviewed)).not.toEqual([]);
    });
  });
});
