import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { judgeSource } from "../../generator/drift/judge-source.js";
import { readPageRows } from "../../generator/drift/page-rows.js";
import { readPage } from "../../generator/drift/read-page.js";
import {
  hashSentence,
  isOpenVerdict,
  type DriftFinding,
  type SourceContent,
  type DriftVerdict,
} from "../../generator/drift/source-content.js";
import {
  createPaths,
  listEveryAlternative,
  type BodyProperty,
} from "../../generator/contract/model/paths.js";
import type { Prose } from "../../generator/contract/model/model.js";
import { once } from "../../generator/base/once.js";
import type { ReviewedFile } from "../../generator/contract/read/dialect.js";
import { defined } from "../../generator/contract/read/values.js";
import { fromLine, toLine } from "../drift/cases.js";
import elsewhere from "./elsewhere.json" with { type: "json" };
import { keptReadings } from "./vendor-rows.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { expectList, expectNone, loadOwnModel, loadOwnSpec, review } from "./own-spec.js";

/** The vendor's pages are kept beside the repository, not in it. */
const folder = fileURLToPath(new URL("../../../shared/seeds", import.meta.url));

const contract = once(() => indexContract(loadOwnModel()));

function toText({ title, rows }: SourceContent): string {
  const parts = rows.map((row, i) => {
    const { section } = row.place;
    const isFirst = section !== (i === 0 ? "" : rows[i - 1]?.place.section);
    return `${isFirst ? `\n## ${section}\n` : ""}${toLine(row)}\n`;
  });
  return `# ${title}\n${parts.join("")}`;
}

const judgeBy = (reading: SourceContent, reviewed: ReviewedFile) =>
  judgeSource(reading, contract(), reviewed, []).findings;

const showLoud = (findings: readonly DriftFinding[]): readonly string[] =>
  findings
    .filter(({ verdict }) => isOpenVerdict(verdict))
    .map(({ verdict, subject, about = "", message, text = "" }) =>
      [verdict, subject?.side, subject?.path, about, message, text].join(" "),
    );

function count(findings: readonly DriftFinding[]): Partial<Record<DriftVerdict, number>> {
  const verdicts = [...new Set(findings.map(({ verdict }) => verdict))];
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, findings.filter((finding) => finding.verdict === verdict).length]),
  );
}

const counts: Readonly<Record<string, Partial<Record<DriftVerdict, number>>>> = {
  "How to subscribe": { agrees: 12 },
  "Webhooks JSON Definitions": { agrees: 860, erratum: 20, reviewed: 12 },
};

describe.each(Object.entries(counts))("what the rows of %s say", (title, wanted) => {
  const find = (): SourceContent =>
    defined(
      keptReadings.find((reading) => reading.title === title),
      "its rows are kept",
    );

  it("agrees with the spec, or was reviewed", () => {
    const reading = find();
    const findings = judgeBy(reading, { claims: loadOwnSpec().reviewed.claims, sentences: [] });
    expect(showLoud(findings), review(findings, title)).toEqual([]);
    const counted = `"${title}": ${JSON.stringify(count(findings))},`;
    expect(count(findings), `counts in test/spec/vendor-pages.test.ts is now\n${counted}`).toEqual(wanted);
    expect(new Set(findings.flatMap(({ row }) => row ?? []))).toEqual(new Set(reading.rows));
  });

  it("is noticed where it differs, without the reviews", () => {
    const claims = loadOwnSpec().reviewed.claims.filter(({ source }) => source === title);
    const findings = judgeBy(find(), { claims, sentences: [] });
    expect(showLoud(judgeBy(find(), { claims: [], sentences: [] })), review(findings, title)).toHaveLength(
      claims.length,
    );
  });
});

/** True if a provenance covers the existence of a part, not just another fact such as its release. */
const doubtsExistence = (provenance: Prose["provenance"]): boolean =>
  provenance !== undefined && (provenance.of ?? ["existence"]).includes("existence");

/** `elsewhere` has the unmarked parts that both pages' tables lack, by the vendor's documentation of them. */
it("an unmarked part is in a table of the vendor's, or known to be documented elsewhere", () => {
  const rows = keptReadings.flatMap((reading) => reading.rows);
  const paths = rows.map(({ side, path }) => `${side} ${path}`);
  const { properties } = createPaths(loadOwnModel());
  const isRow = ({ direction, path }: BodyProperty) => {
    const place = `${direction} ${path}`;
    // An object needs no row if one of its properties has a row.
    return paths.some((row) => row === place || row.startsWith(`${place}.`) || row.startsWith(`${place}[]`));
  };
  // A part that several objects share is in one of their tables.
  const inTables = new Set(properties.filter(isRow).map(({ model }) => model));
  const isMarked = ({ chain, holders }: BodyProperty) =>
    chain.some(({ exclusion }) => exclusion) ||
    [...chain, ...holders].some(({ prose: { provenance } }) => doubtsExistence(provenance));
  const unmarked = properties
    .filter((property) => property.holders.length > 0 && !inTables.has(property.model) && !isMarked(property))
    .map(({ holders, model }) => [holders.at(-1), model.name] as const)
    .map(([holder, name]) => `${(holder?.base ?? holder)?.title ?? ""}.${name}`);
  expectList(
    [...new Set(unmarked)].sort(),
    Object.values(elsewhere).flat().sort(),
    "test/spec/elsewhere.json, below the source that documents the part, or mark the part with x-provenance",
  );
});

