import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkExamples } from "../../generator/contract/examples/check-examples.js";
import { ownSpec, packageRoot } from "../../generator/contract/package/package-files.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { splitPointer } from "../../generator/contract/read/pointer.js";
import { testSecret } from "../../generator/pages/samples/test-vectors.js";
import { pageLaws } from "../pages/page-laws.js";
import { pageAt, pagesOf } from "../pages/pages.js";
import { searchOf, type Search } from "../targets/site/search-scope.js";
import { siteOf } from "../targets/site/sites.js";
import { loadOwnModel, loadOwnRange } from "./own-spec.js";
import readersQuestions from "./readers-questions.json" with { type: "json" };
import searches from "./searches.json" with { type: "json" };
import strangersSearches from "./strangers-searches.json" with { type: "json" };

const model = loadOwnModel();
const view = loadOwnRange("48..");
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  pages = await pagesOf(view, model);
});

const { beyond } = model;

describe("the docs of our spec", () => {
  // Of a first-time reader.
  it.each(readersQuestions)("answer, or leave open by id: $asked", ({ page, answer }) => {
    const advice = "Has the answer moved? Then change this entry of test/spec/readers-questions.json.";
    expect(pageAt(pages, page), advice).toContain(answer);
  });

  it.each(["date no part that no source documents", "count in a sentence what a list has"])("%s", (law) => {
    expect(pageLaws[law]?.({ model, view, texts: pages })).toEqual([]);
  });

  it("name the releases beyond the last one of the spec", () => {
    if (beyond === undefined) return;
    const [from, to] = [beyond.from, beyond.to].map(formatRelease);
    const said = `v${from} to v${to} of the vendor's API are known to exist`;
    expect(pageAt(pages, "about.md")).toContain(said);
    const readme = readFileSync(join(packageRoot, "README.md"), "utf8").replaceAll("\n", " ");
    const newest = model.releases.at(-1);
    expect(readme).toContain(`covers v${newest ? formatRelease(newest.release) : ""} `);
    expect(readme).toContain(`released v${from} to v${to}`);
  });

  it("have as many events as the changelog says", () => {
    const changelog = readFileSync(join(packageRoot, "CHANGELOG.md"), "utf8");
    expect(changelog).toContain(`All ${model.events.length} events of the MplusKASSA webhooks`);
  });

  it("link from what a question is about to the question", () => {
    const link =
      /Open: \[Does discountAmount apply per piece or to the whole line\?\]\(\.\.\/open-questions\.md#does-discountamount-apply-per-piece-or-to-the-whole-line\)/;
    for (const name of ["SessionLine", "ExternalDiscount", "ExternalDiscountAnswer"])
      expect(pageAt(pages, `objects/${name}.md`)).toMatch(link);
    expect(pageAt(pages, "events/pollExternalPayment.md")).toContain("- [Do the external-payment events");
  });

  it("say of each sample whose it is, and call none real", () => {
    const own = [...pages].filter(([path]) => path.startsWith("events/"));
    const samples = own.flatMap(([, text]) =>
      [...text.matchAll(/^(?:### .*\n\n|\*\*.*\*\*: )(.*)\n\n(?=The POS |You answer)/gm)].map(
        ([, line = ""]) => line,
      ),
    );
    expect(samples).toHaveLength(model.examples.length);
    expect(samples.filter((line) => !line.includes("Made-up sample."))).toEqual([]);
    expect([...pages].filter(([, text]) => /\breal (?:body|bodies|sample|request)/.test(text))).toEqual([]);
  });
});

describe("the samples of our spec", () => {
  it("answer no open question", () => {
    expect(checkExamples(model)).toEqual([]);
  });
});

interface Statement {
  readonly says: string;
  /** Identify the statement in the research behind the spec. */
  readonly words: readonly string[];
  readonly spec: string;
  readonly page: string;
  readonly shows: string;
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");

const statements = JSON.parse(read(import.meta.dirname, "statements.json")) as Statement[];

const plain = (markdown: string): string => markdown.replaceAll("\\", "").replaceAll(/\s+/g, " ");

it.each(statements)("the spec and the docs say: $says", ({ spec, page, shows }) => {
  const [file = "", pointer = ""] = spec.split("#");
  const value = splitPointer(pointer).reduce<unknown>(
    (part, step) => (part as Record<string, unknown> | undefined)?.[step],
    JSON.parse(read(ownSpec, file)),
  );
  const entry = "Has the spec changed? Then change this entry of test/spec/statements.json:";
  expect(value, `${entry} the spec has no ${spec}`).toBeDefined();
  expect(plain(pageAt(pages, page)), `${entry} ${page} does not show the words of \`shows\``).toContain(
    shows,
  );
});

const facts = join(import.meta.dirname, "../../../shared/protocol-facts.md");

describe.skipIf(!existsSync(facts))("the research (skipped where ../shared is absent)", () => {
  const all = existsSync(facts) ? read(facts) : "";
  // Withdrawn errata, and the row that withdraws one, are skipped.
  const [, withdrawn = "-"] = /\b(E\d\d) is withdrawn/.exec(all) ?? [];
  const text = all
    .replace(new RegExp(`^\\|[^\\n]*\\b${withdrawn} *\\|.*$`, "gm"), "")
    .replaceAll(withdrawn, "");
  const [, corrections = ""] = text.split(/^## 11\./m);
  const words = statements.flatMap((statement) => statement.words);

  it.each(toClauses(corrections))("has a place for: %s", (clause) => {
    expect(words.filter((each) => clause.includes(each))).not.toEqual([]);
  });

  const names = new Set([
    ...(text.match(/\bE\d\d\b/g) ?? []),
    ...(corrections.match(/\b(?:[a-z]+(?:[A-Z][a-z]+)+|\d+\.\d+\.\d+)\b/g) ?? []),
  ]);

  it.each([...names])("has a place for %s", (name) => {
    expect(words.filter((each) => each.includes(name))).not.toEqual([]);
  });
});

/** Returns the smallest units that could be left out: sentences, list entries and cells. */
function toClauses(markdown: string): string[] {
  return markdown
    .split(/\n\n/)
    .flatMap((block) => (block.startsWith("|") ? block.split("\n").slice(2) : [block.replaceAll("\n", " ")]))
    .flatMap((block) => block.split(/(?<=[.:;])\s/))
    .map((clause) => clause.trim())
    .filter((clause) => /[a-z]{3}/i.test(clause));
}

const matchesWord = (text: string, word: string): boolean =>
  text.toLowerCase().replace(/[-_]/g, "").includes(word);

describe("the search of the site", () => {
  let search: Search;
  const pathsFor = (query: string) => search.find(query).map(({ place }) => place.page.path);

  beforeAll(async () => {
    search = searchOf(await siteOf(view, model));
  });

  // In English and Dutch, with and without typos.
  it.each(Object.entries(searches))("shows for “%s” first %s", (query, page) => {
    const advice =
      "Is another page right to be first by now? Then change this row of test/spec/searches.json.";
    expect(pathsFor(query)[0], advice).toBe(`${page}.html`);
  });

  // Forty searches by somebody who had not seen the index, twenty of them in Dutch.
  it("shows what a stranger wants first or second for nine of ten searches", () => {
    const missed = strangersSearches.filter(({ query, pages }) => {
      const shown = [...new Set(pathsFor(query))].slice(0, 2);
      return !pages.some((page) => shown.includes(`${page}.html`));
    });
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(4);
  });

  it.each(model.synonyms.flatMap(({ word, typed }) => typed.map((each) => ({ each, word }))))(
    "finds what has “$word” for “$each”",
    ({ each, word }) => {
      const elsewhere = search.find(each).filter(({ place }) => place.page.path !== "glossary.html");
      expect(elsewhere.some(({ about, name }) => matchesWord(`${name} ${about}`, word))).toBe(true);
    },
  );

  it.each(model.keywords)("finds $page by each of its keywords", ({ page, words }) => {
    expect(words.filter((typed) => !pathsFor(typed).includes(`${page}.html`))).toEqual([]);
  });

  it("finds no secret for a part of it, and no sample", () => {
    const texts = (query: string) => search.find(query).map(({ about }) => about);
    expect(texts("secret").filter((text) => text.includes(testSecret))).not.toEqual([]);
    expect(texts("bon").filter((text) => text.includes(testSecret))).toEqual([]);
    expect(pathsFor("zeepbon")).toEqual([]);
    expect(pathsFor("lavendel")).toEqual([]);
  });
});
