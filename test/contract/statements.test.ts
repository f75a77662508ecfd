import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ownSpec } from "../../generator/package/package-files.js";
import { loadModel, loadRealView } from "../workbench/real-spec.js";
import { pageAt, pagesOf } from "../docs/pages.js";

/** Something that the sources say, or leave open: where the spec has it, and what the docs print of it. */
interface Statement {
  readonly says: string;
  /** Words by which it is found in the research that the spec rests on. */
  readonly words: readonly string[];
  /** A file of the spec and a JSON Pointer in it. */
  readonly spec: string;
  readonly page: string;
  readonly shows: string;
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), "utf8");

const statements = JSON.parse(read(import.meta.dirname, "statements.json")) as Statement[];

/** The value at `file#/pointer`. */
function valueAt(place: string): unknown {
  const [file = "", pointer = ""] = place.split("#");
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    JSON.parse(read(ownSpec, file)),
  );
}

const plain = (markdown: string): string => markdown.replaceAll("\\", "").replaceAll(/\s+/g, " ");

let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  const model = loadModel(ownSpec);
  pages = await pagesOf(loadRealView({ minVersion: "48" }, model), model);
});

describe.each(statements)("$says", ({ spec, page, shows }) => {
  it(`is in the spec, at ${spec}`, () => {
    expect(valueAt(spec)).toBeDefined();
  });

  it(`is in the docs, on ${page}`, () => {
    expect(plain(pageAt(pages, page))).toContain(shows);
  });
});

const facts = join(import.meta.dirname, "../../../shared/protocol-facts.md");

describe.skipIf(!existsSync(facts))("the research (skipped where ../shared is absent)", () => {
  const text = existsSync(facts) ? read(facts) : "";
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

/** The sentences, list entries and cells of a text: the least that can be left out. */
function toClauses(markdown: string): string[] {
  return markdown
    .split(/\n\n/)
    .flatMap((block) => (block.startsWith("|") ? block.split("\n").slice(2) : [block.replaceAll("\n", " ")]))
    .flatMap((block) => block.split(/(?<=[.:;])\s/))
    .map((clause) => clause.trim())
    .filter((clause) => /[a-z]{3}/i.test(clause));
}