it("no answer is refused for a format that no source states", () => {
  const rows = keptReadings.flatMap((reading) => reading.rows);
  const refused = createPaths(loadOwnModel())
    .properties.filter(
      ({ direction, chain }) => direction === "response" && !chain.some(({ exclusion }) => exclusion),
    )
    .flatMap((property) =>
      listEveryAlternative(property.model).flatMap(({ kind }) =>
        kind.kind === "string" && kind.format !== undefined ? { ...property, format: kind.format } : [],
      ),
    )
    .filter(({ path, format }) => {
      const row = rows.find((each) => each.side === "response" && each.path === path);
      return !row || !`${toLine(row)},`.includes(`: ${format},`);
    });
  const listed = [
    // The type of the session's discount, to which the definitions refer.
    "lineAdditions[].externalDiscount.discountId: uuid",
    // From the vendor's sample.
    "externalCardScan.cardExpiration: date",
  ];
  const list =
    "the list of this test in test/spec/vendor-pages.test.ts if a source states the format, and else write x-format-hint";
  expectList([...new Set(refused.map(({ path, format }) => `${path}: ${format}`))], listed, list);
});

describe.skipIf(!existsSync(folder))("the vendor's pages (skipped where ../shared/seeds is absent)", () => {
  const readings = once(() =>
    readdirSync(folder)
      .sort()
      .map((file) => {
        const page = readPage(file, readFileSync(join(folder, file), "utf8"));
        if (!page.ok) throw new Error(page.problems[0]?.message);
        return readPageRows(page.value, file, contract());
      }),
  );

  it("have the rows that are kept here, and no others", async () => {
    const advice =
      "Has a page changed? Then npx vitest run --mode any -u test/spec/vendor-pages.test.ts, and read what changes.";
    await expect(readings().map(toText).join("\n"), advice).toMatchFileSnapshot("vendor-rows.txt");
  });

  it("say nothing that nobody has read", () => {
    for (const reading of readings()) {
      const findings = judgeBy(reading, loadOwnSpec().reviewed);
      expect(showLoud(findings), review(findings, reading.title)).toEqual([]);
      expect(count(findings)).toEqual({
        ...counts[reading.title],
        "no claim": reading.sentences.length,
      });
    }
  });
});

describe("what was reviewed", () => {
  it("repeats no sentence of a page", () => {
    const { claims, sentences } = loadOwnSpec().reviewed;
    const hashes = new Set(sentences.map(({ hash }) => hash));
    const ours = [...sentences.flatMap(({ words }) => words ?? []), ...claims.map(({ why }) => why)];
    const repeated = ours.filter((text) => hashes.has(hashSentence(text)));
    expectNone(repeated, "say these in your own words in spec/drift/reviewed.json");
  });

  it("names errata that the spec has", () => {
    const { claims } = loadOwnSpec().reviewed;
    const errata = new Set(JSON.stringify(loadOwnModel()).match(/\bE\d{2}\b/g));
    const unknown = claims.filter(({ erratum }) => erratum !== undefined && !errata.has(erratum));
    expectNone(unknown, 'take "erratum" out of these claims in spec/drift/reviewed.json');
  });

  it("explains parts that the spec has", () => {
    const { claims, sentences } = loadOwnSpec().reviewed;
    const unknown = sentences.filter(({ of }) => {
      // A slip on the page, reviewed as such.
      if (of === undefined || claims.some(({ claim }) => claim === `${of} existence`)) return false;
      const { side, path } = fromLine(of);
      return side === "event"
        ? !loadOwnModel().events.some(({ name }) => name === path)
        : !contract().find({ side, path });
    });
    expectNone(unknown, "remove these sentences from spec/drift/reviewed.json");
  });
});

it("no event is gone that there was when the tests' copy was made", () => {
  const names = new Set(loadOwnModel().events.map(({ name }) => name));
  const gone = loadRealModel().events.flatMap(({ name }) => (names.has(name) ? [] : [name]));
  expectNone(gone, "bring these events back, with x-removed-in");
});
